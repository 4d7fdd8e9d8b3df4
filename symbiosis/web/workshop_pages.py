"""What the pages of workshops are given."""

from dataclasses import dataclass, field
from typing import ClassVar

from symbiosis.domain.amounts import Amount
from symbiosis.domain.views import FirmLine
from symbiosis.domain.workshops import (
    PUBLISHED_DONE,
    PUBLISHED_LEADS,
    Board,
    CardLine,
    CardRow,
    Conversion,
    FirmSteps,
    Match,
    Workshop,
)
from symbiosis.web.forms import Form


@dataclass(frozen=True)
class WorkshopsPage:
    """All workshops, and the form of a new one."""

    template: ClassVar[str] = "workshops.html"
    workshops: tuple[Workshop, ...]
    form: Form = field(default_factory=Form)


@dataclass(frozen=True)
class Taken:
    """The card that was just taken: what was understood of it, and what it meets."""

    card: CardLine
    amount: Amount
    matches: tuple[Match, ...]


@dataclass(frozen=True)
class CardForm:
    """A card as it was typed; `choices` where its firm's name fits several, `unknown` where it fits none."""

    form: Form = field(default_factory=Form)
    choices: tuple[FirmLine, ...] = ()
    unknown: bool = False


@dataclass(frozen=True)
class EntryPage:
    """Where a room hands in its cards; `mending` is the id of the card to be corrected, '' for a new one."""

    template: ClassVar[str] = "workshop.html"
    board: Board
    entry: CardForm
    taken: Taken | None = None
    mending: str = ""


@dataclass(frozen=True)
class CardFilePage:
    """A spreadsheet of cards: asked for, or shown row by row; `good` holds its cards as they are sent back."""

    template: ClassVar[str] = "card_file.html"
    workshop: Workshop
    rows: tuple[CardRow, ...] | None = None
    good: str = "[]"
    form: Form = field(default_factory=Form)

    @property
    def count(self) -> int:
        """Return how many rows are cards."""
        return sum(row.card is not None for row in self.rows or ())


@dataclass(frozen=True)
class MatchesPage:
    """What the cards make, with the names, for whoever leads the room: here votes are noted."""

    template: ClassVar[str] = "workshop_matches.html"
    board: Board


@dataclass(frozen=True)
class ProjectorPage:
    """What the whole room reads on the wall."""

    template: ClassVar[str] = "projector.html"
    board: Board


@dataclass(frozen=True)
class WorkshopReportPage:
    """What a workshop gave: cards, leads, votes, next steps, and what became of them."""

    template: ClassVar[str] = "workshop_report.html"
    board: Board
    steps: tuple[FirmSteps, ...]
    conversion: Conversion
    published_done: int = PUBLISHED_DONE
    published_leads: int = PUBLISHED_LEADS

    @property
    def published(self) -> float:
        """Return the published rate that a workshop's is compared with."""
        return self.published_done / self.published_leads
