"""What the words of both sides of a pair, or of its use, say about quality and form, compared once per two texts."""

from typing import NamedTuple

import numpy as np

from symbiosis.domain.tables import Bools, Floats, Ints
from symbiosis.domain.wording import NOTHING_COMPARED, Fit
from symbiosis.matching.pairs import Pairs

NONE = -1


class Compared(NamedTuple):
    """One value a pair: from -1 to 1, 0 where nothing could be compared; and which pairs the words bar."""

    value: Floats
    bars: Bools


def compared(p: Pairs) -> Compared:
    """Return what the words of each pair say: of both sides, and of the offer for the use; the worse counts."""
    both, towards = _compare(p, *_sides(p)), _compare(p, *_use(p))
    against = (both.value < 0) | (towards.value < 0)
    worse, better = np.minimum(both.value, towards.value), np.maximum(both.value, towards.value)
    return Compared(np.where(against, worse, better), both.bars | towards.bars)


def fits(p: Pairs) -> list[Fit]:
    """Return what the words of each pair say, as it was weighed."""
    both, towards = (
        [_fit(p, *of) for of in zip(*map(np.ndarray.tolist, rows), strict=True)] for rows in (_sides(p), _use(p))
    )
    return [_counting(*of) for of in zip(both, towards, strict=True)]


def _fit(p: Pairs, given: int, asked: int) -> Fit:
    return p.t.said.fit(given, asked) if given >= 0 and asked >= 0 else NOTHING_COMPARED


def _counting(both: Fit, towards: Fit) -> Fit:
    """Return what counts: the worse where anything speaks against, else the better."""
    against = both.value < 0 or towards.value < 0
    return min(both, towards, key=_weight) if against else max(both, towards, key=_weight)


def _weight(fit: Fit) -> float:
    return fit.value


def _sides(p: Pairs) -> tuple[Ints, Ints]:
    return p.offered_code(p.t.said.flow), p.wanted_code(p.t.said.flow)


def _use(p: Pairs) -> tuple[Ints, Ints]:
    uses = np.append(p.t.said.use, NONE)  # no use, -1, reads the last
    return p.offered_code(p.t.said.flow), uses[p.c.use]


def _worth_comparing(p: Pairs, given: Ints, asked: Ints) -> Bools:
    """Return which rows of words speak of something that can be compared."""
    said, none = p.t.said, np.zeros(1, np.int64)
    tells, asks, own = (np.concatenate([bits, none]) for bits in (said.tells, said.asks, said.own))
    same = (own[given] & own[asked] != 0) & (p.wanted_code(p.t.flows.resource) == p.resource)
    worth: Bools = (given >= 0) & (asked >= 0) & (same | (tells[given] & asks[asked] != 0))
    return worth


def _compare(p: Pairs, given: Ints, asked: Ints) -> Compared:
    value, bars = np.zeros(p.c.size), np.zeros(p.c.size, dtype=np.bool_)
    worth = np.flatnonzero(_worth_comparing(p, given, asked))
    if len(worth):
        rows = len(p.t.said.tells)
        keys, of = np.unique(given[worth] * rows + asked[worth], return_inverse=True)
        fits = [p.t.said.fit(int(key // rows), int(key % rows)) for key in keys]
        value[worth] = np.array([f.value for f in fits])[of]
        bars[worth] = np.array([f.bars for f in fits])[of]
    return Compared(value, bars)
