"""Text to use, and what a flow is understood to be."""

import pytest

from symbiosis.domain.enums import Direction
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import Knowledge, build
from symbiosis.knowledge.uses import UseFinder
from tests.matching.worlds import knowledge as rows_of
from tests.matching.worlds import resource, usable, use

FINDER = UseFinder([use("animal bedding"), use("bedding"), use("fuel")])


def test_every_use_is_found_by_both_its_names(rows: KnowledgeRows, knowledge: Knowledge) -> None:
    missed = [(u.id, name) for u in rows.uses for name in (u.fr, u.en) if knowledge.uses.find(name) != u.id]
    assert missed == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Fuel", "fuel"),
        ("as fuel for our boiler", "fuel"),
        ("animal bedding, dry", "animal bedding"),
        ("beddings", "bedding"),
    ],
)
def test_a_use_is_found_within_a_sentence_and_the_fullest_name_wins(typed: str, expected: str) -> None:
    assert FINDER.find(typed) == expected


@pytest.mark.parametrize("typed", ["", " ", "?", "🏭", "nothing of the kind", "x" * 10_000])
def test_what_names_no_use_finds_none(typed: str) -> None:
    assert FINDER.find(typed) == ""


def test_a_flow_is_understood_by_its_text_its_code_and_its_use(knowledge: Knowledge) -> None:
    flow = Flow("1", "a", Direction.NEED, "drêches", use_text="Aide alimentaire")
    linked = knowledge.understand(flow)
    assert linked.link is not None
    assert (linked.flow, linked.link.resource_id, linked.use_id) == (flow, "spent_grain", "food_aid")


def test_a_flow_nobody_understands_stays_to_be_made_clear(knowledge: Knowledge) -> None:
    assert knowledge.understand(Flow("1", "a", Direction.OFFER, "voir avec Marcel")).link is None


def test_a_resource_reaches_itself_and_all_that_share_a_use_with_it() -> None:
    rows = rows_of(*map(resource, "abcd"), use("u"), use("v"), usable("a", "u"), usable("b", "u"), usable("c", "v"))
    flow = Flow("1", "f", Direction.OFFER, "")
    reached = {name: build(rows).reach(LinkedFlow(flow, Link(name, 1.0, name))) for name in "abcd"}
    assert reached == {"a": {"a", "b"}, "b": {"a", "b"}, "c": {"c"}, "d": {"d"}}


def test_around_resources_stand_those_that_share_a_use_with_one_of_them() -> None:
    shared = (usable("a", "u"), usable("b", "u"), usable("b", "v"), usable("c", "v"))
    knowledge = build(rows_of(*map(resource, "abcd"), use("u"), use("v"), *shared))
    assert knowledge.around(frozenset("a")) == set("ab") and knowledge.around(frozenset("ad")) == set("abd")
    assert knowledge.around(frozenset("ab")) == set("abc")


def test_a_flow_that_names_only_its_use_reaches_all_that_serves_it() -> None:
    rows = rows_of(*map(resource, "ab"), use("u"), usable("a", "u"))
    assert build(rows).reach(LinkedFlow(Flow("1", "f", Direction.NEED, ""), None, "u")) == {"a"}
