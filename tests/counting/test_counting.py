"""What pictures count: every lead once, nothing lost, the same sums whichever way one counts."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.counting import funnel, network, places, sankey, spread
from symbiosis.counting.funnel import Event
from symbiosis.domain.enums import Direction, Judgement, Origin, SynergyKind, Unit
from symbiosis.domain.pictured import PicturedLead, Step, Wanted, shown
from symbiosis.domain.pictures import OTHERS, UNKNOWN, Stage
from tests.counting.scenes import BOTH, THREE, TOLD, firm, flow, group, pair, scene

J, SUB, MUT = Judgement, SynergyKind.SUBSTITUTION, SynergyKind.MUTUALISATION
ANY = Wanted()


@st.composite
def leads(draw: st.DrawFn) -> tuple[PicturedLead, ...]:
    ids = st.sampled_from("abcdefgh")
    made = []
    for i in range(draw(st.integers(0, 25))):
        resource, origin = draw(st.sampled_from(["wood", "truck", ""])), draw(st.sampled_from(Origin))
        if draw(st.booleans()):
            made.append(pair(f"p{i}", draw(ids), draw(ids), resource=resource, origin=origin))
        else:
            members = draw(st.lists(ids, max_size=5, unique=True))
            made.append(group(f"g{i}", *members, resource=resource, origin=origin))
    return tuple(made)


FIRMS = tuple(
    firm(name, f"{10 + i}.1" if i % 3 else "", "12"[i % 2] if i < 7 else "", (48.7 + i / 100, 6.1) if i % 4 else None)
    for i, name in enumerate("abcdefgh")
)
judgements = st.dictionaries(st.sampled_from([f"{k}{i}" for k in "pg" for i in range(25)]), st.sampled_from(J))


@given(leads(), judgements, st.integers(1, 8))
def test_the_sankey_loses_no_lead(some: tuple[PicturedLead, ...], judged: dict[str, Judgement], most: int) -> None:
    here = scene(some, FIRMS, judged=judged)
    kept = [lead for lead in shown(here, ANY) if lead.kind is SUB]
    found = sankey.flows(here, ANY, SUB, most)
    assert found.total == len(kept)
    for column in (0, 1):
        assert sum(n for _, c, _, n in found.links if c == column) == len(kept)
    assert all(len(column) <= most + 2 for column in found.columns)
    ends = {(c + i, end) for pair_, c, _, _ in found.links for i, end in enumerate(pair_)}
    assert ends == {(c, node) for c, column in enumerate(found.columns) for node in column}


@given(leads(), st.integers(1, 8))
def test_a_sharing_counts_each_member_once(some: tuple[PicturedLead, ...], most: int) -> None:
    found = sankey.flows(scene(some, FIRMS), ANY, MUT, most)
    groups = [lead for lead in some if lead.kind is MUT]
    assert sum(n for *_, n in found.links) == sum(len(lead.firms) for lead in groups)
    assert found.unplaced == sum(not lead.firms for lead in groups)


def test_small_sectors_are_gathered_never_dropped() -> None:
    many = tuple(firm(f"f{i}", f"{20 + i}.1") for i in range(6))
    some = tuple(pair(f"p{i}", f"f{i}", "f0") for i in range(6))
    found = sankey.flows(scene(some, many), ANY, SUB, 2)
    assert found.columns[0] == ("20", "21", OTHERS)
    assert sum(n for (start, _), c, _, n in found.links if c == 0 and start == OTHERS) == 4


def test_what_the_machine_proposes_is_told_from_what_people_confirmed() -> None:
    named = pair("named", "a", "b", origin=Origin.IDENTIFIED)
    here = scene((*BOTH, named), THREE, judged={"to-b": J.STUDIED, "to-c": J.DEFERRED})
    steps = Counter({step: n for _, c, step, n in sankey.flows(here, ANY, SUB, 8).links if c == 0})
    assert steps == {Step.CONFIRMED: 1, Step.SUGGESTED: 1, Step.IDENTIFIED: 1}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [(Wanted(step="suggested"), 1), (Wanted(step="dropped"), 0), (Wanted(kind="water"), 0),
     (Wanted(kind="material"), 1), (Wanted(resource="wood"), 1), (Wanted(resource="none"), 0), (ANY, 1)],
)  # fmt: skip
def test_filters(wanted: Wanted, expected: int) -> None:
    here = scene(BOTH, THREE, judged={"to-b": J.REFUSED})
    assert len([lead for lead in shown(here, wanted) if lead.step(here.judged) is not Step.DROPPED]) == expected


@given(leads())
def test_the_map_counts_every_firm_and_the_leads_of_each_commune(some: tuple[PicturedLead, ...]) -> None:
    here = scene(some, FIRMS)
    found = places.by_commune(here, ANY)
    assert sum(spot.firms for spot in found.spots) + found.unplaced == len(FIRMS)
    home = {f.id: f.commune for f in FIRMS}
    for spot in found.spots:
        assert spot.leads == sum(any(home[f] == spot.id for f in lead.firms) for lead in some)
    assert found.total == len(some)


def test_firms_of_one_commune_and_those_left_out() -> None:
    here = scene((*BOTH, pair("near", "b", "c")), THREE)
    found = places.by_firm(here, ANY, "2", 1)
    assert ([spot.id for spot in found.spots], found.left_out, found.total) == (["b"], 1, 3)
    assert places.by_firm(here, ANY, "2", 9).lines == ((("b", "c"), Step.SUGGESTED, 1),)


@given(leads())
def test_every_substitution_stands_in_one_cell_or_is_told_in_another_unit(some: tuple[PicturedLead, ...]) -> None:
    found = spread.spread(scene(some, FIRMS), ANY, Unit.TONNE)
    assert sum(found.cells.values()) + found.other_units == found.total == sum(lead.kind is SUB for lead in some)


@pytest.mark.parametrize(
    ("km", "amount", "cell"),
    [(0.5, 0.5, (0, 0)), (1.0, 1e6, (1, 5)), (None, 10.0, (UNKNOWN, 2)), (99.0, None, (5, UNKNOWN))],
)
def test_bands(km: float | None, amount: float | None, cell: tuple[int, int]) -> None:
    told = (flow("out", "a", Direction.OFFER, amount),)
    here = scene((pair("p", "a", "b", ("out",)),), THREE, told, {} if km is None else {"p": km})
    assert spread.spread(here, ANY, Unit.TONNE).cells == {cell: 1}


def test_the_smaller_side_decides() -> None:
    assert spread.spread(scene(BOTH, THREE, TOLD), ANY, Unit.TONNE).cells == {(UNKNOWN, 2): 2}
    assert spread.spread(scene(BOTH, THREE, TOLD), ANY, Unit.MEGAWATT_HOUR).other_units == 2


def event(lead: str, after: Judgement, undo: bool = False) -> Event:
    return Event(lead, after, undo, "2026-01-01")


def test_the_funnel_counts_how_far_each_ever_got() -> None:
    here = scene(BOTH, THREE, judged={"to-b": J.ABANDONED})
    found = funnel.funnel(here, [event("to-b", j) for j in (J.CONFIRMED, J.CONTACTED, J.ABANDONED)])
    assert [found.count(stage) for stage in Stage] == [2, 1, 1, 1, 0, 0]


def test_a_decision_taken_back_never_happened() -> None:
    here = scene(BOTH, THREE)
    found = funnel.funnel(here, [event("to-b", J.CONFIRMED), event("to-b", J.PROPOSED, undo=True)])
    assert [found.count(stage) for stage in Stage] == [2, 0, 0, 0, 0, 0]


def test_taking_back_what_was_taken_back_holds_again() -> None:
    here = scene(BOTH, THREE, judged={"to-b": J.CONFIRMED})
    events = [event("to-b", J.CONFIRMED), event("to-b", J.PROPOSED, True), event("to-b", J.CONFIRMED, True)]
    assert funnel.funnel(here, events).count(Stage.KEPT) == 1


@given(leads(), judgements)
def test_each_stage_holds_no_more_than_the_one_before(
    some: tuple[PicturedLead, ...], judged: dict[str, Judgement]
) -> None:
    found = funnel.funnel(scene(some, FIRMS, judged=judged), [])
    counts = [found.count(stage) for stage in Stage]
    assert counts[0] == len(some)
    assert counts == sorted(counts, reverse=True)


@given(leads(), st.integers(1, 6))
def test_a_network_draws_at_most_so_many_firms_and_says_what_it_left_out(
    some: tuple[PicturedLead, ...], most: int
) -> None:
    here = scene(some, FIRMS)
    found = network.around_firm(here, ANY, "a", most)
    drawn = {found.centre, *(f for ring in found.rings for f in ring)}
    assert len(drawn) <= most
    assert {end for pair_, _, _ in found.ties for end in pair_} <= drawn
    own = [lead for lead in some if "a" in lead.firms]
    assert found.leads + found.left_out[1] >= len(own)
    resource = network.around_resource(here, Wanted(resource="wood"), most)
    assert sum(map(len, resource.rings)) <= most
    assert resource.leads + resource.left_out[1] == sum(lead.resource == "wood" for lead in some)
