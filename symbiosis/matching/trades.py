"""What the trades warn of by the words of both sides of a pair."""

import numpy as np

from symbiosis.domain.tables import Bools, Floats
from symbiosis.domain.wording import NOTHING_KNOWN, Known
from symbiosis.matching.pairs import Pairs


def value(p: Pairs) -> Floats:
    """Return how far the trades speak against each pair, from -1 to 0, where they know nothing of it."""
    found = np.zeros(p.c.size)
    rows = np.flatnonzero(_worth_asking(p))
    found[rows] = [p.t.said.known(int(p.c.offer[row]), int(p.c.need[row])).value for row in rows]
    return found


def reasons(p: Pairs) -> list[Known]:
    """Return what the trades warn of in each pair, and why."""
    asked = zip(_worth_asking(p).tolist(), p.c.offer.tolist(), p.c.need.tolist(), strict=True)
    return [p.t.said.known(offer, need) if worth else NOTHING_KNOWN for worth, offer, need in asked]


def _worth_asking(p: Pairs) -> Bools:
    """Return which pairs have a flow on both sides that one warning may speak of."""
    met = p.t.said.met
    common: Bools = (p.c.need >= 0) & (met[p.c.offer] & met[p.c.need] != 0)
    return common
