"""What is remembered of who saw and did what."""

from dataclasses import dataclass
from enum import StrEnum

KEPT_DAYS = 365  # as the CNIL advises for such records: six months to a year


class Did(StrEnum):
    """What somebody did."""

    ENTERED = "entered"
    FAILED = "failed"
    LEFT = "left"
    WROTE = "wrote"
    READ = "read"
    TOOK = "took"
    REFUSED = "refused"


@dataclass(frozen=True)
class Trace:
    """One line: who, in which role, did what, at which address, and what was answered."""

    who: str
    role: str
    did: Did
    what: str
    status: int
    account: str = ""
    at: str = ""
