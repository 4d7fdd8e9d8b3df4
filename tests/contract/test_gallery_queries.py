"""Every question of the gallery, executed on both engines and compared with what the world says."""

from typing import Any

import pytest

from symbiosis.knowledge.seeds import read_knowledge
from symbiosis.store import gallery
from symbiosis.store.session import Store
from tests.conftest import ENGINES
from tests.contract import gallery_world
from tests.contract.exact import assert_rows
from tests.contract.registry import tested
from tests.databases import wipe

FR, EN = {"lang": "fr"}, {"lang": "en"}
Case = tuple[str, dict[str, Any], str, list[tuple[Any, ...]]]
CASES: list[Case] = [
    (
        "flows_by_resource", FR | {"commune": ""}, "commune resource direction flows firms",
        [
            ("Aval", "chariot", "POOLS", 2, 2), ("Aval", "chaleur", "NEEDS", 1, 1), ("Aval", "drêche", "NEEDS", 1, 1),
            ("Aval", "drêche", "OFFERS", 1, 1), ("Aval", "farine", "NEEDS", 1, 1), ("Bois", "chaleur", "OFFERS", 1, 1),
            ("Bois", "chariot", "POOLS", 1, 1), ("Bois", "huile usagée", "OFFERS", 1, 1),
            ("Bois", "palette", "NEEDS", 1, 1), ("Bois", "palette", "OFFERS", 1, 1),
        ],
    ),
    (
        "flows_by_resource", EN | {"commune": "54002"}, "commune resource direction flows firms",
        [
            ("Bois", "forklift", "POOLS", 1, 1), ("Bois", "heat", "OFFERS", 1, 1), ("Bois", "pallet", "NEEDS", 1, 1),
            ("Bois", "pallet", "OFFERS", 1, 1), ("Bois", "used oil", "OFFERS", 1, 1),
        ],
    ),
    ("unmet_needs", FR, "resource needs firms", [("farine", 1, 1)]),
    ("offers_without_lead", EN, "firm resource quantity unit", [("Forge", "used oil", 2.0, "t")]),
    ("offered_and_needed", FR, "resource offered_t needed_t balance_t", [("drêche", 100.0, 80.0, 20.0)]),
    (
        "largest_flows", FR | {"unit": "t", "limit": 2}, "firm commune direction resource quantity unit provenance",
        [
            ("Brasserie", "Aval", "OFFERS", "drêche", 100.0, "t", "declared"),
            ("Ferme", "Aval", "NEEDS", "drêche", 80.0, "t", "declared"),
        ],
    ),
    (
        "tonnes_without_outlet", FR, "resource landfilled disposed untold firms",
        [("huile usagée", 2.0, 0.0, 0.0, 1), ("drêche", 0.0, 0.0, 100.0, 1)],  # the pallets' lead is confirmed
    ),
    ("hazardous_by_commune", FR, "commune code resource flows tonnes", [("Bois", "13 02 05", "huile usagée", 1, 2.0)]),
    (
        "age_of_data", {}, "year provenance flows",
        [
            ("2026", "declared", 8), ("2025", "declared", 1), ("2024", "observed", 1), ("2023", "declared", 1),
            ("", "hypothesis", 2),
        ],
    ),
    (
        "not_understood", {}, "text direction flows firms",
        [("machin bleu", "OFFERS", 1, 1), ("truc rouge", "POOLS", 1, 1)],
    ),
    ("who_could_share", EN | {"at_least": 3}, "resource firms names",
     [("forklift", 3, ["Brasserie", "Clinique", "Moulin"])]),
    ("who_could_share", EN | {"at_least": 4}, "resource firms names", []),
    (
        "largest_groups", FR | {"limit": 5}, "resource members names score",
        [
            ("chariot", 3, ["Brasserie", "Clinique", "Moulin"], 3.0),
            ("gardiennage", 2, ["Boutique", "Clinique"], None),
        ],
    ),
    (
        "best_leads", FR | {"limit": 2}, "lead kind resource firms score",
        [
            ("s1", "substitution", "drêche", ["Brasserie", "Ferme"], 2.5),
            ("s5", "substitution", "chaleur", ["Forge", "Moulin"], 0.75),
        ],
    ),
    (
        "leads_by_status", {}, "kind origin judgement leads",
        [
            ("mutualisation", "identified", "proposed", 1), ("mutualisation", "matcher", "proposed", 1),
            ("substitution", "matcher", "proposed", 5), ("substitution", "matcher", "confirmed", 1),
            ("substitution", "matcher", "refused", 1),
        ],
    ),
    ("refusals", FR, "reason resource refusals", [("too_far", "chaleur", 1)]),
    (
        "both_ways", FR, "first gives_first second gives_second",
        [("Brasserie", "drêche", "Moulin", "farine"), ("Forge", "chaleur", "Moulin", "palette")],
    ),
    (
        "cycles_of_three", FR, "first gives_first second gives_second third gives_third",
        [("Brasserie", "drêche", "Ferme", "palette", "Moulin", "farine")],
    ),
    (
        "chains_of_three", EN | {"limit": 10}, "first gives_first through gives_second last",
        [("Brasserie", "spent grain", "Ferme", "pallet", "Moulin")],
    ),
    (
        "hubs", FR | {"limit": 50}, "firm leads partners resources",
        [
            ("Moulin", 6, 4, ["chaleur", "chariot", "drêche", "farine", "palette"]),
            ("Brasserie", 4, 3, ["chariot", "drêche", "farine"]), ("Clinique", 2, 3, ["chariot"]),
            ("Ferme", 2, 2, ["drêche", "palette"]), ("Forge", 2, 1, ["chaleur", "palette"]), ("Boutique", 1, 1, []),
        ],
    ),
    ("one_giver_only", FR, "resource firm leads takers", [("drêche", "Brasserie", 2, 2)]),
    ("sectors_never_visited", EN, "sector name firms employees", [("47.11", "retail", 1, 2)]),
    ("known_by_commune", {}, "commune firms known share", [("Aval", 3, 3, 100.0), ("Bois", 3, 2, 66.7)]),
    ("firms_without_lead", {"limit": 10}, "firm commune flows", [("Atelier", "", 1)]),
    (
        "exchanges_between_communes", {}, "from to leads",
        [("Aval", "Bois", 2), ("Bois", "Bois", 2), ("Aval", "Aval", 1), ("Bois", "Aval", 1)],
    ),
    (
        "heat_within", {"celsius": 60, "km": 2}, "giver offered_c offered_mwh taker needed_c km",
        [("Forge", 90.0, 500.0, "Clinique", 60.0, 1.3)],  # 1.11 km north, 0.73 km east
    ),
    ("heat_within", {"celsius": 60, "km": 1}, "giver offered_c offered_mwh taker needed_c km", []),
    ("heat_within", {"celsius": 95, "km": 2}, "giver offered_c offered_mwh taker needed_c km", []),
    ("energy_by_commune", {}, "commune offered_mwh needed_mwh", [("Bois", 500.0, 0.0), ("Aval", 0.0, 300.0)]),
    (
        "one_new_firm", FR | {"nace": "11.05Z"}, "brings resource firms names",
        [("TYPICALLY_NEEDS", "palette", 1, ["Moulin"]), ("TYPICALLY_OFFERS", "drêche", 1, ["Ferme"])],
    ),
    (
        "who_could_take", FR | {"resource": "pallet"}, "use sector firm commune",
        [("combustible", "25.50", "Forge", "Bois")],
    ),
    ("uses_nobody_performs", FR, "use resources offers", [("régénération", ["huile usagée"], 1)]),
    (
        "hypotheses_confirmed", FR, "resource direction asked yes no rate",
        [("drêche", "offer", 1, 1, 0, 100.0), ("palette", "need", 2, 1, 1, 50.0)],
    ),
    (
        "precedents_here", FR, "resource use place country year offers",
        [("drêche", "alimentation animale", "Riverside", "FR", "1999", 1)],
    ),
]  # fmt: skip
tested.update(f"gallery/{case[0]}" for case in CASES)
tested.add("gallery/around_a_firm")


@pytest.fixture(scope="module", params=ENGINES)
def world(request: pytest.FixtureRequest) -> Store:
    store: Store = request.getfixturevalue(f"{request.param}_store")
    gallery_world.load(wipe(store))
    return store


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_question_gives_exactly_this(world: Store, case: Case) -> None:
    name, given, columns, rows = case
    question = f"gallery/{name}"
    assert_rows(world.read(question, **given), columns, rows)


def test_around_a_firm_gives_its_leads_and_who_is_behind_them(world: Store) -> None:
    rows = world.read("gallery/around_a_firm", firm="forge")
    assert [(r["firm"]["id"], r["lead"]["id"], r["other"]["id"]) for r in rows] == [
        ("forge", "s2", "mill"), ("forge", "s5", "mill"),
    ]  # fmt: skip
    assert {r["firm"]["id"] for r in world.read("gallery/around_a_firm", firm="")} == {"mill"}  # it has most leads


def test_what_a_question_names_by_itself_exists_in_the_seeds() -> None:
    """A click answers with something: the usual resource and sector are known ones."""
    seeds = read_knowledge()
    known = {"resource": {r.id for r in seeds.resources}, "nace": {s.nace for s in seeds.sectors}}
    for entry in gallery.every():
        for parameter in entry.parameters:
            assert parameter.name not in known or parameter.usual in known[parameter.name], entry.name


def test_the_gallery_explains_every_question_in_both_languages_and_names_its_parameters() -> None:
    entries = gallery.every()
    assert len(entries) >= 25
    given = {name: set(params) - {"lang"} for name, params, _, _ in CASES} | {"around_a_firm": {"firm"}}
    for entry in entries:
        assert all((entry.title.fr, entry.title.en, entry.about.fr, entry.about.en))
        assert {p.name for p in entry.parameters} == given[entry.name]
        columns = next((c.split() for name, _, c, _ in CASES if name == entry.name), [])
        assert entry.measure in ("", *columns), entry.name
