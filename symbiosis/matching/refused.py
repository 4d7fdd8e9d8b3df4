"""What refusals say beyond their own lead: who will not have what, and how far a thing does not go."""

import numpy as np

from symbiosis.domain.tables import Bools, Ints, Territory
from symbiosis.matching.candidates import OFFER
from symbiosis.matching.pairs import Pairs


def still_wanted(p: Pairs) -> Bools:
    """Keep the pairs of which neither firm refused the resource, or refused it only from farther away."""
    dropped = np.zeros(p.c.size, dtype=np.bool_)
    limits = p.t.limits
    if len(limits.firm):
        giver = p.t.flows.firm[p.c.offer]
        for firm, resource, beyond in zip(limits.firm, limits.resource, limits.beyond, strict=True):
            hit = (p.resource == resource) & ((giver == firm) | (p.c.taker == firm))
            dropped |= hit & ((beyond <= 0) | (p.distance >= beyond))
    return ~dropped


def will_not_share(t: Territory, resource: int) -> Ints:
    """Return the firms that will not have a resource at all."""
    limits = t.limits
    firms: Ints = limits.firm[(limits.resource == resource) & (limits.beyond <= 0)]
    return firms


def offers_touched(t: Territory, resource_id: str) -> Bools:
    """Return the offered flows of a resource: those of which a refusal may drop pairs."""
    reach = np.zeros(len(t.flows.ids), dtype=np.bool_)
    if resource_id in t.resources.ids:
        reach = (t.flows.resource == t.resources.ids.index(resource_id)) & (t.flows.direction == OFFER)
    return reach
