"""What is asked of a firm to check a guess, and what it answered."""

from dataclasses import dataclass

from symbiosis.domain.enums import Answer, Direction, Unit
from symbiosis.domain.ids import question_id

CLASS = 5  # characters of a NACE class, '10.71': the letter of a national code is left out


@dataclass(frozen=True)
class Checked:
    """How often a guess about firms of a class was right; `answers` counts every yes and no."""

    nace: str  # class, '10.71'
    resource_id: str
    direction: Direction
    right: int
    answers: int


@dataclass(frozen=True)
class Guess:
    """What nobody told: that a firm offers or needs a resource."""

    firm_id: str
    resource_id: str
    direction: Direction

    @property
    def id(self) -> str:
        """Return the id of the question that checks it: one per firm, resource and direction."""
        return question_id(self.firm_id, self.resource_id, self.direction)


@dataclass(frozen=True)
class Answered:
    """What a firm answered, and all it takes to draw the consequences again; `quantity` per year in `unit`."""

    guess: Guess
    answer: Answer
    by: str
    at: str
    use_text: str = ""
    quantity: float | None = None
    unit: Unit | None = None
    nace: str = ""  # first activity of the firm, '' unknown

    @property
    def settled(self) -> bool:
        """Tell whether the guess is one no more: the firm said yes or no."""
        return self.answer is not Answer.LATER


@dataclass(frozen=True)
class Resting:
    """A lead that rests on a guess; `told` when the guess is a flow of its own, else only the firm's sector."""

    lead_id: str
    score: float
    guess: Guess
    nace: str  # first activity of the firm to be asked, '' unknown
    use_id: str  # of the lead, '' when the resource is wanted as it is
    use_text: str  # of the guessed flow, '' for none
    told: bool


@dataclass(frozen=True)
class Question:
    """A guess to check, and what a yes would open; leads best first."""

    guess: Guess
    leads: tuple[Resting, ...]
    yes: float  # chance of a yes, 0 to 1
    known: bool  # whether that chance is the share known of the sector, or the published rate
    opens: float  # leads that may come true after a yes: the sum of their chances
    postponed: bool
    tried: Checked | None = None  # how the same guess fared with firms of the same class

    @property
    def worth(self) -> float:
        """Return how many leads the question may be expected to bring about."""
        return self.yes * self.opens
