"""What people told and decided so far, as far as it changes what is proposed next."""

from dataclasses import dataclass, field

from symbiosis.domain.enums import Judgement, Origin, RefusalReason, SynergyKind
from symbiosis.domain.questions import Answered
from symbiosis.domain.synergies import Evidence


@dataclass(frozen=True)
class Limit:
    """What a refusal says beyond its own lead: this firm will not have this resource.

    Only pairs of at least `beyond_km` where that is told; '' for `until`: until the refusal is taken back.
    """

    firm_id: str
    resource_id: str
    until: str = ""  # ISO date
    beyond_km: float = 0.0


@dataclass(frozen=True)
class Refusal:
    """A refusal in force: who is involved in which order, why, and what whoever refused named beside it."""

    kind: SynergyKind
    resource_id: str
    firm_ids: tuple[str, ...]
    reason: str
    firm_id: str  # '' where nobody was named
    until: str
    km: float | None  # between giver and taker

    @property
    def limit(self) -> Limit | None:
        """Return what it says beyond its own lead, None where that is nothing.

        A contract binds the giver unless somebody else is named; what is too far is too far from the giver.
        """
        giver = self.firm_ids[0] if self.kind is SynergyKind.SUBSTITUTION and self.firm_ids else ""
        firm = self.firm_id or giver
        if self.reason == RefusalReason.FIRM_DECLINES and self.firm_id:
            return Limit(self.firm_id, self.resource_id)
        if self.reason == RefusalReason.CONTRACT and self.until and firm:
            return Limit(firm, self.resource_id, self.until)
        if self.reason == RefusalReason.TOO_FAR and self.km and giver:
            return Limit(giver, self.resource_id, beyond_km=self.km)
        return None


@dataclass(frozen=True)
class LearntShare:
    """The share (0 to 1) of a class's firms that perform a use, after the decisions on leads towards it."""

    nace: str
    use_id: str
    share: float


@dataclass(frozen=True)
class Model:
    """Points by `kind.criterion`, and what was learnt with them.

    `intercept` and `slope` turn a score into a probability, by kind, once `decisions` are enough; else empty.
    """

    version: str
    points: dict[str, float] = field(default_factory=dict)
    shares: tuple[LearntShare, ...] = ()
    intercept: dict[str, float] = field(default_factory=dict)
    slope: dict[str, float] = field(default_factory=dict)
    decisions: int = 0
    at: str = ""


@dataclass(frozen=True)
class Decided:
    """A lead that people judged, with the reasons that were shown to them; `nace` is the taker's."""

    id: str
    kind: SynergyKind
    origin: Origin
    judgement: Judgement
    hypothetical: bool
    reason: str
    model: str
    use_id: str
    nace: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Experience:
    """All of it; without a model the expert one holds."""

    answers: tuple[Answered, ...] = ()
    limits: tuple[Limit, ...] = ()
    model: Model | None = None
