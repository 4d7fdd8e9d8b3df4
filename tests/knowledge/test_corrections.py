"""Users' corrections on top of the shipped rows."""

import csv
import io
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.corrections import Correction, Problem, Trouble
from symbiosis.domain.enums import CorrectionKind as Kind
from symbiosis.domain.enums import Direction, Hazard
from symbiosis.domain.knowledge import KnowledgeRows, Sector, TypicalFlow
from symbiosis.domain.views import Label
from symbiosis.knowledge import Knowledge, build
from symbiosis.knowledge.choices import choices, exactly
from symbiosis.knowledge.correction_table import COLUMNS, to_csv
from symbiosis.knowledge.corrections import apply, apply_all, check
from tests.matching import worlds

ROWS = replace(
    worlds.knowledge(
        worlds.resource("wood", synonyms_fr=("bois",)),
        worlds.resource("oil", hazard=Hazard.YES, waste_codes=("13 02 05*",)),
        worlds.resource("crane"), worlds.sharing("crane"), worlds.use("fuel"), worlds.use("refining", treatment=True),
        worlds.usable("wood", "fuel"), worlds.usable("oil", "refining"), worlds.performs("10.71", "fuel"),
    ),
    sectors=(Sector("10.71", "boulangerie", "bakery"), Sector("16.10", "sciage", "sawmill")),
    typical=(TypicalFlow("16.10", Direction.OFFER, "wood", 0.5, 0.5, "s"),),
)  # fmt: skip
THINGS = ("wood", "oil", "crane", "gone")
NAMES = ("planche", "copeau", "bois", "fuel", "schnapps")


def said(kind: Kind, at: int = 0, **told: Any) -> Correction:
    given = {"reason": "vu", "by": "Léa", "id": f"c-{at:04}", "at": f"2026-01-01T00:00:{at:04}"}
    return Correction(kind, **(given | told))


SYNONYM = said(Kind.RESOURCE_SYNONYM, text="Planches usées", language="fr", resource="wood")
BARK = said(Kind.RESOURCE, fr="Écorce", en="Bark", like="wood")
BURNT = said(Kind.USABLE_AS, resource="crane", use="fuel", maturity="common")
SAWN = said(Kind.PERFORMS, nace="16.10", use="fuel")
ANYTHING = st.builds(
    Correction, kind=st.sampled_from(Kind), reason=st.just("r"), by=st.just("Léa"), active=st.booleans(),
    resource=st.sampled_from((*THINGS, *(replace(BARK, fr=name).made for name in NAMES[:2]))),
    use=st.sampled_from(("fuel", "refining", "gone")), nace=st.sampled_from(("10.71", "16.10", "99")),
    direction=st.sampled_from(("offer", "need", "x")), language=st.sampled_from(("fr", "en")),
    text=st.sampled_from(NAMES), fr=st.sampled_from(NAMES), en=st.sampled_from(NAMES),
    like=st.sampled_from(THINGS), hazard=st.sampled_from(("", "no", "yes", "x")),
    waste_code=st.sampled_from(("", "13 02 05", "13 02 05*", "x")), maturity=st.sampled_from(("common", "x")),
)  # fmt: skip
MANY = st.lists(ANYTHING, max_size=12).map(
    lambda all_: [replace(c, id=f"c-{i:04}", at=f"2026-01-01T00:00:{i:04}") for i, c in enumerate(all_)]
)


@settings(max_examples=150, deadline=None)
@given(MANY, st.randoms(use_true_random=False))
def test_applied_twice_or_in_another_order_they_give_the_same_and_touch_no_shipped_row(
    corrections: list[Correction], chance: Any
) -> None:
    before = deepcopy(ROWS)
    once = apply(ROWS, corrections)
    assert before == ROWS
    assert apply(once, corrections) == once
    assert apply(ROWS, chance.sample(corrections, len(corrections))) == once
    resources, uses = {r.id for r in once.resources}, {u.id for u in once.uses}
    assert {e.resource_id for e in once.usable_as} <= resources and {e.use_id for e in once.usable_as} <= uses
    assert {p.use_id for p in once.performs} <= uses and {s.resource_id for s in once.sharing} <= resources


@given(st.permutations([SYNONYM, BARK, BURNT, SAWN, replace(SYNONYM, text="copeau"), replace(SYNONYM, text="ais")]))
def test_whichever_of_independent_ones_came_first_the_rows_are_the_same(order: list[Correction]) -> None:
    dated = [replace(c, at=f"2026-01-0{day}", by="Léa", id=str(day)) for day, c in enumerate(order, 1)]
    as_one = [replace(c, id=str(i), at="2026-01-01") for i, c in enumerate(sorted(order, key=str))]
    assert _unsigned(apply(ROWS, dated)) == _unsigned(apply(ROWS, as_one))


def _unsigned(rows: KnowledgeRows) -> KnowledgeRows:
    """Return the rows without who said them and when."""
    return replace(
        rows, resources=tuple(replace(r, source="") for r in rows.resources),
        usable_as=tuple(replace(e, source="") for e in rows.usable_as),
        performs=tuple(replace(p, source="") for p in rows.performs),
    )  # fmt: skip


def test_a_synonym_is_understood(knowledge: Knowledge) -> None:
    slang = said(Kind.RESOURCE_SYNONYM, text="schmilblick", language="fr", resource="spent_grain")
    found = build(apply(knowledge.rows, [slang])).linker.best("Schmilblicks")
    assert found and (found.resource_id, found.confidence) == ("spent_grain", 1.0)


def test_a_use_is_found_by_an_added_synonym() -> None:
    rows = apply(ROWS, [said(Kind.USE_SYNONYM, text="chauffe-marcel", language="fr", use="fuel")])
    assert (build(ROWS).uses.find("chauffe-marcel"), build(rows).uses.find("chauffe-marcel")) == ("", "fuel")


def test_a_new_resource_takes_unit_money_uses_and_sharing_from_the_one_it_resembles() -> None:
    rows = apply(ROWS, [BARK, said(Kind.RESOURCE, 1, fr="Grue à tour", en="Tower crane", like="crane")])
    bark, wood = (next(r for r in rows.resources if r.fr == name) for name in ("Écorce", "wood"))
    assert (bark.unit, bark.purchase_eur, bark.haul_eur_km) == (wood.unit, wood.purchase_eur, wood.haul_eur_km)
    assert bark.synonyms_fr == () and "Léa" in bark.source
    assert [e.use_id for e in rows.usable_as if e.resource_id == BARK.made] == ["fuel"]
    assert len(rows.sharing) == 2


def test_an_edge_is_switched_off_and_the_latest_word_holds() -> None:
    off = [
        said(Kind.NOT_USABLE_AS, 1, resource="wood", use="fuel"),
        said(Kind.NOT_PERFORMS, 2, nace="10.71", use="fuel"),
        said(Kind.NOT_TYPICAL, 3, nace="16.10", direction="offer", resource="wood"),
    ]
    rows = apply(ROWS, off)
    assert ([e.resource_id for e in rows.usable_as], rows.performs, rows.typical) == (["oil"], (), ())
    on_again = said(Kind.USABLE_AS, 4, resource="wood", use="fuel", maturity="research")
    edge = next(e for e in apply(ROWS, [*off, on_again]).usable_as if e.resource_id == "wood")
    assert edge.maturity == "research" and "Léa" in edge.source
    assert apply(ROWS, [replace(c, active=False) for c in off]) is ROWS


def test_what_was_said_of_a_resource_holds_when_it_was_taken_back_and_added_again() -> None:
    edge = said(Kind.USABLE_AS, 1, resource=BARK.made, use="refining", maturity="common")
    off = said(Kind.NOT_USABLE_AS, 2, resource=BARK.made, use="fuel")
    twig = said(Kind.RESOURCE, 3, fr="Brindille", en="Twig", like=BARK.made)
    rows, standing = apply_all(ROWS, [edge, off, twig, replace(BARK, id="c-9", at="2026-02-01")])
    assert set(standing.values()) == {None}
    assert [e.use_id for e in rows.usable_as if e.resource_id == BARK.made] == ["refining"]
    assert twig.made in {r.id for r in rows.resources}


def test_a_new_resource_does_not_take_over_what_was_switched_off() -> None:
    off = said(Kind.NOT_USABLE_AS, 1, resource="wood", use="fuel")
    rows = apply(ROWS, [off, replace(BARK, id="c-2", at="2026-02-01")])
    assert "fuel" not in {e.use_id for e in rows.usable_as}


REFUSED: list[tuple[Correction, Trouble, str]] = [
    (replace(SYNONYM, resource="gone"), Trouble.UNKNOWN_RESOURCE, "resource"),
    (replace(SYNONYM, text="  "), Trouble.EMPTY, "text"),
    (replace(SYNONYM, text="12 !"), Trouble.TOO_VAGUE, "text"),
    (replace(SYNONYM, text="a"), Trouble.TOO_VAGUE, "text"),
    (replace(SYNONYM, text="de la"), Trouble.TOO_VAGUE, "text"),
    (replace(SYNONYM, text="déchets"), Trouble.TOO_VAGUE, "text"),
    (replace(SYNONYM, text="03 01 05"), Trouble.TOO_VAGUE, "text"),
    (replace(SYNONYM, text="x" * 10_000), Trouble.TOO_LONG, "text"),
    (replace(SYNONYM, text="huile " * 2_000), Trouble.TOO_LONG, "text"),
    (replace(SYNONYM, text="OIL"), Trouble.TAKEN, "text"),
    (replace(SYNONYM, text="les bois"), Trouble.ALREADY, "text"),
    (replace(SYNONYM, language="de"), Trouble.UNKNOWN_VALUE, "language"),
    (replace(SYNONYM, reason=" "), Trouble.EMPTY, "reason"),
    (replace(SYNONYM, reason="x" * 10_000), Trouble.TOO_LONG, "reason"),
    (replace(BARK, like="gone"), Trouble.UNKNOWN_RESOURCE, "like"),
    (replace(BARK, en="wood"), Trouble.TAKEN, "en"),
    (replace(BARK, waste_code="13"), Trouble.BAD_CODE, "waste_code"),
    (replace(BARK, waste_code="13 02 05"), Trouble.HAZARDOUS_CODE, "hazard"),
    (said(Kind.USE, fr="Fuel", en="what burns"), Trouble.TAKEN, "fr"),
    (replace(BURNT, use="gone"), Trouble.UNKNOWN_USE, "use"),
    (replace(BURNT, resource="wood"), Trouble.ALREADY, "use"),
    (replace(BURNT, resource="oil"), Trouble.HAZARDOUS_USE, "use"),
    (replace(SAWN, nace="99.99"), Trouble.UNKNOWN_SECTOR, "nace"),
    (replace(SAWN, nace="10.71"), Trouble.ALREADY, "nace"),
    (said(Kind.NOT_USABLE_AS, resource="crane", use="fuel"), Trouble.ABSENT, "use"),
    (said(Kind.NOT_PERFORMS, nace="16.10", use="fuel"), Trouble.ABSENT, "nace"),
    (said(Kind.NOT_TYPICAL, nace="16.10", direction="need", resource="wood"), Trouble.ABSENT, "resource"),
]  # fmt: skip


@pytest.mark.parametrize(("correction", "trouble", "field"), REFUSED)
def test_what_makes_no_sense_is_refused_saying_why(correction: Correction, trouble: Trouble, field: str) -> None:
    problem = check(ROWS, correction)
    assert problem and (problem.trouble, problem.field) == (trouble, field)
    if trouble is Trouble.TAKEN:
        assert problem.about in ("oil", "wood", "fuel")


@pytest.mark.parametrize("correction", [SYNONYM, BARK, BURNT, SAWN, replace(SYNONYM, text="<b>planche</b> & Cie")])
def test_what_makes_sense_is_taken(correction: Correction) -> None:
    assert check(ROWS, correction) is None


def test_one_whose_resource_has_gone_is_told_and_changes_nothing() -> None:
    without = replace(ROWS, resources=ROWS.resources[1:], usable_as=ROWS.usable_as[1:], typical=())
    rows, standing = apply_all(without, [SYNONYM, replace(SAWN, id="c-2")])
    assert standing == {SYNONYM.id: Problem(Trouble.UNKNOWN_RESOURCE, "resource", "wood"), "c-2": None}
    assert rows.resources == without.resources


def test_a_shipped_resource_of_the_same_name_takes_the_place_of_the_one_a_user_added() -> None:
    upgraded = replace(ROWS, resources=(*ROWS.resources, worlds.resource("bark", fr="écorces")))
    later = said(Kind.USABLE_AS, 1, resource=BARK.made, use="refining", maturity="common")
    rows, standing = apply_all(upgraded, [BARK, later])
    assert standing == {BARK.id: Problem(Trouble.TAKEN, "fr", "bark"), later.id: None}
    assert ("bark", "refining") in {(e.resource_id, e.use_id) for e in rows.usable_as}


def test_the_table_holds_every_correction_and_no_formula() -> None:
    nasty = [replace(SYNONYM, text=start + "1+1", reason='a "b"\nc', id=f"c-{i}") for i, start in enumerate("=+-@")]
    text = to_csv([*nasty, BARK], {"c-1": Problem(Trouble.TAKEN, "text", "oil")}, {"wood": Label("wood", "Bois", "W")})
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["text"] for row in rows[:4]] == [f"'{start}1+1" for start in "=+-@"]
    assert rows[0]["reason"] == 'a "b"\nc' and rows[0]["resource_fr"] == "Bois"
    assert [row["status"] for row in rows] == ["in force", "without effect", *["in force"] * 3]
    assert rows[4]["made"] == BARK.made and rows[0]["made"] == ""


@pytest.mark.parametrize(
    ("what", "text", "wanted"),
    [
        ("resource", "dréches brasserie", "spent_grain"), ("like", "palettes", "pallet"),
        ("use", "litiere animale", "animal_bedding"), ("nace", "10.71Z", "10.71"), ("nace", "boulangeries", "10.71"),
    ],
)  # fmt: skip
def test_a_few_words_bring_up_what_may_be_meant(knowledge: Knowledge, what: str, text: str, wanted: str) -> None:
    assert any(wanted in label.id for label in choices(knowledge, what, text))


@pytest.mark.parametrize("text", ["", " ", "🏭", "x" * 10_000, "<b>", "12"])
@pytest.mark.parametrize("what", ["resource", "use", "nace"])
def test_odd_words_bring_up_something_or_nothing_but_never_fail(knowledge: Knowledge, what: str, text: str) -> None:
    assert len(choices(knowledge, what, text)) <= 8
    assert text == "12" or exactly(knowledge, what, text) is None


def test_a_name_an_id_or_a_code_is_exactly_one_thing(knowledge: Knowledge) -> None:
    named = next(r for r in knowledge.rows.resources if r.id == "spent_grain")
    assert {exactly(knowledge, "resource", t) for t in (named.id, named.fr.upper(), named.en)} == {
        Label(named.id, named.fr, named.en)
    }
    code = exactly(knowledge, "nace", "10.71z")
    assert code and code.id == "10.71"
