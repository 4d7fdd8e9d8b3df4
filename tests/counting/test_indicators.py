"""Indicators: each tonne once, done before possible, measured instead of estimated."""

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting.indicators import indicators, worth
from symbiosis.domain.effects import Effect, Measure, Range
from symbiosis.domain.enums import Direction, Judgement
from symbiosis.domain.indicators import Indicators, Noted, Reach, Worth
from symbiosis.domain.pictured import Scene
from tests.counting.scenes import BOTH, THREE, TOLD, WOOD, flow, group, pair, scene

T, J = Measure.TONNE, Judgement
PER_TONNE = (Effect(T, Range(1.0, 1.0)), Effect(Measure.CO2E, Range(0.0, 10.0)))


def count(here: Scene, noted: dict[str, Noted] | None = None) -> Indicators:
    worths = {lead.id: worth(here, lead, WOOD, PER_TONNE) for lead in here.leads if lead.resource == "wood"}
    shared = {lead.id: Worth(fixed={Measure.EURO: Range(5.0, 9.0)}) for lead in here.leads if lead.resource == "truck"}
    return indicators(here, worths | shared, noted or {})


def tonnes(found: Indicators, reach: Reach) -> Range:
    return found.sums[reach, T].range


def test_the_same_tonne_is_promised_once() -> None:
    found = count(scene(BOTH, THREE, TOLD))  # 100 offered, 80 and 50 wanted: 80, then the 20 that are left
    assert tonnes(found, Reach.POTENTIAL) == Range(100.0, 100.0)
    assert found.sums[Reach.POTENTIAL, Measure.CO2E].range == Range(0.0, 1000.0)


def test_what_is_done_is_counted_before_what_scores_better() -> None:
    found = count(scene(BOTH, THREE, TOLD, judged={"to-c": J.IMPLEMENTED}))
    assert tonnes(found, Reach.REALISED) == Range(50.0, 50.0)
    assert tonnes(found, Reach.POTENTIAL) == Range(50.0, 50.0)


def test_a_guess_is_counted_apart() -> None:
    found = count(scene((BOTH[0], pair("to-c", "a", "c", ("out", "in-c"), hypothetical=True)), THREE, TOLD))
    assert (tonnes(found, Reach.POTENTIAL), tonnes(found, Reach.SUPPOSED)) == (Range(80.0, 80.0), Range(20.0, 20.0))


def test_one_side_alone_gives_from_nothing_to_what_it_told() -> None:
    alone = scene((pair("p", "a", "b", ("out",)),), THREE, (flow("out", "a", Direction.OFFER, 1e6),))
    assert tonnes(count(alone), Reach.POTENTIAL) == Range(0.0, 1e6)


def test_no_quantity_is_no_figure_not_zero() -> None:
    total = count(scene((pair("p", "a", "b"),), THREE)).sums[Reach.POTENTIAL, T]
    assert (total.known, total.unknown) == (0, 1)


def test_what_was_dropped_counts_nowhere() -> None:
    found = count(scene(BOTH, THREE, TOLD, judged={"to-b": J.REFUSED, "to-c": J.ABANDONED}))
    assert all(total.known == total.unknown == 0 for total in found.sums.values())
    assert all(firms == 0 for firms in found.firms.values())


def test_what_was_measured_replaces_the_estimate_and_stands_in_its_year() -> None:
    here = scene(BOTH, THREE, TOLD, judged={"to-c": J.IMPLEMENTED, "to-b": J.IMPLEMENTED})
    noted = {"to-c": Noted("2025", {"2025": {T: 30.0}, "2026": {T: 44.0}}), "to-b": Noted("2026")}
    found = count(here, noted)
    assert tonnes(found, Reach.REALISED) == Range(124.0, 124.0)  # 80 estimated, 44 measured last
    assert found.sums[Reach.REALISED, T].measured == 1
    years = {year.year: (year.synergies, year.realised[T]) for year in found.years}
    assert years == {"2025": (1, Range(30.0, 30.0)), "2026": (1, Range(124.0, 124.0))}


def test_firms_are_counted_once_however_many_synergies_they_have() -> None:
    found = count(scene((*BOTH, group("g", "a", "b")), THREE, TOLD, judged={"g": J.CONFIRMED}))
    assert (found.firms[Reach.POTENTIAL], found.firms[Reach.AGREED]) == (3, 2)
    assert {c.id: c.engaged for c in found.communes} == {"1": 1, "2": 1}


def test_statuses_are_the_graphs_own_counts() -> None:
    found = count(scene((*BOTH, group("g", "a")), THREE, TOLD, judged={"g": J.DEFERRED}))
    assert sum(found.synergies.values()) == 3
    assert found.synergies[BOTH[0].kind, J.PROPOSED] == 2


@given(st.lists(st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)), max_size=8))
def test_no_more_leaves_than_is_offered_nor_arrives_than_is_wanted(sides: list[tuple[float, float]]) -> None:
    flows = [flow(f"o{i}", "a", Direction.OFFER, offered) for i, (offered, _) in enumerate(sides)]
    flows += [flow(f"n{i}", "b", Direction.NEED, wanted) for i, (_, wanted) in enumerate(sides)]
    n = len(sides)
    leads = tuple(pair(f"{i}-{j}", "a", "b", (f"o{i}", f"n{j}")) for i in range(n) for j in range(n))
    moved = tonnes(count(scene(leads, THREE, tuple(flows))), Reach.POTENTIAL)
    most = min(sum(o for o, _ in sides), sum(w for _, w in sides))
    assert moved.high <= most * (1 + 1e-9)


def test_an_empty_territory_has_empty_indicators() -> None:
    found = count(scene())
    assert found.years == () and all(total.known == 0 for total in found.sums.values())
