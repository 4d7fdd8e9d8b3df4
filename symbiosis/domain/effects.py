"""What an exchange brings a year: quantities, € and CO2e, always as a range with the factors it was made with."""

from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.enums import ResourceKind


class Measure(StrEnum):
    """What is counted, with its unit, always per year."""

    TONNE = "t"
    CUBIC_METRE = "m3"
    MEGAWATT_HOUR = "MWh"
    PIECE = "piece"
    HOUR = "hour"
    CO2E = "kgCO2e"
    EURO = "EUR"


class Base(StrEnum):
    """What happened to the resource before: it decides what the exchange avoids."""

    UNKNOWN = "unknown"
    RECYCLED = "recycled"  # used by somebody already: neither its disposal nor primary material is avoided
    DISPOSED = "disposed"  # tipped, burnt, or lost


class FactorKind(StrEnum):
    """What a factor is the factor of."""

    DISPOSAL = "disposal"  # kg CO2e that tipping or burning one t causes
    PRIMARY = "primary"  # kg CO2e that one t of primary material causes beyond recycled one
    ENERGY = "energy"  # kg CO2e of one MWh that is no longer bought
    WATER = "water"  # kg CO2e of one m3 that is no longer drawn, nor treated
    TRANSPORT = "transport"  # kg CO2e of one t over one km of road
    DETOUR = "detour"  # km of road per km as the crow flies
    MONEY = "money"  # how far an estimated gain may be off: times
    SAVING = "saving"  # how far an estimated saving of a sharing may be off: times
    JOURNEY = "journey"  # € of one km of somebody on the way to what is shared


@dataclass(frozen=True)
class Range:
    """From the least to the most that may be expected."""

    low: float
    high: float

    def __add__(self, other: "Range") -> "Range":
        """Return the range of the sum of both."""
        return Range(self.low + other.low, self.high + other.high)

    def times(self, other: "Range") -> "Range":
        """Return the range of the product, whatever the signs."""
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Range(min(ends), max(ends))

    def less(self, other: "Range") -> "Range":
        """Return the range of the difference."""
        return Range(self.low - other.high, self.high - other.low)


NOTHING = Range(0.0, 0.0)


@dataclass(frozen=True)
class Factor:
    """A published or estimated figure; `scope` says of which country and what it counts.

    It applies to the resources named, else to those of the families, else to those of the kinds; with none of
    them, to all.
    """

    id: str
    what: FactorKind
    low: float
    high: float
    unit: str
    fr: str
    en: str
    source: str
    year: str
    scope: str
    date: str
    resources: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    kinds: tuple[ResourceKind, ...] = ()

    @property
    def range(self) -> Range:
        """Return its two ends."""
        return Range(self.low, self.high)


@dataclass(frozen=True)
class Effect:
    """One measure of what an exchange brings a year, and what it was computed with.

    `placed` is False where a distance should have counted but nobody knows it.
    """

    measure: Measure
    range: Range
    factors: tuple[Factor, ...] = ()
    placed: bool = True
