"""What people look at: read from the graph, not yet in anybody's language."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from symbiosis.domain.enums import Direction, JobState, Judgement, Origin, Provenance, Rhythm, Role, SynergyKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.lacking import Lacking
from symbiosis.domain.steps import NextStep
from symbiosis.domain.synergies import Evidence

Line = TypeVar("Line")


@dataclass(frozen=True)
class Label:
    """A thing with a name in both languages."""

    id: str
    fr: str
    en: str


@dataclass(frozen=True)
class PartyLine:
    """A firm in a lead."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True)
class SynergyLine:
    """A lead in a list; `resource` None when its words were not understood, then `text` holds them."""

    id: str
    kind: SynergyKind
    origin: Origin
    judgement: Judgement
    version: int
    score: float | None  # None: identified by people, never scored
    hypothetical: bool
    resource: Label | None
    text: str
    parties: tuple[PartyLine, ...]
    lacking: Lacking | None = None  # of a group that does not pay yet


@dataclass(frozen=True)
class FlowLine:
    """A flow with what was understood of it."""

    id: str
    firm_id: str
    firm_name: str
    direction: Direction
    text: str
    waste_code: str
    quantity: float | None
    unit: Unit | None
    rhythm: Rhythm | None
    temperature_c: float | None
    quality: str
    use_text: str
    provenance: Provenance
    as_of: str
    resource: Label | None
    confidence: float | None
    quantity_text: str = ""  # as it was typed
    confidential: bool = False
    withdrawn: bool = False
    hidden: bool = False  # confidential, and not opened to this reader: words and figures are empty
    quantity_max: float | None = None
    below_threshold: bool = False
    source: str = ""
    operation: str = ""


@dataclass(frozen=True)
class DecisionLine:
    """One decision in a lead's history; `reason` is a RefusalReason, 'undo' or ''; `step` is what was planned then."""

    id: str
    at: str
    who: str
    before: Judgement
    after: Judgement
    reason: str
    note: str
    until: str
    step: NextStep


@dataclass(frozen=True)
class PartyFile:
    """A firm in a lead, with what one wants to know before calling it."""

    firm: Firm
    commune_name: str
    role: Role
    flows: tuple[FlowLine, ...]


@dataclass(frozen=True)
class PrecedentLine:
    """A documented exchange that resembles a lead; `same_use` when it also led to the same use."""

    place: str
    country: str
    year: str
    fr: str
    en: str
    source: str
    same_use: bool


@dataclass(frozen=True)
class SynergyFile:
    """A lead with its reasons, its firms and its history."""

    line: SynergyLine
    use: Label | None
    use_text: str
    source: str
    model: str
    proposed_at: str
    evidence: tuple[Evidence, ...]
    parties: tuple[PartyFile, ...]
    decisions: tuple[DecisionLine, ...]
    questions_fr: tuple[str, ...]  # what to ask before going further
    questions_en: tuple[str, ...]
    precedents: tuple[PrecedentLine, ...]
    alternatives: tuple[SynergyLine, ...] = ()  # other leads for a flow this one rests on, best first


@dataclass(frozen=True)
class Neighbour:
    """A firm nearby."""

    id: str
    name: str
    nace: tuple[str, ...]
    km: float
    flows: int


@dataclass(frozen=True)
class FirmFile:
    """All about one firm."""

    firm: Firm
    commune_name: str
    flows: tuple[FlowLine, ...]
    synergies: tuple[SynergyLine, ...]
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True)
class FirmLine:
    """A firm in a list."""

    id: str
    name: str
    nace: tuple[str, ...]
    commune_name: str
    headcount: int | None
    activity: str
    flows: int


@dataclass(frozen=True)
class Page(Generic[Line]):
    """One page of a list; `number` starts at 1."""

    lines: tuple[Line, ...]
    total: int
    number: int
    size: int

    @property
    def pages(self) -> int:
        """Return how many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True)
class Figures:
    """The territory in figures; keys are (direction, provenance) and (origin, kind, judgement)."""

    name: str
    synthetic: bool
    loaded_at: str
    firms: int
    firms_with_known_flows: int
    flows: dict[tuple[Direction, Provenance], int]
    synergies: dict[tuple[Origin, SynergyKind, Judgement], int]
    without_guess: dict[SynergyKind, int]  # the matcher's open proposals that rest on no hypothesis
    unclear_flows: int


@dataclass(frozen=True)
class Filters:
    """What the review queue shows; '' means any."""

    judgement: Judgement = Judgement.PROPOSED
    kind: str = ""
    origin: str = ""
    commune: str = ""
    resource: str = ""
    guesses: bool = True
    order: str = ""  # 'portfolio': the best set of leads first; else by points


@dataclass(frozen=True)
class Ahead:
    """The job that another one waits for: what it does, for how long it has, and how long the last of its kind took."""

    kind: str
    seconds: float
    usual: float | None


@dataclass(frozen=True)
class JobLine:
    """A background job and how far it is; `message` is a code or an engineer's sentence."""

    id: str
    kind: str
    parameter: str
    state: JobState
    stage: str
    done: int
    total: int
    message: str
    queued_at: str
    started_at: str
    finished_at: str
