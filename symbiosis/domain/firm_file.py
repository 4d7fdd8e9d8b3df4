"""What an economic developer keeps about a firm, and what merging two records moves."""

from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.contacts import Contact
from symbiosis.domain.firms import Firm


class NoteKind(StrEnum):
    """How one was in touch."""

    CALL = "call"
    VISIT = "visit"
    MAIL = "mail"
    MEETING = "meeting"
    OTHER = "other"


@dataclass(frozen=True)
class Note:
    """What was said or seen on a day (ISO), by whom it was noted and when."""

    id: str
    kind: NoteKind
    on: str
    text: str
    who: str
    at: str = ""


@dataclass(frozen=True)
class FirmDossier:
    """A firm with its people and the notes on it, latest first."""

    firm: Firm
    commune_name: str
    people: tuple[Contact, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Merger:
    """Two records of one firm, and what would move from the one that goes; `both`: leads between the two."""

    gone: Firm
    kept: Firm
    flows: int
    leads: int
    judged: int
    both: int
    notes: int
    people: int
