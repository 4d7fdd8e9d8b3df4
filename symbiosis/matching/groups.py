"""Sharing groups: firms that could put the same thing in common, found by clustering on place and rhythm."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.tables import Bools, Floats, Ints, Territory
from symbiosis.matching import refused
from symbiosis.matching.criteria import PACE
from symbiosis.matching.geometry import distance_km
from symbiosis.matching.territory import MODES

# How many firms one such group works with at most, by how it is shared: expert estimate
MOST_MEMBERS = {"equipment": 4, "space": 3, "skill": 4, "service": 5, "round": 6, "purchase": 8}
LARGE = 3  # times the usual size, where only a large volume pays
PAIR = 2
MOST_MISSING = 3  # firms that a group may lack and be told of: more is a territory to canvass, not a lead
MANY = 1_000
OUT_OF_STEP = 0.2  # of the radius: as far apart as what comes daily and what comes once count, expert estimate
HYPOTHESIS = 2
Served = dict[int, frozenset[int]]  # resource row -> firm rows already united for it


@dataclass(frozen=True)
class Groups:
    """n groups; `members` are flow rows, the first one the group's centre; other columns one value a group."""

    t: Territory
    sharing: Ints  # row of the sharing rule
    members: tuple[Ints, ...]
    spread: Floats  # mean km to the centre, NaN when no place is known
    volume: Floats  # known quantities added, base units per year, NaN when none is known

    def take(self, keep: Bools) -> "Groups":
        """Return the chosen groups."""
        chosen = tuple(m for m, kept in zip(self.members, keep, strict=True) if kept)
        return Groups(self.t, self.sharing[keep], chosen, self.spread[keep], self.volume[keep])

    @property
    def count(self) -> Ints:
        """Return how many firms each group unites."""
        return np.array([len(m) for m in self.members], dtype=np.int64)

    @property
    def resource(self) -> Ints:
        """Return the shared resource of each group."""
        return self.t.sharing.resource[self.sharing]


def find(t: Territory, served: Served, resources: Bools | None = None) -> Groups:
    """Return the groups worth proposing, for all resources or the chosen ones.

    Only flows somebody declared or observed count. Firms already united for a resource (`served`) are not
    united again: they have their group, which others may join.
    """
    groups = _all(t, served, resources, t.sharing.trigger_firms)
    return groups.take(_pays(groups))


def nearly(t: Territory, complete: Groups, served: Served, resources: Bools | None = None) -> Groups:
    """Return the groups of at least two that need a few more firms, of those that no complete group unites."""
    left = dict(served)
    for rule, members in zip(complete.sharing, complete.members, strict=True):
        resource = int(t.sharing.resource[rule])
        left[resource] = left.get(resource, frozenset()).union(t.flows.firm[members].tolist())
    groups = _all(t, left, resources, np.full(len(t.sharing.resource), PAIR))
    lacking = missing(groups)
    return groups.take((lacking > 0) & (lacking <= MOST_MISSING))


def together(first: Groups, others: Groups) -> Groups:
    """Return two tables of groups as one."""
    return Groups(
        first.t,
        np.concatenate([first.sharing, others.sharing]),
        (*first.members, *others.members),
        np.concatenate([first.spread, others.spread]),
        np.concatenate([first.volume, others.volume]),
    )


def missing(groups: Groups) -> Ints:
    """Return how many more firms each group needs, by number or by what a firm of the group brings on average."""
    rule, count = groups.sharing, groups.count
    firms = np.maximum(groups.t.sharing.trigger_firms[rule] - count, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        short = np.ceil((groups.t.sharing.trigger_quantity[rule] / groups.volume - 1) * count)
    by_volume = np.clip(np.nan_to_num(short, nan=0.0, posinf=MANY), 0, MANY).astype(np.int64)
    needed: Ints = np.maximum(firms, by_volume)
    return needed


def _all(t: Territory, served: Served, resources: Bools | None, least: Ints) -> Groups:
    found = [
        (rule, members)
        for rule in range(len(t.sharing.resource))
        if resources is None or resources[t.sharing.resource[rule]]
        for members in _clusters(
            t, rule, served.get(int(t.sharing.resource[rule]), frozenset()), max(PAIR, int(least[rule]))
        )
    ]
    return Groups(
        t,
        np.array([rule for rule, _ in found], dtype=np.int64),
        tuple(members for _, members in found),
        np.array([_spread(t, members) for _, members in found]),
        np.array([_volume(t, rule, members) for rule, members in found]),
    )


def _clusters(t: Territory, rule: int, served: frozenset[int], least: int) -> Iterator[Ints]:
    """Yield groups of flow rows: the firm whose free neighbours are nearest, with these, and so on."""
    pool = _pool(t, rule, served)
    away = _distances(t, pool)
    near = away <= t.sharing.radius_km[rule]
    apart = away + OUT_OF_STEP * t.sharing.radius_km[rule] * _out_of_step(t, pool)
    free = np.ones(len(pool), dtype=np.bool_)
    while True:
        able = free & ((near & free).sum(axis=1) >= least)
        if not able.any():
            return
        centre = int(np.argmin(np.where(able, _looseness(t, rule, apart, near & free), np.inf)))
        nearest = _nearest(apart[centre], centre, near[centre] & free)
        members = nearest[: _enough(t, rule, pool[nearest])]
        free[members] = False
        yield pool[members]


def _looseness(t: Territory, rule: int, apart: Floats, within: Bools) -> Floats:
    """Return how far, on average, a usual group around each firm would lie; a place nobody takes lies at the edge."""
    radius = float(t.sharing.radius_km[rule])
    taken = np.sort(np.where(within, apart, radius), axis=1)[:, : _usual(t, rule)]
    short = _usual(t, rule) - taken.shape[1]
    mean: Floats = (taken.sum(axis=1) + short * radius) / _usual(t, rule)
    return mean


def _usual(t: Territory, rule: int) -> int:
    return max(MOST_MEMBERS[MODES[t.sharing.mode[rule]]], int(t.sharing.trigger_firms[rule]))


def _enough(t: Territory, rule: int, nearest: Ints) -> int:
    """Return how many of the nearest flows to unite: a usual group, or as many as the volume that pays takes."""
    usual = _usual(t, rule)
    told = np.nan_to_num(_quantities(t, rule, nearest))
    reached = np.flatnonzero(np.cumsum(told) >= t.sharing.trigger_quantity[rule])
    return int(np.clip(reached[0] + 1, usual, LARGE * usual)) if len(reached) else usual


def _pool(t: Territory, rule: int, served: frozenset[int]) -> Ints:
    """Return one flow per placed firm that may join, in the order of firm ids so that row order is no matter."""
    flows, firm = t.flows, t.flows.firm
    willing = ~np.isin(firm, refused.will_not_share(t, int(t.sharing.resource[rule])))
    joins = (
        willing & (flows.resource == t.sharing.resource[rule]) & ((t.sharing.draws[rule] >> flows.direction) & 1 == 1)
    )
    rows = np.flatnonzero(joins & (flows.provenance != HYPOTHESIS) & ~np.isnan(t.firms.lat[firm]))
    best: dict[str, int] = {}
    for row in sorted(rows, key=lambda r: (t.flows.provenance[r], t.flows.ids[r])):
        if int(firm[row]) not in served:
            best.setdefault(t.firms.ids[firm[row]], int(row))
    return np.array([best[name] for name in sorted(best)], dtype=np.int64)


def _distances(t: Territory, pool: Ints) -> Floats:
    lat, lon = t.firms.lat[t.flows.firm[pool]], t.firms.lon[t.flows.firm[pool]]
    return distance_km(lat[:, None], lon[:, None], lat[None, :], lon[None, :])


def _out_of_step(t: Territory, pool: Ints) -> Floats:
    """Return how much the rhythms of each two differ: 0 the same or unknown, 1 daily against once."""
    rhythm = t.flows.rhythm[pool]
    pace = np.where(rhythm < 0, np.nan, PACE[rhythm]) / PACE.max()
    gap: Floats = np.nan_to_num(np.abs(pace[:, None] - pace[None, :]), nan=0.0)
    return gap


def _nearest(apart: Floats, centre: int, candidates: Bools) -> Ints:
    rows = np.flatnonzero(candidates)
    order = np.where(rows == centre, -1.0, apart[rows])  # the centre comes first, even beside one at the same address
    return rows[np.argsort(order, kind="stable")]


def _spread(t: Territory, members: Ints) -> float:
    firm = t.flows.firm[members]
    lat, lon = t.firms.lat[firm], t.firms.lon[firm]
    return float(distance_km(lat[1:], lon[1:], lat[:1], lon[:1]).mean())


def _volume(t: Territory, rule: int, members: Ints) -> float:
    told = _quantities(t, rule, members)
    return float("nan") if np.isnan(told).all() else float(np.nansum(told))


def _quantities(t: Territory, rule: int, rows: Ints) -> Floats:
    """Return the flows' quantities in the shared resource's own unit, NaN where there is none."""
    same_unit = t.flows.unit[rows] == t.resources.unit[t.sharing.resource[rule]]
    return np.where(same_unit, t.flows.quantity[rows], np.nan)


def _pays(groups: Groups) -> Bools:
    """Return which groups reach the volume from which sharing pays; an unknown volume is not held against them."""
    trigger = groups.t.sharing.trigger_quantity[groups.sharing]
    unknown = np.isnan(trigger) | np.isnan(groups.volume)
    reached: Bools = unknown | (groups.volume >= trigger)
    return reached
