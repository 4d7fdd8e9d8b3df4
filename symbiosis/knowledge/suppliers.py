"""Who may provide a thing, or something else that serves the same use."""

from collections.abc import Sequence

import numpy as np

from symbiosis.domain.enums import Direction
from symbiosis.domain.explored import Outlet, Reason, SectorLine, Understood
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.catalogue import Catalogue
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.receivers import LEAST_MEANING, MOST_REASONS, ranked, sharers

SUBSTITUTE = 0.5  # what another resource for the same use counts, beside the one that was named


def outlets(catalogue: Catalogue, main: Sequence[Understood]) -> tuple[Outlet, ...]:
    """Return what serves the uses that were named, or those of the resources that were, most usual first."""
    wanted = purposes(catalogue, main)
    found = ((wanted[use] * o.share, o) for use in wanted for o in catalogue.outlets_into(use))
    best = sorted(found, key=lambda pair: (-pair[0], pair[1].resource.id, pair[1].use.id))
    named = {u.label.id for u in main}
    return tuple(o for _, o in sorted(best, key=lambda pair: pair[1].resource.id not in named))


def purposes(catalogue: Catalogue, main: Sequence[Understood]) -> dict[str, float]:
    """Return what the thing is wanted for: the uses that were named, else those of the resources, with their shares."""
    named = {u.label.id: 1.0 for u in main if u.kind is None}
    if named:
        return named
    told: dict[str, float] = {}
    for outlet in (o for u in main for o in catalogue.outlets_of(u.label.id)):
        told[outlet.use.id] = max(told.get(outlet.use.id, 0.0), outlet.share)
    return told


def sectors(
    catalogue: Catalogue, exchange: Exchange, text: str, receiver: str, main: Sequence[Understood]
) -> tuple[SectorLine, ...]:
    """Return the sectors that may provide it, most likely first."""
    ids = [u.label.id for u in main if u.kind]
    if ids and not any(catalogue.outlets_of(i) for i in ids):
        return sharers(catalogue, ids, Direction.OFFER)
    counts = _weights(catalogue, exchange, main)
    best = [int(r) for r in np.argsort(-counts, kind="stable") if counts[r] >= LEAST_MEANING]
    towards = {o.resource.id: o for o in reversed(outlets(catalogue, main))}
    resources = list(exchange.resources)

    def why(s: int) -> tuple[Reason, ...]:
        given = [(counts[r] * exchange.offered[r, s], r) for r in best if exchange.offered[r, s] > 0]
        first = sorted(given, key=lambda pair: (-pair[0], pair[1]))[:MOST_REASONS]
        return tuple(_reason(catalogue, towards, resources[r], float(exchange.offered[r, s])) for _, r in first)

    return ranked(catalogue, exchange, exchange.suppliers(text, receiver), why)


def _weights(catalogue: Catalogue, exchange: Exchange, main: Sequence[Understood]) -> Floats:
    use = np.zeros(len(exchange.uses))
    for name, share in purposes(catalogue, main).items():
        use[exchange.uses[name]] = share
    counts: Floats = SUBSTITUTE * exchange.becomes @ use
    for u in main:
        if u.kind:
            counts[exchange.resources[u.label.id]] += u.confidence
    return counts


def _reason(catalogue: Catalogue, towards: dict[str, Outlet], resource_id: str, share: float) -> Reason:
    outlet = towards.get(resource_id)
    return Reason(catalogue.resource_label(resource_id), outlet.use if outlet else None, round(share, 4))
