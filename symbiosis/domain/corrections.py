"""What users change in the knowledge: kept apart from the shipped rows, with who, when and why."""

from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.enums import CorrectionKind
from symbiosis.domain.fold import fold
from symbiosis.domain.ids import stable_id


@dataclass(frozen=True)
class Correction:
    """One change of the knowledge; which fields count depends on the kind, '' elsewhere.

    `like` is the resource a new one resembles: its kind, unit, money figures, uses and ways of sharing are taken
    over. `at` and `withdrawn_at` are moments in UTC.
    """

    kind: CorrectionKind
    reason: str
    by: str
    at: str = ""
    id: str = ""
    resource: str = ""
    use: str = ""
    nace: str = ""
    direction: str = ""
    language: str = ""  # of a synonym: fr or en
    text: str = ""  # a synonym
    fr: str = ""
    en: str = ""
    like: str = ""
    hazard: str = ""  # '' as the resource it resembles
    waste_code: str = ""
    maturity: str = ""
    treatment: bool = False
    active: bool = True
    withdrawn_by: str = ""
    withdrawn_at: str = ""

    @property
    def made(self) -> str:
        """Return the id of the resource or the use it adds: the same name is the same thing."""
        return stable_id(self.kind.value, fold(self.fr).strip())

    @property
    def content(self) -> str:
        """Return what is the same for two corrections that say the same."""
        told = (
            self.kind, self.resource, self.use, self.nace, self.direction, fold(self.text).strip(), self.fr, self.en,
            self.like, self.hazard, self.waste_code, self.maturity, str(self.treatment),
        )  # fmt: skip
        return stable_id("content", *told)


class Trouble(StrEnum):
    """Why a correction is refused, or does not apply any more."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_VAGUE = "too_vague"  # it would name anything: a small word, a letter, a code, « déchet »
    UNKNOWN_RESOURCE = "unknown_resource"
    UNKNOWN_USE = "unknown_use"
    UNKNOWN_SECTOR = "unknown_sector"
    UNKNOWN_VALUE = "unknown_value"
    TAKEN = "taken"  # the name is another thing's: `about` is its id
    ALREADY = "already"  # the knowledge says so without it
    ABSENT = "absent"  # there is no such edge to switch off
    HAZARDOUS_USE = "hazardous_use"  # a hazardous resource goes to treatments alone
    BAD_CODE = "bad_code"
    HAZARDOUS_CODE = "hazardous_code"  # the code is a hazardous one and the resource is said to be harmless


@dataclass(frozen=True)
class Problem:
    """What is wrong with a correction: the trouble, the field to mend, and the thing it is about (an id or a word)."""

    trouble: Trouble
    field: str
    about: str = ""


Standing = dict[str, Problem | None]  # correction id → None where it is in force
