"""What elected members are told: sums with their range, never what is hoped for added to what is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from symbiosis.domain.effects import Factor, Measure, Range
from symbiosis.domain.enums import Judgement, SynergyKind


class Reach(StrEnum):
    """How real a figure is; the four are never added up."""

    REALISED = "realised"  # implemented
    AGREED = "agreed"  # confirmed, contacted or studied
    POTENTIAL = "potential"  # open, and resting on what firms said or registers show
    SUPPOSED = "supposed"  # open, and resting on a hypothesis


MEASURES_TOLD = (Measure.TONNE, Measure.CUBIC_METRE, Measure.MEGAWATT_HOUR, Measure.CO2E, Measure.EURO)


@dataclass(frozen=True)
class Worth:
    """What a lead may bring a year: per unit exchanged, and whatever is exchanged; amounts in the resource's unit.

    `given_by` and `wanted_by` name the flows, so that the same tonne is not counted twice.
    """

    given_by: str = ""
    given: float | None = None
    wanted_by: str = ""
    wanted: float | None = None
    per_unit: Mapping[Measure, Range] = field(default_factory=dict)
    fixed: Mapping[Measure, Range] = field(default_factory=dict)
    factors: tuple[Factor, ...] = ()
    placed: bool = True


@dataclass(frozen=True)
class Sum:
    """A sum over leads: its range, how many leads have a figure, how many have none."""

    range: Range
    known: int
    unknown: int
    measured: int = 0  # of the known ones, those that follow-up noted


@dataclass(frozen=True)
class Noted:
    """What follow-up says of a synergy: the year it was implemented ('' unknown), and amounts by year and measure."""

    started: str = ""
    by_year: Mapping[str, Mapping[Measure, float]] = field(default_factory=dict)

    @property
    def latest(self) -> dict[Measure, float]:
        """Return the latest amount of each measure."""
        return {measure: amount for year in sorted(self.by_year) for measure, amount in self.by_year[year].items()}


@dataclass(frozen=True)
class OfCommune:
    """One commune ('' for none): synergies and firms by reach; what is realised goes to the commune it starts from."""

    id: str
    name: str
    synergies: Mapping[Reach, int]
    firms: Mapping[Reach, int]
    realised: Mapping[Measure, Range]
    engaged: int  # firms of a synergy that is confirmed or done


@dataclass(frozen=True)
class OfYear:
    """The synergies that started in one year ('' unknown); what was noted of it, else the estimate of these."""

    year: str
    synergies: int
    realised: Mapping[Measure, Range]


@dataclass(frozen=True)
class Indicators:
    """All of it; `factors` are those used, `unplaced` leads whose distance nobody knows."""

    sums: Mapping[tuple[Reach, Measure], Sum]
    synergies: Mapping[tuple[SynergyKind, Judgement], int]
    firms: Mapping[Reach, int]
    communes: tuple[OfCommune, ...]
    years: tuple[OfYear, ...]
    factors: tuple[Factor, ...]
    unplaced: int
