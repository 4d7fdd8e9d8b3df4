"""Ids are made from what never changes."""

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.ids import flow_id, group_id, stable_id, substitution_id

parts = st.lists(st.text(st.characters(exclude_characters="\x1f", codec="utf-8"), max_size=8), min_size=1, max_size=4)


def test_an_id_is_the_same_in_every_process_and_release() -> None:
    assert stable_id("flow", "a", "b") == "flow-f04cdced9736a69d"
    assert group_id("wood", ("a", "b")) == "mut-f263015360799e3d"


@given(parts, parts)
def test_different_parts_make_different_ids(one: list[str], other: list[str]) -> None:
    assert (stable_id("x", *one) == stable_id("x", *other)) == (one == other)


def test_parts_are_not_run_together() -> None:
    assert stable_id("x", "ab", "c") != stable_id("x", "a", "bc")


def test_the_same_words_entered_twice_are_two_flows() -> None:
    assert flow_id("a", "offer", "bois", "", 0) != flow_id("a", "offer", "bois", "", 1)


def test_a_group_is_named_alike_whoever_comes_first() -> None:
    assert group_id("wood", ("a", "b")) == group_id("wood", ("b", "a"))
    assert group_id("wood", ("a", "b")) != group_id("sand", ("a", "b"))


def test_a_substitution_has_a_direction() -> None:
    assert substitution_id("a", "b") != substitution_id("b", "a")
