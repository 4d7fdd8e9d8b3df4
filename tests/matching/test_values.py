"""Whatever is in the data, a criterion says something between -1 and 1, and says it without a warning."""

import warnings
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.tables import Floats
from symbiosis.matching import candidates, groups, model, rules
from symbiosis.matching.criteria import known
from symbiosis.matching.pairs import look_up
from tests.matching.leads import circle, lead, pair_evidence
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import World, knowledge, north, resource, sharing, tonnes, use

WILD = (float("nan"), float("inf"), float("-inf"), 0.0, -0.0, 1e12, -1e12, 1e-320, 1.0, 20.0)
wild = st.none() | st.sampled_from(WILD)
finite = st.sampled_from([0.0, 1e-9, 1.0, 1e12])


@st.composite
def wild_flows(draw: st.DrawFn) -> dict[str, Any]:
    return {
        **tonnes(draw(st.sampled_from(WILD))),
        "temperature_c": draw(wild),
        "as_of": draw(st.sampled_from(["", "0000", "9999", "²²²²", "1e12", "-999"])),
        "confidence": draw(st.sampled_from([0.0, 0.6, 1.0, 2.0])),
    }


@st.composite
def wild_leads(draw: st.DrawFn) -> World:
    place = (draw(wild), draw(wild))
    return lead(draw(wild_flows()), draw(wild_flows()), place, disposal_eur=draw(finite), purchase_eur=-draw(finite))


@st.composite
def wild_circles(draw: st.DrawFn) -> World:
    members = draw(st.lists(wild_flows(), min_size=2, max_size=4))
    trigger = draw(st.none() | st.sampled_from([1e-9, 1.0, 1e12]))
    return circle(*members, km=draw(finite), radius_km=draw(finite), trigger_quantity=trigger)


def within(values: Floats) -> bool:
    return bool(np.isfinite(values).all() and (np.abs(values) <= 1).all())


@patient
@given(wild_leads())
def test_pairs_of_any_numbers_are_valued_between_minus_one_and_one(w: World) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        p = look_up(w.tables, candidates.find(w.tables))
        rules.allowed(p)
        assert all(within(c.value(p)) for c in model.SUBSTITUTION)


@patient
@given(wild_circles())
def test_groups_of_any_numbers_are_valued_between_minus_one_and_one(w: World) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        g = groups.find(w.tables, {})
        assert all(within(c.value(g)) for c in model.MUTUALISATION)


@patient
@given(worlds())
def test_every_candidate_of_any_territory_is_valued_between_minus_one_and_one(w: World) -> None:
    p, g = look_up(w.tables, candidates.find(w.tables)), groups.find(w.tables, {})
    assert all(within(c.value(p)) for c in model.SUBSTITUTION)
    assert all(within(c.value(g)) for c in model.MUTUALISATION)


@given(st.lists(st.floats(), max_size=5))
def test_known_keeps_what_is_within_and_makes_the_unknown_nothing(values: list[float]) -> None:
    expected = [0.0 if np.isnan(v) else max(-1.0, min(1.0, v)) for v in values]
    assert known(np.array(values, dtype=np.float64)).tolist() == expected


@given(st.floats(0, 60), st.floats(0, 60))
def test_a_longer_way_never_weighs_more(one: float, other: float) -> None:
    near, far = (pair_evidence(lead(place=north(km)), "distance").points for km in sorted((one, other)))
    assert near >= far


@given(st.floats(0.1, 1000), st.floats(1, 50), st.floats(1, 50))
def test_a_larger_gap_between_quantities_never_weighs_more(wanted: float, one: float, other: float) -> None:
    less, more = (pair_evidence(lead(tonnes(wanted * by), tonnes(wanted)), "quantity") for by in sorted((one, other)))
    assert less.points >= more.points


@given(st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_any_ratio_weighs_as_much_as_its_inverse(a: float, b: float) -> None:
    there, back = (
        pair_evidence(lead(tonnes(a), tonnes(b)), "quantity"),
        pair_evidence(lead(tonnes(b), tonnes(a)), "quantity"),
    )
    assert abs(there.points - back.points) <= 1.01e-4  # one unit of the last decimal kept


def test_a_territory_without_anything_has_no_candidates() -> None:
    empty = World((), ()).tables
    p = look_up(empty, candidates.find(empty))
    assert (p.c.size, len(groups.find(empty, {}).members)) == (0, 0)
    assert model.points(model.SUBSTITUTION, p).shape == (0, len(model.SUBSTITUTION))


def test_knowledge_without_uses_still_matches_the_same_resource() -> None:
    w = lead()
    assert not w.rows.uses
    assert pair_evidence(w, "use").points > 0


def test_flows_of_unknown_resources_are_left_out() -> None:
    w = lead()
    lost = World(w.firms, w.flows, knowledge(resource("sand"), use("fuel"), sharing("sand")))
    assert lost.tables.flows.ids == ()
