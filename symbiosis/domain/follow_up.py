"""What follows a confirmation: the stages, the promised step, what sleeps, and what a synergy brought about."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.steps import NextStep
from symbiosis.domain.views import DecisionLine, SynergyLine

J = Judgement
FOLLOWED = (J.CONFIRMED, J.CONTACTED, J.STUDIED, J.IMPLEMENTED, J.ABANDONED)
ACTIVE = (J.CONFIRMED, J.CONTACTED, J.STUDIED)  # somebody has to do something
NEXT: dict[Judgement, tuple[Judgement, ...]] = {
    J.CONFIRMED: (J.CONTACTED, J.STUDIED, J.IMPLEMENTED, J.ABANDONED),
    J.CONTACTED: (J.STUDIED, J.IMPLEMENTED, J.ABANDONED),
    J.STUDIED: (J.IMPLEMENTED, J.ABANDONED),
    J.IMPLEMENTED: (J.ABANDONED,),
    J.ABANDONED: (J.CONTACTED,),
}
SLEEPS_AFTER = 30  # days without a step, unless told otherwise
SLEEPS = (15, SLEEPS_AFTER, 60, 90)


class Measure(StrEnum):
    """In what a result is counted, always per year."""

    TONNE = "t"
    CUBIC_METRE = "m3"
    MEGAWATT_HOUR = "MWh"
    EURO = "EUR"
    CO2 = "kgCO2e"


class Only(StrEnum):
    """Which of the followed leads want attention."""

    LATE = "late"
    ASLEEP = "asleep"


def may_become(before: Judgement, after: Judgement) -> bool:
    """Tell whether a lead at one judgement may be put at another; what is not followed up is the review's matter."""
    if after in FOLLOWED and after is not J.CONFIRMED:
        return after is before or after in NEXT.get(before, ())
    return True


@dataclass(frozen=True)
class Track:
    """How far a followed lead is, and who promised what for when."""

    id: str
    stage: Judgement
    kind: SynergyKind
    origin: Origin
    resource_id: str
    moved_at: str  # moment of the last decision
    step: NextStep

    def late(self, today: date) -> int:
        """Return by how many days the promised step is late, 0 when it is not."""
        if self.stage not in ACTIVE or not self.step.on:
            return 0
        return max(0, (today - date.fromisoformat(self.step.on)).days)

    def asleep(self, today: date, days: int) -> int:
        """Return for how many days nothing has happened and nothing is planned; 0 under `days`."""
        if self.stage not in ACTIVE or (self.step.on and not self.late(today)):
            return 0
        still = (today - date.fromisoformat(self.moved_at[:10])).days
        return still if still >= days else 0

    def urgency(self, today: date, days: int) -> tuple[int, str, str]:
        """Return what sorts late steps first, then what sleeps, then what is planned soonest."""
        if self.late(today):
            return 0, self.step.on, self.id
        if self.asleep(today, days):
            return 1, self.moved_at, self.id
        return (2, self.step.on, self.id) if self.step.on else (3, self.moved_at, self.id)


@dataclass(frozen=True)
class Wanted:
    """Which followed leads to show; '' means any."""

    stage: str = ""
    kind: str = ""
    origin: str = ""
    commune: str = ""
    resource: str = ""
    by: str = ""
    only: str = ""
    days: int = SLEEPS_AFTER

    def passes(self, track: Track, today: date) -> bool:
        """Tell whether a lead is to be shown, its commune aside."""
        asked = (self.stage, self.kind, self.origin, self.resource, self.by)
        held = (track.stage, track.kind, track.origin, track.resource_id, track.step.by)
        if any(want and want != have for want, have in zip(asked, held, strict=True)):
            return False
        if self.only == Only.LATE:
            return track.late(today) > 0
        return self.only != Only.ASLEEP or track.asleep(today, self.days) > 0


@dataclass(frozen=True)
class Result:
    """What a synergy brought about in one year, as somebody noted it; `amount` None: noted by mistake, taken back."""

    id: str
    year: int
    measure: Measure
    amount: float | None
    source: str
    who: str
    at: str


def standing(results: tuple[Result, ...]) -> tuple[Result, ...]:
    """Return the results that hold, latest year first; `results` latest noted first, each replacing the older ones."""
    latest: dict[tuple[int, Measure], Result] = {}
    for result in results:
        latest.setdefault((result.year, result.measure), result)
    held = [result for result in latest.values() if result.amount is not None]
    return tuple(sorted(held, key=lambda r: (-r.year, list(Measure).index(r.measure))))


@dataclass(frozen=True)
class Followed:
    """A followed lead in a list; `late` and `asleep` in days."""

    line: SynergyLine
    track: Track
    late: int
    asleep: int


@dataclass(frozen=True)
class Column:
    """The leads of one stage, most urgent first: the first ones, and how many there are."""

    stage: Judgement
    lines: tuple[Followed, ...]
    total: int


@dataclass(frozen=True)
class Board:
    """All stages, how much wants attention, and the people who promised something."""

    columns: tuple[Column, ...]
    late: int
    asleep: int
    people: tuple[str, ...]


@dataclass(frozen=True)
class FollowUp:
    """All about the follow-up of one lead; results latest noted first."""

    line: SynergyLine
    step: NextStep
    moved_at: str
    results: tuple[Result, ...]
    decisions: tuple[DecisionLine, ...] = field(default_factory=tuple)
