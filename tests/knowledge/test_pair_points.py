"""What kinds of evidence weigh: sums that add up, facts that no likeness makes good."""

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.pair_points import BASE, MOST_FOR, Points, read_points, total

TABLE = read_points()
KINDS = st.sampled_from(sorted(TABLE.keys() - {BASE}))


def told(*kinds: str) -> list[Evidence]:
    return [Evidence(0.0, kind, kind, kind=kind) for kind in kinds]


def test_the_sum_starts_from_the_base_and_each_kind_adds_its_points() -> None:
    table = {BASE: Points(0.5, 0, False), "a": Points(2.0, 0.5, False), "b": Points(-1.0, -0.25, False)}
    assert total([], table) == 0.5
    assert total(told("a"), table) == 2.5
    assert total(told("a", "a", "b", "b", "b"), table) == 0.5 + 2.5 - 1.5
    assert total([Evidence(0.0, "", "", kind="a", amount=-1.5)], table) == 0.5 - 3.0


def test_what_is_not_in_the_table_weighs_nothing() -> None:
    assert total(told("never heard of"), TABLE) == total([], TABLE)


@given(st.lists(KINDS, max_size=8), KINDS)
def test_one_more_of_a_kind_moves_the_sum_its_own_way(kinds: list[str], more: str) -> None:
    before, after = total(told(*kinds), TABLE), total(told(*kinds, more), TABLE)
    points = TABLE[more]
    if points.first <= 0 and points.further <= 0:
        assert after <= before
    elif not any(TABLE[kind].fact for kind in kinds):
        assert after >= before


@given(st.lists(KINDS, max_size=8))
def test_a_fact_against_a_pair_is_not_made_good_by_likeness(kinds: list[str]) -> None:
    facts = [points.first for points in TABLE.values() if points.fact]
    assert max(facts) < -MOST_FOR
    assert total([*told(*kinds), *told("size_against")], TABLE) <= 0
