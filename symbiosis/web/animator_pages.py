"""What the templates of the economic developer's pages are given."""

from dataclasses import dataclass
from typing import ClassVar

from symbiosis.domain.enums import Judgement
from symbiosis.domain.follow_up import Followed
from symbiosis.domain.today import Due, News, OldFlow, Requests
from symbiosis.domain.views import Page, SynergyLine
from symbiosis.services.ask import CallList
from symbiosis.services.decide import Outcome
from symbiosis.web.forms import Decision, Form
from symbiosis.web.lead import Lead
from symbiosis.web.side_by_side import Line
from symbiosis.web.where import Where

FIRST, CALLS = 5, 3


@dataclass(frozen=True)
class TodayPage:
    """What a day starts with; `first` is how many of each sort are shown."""

    template: ClassVar[str] = "today.html"
    late: Page[Followed]
    asleep: Page[Followed]
    due: tuple[Due, ...]
    queue: Page[SynergyLine]
    calls: CallList
    news: News
    old: Page[OldFlow]
    requests: Requests
    first: int = FIRST
    most_calls: int = CALLS


@dataclass(frozen=True)
class BulkPage:
    """A page of leads to choose from; `nothing` where none was chosen."""

    template: ClassVar[str] = "bulk.html"
    where: Where
    queue: Page[SynergyLine]
    form: Form
    chosen: frozenset[str]
    nothing: bool = False


@dataclass(frozen=True)
class Picked:
    """A chosen lead in the version that was seen; `line` as it is now, None when it is gone."""

    id: str
    version: int
    line: SynergyLine | None

    @property
    def moved(self) -> bool:
        """Tell whether somebody changed it since it was seen."""
        return self.line is not None and self.line.version != self.version


@dataclass(frozen=True)
class BulkPreviewPage:
    """What would become of the chosen leads."""

    template: ClassVar[str] = "bulk_preview.html"
    where: Where
    picked: tuple[Picked, ...]
    judgement: Judgement
    decision: Decision

    @property
    def ready(self) -> tuple[Picked, ...]:
        """Return the leads that nobody changed meanwhile."""
        return tuple(p for p in self.picked if p.line is not None and not p.moved)


@dataclass(frozen=True)
class BulkDonePage:
    """What came of each chosen lead; `judgement` None where decisions were taken back."""

    template: ClassVar[str] = "bulk_done.html"
    where: Where
    outcomes: tuple[tuple[Outcome, Picked], ...]
    judgement: Judgement | None


@dataclass(frozen=True)
class ComparePage:
    """Two or three leads side by side."""

    template: ClassVar[str] = "compare_leads.html"
    leads: tuple[Lead, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class OldFlowsPage:
    """Flows older than twelve months: still true?"""

    template: ClassVar[str] = "old_flows.html"
    found: Page[OldFlow]


@dataclass(frozen=True)
class OldFlowPage:
    """What changed of one flow; `conflict` where somebody changed it meanwhile."""

    template: ClassVar[str] = "old_flow.html"
    old: OldFlow
    form: Form
    conflict: bool = False
