"""Leads and the reasons for and against them."""

from dataclasses import dataclass
from typing import NamedTuple

from symbiosis.domain.enums import Judgement, Origin, Role, SynergyKind


class Evidence(NamedTuple):
    """One reason: the two values compared, its points (log-odds) and where the rule comes from.

    `left` and `right` are canonical values ('12.5 t', 'declared', or words people typed); the page writes
    them and the sentence in the reader's language. Unknown values are empty and weigh exactly 0.
    """

    criterion: str
    points: float
    left: str
    right: str
    source: str


@dataclass(frozen=True)
class Party:
    """A firm's part in a synergy, in order."""

    firm_id: str
    role: Role
    step: int = 0


@dataclass(frozen=True)
class Proposal:
    """What the matcher suggests: a synergy before anybody judged it."""

    id: str
    kind: SynergyKind
    resource_id: str
    use_id: str  # '' when the same resource is wanted as it is
    parties: tuple[Party, ...]
    flow_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    hypothetical: bool  # at least one side is a guess from the sector

    @property
    def score(self) -> float:
        """Return the sum of the evidence, in points."""
        return round(sum(e.points for e in self.evidence), 4)


class Nominee(NamedTuple):
    """The one guess an offer makes: a firm to ask, and the pair's points. Of each firm the best few are shown."""

    offer_id: str
    firm_id: str
    score: float


@dataclass(frozen=True)
class KnownLink:
    """An identified or judged synergy, as far as repeating it is concerned."""

    id: str
    kind: SynergyKind
    origin: Origin
    judgement: Judgement
    resource_id: str
    firm_ids: tuple[str, ...]  # giver first and taker last for a substitution
