"""A declaration understood: always an answer, never an exception, whatever is typed."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Unit
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.declaration import Declarations, lines
from symbiosis.knowledge.quantities import Quantity

GARBAGE = [
    "",
    " ",
    "x",
    "🏭♻️",
    "<b>palettes</b>",
    "15 01 03*",
    "99 99 99",
    "木材",
    "a" * 10_000,
    "palettes, " * 2_000,
    "\0",
]
CODES = {"waste_codes", "receivers", "uses", "resources"}


def answered(declarations: Declarations, text: str, kind: str = "") -> list[dict[str, object]]:
    return lines(declarations, {"id": "1", "text_fr": text, "donor_naf": "10.71C", "kind": kind}, "fr")


@pytest.mark.parametrize("text", GARBAGE)
def test_anything_typed_gets_a_line(declarations: Declarations, text: str) -> None:
    assert answered(declarations, text)


@given(st.text(max_size=120), st.sampled_from(["", "offer", "need", "share", "rubbish"]))
def test_every_text_is_answered_in_the_agreed_form(declarations: Declarations, text: str, kind: str) -> None:
    found = answered(declarations, text, kind)
    assert [line["part"] for line in found] == list(range(1, len(found) + 1))
    assert {line["hazard"] for line in found} <= {"no", "yes", "mirror", "unknown"}
    assert {line["kind"] for line in found} <= {d.value for d in Direction}
    assert all(isinstance(line[name], list) for line in found for name in CODES)
    assert json.loads(json.dumps(found)) == found


@given(st.text(max_size=60))
def test_the_surest_resource_stands_first(declarations: Declarations, text: str) -> None:
    for thing in declarations.understand(text):
        sure = [meant.confidence for meant in thing.resources]
        assert sure == sorted(sure, reverse=True)
        assert all(0 <= one <= 1 for one in sure)


@pytest.mark.parametrize("kind", ["offer", "need", "share"])
def test_what_the_form_tells_is_believed(declarations: Declarations, kind: str) -> None:
    assert {line["kind"] for line in answered(declarations, "palettes cassées", kind)} == {kind}


def test_codes_have_no_asterisk_and_are_those_of_the_list(declarations: Declarations, rows: KnowledgeRows) -> None:
    known = {entry.code for entry in rows.waste}
    codes = {
        code
        for text in ("huile de vidange", "amiante")
        for t in declarations.understand(text)
        for code in t.waste_codes
    }
    assert codes
    assert codes <= known


def test_an_offer_has_takers_and_uses_and_a_need_suppliers(declarations: Declarations) -> None:
    (offer,), (need,) = declarations.understand("drêches"), declarations.understand("on cherche des drêches")
    assert offer.receivers
    assert offer.uses
    assert need.receivers[0] == "11"
    assert offer.receivers[0] != "11"


def test_the_other_language_is_read_where_one_is_missing(declarations: Declarations) -> None:
    query = {"id": "1", "text_fr": "", "text_en": "used tyres"}
    assert lines(declarations, query, "fr")[0]["resources"] == lines(declarations, query, "en")[0]["resources"]


@pytest.mark.parametrize(("text", "hazard"), [("13 02 05*", "yes"), ("130205", "yes"), ("huile, code 13 02 05", "yes")])
def test_a_code_that_is_written_is_believed(declarations: Declarations, text: str, hazard: str) -> None:
    (line,) = answered(declarations, text)
    assert (line["waste_codes"][0], line["hazard"]) == ("13 02 05", hazard)  # type: ignore[index]


@pytest.mark.parametrize("text", ["99 99 99", "12 000 kg de sciure"])
def test_a_number_that_is_no_code_is_none(declarations: Declarations, text: str) -> None:
    (line,) = answered(declarations, text)
    assert {"99 99 99", "12 00 00"}.isdisjoint(line["waste_codes"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "resource"), [("03 01 05", "sawdust"), ("130205*", "engine_oil"), ("13 02 05 *", "engine_oil")]
)
def test_a_waste_code_alone_is_read_as_what_goes_under_it(declarations: Declarations, text: str, resource: str) -> None:
    (thing,) = declarations.understand(text, "16.10A")
    assert thing.resources[0].resource.id == resource
    assert thing.waste_codes[0] == " ".join(re.findall(r"\d\d", text))
    assert thing.quantity is None


def test_a_waste_code_is_no_quantity_and_leaves_the_quantity_be(declarations: Declarations) -> None:
    (thing,) = declarations.understand("03 01 05 3 t par mois")
    assert thing.quantity == Quantity(3, Unit.TONNE, "month")


@pytest.mark.parametrize("text", ["", "a", "\N{GRINNING FACE}", "  ?! "])
def test_of_what_says_nothing_nothing_is_said(declarations: Declarations, text: str) -> None:
    (thing,) = declarations.understand(text)
    assert (thing.resources, thing.waste_codes, thing.receivers, thing.uses) == ((), (), (), ())
    assert thing.hazard == "unknown"
