"""One pair or one group, and what a criterion says of it."""

from typing import Any

from symbiosis.domain.enums import Direction, Maturity, ResourceKind
from symbiosis.domain.synergies import Evidence
from symbiosis.matching import candidates, explain, groups, model
from symbiosis.matching.groups import Groups
from symbiosis.matching.pairs import Pairs, look_up
from tests.matching.worlds import (
    HOME,
    Place,
    World,
    firm,
    need,
    north,
    offer,
    performs,
    resource,
    share,
    sharing,
    usable,
    use,
    world,
)

Changes = dict[str, Any]


def lead(given: Changes | None = None, wanted: Changes | None = None, place: Place = HOME, **changes: Any) -> World:
    """Return a world of exactly one pair of the same resource; `changes` are the resource's."""
    told = [offer("a", "wood", **(given or {})), need("b", "wood", **(wanted or {}))]
    return world([firm("a"), firm("b", place)], told, resource("wood", **changes))


def through(maturity: Maturity = Maturity.COMMON, weight: float = 0.5, given: Changes | None = None) -> World:
    """Return a world of exactly one pair: an offer and a firm to be asked, whose sector performs the use."""
    rows = (resource("wood"), use("fuel"), usable("wood", "fuel", maturity), performs("10", "fuel", weight))
    return world([firm("a"), firm("b", nace="10.71")], [offer("a", "wood", **(given or {}))], *rows)


def said(given: str, wanted: str, **changes: Any) -> World:
    """Return a world of exactly one pair, with what each side tells of it."""
    return lead({"quality": given}, {"quality": wanted}, **changes)


def waters(given: str, wanted: str, named: str = "", nace: str = "") -> World:
    """Return a world of one pair of waters, by the use named or, in a sector 10, by flushing toilets."""
    told = [offer("a", given, quality="?"), need("b", wanted, use=named)]
    both = [resource(name, kind=ResourceKind.WATER) for name in sorted({given, wanted})]
    uses = [use(name) for name in ("toilet_flushing", "boiler_feed")]
    able = [usable(r.id, u.id) for r in both for u in uses]
    return world([firm("a"), firm("b", nace=nace)], told, *both, *uses, *able, performs("10", "toilet_flushing"))


def circle(*members: Changes, km: float = 1.0, **changes: Any) -> World:
    """Return a world of exactly one group; `changes` are those of the way of sharing."""
    names = [f"m{rank}" for rank in range(len(members))]
    places = [north(km * rank) for rank in range(len(members))]
    told = [share(name, "wood", **member) for name, member in zip(names, members, strict=True)]
    rows = (resource("wood"), sharing("wood", **{"draws_from": (Direction.SHARE,), **changes}))
    return world([firm(name, place) for name, place in zip(names, places, strict=True)], told, *rows)


def only_pair(w: World) -> Pairs:
    p = look_up(w.tables, candidates.find(w.tables))
    assert p.c.size == 1
    return p


def only_group(w: World) -> Groups:
    found = groups.find(w.tables, {})
    assert len(found.members) == 1
    return found


def pair_evidence(w: World, key: str) -> Evidence:
    """Return what one criterion says of a world's only pair."""
    p = only_pair(w)
    [lines] = explain.evidence(model.SUBSTITUTION, model.points(model.SUBSTITUTION, p), explain.PAIR_VALUES, p)
    return next(line for line in lines if line.criterion == key)


def group_evidence(w: World, key: str) -> Evidence:
    """Return what one criterion says of a world's only group."""
    g = only_group(w)
    [lines] = explain.evidence(model.MUTUALISATION, model.points(model.MUTUALISATION, g), explain.GROUP_VALUES, g)
    return next(line for line in lines if line.criterion == key)
