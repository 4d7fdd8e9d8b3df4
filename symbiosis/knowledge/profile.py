"""What is known of one firm of a situation, and what pairs of them are judged with."""

from collections.abc import Mapping
from dataclasses import dataclass

from symbiosis.knowledge.measures import Measures
from symbiosis.knowledge.situation_seeds import Trait
from symbiosis.knowledge.slots import Slots
from symbiosis.knowledge.stance import Stance

Traits = Mapping[str, frozenset[str]]  # values by attribute
Reason = tuple[str, str]  # French, English


@dataclass(frozen=True)
class Profile:
    """What is known of one firm of a situation."""

    id: str
    text: str
    commune: str
    topics: Mapping[str, float]  # strength by topic
    words: Mapping[str, str]  # what named each topic
    traits: Traits
    lacks: frozenset[tuple[str, str]]
    stance: Stance
    slots: Slots
    measures: Measures
    begins: int  # first hour named, -1 when none is
    ends: frozenset[int]  # hours named alone or at the ends of a span
    clock: frozenset[int]  # hours named, by themselves too
    goes: frozenset[str]
    ways: frozenset[str]
    sites: frozenset[str]
    far_km: float
    within_km: float
    at_home: bool
    nearby: bool


@dataclass(frozen=True)
class Setting:
    """What pairs are judged with."""

    traits: tuple[Trait, ...]
    places: Mapping[str, tuple[float, float]]
    radius: Mapping[str, float]  # km by topic


def sides(one: Profile, other: Profile) -> list[tuple[Profile, Profile]]:
    """Return (giver, taker) pairs: who has the thing and who wants it."""
    both = ((one, other), (other, one))
    return [(a, b) for a, b in both if a.stance.has and b.stance.wants and not b.stance.has]
