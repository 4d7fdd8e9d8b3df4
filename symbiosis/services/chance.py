"""How likely a lead is to come true, as far as a score can tell."""

from dataclasses import dataclass

from symbiosis.domain.enums import SynergyKind
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.model import probability


@dataclass(frozen=True)
class Chance:
    """The probability a score stands for, and the published rate it starts from; both from 0 to 1."""

    probability: float
    base_rate: float


def chance(kind: SynergyKind, score: float) -> Chance:
    """Return the published rate of realisation, moved by how the score differs from a typical workshop lead's."""
    return Chance(probability(kind, score), BASE_RATE)
