"""What files hold, not yet in anybody's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from symbiosis.domain.enums import Direction, Judgement, Origin, Provenance, Role, SynergyKind, Unit
from symbiosis.domain.follow_up import Result
from symbiosis.domain.steps import NextStep
from symbiosis.domain.views import Label

Line = TypeVar("Line")


@dataclass(frozen=True)
class Taken(Generic[Line]):
    """The rows of a file, to be read once, and how many were left out because they rest on something confidential."""

    rows: Iterable[Line]
    left_out: int


@dataclass(frozen=True)
class PartyTaken:
    """A firm of a lead."""

    id: str
    name: str
    role: Role
    commune: str


@dataclass(frozen=True)
class FlowTaken:
    """A flow a lead rests on; `quantity` per year in `unit`."""

    firm: str
    direction: Direction
    text: str
    waste_code: str
    quantity: float | None
    unit: Unit | None
    provenance: Provenance
    as_of: str


@dataclass(frozen=True)
class LeadTaken:
    """A lead with its firms and flows."""

    id: str
    kind: SynergyKind
    origin: Origin
    judgement: Judgement
    score: float | None
    model: str
    hypothetical: bool
    resource: Label | None
    text: str
    use: Label | None
    use_text: str
    source: str
    proposed_at: str
    parties: tuple[PartyTaken, ...]
    flows: tuple[FlowTaken, ...]


@dataclass(frozen=True)
class FollowedTaken:
    """A followed lead, with its plan and the results that hold."""

    lead: LeadTaken
    moved_at: str
    step: NextStep
    results: tuple[Result, ...]
