"""When heat, a room or a machine is there and when it is wanted: how much of the one the other covers."""

from typing import NamedTuple

import numpy as np

from symbiosis.domain.enums import ResourceKind, Rhythm
from symbiosis.domain.tables import Bools, Floats, Ints
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import KINDS, RHYTHMS

STORED = (KINDS.index(ResourceKind.MATERIAL), KINDS.index(ResourceKind.WATER))  # may be kept until it is wanted
ALWAYS = RHYTHMS.index(Rhythm.CONTINUOUS)
MONTHS, DAYS, HOURS = (1 << 13) - 2, (1 << 7) - 1, (1 << 24) - 1


class Shares(NamedTuple):
    """Shares of the time, 0 to 1, NaN where a side told no time or where the thing can be kept."""

    covered: Floats  # of the time it is wanted, how much it is there
    used: Floats  # of the time it is there, how much it is wanted


def shares(p: Pairs) -> Shares:
    """Return how the times of both sides meet; who goes on without a break is there at all times."""
    unknown = np.full(p.c.size, np.nan)
    rows = np.flatnonzero(_speaking(p))
    if not len(rows):
        return Shares(unknown, unknown)
    covered, used = unknown.copy(), unknown
    covered[rows], used[rows] = _met(p.take(rows))
    return Shares(covered, used)


def meet(p: Pairs) -> Bools:
    """Keep the pairs whose times meet at least once."""
    covered = shares(p).covered
    return np.isnan(covered) | (covered > 0)


def _speaking(p: Pairs) -> Bools:
    """Return which pairs of what cannot be kept tell a time on one side at least."""
    said = p.t.said
    told = (said.months | said.days | said.hours) > 0
    passing = ~np.isin(p.t.resources.kind, STORED)[p.resource] & (p.c.need >= 0)
    speaking: Bools = passing & (told[p.c.offer] | told[p.c.need])
    return speaking


def _met(p: Pairs) -> Shares:
    covered, used, known = np.ones(p.c.size), np.ones(p.c.size), np.zeros(p.c.size, dtype=np.bool_)
    said, rhythm = p.t.said, p.t.flows.rhythm
    for column, every in ((said.months, MONTHS), (said.days, DAYS), (said.hours, HOURS)):
        given = _there(column[p.c.offer], rhythm[p.c.offer], every)
        asked = _there(column[p.c.need], rhythm[p.c.need], every)
        told = (given > 0) & (asked > 0)
        common, both = np.bitwise_count(given & asked), (np.bitwise_count(asked), np.bitwise_count(given))
        covered[told] *= common[told] / both[0][told]
        used[told] *= common[told] / both[1][told]
        known |= told
    return Shares(np.where(known, covered, np.nan), np.where(known, used, np.nan))


def _there(told: Ints, rhythm: Ints, every: int) -> Ints:
    """Return the bits of the times told, all where none is told and it never stops."""
    there: Ints = np.where(told > 0, told, np.where(rhythm == ALWAYS, every, 0))
    return there
