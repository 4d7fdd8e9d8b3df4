"""How much somebody said, per year, and what to ask where that cannot be."""

from dataclasses import dataclass

from symbiosis.domain.enums import Rhythm, Unit


@dataclass(frozen=True)
class Doubt:
    """A question to whoever typed a quantity, in both languages."""

    fr: str
    en: str


@dataclass(frozen=True)
class Usual:
    """What goes without saying where a quantity stands: a column "Tonnage annuel" counts tonnes per year."""

    unit: Unit | None = None
    per: str = ""  # year, month, week or day; '' where it has to be said


@dataclass(frozen=True)
class Amount:
    """A quantity per year in `unit`, None unknown; with a `doubt` it is not to be believed before it is answered.

    `typed` is what was written, '' for nothing.
    """

    value: float | None = None
    unit: Unit | None = None
    rhythm: Rhythm | None = None
    doubt: Doubt | None = None
    typed: str = ""
