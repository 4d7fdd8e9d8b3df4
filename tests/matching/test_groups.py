"""Which firms could put the same thing in common."""

import numpy as np
import pytest
from hypothesis import given

from symbiosis.domain.enums import Direction, Provenance, Rhythm, SharingMode
from symbiosis.domain.knowledge import Sharing
from symbiosis.matching import groups
from symbiosis.matching.geometry import km_between
from symbiosis.matching.territory import MODES
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import UNPLACED, World, firm, need, north, offer, resource, share, sharing, tonnes, world

WOOD = resource("wood")
WAY = sharing("wood", radius_km=5.0)
MANY = tuple(f"m{rank:02}" for rank in range(30))


def at(*kms: float, way: Sharing = WAY, tonnes_each: float | None = None) -> World:
    """Return firms that would share wood, each so many kilometres north of home."""
    amount = tonnes(tonnes_each) if tonnes_each else {}
    firms = [firm(name, north(km)) for name, km in zip(MANY, kms, strict=False)]
    return world(firms, [share(f.id, "wood", **amount) for f in firms], WOOD, way)


def members(w: World) -> list[list[str]]:
    t = w.tables
    return [[t.firms.ids[row] for row in t.flows.firm[rows]] for rows in groups.find(t, {}).members]


def test_neighbours_who_would_share_are_united() -> None:
    assert members(at(0, 1)) == [["m00", "m01"]]


def test_firms_beyond_the_radius_of_the_centre_stay_outside() -> None:
    assert members(at(0, 1, 2, 8)) == [["m01", "m00", "m02"]]


def test_fewer_firms_than_pay_make_no_group() -> None:
    way = sharing("wood", trigger_firms=3)
    assert members(at(0, 1, way=way)) == []
    assert len(members(at(0, 1, 2, way=way))) == 1


def test_one_firm_is_no_group_even_where_one_would_pay() -> None:
    assert members(at(0, way=sharing("wood", trigger_firms=1))) == []


def test_the_centre_comes_first_and_the_others_by_distance() -> None:
    assert members(at(0, 3.9, 2, 6.5, 3)) == [["m04", "m01", "m02", "m00", "m03"]]


def test_the_firm_with_the_most_neighbours_is_the_centre() -> None:
    assert members(at(0, 4, 7.9)) == [["m01", "m02", "m00"]]


def test_the_tightest_group_is_made_first() -> None:
    way = sharing("wood", radius_km=5.0, mode=SharingMode.SPACE, trigger_firms=3)
    loose, tight = (0.0, 2.0, 4.0), (5.0, 5.1, 5.2)
    assert members(at(*loose, *tight, way=way)) == [["m04", "m03", "m05"], ["m01", "m00", "m02"]]


@pytest.mark.parametrize("mode", SharingMode)
def test_a_group_unites_no_more_firms_than_its_mode_works_with(mode: SharingMode) -> None:
    way = sharing("wood", mode=mode)
    sizes = [len(firms) for firms in members(at(*[0.1 * rank for rank in range(20)], way=way))]
    assert max(sizes) == groups.MOST_MEMBERS[mode]


def test_a_group_is_as_large_as_the_number_that_pays_even_where_its_mode_is_usually_smaller() -> None:
    way = sharing("wood", mode=SharingMode.SPACE, trigger_firms=6)
    assert [len(firms) for firms in members(at(*range(6), way=way))] == [6]


def test_the_nearest_are_united_where_there_are_too_many() -> None:
    way = sharing("wood", radius_km=5.0, mode=SharingMode.SPACE)
    assert members(at(0, 4, 4.4, 3.5, 8, way=way))[0] == ["m01", "m02", "m03"]


def test_those_left_make_a_group_of_their_own() -> None:
    way = sharing("wood", mode=SharingMode.SPACE)
    assert sorted(map(len, members(at(*[0.0] * 5, way=way)))) == [2, 3]


def test_no_firm_is_in_two_groups_for_one_resource() -> None:
    united = [name for firms in members(at(*[0.5 * rank for rank in range(30)])) for name in firms]
    assert len(united) == len(set(united))


def test_firms_at_one_address_are_united_around_their_first() -> None:
    assert members(at(0, 0, 0)) == [["m00", "m01", "m02"]]


def test_hypotheses_never_unite_anybody() -> None:
    guess = share("b", "wood", provenance=Provenance.HYPOTHESIS)
    assert members(world([firm("a"), firm("b")], [share("a", "wood"), guess], WOOD, WAY)) == []


def test_a_firm_joins_with_one_flow_and_declared_before_observed() -> None:
    told = [share("a", "wood"), share("b", "wood", id="1", provenance=Provenance.OBSERVED), share("b", "wood", id="2")]
    t = world([firm("a"), firm("b")], told, WOOD, WAY).tables
    (rows,) = groups.find(t, {}).members
    assert [t.flows.ids[row] for row in rows] == ["a share wood", "2"]


def test_a_firm_without_a_place_is_not_united() -> None:
    firms = [firm("a"), firm("b"), firm("c", UNPLACED)]
    assert members(world(firms, [share(f.id, "wood") for f in firms], WOOD, WAY)) == [["a", "b"]]


def test_only_the_directions_a_sharing_draws_from_may_join() -> None:
    firms = [firm(name) for name in "abc"]
    told = [share("a", "wood"), offer("b", "wood"), need("c", "wood")]
    drawn = (Direction.SHARE, Direction.NEED)
    assert members(world(firms, told, WOOD, sharing("wood", draws_from=drawn))) == [["a", "c"]]


def test_other_resources_do_not_join() -> None:
    told = [share("a", "wood"), share("b", "sand")]
    assert members(world([firm("a"), firm("b")], told, WOOD, resource("sand"), WAY)) == []


@pytest.mark.parametrize(("each", "found"), [(10.0, 1), (9.9, 0)])
def test_a_group_below_the_volume_that_pays_is_not_proposed(each: float, found: int) -> None:
    way = sharing("wood", trigger_quantity=20.0)
    assert len(members(at(0, 1, way=way, tonnes_each=each))) == found


def test_an_unknown_volume_is_not_held_against_a_group() -> None:
    assert len(members(at(0, 1, way=sharing("wood", trigger_quantity=20.0)))) == 1


def test_more_firms_than_usual_are_united_where_only_their_volume_pays() -> None:
    way = sharing("wood", mode=SharingMode.SPACE, trigger_quantity=50.0)
    assert [len(firms) for firms in members(at(*[0.1 * rank for rank in range(9)], way=way, tonnes_each=10))] == [5]


def test_firms_already_served_stay_outside() -> None:
    t = at(0, 1, 2).tables
    (rows,) = groups.find(t, {0: frozenset({1})}).members
    assert t.flows.firm[rows].tolist() == [0, 2]


def test_chosen_resources_alone_are_searched() -> None:
    assert groups.find(at(0, 1).tables, {}, np.array([False])).members == ()


@patient
@given(worlds())
def test_every_group_of_any_territory_keeps_to_its_way_of_sharing(w: World) -> None:
    t = w.tables
    found = groups.find(t, {})
    for rule, rows in zip(found.sharing, found.members, strict=True):
        usual = max(groups.MOST_MEMBERS[MODES[t.sharing.mode[rule]]], int(t.sharing.trigger_firms[rule]))
        firms = t.flows.firm[rows]
        assert max(2, t.sharing.trigger_firms[rule]) <= len(rows) <= groups.LARGE * usual
        assert len(set(firms.tolist())) == len(rows)
        assert not (t.flows.provenance[rows] == groups.HYPOTHESIS).any()
        away = [_km(w, int(firms[0]), int(other)) for other in firms]
        assert max(away) <= t.sharing.radius_km[rule]
        rhythm = t.flows.rhythm[rows]
        in_step = [km for km, each in zip(away, rhythm, strict=True) if rhythm[0] < 0 or each in (-1, rhythm[0])]
        assert in_step == sorted(in_step)  # who is out of step may come later though nearer


def _km(w: World, one: int, other: int) -> float:
    a, b = w.firms[one], w.firms[other]
    assert None not in (a.lat, a.lon, b.lat, b.lon)
    return round(km_between((a.lat or 0, a.lon or 0), (b.lat or 0, b.lon or 0)), 9)


def test_who_is_in_step_comes_before_who_is_a_little_nearer() -> None:
    way = sharing("wood", radius_km=10.0, mode=SharingMode.SPACE, trigger_firms=2)
    paces = {"a": Rhythm.DAILY, "daily": Rhythm.DAILY, "d2": Rhythm.DAILY, "once": Rhythm.ONCE}
    places = {"a": 0.0, "once": 1.0, "daily": 1.5, "d2": 1.6}
    firms = [firm(name, north(km)) for name, km in places.items()]
    told = [share(name, "wood", rhythm=rhythm) for name, rhythm in paces.items()]
    (first, *_) = members(world(firms, told, WOOD, way))
    assert set(first) == {"a", "daily", "d2"}
    unknown = [share(name, "wood") for name in paces]
    assert members(world(firms, unknown, WOOD, way)) == members(
        world(firms, [share(name, "wood", rhythm=Rhythm.DAILY) for name in paces], WOOD, way)
    )
