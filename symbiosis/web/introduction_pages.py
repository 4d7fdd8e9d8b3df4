"""What the template of an introduction is given."""

from dataclasses import dataclass
from typing import ClassVar

from symbiosis.domain.approaches import Reached
from symbiosis.domain.introductions import Answered, Readiness
from symbiosis.web.letters import Letter


@dataclass(frozen=True)
class Side:
    """A firm of the lead, what it said, and the letter that is due to it, None where none is."""

    reached: Reached
    answer: Answered
    letter: Letter | None

    @property
    def unnamed(self) -> bool:
        """Tell whether nobody of the firm agreed to be named to the others."""
        return not any(person.consents for person in self.reached.people)


@dataclass(frozen=True)
class IntroductionPage:
    """The firms of a lead on their way to know each other."""

    template: ClassVar[str] = "introduction.html"
    synergy_id: str
    title: str
    readiness: Readiness
    sides: tuple[Side, ...]
    refused: bool = False

    @property
    def meets(self) -> bool:
        """Tell whether the letters are those that name everybody to each other."""
        return self.readiness.ready or bool(self.readiness.introduced_at)
