"""What a firm means, by what the others of a situation speak of."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from symbiosis.knowledge.profile import Profile
from symbiosis.knowledge.spoken_topics import DONE, FIRST

Pair = frozenset[str]


def settled(firms: Sequence[Profile]) -> list[Profile]:
    """Keep what a firm speaks of most where another speaks of it too: what else its words may mean is settled then."""
    return [
        replace(p, topics={t: v for t, v in p.topics.items() if t in main(p)}) if heard(p, firms) else p for p in firms
    ]


def heard(firm: Profile, firms: Sequence[Profile]) -> bool:
    """Tell whether another firm speaks clearly of what this one speaks of most."""
    return any(p.topics.get(t, 0.0) >= DONE for p in firms if p.id != firm.id for t in main(firm))


def main(firm: Profile) -> frozenset[str]:
    """Return what a firm speaks of most, all that is about as clear."""
    most = max(firm.topics.values(), default=0.0)
    return frozenset(t for t, strength in firm.topics.items() if strength >= max(most - FIRST, DONE))


def of_two_minds(firms: Sequence[Profile]) -> frozenset[Pair]:
    """Return the pairs of firms that each speak clearly of something, and not of one thing."""
    return frozenset(
        frozenset((a.id, b.id)) for a, b in combinations(firms, 2) if main(a) and main(b) and not main(a) & main(b)
    )
