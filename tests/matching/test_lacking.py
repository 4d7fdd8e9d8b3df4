"""Groups that nearly pay: how many firms they lack, told from their evidence, and never firms of another group."""

import pytest
from hypothesis import given

from symbiosis.domain.enums import Judgement, Origin
from symbiosis.domain.lacking import Lacking, lacking
from symbiosis.domain.synergies import KnownLink, Proposal
from symbiosis.matching import groups, suggest
from tests.matching.random_worlds import patient, worlds
from tests.matching.test_groups import at
from tests.matching.worlds import World, sharing


def proposed(w: World) -> list[tuple[int, Lacking | None]]:
    """Return how many firms each group unites, and what it lacks."""
    return [(len(p.parties), told(p)) for p in suggest.sharing_groups(w.tables, [])]


def told(p: Proposal) -> Lacking | None:
    return lacking(p.kind, p.evidence)


@pytest.mark.parametrize(("needed", "short"), [(3, 1), (4, 2), (5, 3)])
def test_two_neighbours_of_several_that_it_takes_lack_the_others_nearby(needed: int, short: int) -> None:
    way = sharing("wood", radius_km=3.0, trigger_firms=needed)
    assert proposed(at(0, 1, way=way)) == [(2, Lacking(short, 3.0))]


def test_a_group_that_lacks_many_is_not_told_of() -> None:
    assert proposed(at(0, 1, way=sharing("wood", trigger_firms=6))) == []


def test_one_firm_alone_is_not_told_of() -> None:
    assert proposed(at(0, way=sharing("wood", trigger_firms=2))) == []


@pytest.mark.parametrize(("each", "short"), [(10.0, None), (9.9, 1), (5.0, 2)])
def test_a_volume_that_is_short_is_told_in_firms_that_bring_as_much_as_the_others(
    each: float, short: int | None
) -> None:
    way = sharing("wood", radius_km=3.0, trigger_quantity=20.0)
    assert proposed(at(0, 1, way=way, tonnes_each=each)) == [(2, Lacking(short, 3.0) if short else None)]


def test_a_group_lacks_nothing_once_the_firms_it_lacked_have_come() -> None:
    way = sharing("wood", radius_km=3.0, trigger_firms=3)
    assert [lack for _, lack in proposed(at(0, 1, 2, way=way))] == [None]


def test_a_group_that_becomes_complete_keeps_its_name() -> None:
    way = sharing("wood", radius_km=3.0, trigger_firms=3)
    (before,) = suggest.sharing_groups(at(0, 1, way=way).tables, [])
    (after,) = suggest.sharing_groups(at(0, 1, 2, way=way).tables, [], [_standing(before)])
    assert (after.id, told(after)) == (before.id, None)


def _standing(p: Proposal) -> KnownLink:
    firms = tuple(party.firm_id for party in p.parties)
    return KnownLink(p.id, p.kind, Origin.MATCHER, Judgement.PROPOSED, p.resource_id, firms)


@patient
@given(worlds())
def test_what_is_told_is_what_the_matcher_found_and_unites_nobody_twice(w: World) -> None:
    t = w.tables
    complete = groups.find(t, {})
    short = groups.nearly(t, complete, {})
    for row, lack in enumerate(groups.missing(short)):
        firms = set(t.flows.firm[short.members[row]].tolist())
        same = complete.resource == short.resource[row]
        assert 0 < lack <= groups.MOST_MISSING and len(firms) >= groups.PAIR
        assert not any(firms & set(t.flows.firm[m].tolist()) for m, s in zip(complete.members, same, strict=True) if s)
    told_of = [lack.firms for p in suggest.sharing_groups(t, []) if (lack := told(p))]
    assert sorted(told_of) == sorted(groups.missing(short).tolist())
