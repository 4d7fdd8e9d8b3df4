"""Firms that may be introduced to each other: what each said, and what they may know of each other."""

from dataclasses import dataclass

from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Agreed, Judgement, Role, SynergyKind
from symbiosis.domain.views import Label

# Those an animator decided to follow: a firm is asked about these alone.
ASKED = tuple(j.value for j in (Judgement.CONFIRMED, Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED))


@dataclass(frozen=True)
class Stranger:
    """Another firm before an introduction: a sector and a rough distance, '' where they would name it; its answer."""

    division: str
    distance: str
    agreed: Agreed


@dataclass(frozen=True)
class Partner:
    """Another firm after an introduction, with the people of it who agreed to be named."""

    id: str
    name: str
    commune: str
    people: tuple[Contact, ...]


@dataclass(frozen=True)
class Introduction:
    """A synergy as one of its firms sees it; `partners` only once they were introduced, `strangers` only before."""

    id: str
    kind: SynergyKind
    role: Role
    resource: Label | None
    text: str
    agreed: Agreed
    introduced_at: str
    strangers: tuple[Stranger, ...]
    partners: tuple[Partner, ...]


@dataclass(frozen=True)
class Answered:
    """What a firm of a synergy said to being introduced."""

    firm_id: str
    name: str
    agreed: Agreed
    at: str


@dataclass(frozen=True)
class Readiness:
    """How far the introduction of a synergy is, for who introduces."""

    answers: tuple[Answered, ...]
    asked: bool
    introduced_at: str
    introduced_by: str

    @property
    def ready(self) -> bool:
        """Tell whether all said yes, and nobody introduced them yet."""
        willing = all(a.agreed is Agreed.YES for a in self.answers)
        return self.asked and not self.introduced_at and len(self.answers) > 1 and willing
