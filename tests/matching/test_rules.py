"""What no points can outweigh."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from symbiosis.domain.enums import Hazard, ResourceKind, Unit
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.units import to_base
from symbiosis.matching import rules, suggest
from symbiosis.matching.geometry import km_between
from symbiosis.matching.heat import MOST_LIFT
from tests.matching.leads import lead, only_pair, said, waters
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import (
    UNPLACED,
    Place,
    World,
    firm,
    need,
    north,
    offer,
    performs,
    resource,
    share,
    tonnes,
    usable,
    use,
    world,
)

SOLVENT = resource("solvent", hazard=Hazard.YES)
ANYWHERE = (
    use("fuel"),
    use("incineration", treatment=True),
    usable("solvent", "fuel"),
    usable("solvent", "incineration"),
)
BOTH = (performs("10", "fuel"), performs("38", "incineration"))


def uses_of(w: World) -> set[str]:
    return {p.use_id for p in suggest.substitutions(w.tables, []).proposals}


def test_a_hazardous_resource_goes_to_licensed_treatment_alone() -> None:
    firms = [firm("a"), firm("bakery", nace="10.71"), firm("incinerator", nace="38.21")]
    w = world(firms, [offer("a", "solvent")], SOLVENT, *ANYWHERE, *BOTH)
    assert uses_of(w) == {"incineration"}


def test_a_hazardous_resource_is_not_even_reused_as_it_is() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "solvent"), need("b", "solvent")], SOLVENT)
    assert uses_of(w) == set()


@pytest.mark.parametrize(
    ("given", "wanted", "proposed"),
    [
        ("avec colle", "sans colle", False),
        ("", "sans colle", True),
        ("traité à la créosote", "pour litière de chevaux", False),
        ("non traité", "pour litière de chevaux", True),
        ("souillé", "propre", True),  # weighs against it, and may be washed
    ],
)
def test_words_bar_what_the_other_side_refuses_or_cannot_bear(given: str, wanted: str, proposed: bool) -> None:
    assert bool(suggest.substitutions(said(given, wanted).tables, []).proposals) is proposed


@pytest.mark.parametrize(
    ("given", "wanted", "named", "proposed"),
    [
        ("grey_water", "mains_water", "", False),
        ("process_water", "mains_water", "", False),
        ("mains_water", "mains_water", "", True),
        ("grey_water", "mains_water", "toilet_flushing", True),
    ],
)
def test_drinking_water_is_replaced_by_no_other_but_for_a_use_that_needs_none(
    given: str, wanted: str, named: str, proposed: bool
) -> None:
    found = suggest.substitutions(waters(given, wanted, named, "10.71").tables, []).proposals
    assert any("b need mains_water" in p.flow_ids for p in found) is proposed


def test_heat_that_is_never_there_when_it_is_wanted_is_not_proposed_and_wood_is() -> None:
    heat, wood = said("l'été", "en hiver", kind=ResourceKind.ENERGY), said("l'été", "en hiver")
    assert [len(suggest.substitutions(w.tables, []).proposals) for w in (heat, wood)] == [0, 1]


@pytest.mark.parametrize("hazard", [Hazard.NO, Hazard.MIRROR])
def test_what_is_not_hazardous_for_sure_is_left_to_people(hazard: Hazard) -> None:
    firms = [firm("a"), firm("bakery", nace="10.71")]
    w = world(firms, [offer("a", "solvent")], resource("solvent", hazard=hazard), *ANYWHERE, *BOTH)
    assert uses_of(w) == {"fuel"}


@pytest.mark.parametrize(
    ("offered", "wanted", "kept"),
    [
        (80.0, 60.0, True),
        (60.0, 60.0, True),
        (59.0, 60.0, True),  # a heat pump lifts it
        (12.0, 63.0, False),
        (60.0, 95.0, False),
        (None, 60.0, True),
        (40.0, None, True),
        (None, None, True),
        (5.0, 8.0, True),
        (8.0, 8.0, True),
        (10.0, 8.0, False),
    ],
)
def test_heat_must_be_warm_enough_and_cold_cold_enough(offered: float, wanted: float, kept: bool) -> None:
    p = only_pair(lead({"temperature_c": offered}, {"temperature_c": wanted}))
    assert rules.temperature(p).tolist() == [kept]


@pytest.mark.parametrize(
    ("offered", "wanted", "kept"),
    [(200.0, 10.0, True), (201.0, 10.0, False), (10.0, 200.0, True), (10.0, 201.0, False), (1.0, 1.0, True)],
)
def test_quantities_may_differ_twentyfold(offered: float, wanted: float, kept: bool) -> None:
    assert rules.quantity(only_pair(lead(tonnes(offered), tonnes(wanted)))).tolist() == [kept]


@pytest.mark.parametrize(
    "wanted", [{}, {"quantity": 9999.0}, {"quantity": 9999.0, "unit": Unit.PIECE}, tonnes(0.0), tonnes(-3.0)]
)
def test_a_quantity_that_cannot_be_compared_drops_nothing(wanted: dict[str, Any]) -> None:
    assert rules.quantity(only_pair(lead(tonnes(1.0), wanted))).tolist() == [True]


@pytest.mark.parametrize(
    ("place", "kept"), [(north(0), True), (north(49.9), True), (north(50.1), False), (UNPLACED, True)]
)
def test_no_pair_is_further_apart_than_breaks_even(place: Place, kept: bool) -> None:
    assert rules.distance(only_pair(lead(place=place))).tolist() == [kept]


def test_the_run_reports_what_each_rule_dropped() -> None:
    run = suggest.substitutions(lead(tonnes(1), tonnes(1000), north(51)).tables, [])
    assert (run.proposals, run.candidates) == ((), 1)
    dropped = {"quantity": 1, "distance": 1}
    assert run.rejected == {rule.key: dropped.get(rule.key, 0) for rule in rules.RULES}


@given(st.floats(0.001, 1e6), st.floats(0.001, 1e6))
def test_the_quantity_rule_does_not_depend_on_who_is_larger(a: float, b: float) -> None:
    assume(abs(max(a, b) / min(a, b) - rules.MOST_RATIO) > 1e-6)
    there, back = only_pair(lead(tonnes(a), tonnes(b))), only_pair(lead(tonnes(b), tonnes(a)))
    assert rules.quantity(there).tolist() == rules.quantity(back).tolist()


@patient
@given(worlds())
def test_every_proposal_of_any_territory_satisfies_every_rule(w: World) -> None:
    for proposal in suggest.substitutions(w.tables, []).proposals:
        _lawful(w, proposal)
        _warm_enough(w, proposal)
        _of_a_size(w, proposal)
        _near_enough(w, proposal)


def _resource(w: World, proposal: Proposal) -> Resource:
    return next(r for r in w.rows.resources if r.id == proposal.resource_id)


def _lawful(w: World, proposal: Proposal) -> None:
    treatments = {u.id for u in w.rows.uses if u.treatment}
    assert _resource(w, proposal).hazard is not Hazard.YES or proposal.use_id in treatments


def _warm_enough(w: World, proposal: Proposal) -> None:
    flows = {f.flow.id: f.flow for f in w.flows}
    told = [flows[name].temperature_c for name in proposal.flow_ids]
    if len(told) == 2 and told[0] is not None and told[1] is not None:
        assert told[0] >= told[1] - MOST_LIFT if told[0] >= 12 else told[0] <= told[1]


def _of_a_size(w: World, proposal: Proposal) -> None:
    flows = {f.flow.id: f.flow for f in w.flows}
    told = [(flows[name].quantity, flows[name].unit) for name in proposal.flow_ids]
    base = [to_base(quantity, unit) for quantity, unit in told if quantity and unit]
    if len(base) == 2 and base[0][1] == base[1][1]:
        assert max(base[0][0], base[1][0]) <= 20 * min(base[0][0], base[1][0])


def _near_enough(w: World, proposal: Proposal) -> None:
    firms = {f.id: f for f in w.firms}
    giver, taker = (firms[party.firm_id] for party in proposal.parties)
    if giver.lat is not None and giver.lon is not None and taker.lat is not None and taker.lon is not None:
        away = km_between((giver.lat, giver.lon), (taker.lat, taker.lon))
        assert away <= _resource(w, proposal).disposal_eur + 1e-9


def test_a_share_is_neither_offered_nor_wanted() -> None:
    w = world([firm("a"), firm("b")], [share("a", "wood"), share("b", "wood")], resource("wood"))
    assert suggest.substitutions(w.tables, []).candidates == 0
