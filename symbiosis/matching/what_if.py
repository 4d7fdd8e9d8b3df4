"""What if a firm came, or closed: the proposals of two territories compared, where the firm's flows reach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.synergies import KnownLink, Proposal
from symbiosis.domain.tables import Bools, Territory
from symbiosis.matching import candidates, suggest


@dataclass(frozen=True)
class Difference:
    """Proposals that the territory with the firm has and the one without has not, and the other way round."""

    only_with: tuple[Proposal, ...]
    only_without: tuple[Proposal, ...]


def compare(without: Territory, with_firm: Territory, firm_id: str, judged: Sequence[KnownLink]) -> Difference:
    """Return what a firm makes possible and what it takes the place of."""
    offers = _touched(with_firm, firm_id)
    ids = {with_firm.flows.ids[row] for row in np.flatnonzero(offers)}
    known = np.array([name in ids for name in without.flows.ids], dtype=np.bool_)
    resources = np.zeros(len(with_firm.resources.ids), dtype=np.bool_)
    own = with_firm.flows.resource[with_firm.flows.firm == with_firm.firms.ids.index(firm_id)]
    resources[own[own >= 0]] = True
    has = _proposals(with_firm, (offers, resources), judged)
    has_not = _proposals(without, (known, resources), judged)
    return Difference(_left(has, has_not), _left(has_not, has))


def _touched(t: Territory, firm_id: str) -> Bools:
    """Return the offers that a firm's flows, or what its sector does, reach."""
    firm = t.firms.ids.index(firm_id)
    mine = np.flatnonzero(t.flows.firm == firm)
    reach = np.zeros(len(t.flows.ids), dtype=np.bool_)
    for row in mine:
        reach |= candidates.offers_that_reach(t, int(row))
    weights = candidates.sector_weights(t)[t.firms.sector[firm]]
    usable = t.uses.usable_resource[weights[t.uses.usable_use] > 0]
    asked: Bools = reach | ((t.flows.direction == candidates.OFFER) & np.isin(t.flows.resource, usable))
    return asked


def _proposals(t: Territory, about: tuple[Bools, Bools], judged: Sequence[KnownLink]) -> dict[str, Proposal]:
    offers, resources = about
    pairs = suggest.substitutions(t, judged, offers).proposals if offers.any() else ()
    return {p.id: p for p in (*pairs, *suggest.sharing_groups(t, judged, (), resources))}


def _left(these: Mapping[str, Proposal], those: Mapping[str, Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals that are not among others, those with other firms counting as others; best first."""
    new = [p for name, p in these.items() if name not in those or those[name].parties != p.parties]
    return tuple(sorted(new, key=lambda p: (p.hypothetical, -p.score, p.id)))
