"""Who is put together for what, and who never is: by times, temperature, hygiene, licence, place, size, date, will."""

import csv
import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import situation_score, situation_seeds
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.situations import Situations
from symbiosis.knowledge.slots import moments
from symbiosis.knowledge.stance import stance

SETS = Path(__file__).parents[1] / "evaluation"
NAMES = (
    "situations",
    "situations_fresh",
    "situations_last",
    "situations_unseen",
    "situations_final",
    "situations_check",
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
    assert {t.resource_id for t in topics} <= {r.id for r in rows.resources}
    assert len({t.id for t in topics}) == len(topics)
    places = {t.id for t in topics} | set(situation_seeds.MODES) | {situation_seeds.CONTACT}
    values = {(t.attribute, t.value) for t in traits}
    for trait in traits:
        assert trait.where <= places
        assert {(trait.attribute, other) for other in trait.excludes} <= values
