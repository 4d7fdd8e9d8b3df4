"""A workshop: firms in a room, the cards they hand in, the leads these make, and who is interested in which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.enums import Direction, Judgement, Role, Unit
from symbiosis.domain.folder import RowError
from symbiosis.domain.views import Label, SynergyLine

PUBLISHED_DONE, PUBLISHED_LEADS = 138, 588  # French national programme 2015-2017: done, of all it followed
FOLLOWED = (Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED)


@dataclass(frozen=True)
class Workshop:
    """A meeting; `day` is an ISO date, `cards` how many count."""

    id: str
    name: str
    day: str
    place: str
    open: bool
    cards: int


@dataclass(frozen=True)
class Said:
    """What somebody writes on a card; `outside` is the name of a firm that the territory does not hold.

    `shown`: the room may see the firm's name; otherwise its sector only. `once` tells sendings of the form apart.
    """

    direction: Direction
    text: str
    quantity_text: str = ""
    firm_id: str = ""
    outside: str = ""
    shown: bool = False
    once: str = ""
    apart: bool = False  # not the same as what a card of the firm says already
    by: str = ""


@dataclass(frozen=True)
class CardRow:
    """A row of a spreadsheet of cards: the card it says, or what is wrong; `firm` as it was written."""

    file: str
    line: int
    card: Said | None
    firm: str
    error: RowError | None


@dataclass(frozen=True)
class CardLine:
    """A card as it is read; `times`: how often it was said, `also`: in which other words.

    `reuses`: the firm had told this flow before; `quantity` is per year in `unit`.
    """

    id: str
    firm_id: str
    firm_name: str
    nace: tuple[str, ...]
    direction: Direction
    text: str
    quantity_text: str
    quantity: float | None
    unit: Unit | None
    shown: bool
    outside: bool
    at: str
    times: int
    also: tuple[str, ...]
    reuses: bool
    withdrawn: bool
    flow_id: str
    resource: Label | None


@dataclass(frozen=True)
class InRoom:
    """A firm of a lead as the room may see it: `name` '' where it only sees the sector; `here` when it has a card."""

    firm_id: str
    name: str
    nace: tuple[str, ...]
    role: Role
    here: bool


@dataclass(frozen=True)
class VoteLine:
    """A firm's interest in a lead."""

    id: str
    synergy_id: str
    firm_id: str
    firm_name: str


@dataclass(frozen=True)
class Match:
    """A lead that cards of a workshop made or met."""

    line: SynergyLine
    parties: tuple[InRoom, ...]
    cards: tuple[CardLine, ...]
    votes: tuple[VoteLine, ...]
    repeated: bool = False  # people knew it before: the cards say it again and made nothing

    @property
    def in_room(self) -> bool:
        """Tell whether it is between cards of the room."""
        return len({party.firm_id for party in self.parties if party.here}) > 1


class Next(StrEnum):
    """What to do next about a firm."""

    CALL = "call"
    CLARIFY = "clarify"
    MEASURE = "measure"
    WAIT = "wait"


@dataclass(frozen=True)
class Step:
    """One next step: about a lead (call) or about a card."""

    kind: Next
    match: Match | None = None
    card: CardLine | None = None


@dataclass(frozen=True)
class FirmSteps:
    """A firm that was in the room, and what to do next with it."""

    firm_id: str
    firm_name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Conversion:
    """What became of a workshop's leads: those somebody voted for or judged are retained."""

    found: int
    retained: int
    followed: int
    done: int

    @property
    def rate(self) -> float | None:
        """Return the share of retained leads that were done, None before any was retained."""
        return self.done / self.retained if self.retained else None


@dataclass(frozen=True)
class Board:
    """All of a workshop: cards latest first, matches in the room first, then best first."""

    workshop: Workshop
    cards: tuple[CardLine, ...]
    matches: tuple[Match, ...]

    @property
    def standing(self) -> tuple[CardLine, ...]:
        """Return the cards that count."""
        return tuple(card for card in self.cards if not card.withdrawn)


def in_order(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the matches of the room first, then with most votes, then best."""
    return tuple(
        sorted(
            matches,
            key=lambda m: (not m.in_room, -len(m.votes), m.line.hypothetical, -(m.line.score or 0.0), m.line.id),
        )
    )


def conversion(matches: Sequence[Match]) -> Conversion:
    """Return what became of the leads; those that were known before the workshop are none of its."""
    matches = [m for m in matches if not m.repeated or m.votes]
    retained = [m for m in matches if m.votes or m.line.judgement is not Judgement.PROPOSED]
    judged = [m.line.judgement for m in retained]
    return Conversion(
        len(matches), len(retained), sum(j in FOLLOWED for j in judged), judged.count(Judgement.IMPLEMENTED)
    )


def next_steps(board: Board) -> tuple[FirmSteps, ...]:
    """Return what to do next with each firm of the room, by name."""
    firms = {card.firm_id: card.firm_name for card in board.standing}
    return tuple(
        FirmSteps(firm, name, _steps(board, firm)) for firm, name in sorted(firms.items(), key=lambda f: (f[1], f[0]))
    )


def _steps(board: Board, firm_id: str) -> tuple[Step, ...]:
    cards = [card for card in board.standing if card.firm_id == firm_id]
    mine = [m for m in board.matches if any(party.firm_id == firm_id for party in m.parties)]
    calls = [Step(Next.CALL, match=m) for m in mine if m.votes or m.line.judgement is Judgement.CONFIRMED]
    unclear = [Step(Next.CLARIFY, card=card) for card in cards if card.resource is None]
    unmeasured = [Step(Next.MEASURE, card=card) for card in cards if card.resource and card.quantity is None]
    left = () if mine else (Step(Next.WAIT),)
    return (*calls, *unclear, *(s for s in unmeasured if s.card and s.card.direction is not Direction.SHARE), *left)
