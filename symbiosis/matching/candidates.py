"""Who could replace whose input: offers joined with needs, by the same resource or through a use."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.tables import Bools, Floats, Ints, Territory

OFFER, NEED = 0, 1
HYPOTHESIS = 2


@dataclass(frozen=True)
class Candidates:
    """n pairs as parallel arrays; the path that found each is `use` and `edge` (-1: the same resource)."""

    offer: Ints  # row of the offered flow
    need: Ints  # row of the wanted flow; -1: a firm whose sector performs the use, to be asked
    taker: Ints  # row of the taking firm
    use: Ints
    edge: Ints  # row of the usable-as relation
    weight: Floats  # share of the taker's sector that performs the use; NaN unknown

    def take(self, keep: Ints | Bools | slice) -> "Candidates":
        """Return the chosen pairs."""
        return Candidates(
            self.offer[keep], self.need[keep], self.taker[keep], self.use[keep], self.edge[keep], self.weight[keep]
        )

    @property
    def size(self) -> int:
        """Return how many pairs there are."""
        return len(self.offer)


def find(t: Territory, offers: Bools | None = None) -> Candidates:
    """Return every pair some path links, at least one side of which is no guess.

    `offers` (one per flow) restricts the search to these offered flows.
    """
    offered = t.flows.direction == OFFER
    offered = offered if offers is None else offered & offers
    weights = sector_weights(t)
    paths = [same_resource(t, offered), through_use(t, offered, weights), through_sector(t, offered, weights)]
    found = together(paths)
    return found.take(_worth_asking(t, found))


def offers_that_reach(t: Territory, flow: int) -> Bools:
    """Return the offered flows whose pairs a flow takes part in: itself, or those some path leads to a need."""
    reach = np.zeros(len(t.flows.ids), dtype=np.bool_)
    if t.flows.direction[flow] == OFFER:
        reach[flow] = True
    elif t.flows.direction[flow] == NEED:
        every = find(t, offers_near(t, int(t.flows.resource[flow]), t.flows.use[flow : flow + 1]))
        reach[every.offer[every.need == flow]] = True
    return reach


def offers_near(t: Territory, resource: int, uses: Ints) -> Bools:
    """Return the flows of a resource, of those that share a use with it, and of those that take one of some uses.

    -1 is no resource and no use.
    """
    shared = t.uses.usable_use[t.uses.usable_resource == resource]
    edges = np.isin(t.uses.usable_use, np.concatenate([shared, uses[uses >= 0]]))
    near = np.append(t.uses.usable_resource[edges], resource)
    among: Bools = np.isin(t.flows.resource, near[near >= 0])
    return among


def same_resource(t: Territory, offered: Bools) -> Candidates:
    """Return offers and needs of one and the same resource."""
    offers, needs = _understood(t, offered), _understood(t, t.flows.direction == NEED)
    left, right = join(t.flows.resource[offers], t.flows.resource[needs])
    offer, need = offers[left], needs[right]
    none = np.full(len(offer), -1)
    return Candidates(offer, need, t.flows.firm[need], t.flows.use[need], none, np.full(len(offer), np.nan))


def through_use(t: Territory, offered: Bools, weights: Floats) -> Candidates:
    """Return offers usable as what a wanted resource, or the need's own words, are for."""
    offers, edge = _by_use(t, offered)
    needs, use = _wanted_uses(t, weights)
    left, right = join(t.uses.usable_use[edge], use)
    offer, need = offers[left], needs[right]
    weight = weights[t.firms.sector[t.flows.firm[need]], use[right]]
    found = Candidates(offer, need, t.flows.firm[need], use[right], edge[left], weight)
    return found.take(t.flows.resource[offer] != t.flows.resource[need])


def through_sector(t: Territory, offered: Bools, weights: Floats) -> Candidates:
    """Return offers usable as something the firm's sector does, whatever the firm said: whom to ask."""
    offers, edge = _by_use(t, offered & (t.flows.provenance != HYPOTHESIS))
    sector, use = np.nonzero(weights > 0)
    row, firm = join(sector, t.firms.sector)
    left, right = join(t.uses.usable_use[edge], use[row])
    taker, through = firm[right], use[row][right]
    weight = weights[t.firms.sector[taker], through]
    return Candidates(offers[left], np.full(len(left), -1), taker, through, edge[left], weight)


def together(parts: list[Candidates]) -> Candidates:
    """Return several tables of pairs as one."""
    return Candidates(
        np.concatenate([p.offer for p in parts]),
        np.concatenate([p.need for p in parts]),
        np.concatenate([p.taker for p in parts]),
        np.concatenate([p.use for p in parts]),
        np.concatenate([p.edge for p in parts]),
        np.concatenate([p.weight for p in parts]),
    )


def sector_weights(t: Territory) -> Floats:
    """Return, for each sector of the territory and each use, the share of its firms that perform it.

    What was learnt from decisions wins, then the most precise code known: '10.71' before '10.7' before '10'.
    0 where nothing is known; NaN for firms of unknown sector.
    """
    weights = np.zeros((len(t.firms.sectors), len(t.uses.ids)))
    of_code: dict[str, list[int]] = defaultdict(list)
    for row, code in enumerate(t.uses.performs_sector):
        of_code[code].append(row)
    rows = {code: np.array(its, dtype=np.int64) for code, its in of_code.items()}
    for rank, sector in enumerate(t.firms.sectors):
        for known in (rows[sector[:end]] for end in range(len(sector) + 1) if sector[:end] in rows):
            weights[rank, t.uses.performs_use[known]] = t.uses.performs_weight[known]
        if not sector:
            weights[rank] = np.nan
    weights[t.learnt.sector, t.learnt.use] = t.learnt.share
    return weights


def join(left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Return the positions (in left, in right) of all pairs with equal keys; negative keys join nothing."""
    order = np.argsort(right, kind="stable")
    ordered = right[order]
    first, last = np.searchsorted(ordered, left, "left"), np.searchsorted(ordered, left, "right")
    counts = np.where(left >= 0, last - first, 0)
    rows = np.repeat(np.arange(len(left)), counts)
    inside = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return rows, order[np.repeat(first, counts) + inside]


def _understood(t: Territory, among: Bools) -> Ints:
    return np.flatnonzero(among & (t.flows.resource >= 0))


def _by_use(t: Territory, among: Bools) -> tuple[Ints, Ints]:
    """Return flows and the usable-as relations of their resource, row by row."""
    flows = _understood(t, among)
    left, edge = join(t.flows.resource[flows], t.uses.usable_resource)
    return flows[left], edge


def _wanted_uses(t: Territory, weights: Floats) -> tuple[Ints, Ints]:
    """Return needs and the uses they serve: the one they name, else those their sector performs."""
    wanted = t.flows.direction == NEED
    named = np.flatnonzero(wanted & (t.flows.use >= 0))
    needs, edge = _by_use(t, wanted)
    use = t.uses.usable_use[edge]
    performed = (weights[t.firms.sector[t.flows.firm[needs]], use] > 0) & (t.flows.use[needs] < 0)
    return np.concatenate([named, needs[performed]]), np.concatenate([t.flows.use[named], use[performed]])


def _worth_asking(t: Territory, c: Candidates) -> Bools:
    """Return which pairs hold together: two firms, and not two guesses."""
    offer_guess = t.flows.provenance[c.offer] == HYPOTHESIS
    need_guess = (c.need < 0) | (t.flows.provenance[c.need] == HYPOTHESIS)
    worth: Bools = (t.flows.firm[c.offer] != c.taker) & ~(offer_guess & need_guess)
    return worth
