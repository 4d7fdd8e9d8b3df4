"""How likely a lead is to come true, as far as a score can tell."""

from dataclasses import dataclass

from symbiosis.domain.enums import SynergyKind
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.model import probability
from symbiosis.store import models
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Chance:
    """The probability a score stands for, and the published rate it starts from; both from 0 to 1.

    `decisions`: how many it was calibrated on, 0 where it is indicative only.
    """

    probability: float
    base_rate: float
    decisions: int


def chance(store: Store, kind: SynergyKind, score: float) -> Chance:
    """Return the published rate moved by the score, or what decisions taken here say of such a score."""
    held = models.current(store)
    calibrated = held.decisions if held and kind in held.intercept else 0
    return Chance(probability(kind, score, held), BASE_RATE, calibrated)
