"""Which sectors may take a thing, each with the ways that lead there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Direction
from symbiosis.domain.explored import Reason, SectorLine, Understood
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.catalogue import Catalogue
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.question import sure

Why = Callable[[int], tuple[Reason, ...]]
MOST_SECTORS, MOST_REASONS, MOST_MEANINGS = 12, 3, 5
LEAST_SHARE, LEAST_MEANING = 0.005, 0.02


@dataclass(frozen=True)
class Heard:
    """What is given away, by whom and under which code; `hazardous`: to licensed treatment alone."""

    text: str
    donor: str
    code: str
    hazardous: bool


def sectors(
    catalogue: Catalogue, exchange: Exchange, heard: Heard, understood: Sequence[Understood]
) -> tuple[SectorLine, ...]:
    """Return the sectors that may take it, most likely first; of things that have no use, those who share them.

    Every reason leads through a resource that was understood, so that the page tells one story.
    """
    ids, surest = ([u.label.id for u in group] for group in (understood, sure(understood)))
    if surest and not any(catalogue.outlets_of(i) for i in surest):
        return sharers(catalogue, surest, Direction.NEED)
    meaning = exchange.meaning(heard.text, heard.donor, heard.code)
    named = np.array([r in ids or not ids for r in exchange.resources])
    becomes = exchange.becomes * _allowed(catalogue, exchange, heard)
    shares = exchange.takers(heard.text, heard.donor, heard.code) if not heard.hazardous else None
    if shares is None:
        shares = meaning @ becomes @ exchange.performed
    ways = _Ways(catalogue, exchange, becomes, meaning * named, not heard.hazardous)
    return ranked(catalogue, exchange, shares, ways.to)


def ranked(catalogue: Catalogue, exchange: Exchange, shares: Floats, why: Why) -> tuple[SectorLine, ...]:
    """Return the sectors with the largest shares that have a reason."""
    found: list[SectorLine] = []
    for s in np.argsort(-shares, kind="stable"):
        if shares[s] < LEAST_SHARE or len(found) == MOST_SECTORS:
            break
        reasons = why(int(s))
        if reasons:
            nace = exchange.sectors[s]
            found.append(SectorLine(nace, catalogue.sector_label(nace), round(float(shares[s]), 4), reasons))
    return tuple(found)


def sharers(catalogue: Catalogue, ids: Sequence[str], other: Direction) -> tuple[SectorLine, ...]:
    """Return the sectors that typically share these resources, or need (offer) them."""
    told = [f for i in ids for f in catalogue.typical(i) if f.direction in (Direction.SHARE, other)]
    ranked = sorted(told, key=lambda f: (-f.share_of_resource, f.nace))
    first = {f.nace: f for f in reversed(ranked)}
    best = sorted(first.values(), key=lambda f: (-f.share_of_resource, f.nace))[:MOST_SECTORS]
    return tuple(
        SectorLine(
            f.nace,
            catalogue.sector_label(f.nace),
            f.share_of_resource,
            (Reason(catalogue.resource_label(f.resource_id), None, f.share_of_resource),),
        )
        for f in best
    )


class _Ways:
    """Finds through which resource and use a sector is reached."""

    def __init__(self, catalogue: Catalogue, exchange: Exchange, becomes: Floats, meaning: Floats, buys: bool) -> None:
        self._catalogue, self._exchange, self._becomes, self._buys = catalogue, exchange, becomes, buys
        likely = np.argsort(-meaning, kind="stable")[:MOST_MEANINGS]
        self._meant = [(int(r), float(meaning[r])) for r in likely if meaning[r] >= LEAST_MEANING]
        self._resources, self._uses = list(exchange.resources), list(exchange.uses)

    def to(self, s: int) -> tuple[Reason, ...]:
        """Return the main ways to a sector, the widest first."""
        found = [(likely * share, r, u, share) for r, likely in self._meant for u, share in self._through(r, s)]
        best = sorted(found, key=lambda way: (-way[0], way[1], way[2]))[:MOST_REASONS]
        return tuple(self._reason(r, u, share) for _, r, u, share in best)

    def _through(self, r: int, s: int) -> list[tuple[int, float]]:
        ways = self._becomes[r] * self._exchange.performed[:, s]
        found = [(int(u), float(ways[u])) for u in np.flatnonzero(ways)]
        direct = float(self._exchange.wanted[r, s]) if self._buys else 0.0
        return [*found, (-1, direct)] if direct else found

    def _reason(self, r: int, u: int, share: float) -> Reason:
        use = self._catalogue.use_label(self._uses[u]) if u >= 0 else None
        return Reason(self._catalogue.resource_label(self._resources[r]), use, round(share, 4))


def _allowed(catalogue: Catalogue, exchange: Exchange, heard: Heard) -> Floats:
    """Return 1 for each use the thing may go to: whatever is hazardous goes to licensed treatment alone."""
    return np.array([1.0 if catalogue.uses[u].treatment or not heard.hazardous else 0.0 for u in exchange.uses])
