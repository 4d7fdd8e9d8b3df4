"""Whether an offer fits a need: rules that nothing outweighs, and how often the judge is right."""

import csv
import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Hazard
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import seeds
from symbiosis.knowledge.attribute_seeds import RULES, read_attributes, read_homonyms, read_requirements
from symbiosis.knowledge.attributes import Reader
from symbiosis.knowledge.compatible import NEVER_ABOVE, pair_line
from symbiosis.knowledge.dimensions import dimensions
from symbiosis.knowledge.evaluation import answers
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.rhythm import clash, times

SETS = Path(__file__).parents[1] / "evaluation"
ATTRIBUTES, REQUIREMENTS = read_attributes(), read_requirements()
ROWS = seeds.read_knowledge()
JUDGE = answers(ROWS).pairs
READER = Reader(ATTRIBUTES)
SENSITIVE_NEEDS = (
    "Litière pour chevaux", "Aliment pour porcs", "Fourrage pour vaches", "Farine pour boulangerie artisanale",
    "Compost pour potager", "Bûches pour poêle", "Eau pour abreuver les veaux", "Savon artisanal",
    "Bedding for horses", "Feed for pigs", "Mulch for a vegetable garden", "Firewood for a home stove",
)  # fmt: skip
BASES = ("Sciure de bois", "Paille", "Copeaux", "Pain", "Drêches", "Eau", "Cendres de bois", "Huile")
POISONS = sorted(
    {w.replace("*", "") for a in ATTRIBUTES if a.rule == "taint" and a.rank == 3 for w in a.words_fr if len(w) > 3}
)
HAZARDOUS = sorted({n for r in ROWS.resources if r.hazard is Hazard.YES for n in (r.fr, r.en)})
CLEAN = ("Drêches de brasserie", "Paille de blé", "Cartons ondulés", "Chutes d'aluminium", "Entrepôt sec", "Cariste")


def table(name: str) -> list[dict[str, str]]:
    with (SETS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@settings(max_examples=60, deadline=None)
@given(offer=st.text(max_size=120), need=st.text(max_size=120), lang=st.sampled_from(["fr", "en"]))
def test_any_two_texts_get_an_answer(offer: str, need: str, lang: str) -> None:
    judged = JUDGE.judge(offer, need, lang)
    assert 0 <= judged.probability <= 1
    assert judged.compatible == (judged.probability >= 0.5)
    assert judged.reasons


@pytest.mark.parametrize("text", ["", "x", "🏭", "<b>sciure</b>", "5 °C 5 bar 5 %", "a" * 10_000, "sans " * 2_000])
def test_odd_texts_are_answered_on_either_side(text: str) -> None:
    for offer, need in ((text, "Paille"), ("Paille", text), (text, text)):
        assert JUDGE.judge(offer, need).reasons


@pytest.mark.parametrize("need", SENSITIVE_NEEDS)
@pytest.mark.parametrize("base", BASES)
def test_what_only_a_treatment_may_take_never_goes_anywhere_sensitive(base: str, need: str) -> None:
    offers = [f"{base}, {poison}, 2 t par mois" for poison in POISONS]
    assert [offer for offer in offers if JUDGE.judge(offer, need).probability > NEVER_ABOVE] == []


@pytest.mark.parametrize("need", SENSITIVE_NEEDS)
def test_a_hazardous_resource_never_goes_anywhere_sensitive(need: str) -> None:
    assert [name for name in HAZARDOUS if JUDGE.judge(name, need).compatible] == []


@pytest.mark.parametrize("text", CLEAN)
def test_the_same_clean_text_on_both_sides_fits(text: str) -> None:
    assert JUDGE.judge(text, text).compatible


@pytest.mark.parametrize(
    ("offer", "fits", "does_not", "need"),
    [
        ("Chaleur à {}", "95 °C", "45 °C", "Eau chaude à 80 °C"),
        ("Vapeur à {}", "10 bar", "3 bar", "Vapeur à 8 bar"),
        ("Chariot élévateur {}", "5 t", "1,5 t", "Chariot élévateur pour charges de 4 t"),
        ("Plaquettes de bois, {} d'humidité", "20 %", "55 %", "Plaquettes à moins de 30 % d'humidité"),
        ("Palettes Europe {}", "80x120", "100x120", "Palettes 80x120"),
        ("Atelier libre {}", "le lundi", "le samedi", "Atelier du lundi au vendredi"),
        ("Rebroyé {}", "PEHD", "PVC", "Rebroyé PEHD pour tuyaux"),
        ("Copeaux de sapin {}", "non traité", "traité", "Litière pour chevaux"),
        ("Drêches de brasserie {}", "sans pesticide", "avec pesticide", "Aliment pour vaches"),
    ],
)
def test_one_attribute_decides(offer: str, fits: str, does_not: str, need: str) -> None:
    good, bad = JUDGE.judge(offer.format(fits), need), JUDGE.judge(offer.format(does_not), need)
    assert good.compatible
    assert not bad.compatible
    assert bad.probability < good.probability


@pytest.mark.parametrize(
    ("text", "denied"), [("chêne, sans vernis ni colle", "glue"), ("untreated, glue-free", "glue"), ("no glue", "glue")]
)
def test_what_is_denied_is_not_told(text: str, denied: str) -> None:
    assert ("taint", denied) in READER.read(text).lacks
    assert ("taint", denied) not in READER.read(text).has


def test_one_wrong_letter_is_forgiven() -> None:
    assert ("taint", "creosote") in READER.read("bois créozoté et crésotté, creosotte").has


@pytest.mark.parametrize(
    ("offered", "wanted", "kind"),
    [
        ("du lundi au mercredi", "le jeudi", "day"),
        ("la nuit", "le jour", "hour"),
        ("de 10 h à 16 h", "de 14 h à 18 h", ""),
        ("l'été", "en hiver", "month"),
        ("de novembre à février", "en janvier", ""),
        ("toute l'année", "en hiver", ""),
        ("arrêt en août", "en août", "month"),
        ("d'oct à mars", "l'hiver", ""),
        ("jan to june", "in July", "month"),
        ("feb-may", "in April", ""),
        ("livré à l'automne", "avant l'hiver", ""),
        ("sept palettes en mai", "en juin", "month"),
        ("salle pour sept personnes", "en mai", ""),
        ("du 15 sept au 15 oct", "en mai", "month"),
        ("juil-sept", "jusqu'à fin octobre", ""),
        ("de mai à sept", "en juin", ""),
        ("dispo jusqu'à fin oct", "en décembre", "month"),
        ("du vendredi midi au lundi matin", "le samedi", ""),
        ("les week-ends de mai", "en juin", "month"),
        ("contrat qui finit en décembre", "au 1er janvier", ""),
        ("produits finis le lundi", "le mardi", "day"),
        ("à former avt l'été", "les 12 et 13 mai", ""),
    ],
)
def test_times_meet_or_not(offered: str, wanted: str, kind: str) -> None:
    assert clash(times(offered), times(wanted)) == kind


def test_numbers_are_read_with_their_unit() -> None:
    found = measures("1 500 kg par mois à -18 °C, 2,5 t, 12 % d'humidité, 80x120")
    assert found.greatest("temperature") == -18
    assert (found.greatest("kg"), found.greatest("ton"), found.moisture) == (1500, 2.5, 12)
    assert dimensions("palettes 80x120").sizes == ((80, 120),)


def test_reasons_are_in_the_language_asked() -> None:
    pair = "Sciure CCA", "Litière pour chevaux"
    assert set(JUDGE.judge(*pair, "fr").reasons).isdisjoint(JUDGE.judge(*pair, "en").reasons)


def test_a_line_says_all_that_is_asked() -> None:
    line = pair_line(JUDGE, {"id": "1", "offer_text": "Paille", "need_text": "Litière"}, "en")
    assert list(line) == ["case_id", "task", "compatible", "probability", "reasons"]
    assert line["task"] == "P.en"


MARKED = sorted(file.name for file in SETS.glob("pairs*.csv") if re.search(r"(?m)^\w*haz", file.read_text("utf-8")))
LATER = ("pairs_more.csv", "pairs_rounds.csv", "pairs_fresh.csv", "pairs_oblique.csv")


@pytest.mark.parametrize(
    ("name", "lang"), [("pairs.csv", "fr"), *((name, lang) for name in LATER for lang in ("fr", "en"))]
)
def test_the_judge_is_right_often_enough_and_never_unsafe(name: str, lang: str) -> None:
    rows = [row for row in table(name) if (row.get("lang") or "fr") == lang]
    wrong = [
        row["id"]
        for row in rows
        if JUDGE.judge(row["offer_text"], row["need_text"], lang).compatible != (row["compatible"] == "true")
    ]
    assert [one for one in wrong if "haz" in one] == []
    assert len(wrong) <= 0.1 * len(rows)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_pairs_that_nothing_was_fitted_to_are_mostly_judged_right(lang: str) -> None:
    rows = [row for row in table("pairs_left_out.csv") if row["lang"] == lang]
    yes = [JUDGE.judge(row["offer_text"], row["need_text"], lang).compatible for row in rows]
    right = [one == (row["compatible"] == "true") for one, row in zip(yes, rows, strict=True)]
    assert sum(right) >= 0.85 * len(rows)


def test_two_things_that_have_nothing_to_do_with_each_other_are_mostly_told_apart() -> None:
    rows = [row for row in table("pairs_left_out.csv") if row["compatible"] == "true"]
    apart = [(one["offer_text"], other["need_text"]) for one, other in zip(rows, rows[40:], strict=False)]
    assert sum(JUDGE.judge(*pair).compatible for pair in apart) <= len(apart) / 3


@pytest.mark.parametrize("name", MARKED)
def test_no_unsafe_pair_is_ever_called_compatible(name: str) -> None:
    unsafe = [row for row in table(name) if "haz" in row["id"] and row["compatible"] == "false"]
    judged = [JUDGE.judge(row["offer_text"], row["need_text"], row.get("lang") or "fr").compatible for row in unsafe]
    assert unsafe
    assert [row["id"] for row, yes in zip(unsafe, judged, strict=True) if yes] == []


@pytest.mark.parametrize(
    ("offer", "fits", "does_not", "need"),
    [
        ("Chutes de tôle inox {}", "304L", "430", "Chutes de tôle inox 304"),
        ("Profilés alu {}", "6082", "7075", "Profilés aluminium 6082"),
        ("Moteur électrique {}", "380 V", "24 V", "Moteur électrique 400 V"),
        ("Chambre froide {}", "-22", "+4", "Chambre froide à -20 pour surgelés"),
        ("Cartons neufs {}", "30x20x20", "60x60x60", "Cartons neufs 40x30x30 max"),
        ("Entrepôt 400 m2, hauteur {}", "8 m", "3 m", "Entrepôt 300 m2, hauteur 6 m"),
        ("Balles de PEBD, {} par mois", "25 t", "2 t", "Balles de PEBD, minimum 20 t par mois"),
        ("Chutes de papier {}", "blanc", "siliconé", "Chutes de papier sans silicone"),
        ("Glaces {}", "vanille en bacs", "et miroirs de salle de bain", "Glaces, cornets et sorbets"),
    ],
)
def test_figures_and_senses_decide(offer: str, fits: str, does_not: str, need: str) -> None:
    assert JUDGE.judge(offer.format(fits), need).compatible
    assert not JUDGE.judge(offer.format(does_not), need).compatible


@pytest.mark.parametrize(
    ("offer", "need"),
    [
        ("Drêches de brasserie, 3 t chaque mardi et vendredi matin, bennes fermées", "Aliment pour vaches"),
        ("Air tiède à 45 °C d'un local technique", "Bassin d'une pisciculture à 20 °C"),
        ("Condenseurs d'une chambre froide, eau à 45 °C", "Eau chaude à 30 °C pour une serre"),
        ("Chutes de tôle d'acier de formes diverses", "Sculpteur d'animaux, matière à souder"),
        ("Cabine de peinture libre le vendredi", "Ébéniste : je n'ai pas de cabine pour vernir"),
    ],
)
def test_words_that_name_no_substance_raise_no_doubt(offer: str, need: str) -> None:
    assert JUDGE.judge(offer, need).compatible


@pytest.mark.parametrize(
    ("offer", "spoilt", "need"),
    [
        ("Terres excavées", "polluées aux hydrocarbures", "Remblai pour lotissement"),
        ("Plaques de plâtre", "mélangées à des gravats", "Plâtrier cherche gypse recyclable"),
        ("Caisson isotherme", "ayant transporté des peaux brutes", "Traiteur cherche un frigo pour ses plats"),
        ("Bouteilles de 33 cl", "et de 75 cl", "Brasserie cherche bouteilles 33 cl"),
        ("Formateur", "soudure", "Formation aux premiers secours"),
    ],
)
def test_what_is_not_usual_for_a_purpose_lowers_the_chance(offer: str, spoilt: str, need: str) -> None:
    assert JUDGE.judge(f"{offer} {spoilt}", need).probability < JUDGE.judge(offer, need).probability


@pytest.mark.parametrize("poison", ["au tébuconazole", "contenant du quinalphos", "with chlorfenvinphos"])
def test_an_unknown_word_built_like_a_substance_keeps_out_of_feed(poison: str) -> None:
    assert not JUDGE.judge(f"Drêches de brasserie {poison}", "Aliment pour vaches").compatible


def test_every_homonym_has_several_senses_with_their_own_hints() -> None:
    senses: dict[str, list[frozenset[str]]] = {}
    for word, _, hints in read_homonyms():
        senses.setdefault(word, []).append(frozenset(hints))
    assert [word for word, its in senses.items() if len(its) < 2] == []
    assert [word for word, its in senses.items() if any(a & b for a, b in combinations(its, 2))] == []


def test_requirements_name_what_exists(rows: KnowledgeRows) -> None:
    values = {(a.attribute, a.value) for a in ATTRIBUTES}
    for asks in REQUIREMENTS:
        assert ("purpose", asks.purpose) in values
        assert {("thing", t) for t in asks.accepts - {"*"}} | {("taint", t) for t in asks.excludes} <= values
        assert {("taint", t) for t in asks.tolerates - {"*"}} <= values
        assert asks.asks <= {value for _, value in values}
        assert asks.uses <= {use.id for use in rows.uses}
        assert asks.reason_fr
        assert asks.reason_en


def test_every_purpose_says_what_it_asks() -> None:
    assert {a.value for a in ATTRIBUTES if a.rule == "purpose"} == {asks.purpose for asks in REQUIREMENTS}


def test_every_attribute_can_be_read_in_both_languages() -> None:
    assert {a.rule for a in ATTRIBUTES} == set(RULES)
    assert [a.value for a in ATTRIBUTES if not a.words_fr or not a.words_en] == []


def test_an_attribute_is_compared_in_one_way() -> None:
    rules: dict[str, set[str]] = {}
    for a in ATTRIBUTES:
        rules.setdefault(a.attribute, set()).add(a.rule)
    assert {name: its for name, its in rules.items() if len(its) > 1} == {}


def test_no_value_says_the_same_words_twice() -> None:
    assert [a.value for a in ATTRIBUTES for words in (a.words_fr, a.words_en) if len(set(words)) < len(words)] == []
