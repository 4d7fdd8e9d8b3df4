"""What each template is given: one frozen dataclass a page."""

from dataclasses import dataclass, field
from typing import ClassVar, Protocol

from flask import render_template

from symbiosis.domain.enums import CorrectionKind, Direction, Judgement, Origin, Provenance, SynergyKind
from symbiosis.domain.errors import AlreadyDecided
from symbiosis.domain.experience import Model
from symbiosis.domain.firms import Commune
from symbiosis.domain.saved_views import SavedView
from symbiosis.domain.views import Figures, FirmFile, FirmLine, FlowLine, JobLine, Label, Page, SynergyLine
from symbiosis.services.ask import CallList
from symbiosis.services.correct import CorrectionLine
from symbiosis.services.declare import Declared
from symbiosis.web.forms import Form
from symbiosis.web.i18n import language
from symbiosis.web.lead import Lead
from symbiosis.web.typography import french
from symbiosis.web.where import Where


@dataclass(frozen=True)
class LeadCount:
    """Leads of one origin and kind, open and judged."""

    origin: Origin
    kind: SynergyKind
    open: int
    judged: int


@dataclass(frozen=True)
class HomePage:
    """The territory in figures, and three doors."""

    template: ClassVar[str] = "home.html"
    figures: Figures
    flows: tuple[tuple[Direction, tuple[tuple[Provenance, int], ...]], ...]
    leads: tuple[LeadCount, ...]
    known_share: float
    last_job: JobLine | None
    questions: int


@dataclass(frozen=True)
class EmptyPage:
    """Nothing is loaded yet."""

    template: ClassVar[str] = "empty.html"


@dataclass(frozen=True)
class Choices:
    """What the filters of the review offer."""

    counts: dict[Judgement, int]
    communes: tuple[Commune, ...]
    resources: tuple[Label, ...]

    @property
    def examined(self) -> int:
        """Return how many leads were judged."""
        return sum(self.counts.values()) - self.counts[Judgement.PROPOSED]


@dataclass(frozen=True)
class ReviewPage:
    """The queue on the left, one lead on the right."""

    template: ClassVar[str] = "review.html"
    where: Where
    queue: Page[SynergyLine]
    choices: Choices
    lead: Lead | None
    back: dict[str, str]
    following: dict[str, str] | None
    previous: dict[str, str] | None
    refusal: Form = field(default_factory=Form)
    deferral: Form = field(default_factory=Form)
    views: tuple[SavedView, ...] = ()


@dataclass(frozen=True)
class LeadPage:
    """One lead alone."""

    template: ClassVar[str] = "synergy.html"
    lead: Lead
    back: dict[str, str]
    following: dict[str, str] | None = None
    previous: dict[str, str] | None = None
    refusal: Form = field(default_factory=Form)
    deferral: Form = field(default_factory=Form)


@dataclass(frozen=True)
class ConflictPage:
    """Somebody else decided first; what was typed is kept in sight."""

    template: ClassVar[str] = "conflict.html"
    error: AlreadyDecided
    lead_title: str
    wanted: Judgement | None
    typed: Form
    back: dict[str, str]


@dataclass(frozen=True)
class FirmsPage:
    """Firms by name or activity, in one commune or all."""

    template: ClassVar[str] = "firms.html"
    text: str
    commune: str
    found: Page[FirmLine]
    communes: tuple[Commune, ...]
    views: tuple[SavedView, ...] = ()


@dataclass(frozen=True)
class FirmPage:
    """One firm; its flows by direction."""

    template: ClassVar[str] = "firm.html"
    file: FirmFile
    flows: tuple[tuple[Direction, tuple[FlowLine, ...]], ...]


@dataclass(frozen=True)
class ChoosePage:
    """Whose flow is declared?"""

    template: ClassVar[str] = "choose.html"
    text: str
    found: Page[FirmLine] | None


@dataclass(frozen=True)
class DeclarePage:
    """The declaration form of one firm."""

    template: ClassVar[str] = "declare.html"
    firm_id: str
    firm_name: str
    form: Form


@dataclass(frozen=True)
class DeclaredPage:
    """What a declaration led to."""

    template: ClassVar[str] = "declared.html"
    declared: Declared


@dataclass(frozen=True)
class UnclearPage:
    """Flows nobody understood yet."""

    template: ClassVar[str] = "unclear.html"
    found: Page[FlowLine]


@dataclass(frozen=True)
class JobsPage:
    """Background jobs; `busy` while one waits or runs, `live` while the page renews itself.

    `reads` says what analysts read where a Neo4j may be read itself, '' elsewhere.
    """

    template: ClassVar[str] = "jobs.html"
    jobs: tuple[JobLine, ...]
    busy: bool
    live: bool
    model: Model | None
    reads: str = ""


@dataclass(frozen=True)
class CorrectionsPage:
    """What users changed in the knowledge; `offered` are the kinds that can be added."""

    template: ClassVar[str] = "corrections.html"
    lines: tuple[CorrectionLine, ...]
    offered: tuple[CorrectionKind, ...]


@dataclass(frozen=True)
class CorrectPage:
    """The form of one correction: its fields in order, and what may be chosen in some of them."""

    template: ClassVar[str] = "correct.html"
    kind: CorrectionKind
    form: Form
    fields: tuple[str, ...]
    choices: dict[str, tuple[Label, ...]]


@dataclass(frozen=True)
class QuestionsPage:
    """The call list; `mending` is the id of the question whose form is to be mended, '' for none."""

    template: ClassVar[str] = "questions.html"
    calls: CallList
    mending: str = ""
    form: Form = field(default_factory=Form)


@dataclass(frozen=True)
class ErrorPage:
    """Something went wrong: what, what to do, and the number under which it is logged."""

    template: ClassVar[str] = "error.html"
    title: str
    advice: str
    incident: str
    again: bool = False
    kept: str = ""  # what was being asked
    ask_again: str = ""  # the address that asks it


class Shown(Protocol):
    """What every page is: the name of a template, and what that template reads as `page`."""

    template: ClassVar[str]


def show(page: Shown) -> str:
    """Return the page as HTML."""
    html = render_template(page.template, page=page)
    return french(html) if language() == "fr" else html
