"""Who is put together for what, and who never is: by times, temperature, hygiene, licence, place, size, date, will."""

import csv
import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import situation_score, situation_seeds
from symbiosis.knowledge.acts import read_acts
from symbiosis.knowledge.codes import read_codes
from symbiosis.knowledge.journeys import ways
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.phrases import ARTICLES
from symbiosis.knowledge.situations import Situations
from symbiosis.knowledge.slots import moments, on_24_hours
from symbiosis.knowledge.stance import stance

SETS = Path(__file__).parents[1] / "evaluation"
NAMES = (
    "situations",
    "situations_fresh",
    "situations_last",
    "situations_unseen",
    "situations_final",
    "situations_check",
    "situations_beyond",
)
FOUND = 0.83


@pytest.fixture(scope="module")
def situations(rows: KnowledgeRows) -> Situations:
    return Situations(rows, Linker(rows.resources))


def firms(*texts: str, commune: str = "Pompey") -> list[dict[str, str]]:
    return [{"id": f"f{i}", "commune": commune, "text_fr": text} for i, text in enumerate(texts)]


def together(situations: Situations, rows: Sequence[dict[str, str]]) -> set[frozenset[str]]:
    return {frozenset(p.id for p in group.firms) for group in situations.groups(rows)}


OFFER = "Notre chariot élévateur est libre l'après-midi."
PAIRS = [
    ("hours", OFFER, "Besoin d'un chariot élévateur l'après-midi.", "Besoin d'un chariot élévateur le matin."),
    (
        "season",
        "Notre nacelle sert de mai à août.",
        "Besoin d'une nacelle en janvier.",
        "Besoin d'une nacelle en juin.",
    ),
    (
        "temperature",
        "Place libre dans notre chambre froide à -20 °C.",
        "Cherche stockage surgelé à -18 °C.",
        "Cherche stockage réfrigéré à +4 °C.",
    ),
    (
        "hygiene",
        "Quai de chargement libre, site alimentaire.",
        "Besoin d'un quai pour nos légumes.",
        "Besoin d'un quai pour des fûts de solvants.",
    ),
    (
        "qualification",
        "Trois personnes à former au CACES R489.",
        "Session CACES R489 : deux personnes.",
        "Deux personnes à former au CACES R486.",
    ),
    (
        "capacity",
        "Salle de réunion de 20 places libre le lundi.",
        "Cherche salle pour 15 personnes.",
        "Cherche salle pour 90 personnes.",
    ),
    (
        "grade",
        "Nous rejetons de la chaleur à 60 °C.",
        "Besoin de chaleur à 45 °C, bâtiment voisin.",
        "Besoin de chaleur à 150 °C, bâtiment voisin.",
    ),
    (
        "date",
        "Achat groupé d'électricité, échéance 2026.",
        "Contrat d'électricité à renouveler en 2026.",
        "Contrat d'électricité signé jusqu'en 2030.",
    ),
    (
        "direction",
        "Livraison de palettes à Lyon chaque semaine.",
        "Trois palettes à livrer à Lyon.",
        "Trois palettes à livrer à Strasbourg.",
    ),
    (
        "will",
        "Gardiennage de nuit à partager.",
        "Nous voulons un vigile la nuit.",
        "Gardiennage de nuit : on préfère rester seuls.",
    ),
    (
        "category",
        "Session CACES R489 catégorie 3, trois personnes à former.",
        "Deux caristes à former au R489 cat. 3.",
        "Quatre magasiniers à former au R489 cat. 5.",
    ),
    (
        "way",
        "Notre semi rentre à vide de Lyon le jeudi, fret de retour bienvenu.",
        "Deux palettes à ramener de Lyon le jeudi.",
        "Deux palettes à livrer à Lyon le jeudi.",
    ),
    (
        "pressure",
        "Compresseur à 8 bars surdimensionné, de l'air à céder au voisin.",
        "Besoin d'air comprimé à 7 bars, mur mitoyen.",
        "Besoin d'air comprimé à 40 bars, mur mitoyen.",
    ),
    (
        "address",
        "Compresseur à 8 bars surdimensionné, bâtiment Ampère, de l'air à céder.",
        "Besoin d'air comprimé à 7 bars, bâtiment Ampère.",
        "Besoin d'air comprimé à 7 bars, bâtiment Volta.",
    ),
    (
        "explosive",
        "Chariot élévateur libre le lundi, pas pour zone ATEX.",
        "Besoin d'un chariot élévateur le lundi.",
        "Besoin d'un chariot élévateur ATEX le lundi.",
    ),
    (
        "hazard",
        "Chutes de bois non traité à faire enlever.",
        "Une benne de bois brut à évacuer chaque mois.",
        "Traverses créosotées à évacuer, filière déchets dangereux.",
    ),
    (
        "town",
        "Dératisation à partager.",
        "Contrat de dératisation à grouper.",
        "Dératisation à moins de 0,5 km de notre dépôt isolé.",
    ),
    (
        "act",
        "Déchets de bois à enlever.",
        "Palettes cassées à évacuer.",
        "Achat groupé de panneaux de bois.",
    ),
    (
        "training",
        "Trois personnes à former à la nacelle, session CACES.",
        "Session CACES nacelle pour deux personnes à former.",
        "Notre nacelle est libre le lundi.",
    ),
    (
        "sale",
        "Besoin d'une nacelle le lundi.",
        "Notre nacelle est libre le lundi.",
        "Nacelle à vendre, très bon état.",
    ),
    (
        "shift",
        "Une cantine commune pour le midi.",
        "Repas du midi pour 30 personnes.",
        "Cantine pour nos équipes de nuit.",
    ),
]


@pytest.mark.parametrize(("offer", "fits", "not_"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS])
def test_what_a_text_says_decides(situations: Situations, offer: str, fits: str, not_: str) -> None:
    assert together(situations, firms(offer, fits)) == {frozenset(("f0", "f1"))}
    assert together(situations, firms(offer, not_)) == set()
    assert together(situations, firms(offer, fits, not_)) == {frozenset(("f0", "f1"))}


def test_places_decide(situations: Situations) -> None:
    near, far = firms("Gardiennage de nuit.", "Un vigile la nuit."), firms("Gardiennage de nuit.", "Un vigile la nuit.")
    near[1]["commune"], far[1]["commune"] = "Frouard", "Verdun"
    assert together(situations, near) == {frozenset(("f0", "f1"))}
    assert together(situations, far) == set()


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("On ne prête pas nos chariots", True),
        ("Nous ne souhaitons pas mutualiser", True),
        ("Les achats sont imposés par le groupe", True),
        ("Le loueur refuse les petits volumes", False),
        ("Trop cher pour nous seuls", False),
        ("On n'a pas de quai", False),
        ("Pas assez de travail pour un temps plein", False),
        ("Notre hangar est saturé, on cherche un entrepôt", False),
    ],
)
def test_a_refusal_is_no_want(text: str, refuses: bool) -> None:
    assert stance(text).refuses is refuses


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("de 21 h à 5 h", "hour", {21, 22, 23, 0, 1, 2, 3, 4}),
        ("deux jours par semaine", "hour", set()),
        ("les lundis et mardis", "day", {0, 1}),
        ("nous avons été livrés", "month", set()),
        ("avant l'été", "month", set()),
    ],
)
def test_moments(text: str, kind: str, values: set[int]) -> None:
    assert set(moments(text).get(kind, ())) == values


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("Six palettes à livrer à Lyon", {"out"}),
        ("La remorque revient vide de Lyon", {"back"}),
        ("Deux moteurs à ramener de Lyon", {"back"}),
        ("N'importe quel jour, à expédier vers Lyon", {"out"}),
        ("Aller-retour à Lyon", {"out", "back"}),
        ("Any day from Monday, to deliver to Lyon", {"out"}),
        ("Lyon", set()),
    ],
)
def test_which_way_goods_go(text: str, which: set[str]) -> None:
    assert ways(text) == which


def test_what_is_done_makes_a_hint_clear_and_a_place_is_no_subject(situations: Situations) -> None:
    waste = "Deux bennes de chutes de bois à évacuer."
    assert together(situations, firms(waste, "Des palettes à jeter.")) == {frozenset(("f0", "f1"))}
    assert together(situations, firms(waste, "Une salle de réunion derrière le tas de bois.")) == set()


def test_what_others_speak_of_settles_what_a_firm_means(situations: Situations) -> None:
    guards = "Gardiennage de nuit à partager.", "Un vigile la nuit, entre l'entrepôt et les bureaux."
    assert together(situations, firms(*guards, "Entrepôt de 200 m2 à louer.")) == {frozenset(("f0", "f1"))}


@pytest.mark.parametrize(
    ("text", "read"),
    [("from 7pm", "from 19 h"), ("until 12 am", "until 0 h"), ("at 6.30 p.m. sharp", "at 18 h30 sharp")],
)
def test_english_hours(text: str, read: str) -> None:
    assert on_24_hours(text) == read


def test_every_act_that_is_asked_for_can_be_said_in_both_languages() -> None:
    acts = {(saying.act, saying.lang) for saying in read_acts()}
    asked = {
        *situation_seeds.MODES,
        "pay",
        "order",
        "has",
        "wants",
        "free",
        "refuses",
        "sells",
        "empty_back",
        "back_here",
    }
    assert asked <= {act for act, _ in acts}
    assert {act for act, lang in acts if lang == "fr"} >= asked
    assert {act for act, lang in acts if lang == "en"} >= asked


WORDS = st.sampled_from(
    [w for p in PAIRS for text in p[1:] for w in text.split()] + ["", "é\0", "99999999999 t", "-300 °C", "25 h à 31 h"]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([p[3] for p in PAIRS])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=7), st.sampled_from(["fr", "en"]))
def test_any_texts_give_sensible_groups(situations: Situations, texts: list[str], lang: str) -> None:
    asked = firms(*texts)
    groups = situations.groups(asked, lang)
    inside = [p.id for group in groups for p in group.firms]
    assert set(inside) <= {f["id"] for f in asked}
    assert all(len({p.id for p in group.firms}) == len(group.firms) >= 2 for group in groups)
    refusing = {f["id"] for f in asked if stance(f["text_fr"]).refuses}
    assert refusing.isdisjoint(inside)
    sets = [frozenset(p.id for p in group.firms) for group in groups]
    assert all(len(a & b) < 0.5 * len(a | b) for a, b in combinations(sets, 2))


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(PAIRS), st.permutations([0, 1, 2]), st.lists(st.sampled_from(["Voilà.", "Zone nord."]), max_size=2)
)
def test_what_is_stated_incompatible_is_never_joined(
    situations: Situations, pair: tuple[str, ...], order: list[int], more: list[str]
) -> None:
    asked = firms(*(" ".join([text, *more]) for text in pair[1:]))
    found = together(situations, [asked[i] for i in order])
    assert not any({"f0", "f2"} <= group for group in found)


def test_the_order_of_the_firms_changes_nothing(situations: Situations) -> None:
    asked = firms(*PAIRS[0][1:], *PAIRS[5][1:])
    assert together(situations, asked) == together(situations, asked[::-1])


def test_a_line_says_all_that_is_asked_and_is_always_the_same(rows: KnowledgeRows, situations: Situations) -> None:
    case = {"situation_id": "s", "firms": firms(*PAIRS[0][1:])}
    line = situations.line(case, "fr")
    assert list(line) == ["case_id", "task", "groups"]
    assert [list(group) for group in line["groups"]] == [["firms", "resource", "reason"]]
    assert json.dumps(line) == json.dumps(Situations(rows, Linker(rows.resources)).line(case, "fr"))
    assert "horaires" in line["groups"][0]["reason"]


@pytest.mark.parametrize("name", NAMES)
def test_right_groups_are_found_and_none_that_should_stay_apart(situations: Situations, name: str) -> None:
    cases: dict[str, list[dict[str, str]]] = {}
    for row in table(name):
        cases.setdefault(row["situation_id"], []).append(row)
    lines = [situations.line({"situation_id": case, "firms": its}, "fr") for case, its in cases.items()]
    found = situation_score.figures(table(f"{name}_truth"), lines)
    assert found["joined_apart"] == 0
    assert found["found"] >= FOUND


def table(name: str) -> list[dict[str, str]]:
    with (SETS / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_figures_tell_found_and_joined() -> None:
    truth = [
        {"situation_id": "1", "expected": "together", "firms": "a|b|c"},
        {"situation_id": "1", "expected": "apart", "firms": "a|d"},
        {"situation_id": "2", "expected": "together", "firms": "a|b"},
    ]

    def measured(*groups: str) -> dict[str, float]:
        line = {"case_id": "1", "groups": [{"firms": list(group)} for group in groups]}
        return situation_score.figures(truth, [line])

    assert measured("abc") == {"found": 0.5, "exact": 0.5, "right": 1.0, "joined_apart": 0.0}
    assert measured("ab")["exact"] == 0
    assert measured("ab", "xy") == {"found": 0.5, "exact": 0.0, "right": 0.5, "joined_apart": 0.0}
    assert measured("abcd") == {"found": 0.0, "exact": 0.0, "right": 0.0, "joined_apart": 1.0}
    assert measured() == {"found": 0.0, "exact": 0.0, "right": 0.0, "joined_apart": 0.0}


def test_topics_and_traits_name_what_exists(rows: KnowledgeRows) -> None:
    topics, traits = situation_seeds.read_topics(), situation_seeds.read_traits()
    assert {r for t in topics for r in t.resources} <= {r.id for r in rows.resources}
    assert len({t.id for t in topics}) == len(topics)
    places = {t.id for t in topics} | set(situation_seeds.MODES) | {situation_seeds.CONTACT}
    values = {(t.attribute, t.value) for t in traits}
    for trait in traits:
        assert trait.where <= places
        assert {(trait.attribute, other) for other in trait.excludes} <= values
    for code in read_codes():
        assert code.where <= places


def test_no_phrase_shrinks_to_one_word_when_its_articles_go() -> None:
    for topic in situation_seeds.read_topics():
        for phrase in (*topic.words, *topic.words_en):
            named = words_of(phrase)
            assert len(named) == 1 or len(named - ARTICLES) > 1, (topic.id, phrase)


def words_of(phrase: str) -> set[str]:
    return set(fold(phrase).replace("'", " ").split())
