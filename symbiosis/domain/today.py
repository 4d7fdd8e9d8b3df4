"""What a day starts with: what is new to a person, and what has come due."""

from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Judgement
from symbiosis.domain.flows import Flow
from symbiosis.domain.views import SynergyLine


@dataclass(frozen=True)
class Decided:
    """What somebody else decided on a lead."""

    at: str
    who: str
    after: Judgement
    line: SynergyLine


@dataclass(frozen=True)
class Told:
    """A flow that a firm declared lately; no words where they are confidential."""

    firm_id: str
    firm_name: str
    direction: Direction
    text: str
    as_of: str


@dataclass(frozen=True)
class OldFlow:
    """A flow that was told long ago, in the version to be confirmed, corrected or withdrawn."""

    flow: Flow
    firm_name: str
    version: int
    hidden: bool  # confidential, and not opened to this reader


@dataclass(frozen=True)
class Request:
    """What a firm asked for, and when."""

    firm_id: str
    firm_name: str
    at: str


@dataclass(frozen=True)
class Requests:
    """What firms wait for: a new link, an introduction that all agreed to, the erasure of their data."""

    links: tuple[Request, ...]
    willing: tuple[SynergyLine, ...]
    erasures: tuple[Request, ...]

    @property
    def total(self) -> int:
        """Return how many wait."""
        return len(self.links) + len(self.willing) + len(self.erasures)


@dataclass(frozen=True)
class News:
    """What came since a person's last visit: the first ones of each sort, and how many; `since` '' on a first visit."""

    since: str
    leads: tuple[SynergyLine, ...] = ()
    leads_total: int = 0
    decisions: tuple[Decided, ...] = ()
    decisions_total: int = 0
    told: tuple[Told, ...] = ()
    told_total: int = 0

    @property
    def nothing(self) -> bool:
        """Tell whether nothing came."""
        return not (self.leads_total or self.decisions_total or self.told_total)


@dataclass(frozen=True)
class Due:
    """A lead that was put off until a day that has come."""

    line: SynergyLine
    until: str
