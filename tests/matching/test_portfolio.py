"""The portfolio: nothing promised twice, nobody overfilled, and no better set."""

from collections import defaultdict
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.portfolio import Option, Planned
from symbiosis.matching.portfolio import choose, size

amounts = st.none() | st.sampled_from([0.0, -1.0, 0.5, 10.0, 200.0, 1e9])


def option(name: str, offer: str, need: str, **more: object) -> Option:
    told: dict[str, object] = {"offered": 10.0, "wanted": 10.0, "value": 1.0, "unit": "t", "promised": False} | more
    return Option(name, offer, need, **told)  # type: ignore[arg-type]


@st.composite
def options(draw: st.DrawFn) -> list[Option]:
    offered = {o: draw(amounts) for o in "abcd"}
    wanted = {n: draw(amounts) for n in "wxyz"}
    pairs = draw(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=12, unique=True))
    value = st.sampled_from([-5.0, 0.0, 0.1, 1.0, 30.0])
    return [
        option(o + n, o, n, offered=offered[o], wanted=wanted[n], value=draw(value), promised=draw(st.booleans()))
        for o, n in pairs
    ]


def used(every: list[Option], chosen: tuple[Planned, ...]) -> dict[str, float]:
    by_id = {o.id: o for o in every}
    totals: dict[str, float] = defaultdict(float)
    for planned in chosen:
        totals[by_id[planned.id].offer_id] += planned.amount
        totals[by_id[planned.id].need_id] += planned.amount
    return totals


@settings(deadline=None, max_examples=60)
@given(options())
def test_no_tonne_is_promised_twice_and_nobody_is_overfilled(every: list[Option]) -> None:
    totals = used(every, choose(every))
    for o in every:
        for end, most in ((o.offer_id, o.offered), (o.need_id, o.wanted)):
            assert most is None or most <= 0 or totals[end] <= most * (1 + 1e-6) + 0.01


@settings(deadline=None, max_examples=60)
@given(options(), st.randoms())
def test_the_order_of_the_leads_is_no_matter(every: list[Option], dice: object) -> None:
    mixed = sorted(every, key=lambda o: o.id[::-1])
    assert choose(every) == choose(mixed)


@settings(deadline=None, max_examples=60)
@given(options())
def test_no_greedy_set_is_worth_more(every: list[Option]) -> None:
    free = [o for o in every if not o.promised and o.value > 0 and size(o)]
    best = sum(p.value for p in choose(free))
    for order in list(permutations(free[:5]))[:24]:
        left: dict[str, float] = {}
        worth = 0.0
        for o in order:
            ends = [(o.offer_id, o.offered), (o.need_id, o.wanted)]
            room = min(left.get(end, most) for end, most in ends if most is not None and most > 0)
            for end, most in ends:
                if most is not None and most > 0:
                    left[end] = left.get(end, most) - room
            worth += room * o.value
        assert best >= worth * 0.98 - 0.1


def test_the_better_of_two_takers_gets_it_and_the_other_what_is_left() -> None:
    every = [option("low", "a", "x", wanted=6.0), option("high", "a", "y", wanted=8.0, value=3.0)]
    assert [(p.id, p.amount) for p in choose(every)] == [("high", 8.0), ("low", 2.0)]


def test_what_people_confirmed_is_served_before_what_is_worth_more() -> None:
    every = [option("kept", "a", "x", promised=True, value=-1.0), option("rich", "a", "y", value=99.0)]
    assert [p.id for p in choose(every)] == ["kept"]


@pytest.mark.parametrize(("offered", "wanted"), [(None, None), (0.0, None), (-3.0, None)])
def test_what_nobody_measured_is_in_no_set(offered: float | None, wanted: float | None) -> None:
    assert choose([option("a", "a", "x", offered=offered, wanted=wanted)]) == ()


def test_what_brings_nothing_is_in_no_set_and_one_known_side_is_enough() -> None:
    assert choose([option("a", "a", "x", value=0.0)]) == ()
    assert [p.amount for p in choose([option("a", "a", "x", offered=None, wanted=4.0)])] == [4.0]
    assert choose([]) == ()
