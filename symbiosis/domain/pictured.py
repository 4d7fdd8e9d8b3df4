"""What pictures and indicators are made from: every lead with its firms, and how far people took it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from symbiosis.domain.enums import Judgement, Origin, Role, SynergyKind
from symbiosis.domain.firms import Commune, Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.knowledge import Resource


class Step(StrEnum):
    """How sure a lead is, from a machine's guess to what is done."""

    SUGGESTED = "suggested"  # proposed by the matcher, nobody judged it
    IDENTIFIED = "identified"  # named by people, not judged yet
    CONFIRMED = "confirmed"  # confirmed, contacted or studied
    IMPLEMENTED = "implemented"
    DROPPED = "dropped"  # refused or abandoned


AGREED = {Judgement.CONFIRMED, Judgement.CONTACTED, Judgement.STUDIED}
GONE = {Judgement.REFUSED, Judgement.ABANDONED}
SHOWN = (Step.IMPLEMENTED, Step.CONFIRMED, Step.IDENTIFIED, Step.SUGGESTED)  # surest first
Place = tuple[float, float]  # latitude, longitude in degrees WGS 84


@dataclass(frozen=True)
class PicturedLead:
    """A lead as the graph holds it, without what people judge; `resource` '' where it was not understood."""

    id: str
    kind: SynergyKind
    origin: Origin
    resource: str
    hypothetical: bool
    score: float | None
    flows: tuple[str, ...]
    firms: tuple[str, ...]  # giver first and taker last for a substitution
    roles: tuple[Role, ...]

    def step(self, judged: Mapping[str, Judgement]) -> Step:
        """Return how sure it is; one put off is as open as before."""
        judgement = judged.get(self.id, Judgement.PROPOSED)
        if judgement is Judgement.IMPLEMENTED:
            return Step.IMPLEMENTED
        if judgement in AGREED or judgement in GONE:
            return Step.CONFIRMED if judgement in AGREED else Step.DROPPED
        return Step.SUGGESTED if self.origin is Origin.MATCHER else Step.IDENTIFIED


@dataclass(frozen=True, eq=False)
class Scene:
    """A territory ready to be pictured; only `judged` changes without the territory changing.

    `km`: between giver and taker, or from the middle of a group to its members on average; absent where nobody knows.
    """

    leads: tuple[PicturedLead, ...]
    firms: Mapping[str, Firm]
    flows: Mapping[str, Flow]
    things: Mapping[str, Resource]
    communes: tuple[Commune, ...]
    km: Mapping[str, float]
    judged: Mapping[str, Judgement] = field(default_factory=dict)

    @cached_property
    def steps(self) -> dict[str, Step]:
        """Return how sure each lead is."""
        return {lead.id: lead.step(self.judged) for lead in self.leads}


@dataclass(frozen=True)
class Wanted:
    """Which leads a picture shows; '' means any that is not dropped."""

    kind: str = ""  # of the resource
    step: str = ""
    resource: str = ""

    def passes(self, scene: Scene, lead: PicturedLead) -> bool:
        """Tell whether a lead is shown."""
        step = scene.steps[lead.id]
        thing = scene.things.get(lead.resource)
        return (
            (step == self.step if self.step else step is not Step.DROPPED)
            and (not self.resource or lead.resource == self.resource)
            and (not self.kind or (thing is not None and thing.kind == self.kind))
        )


def shown(scene: Scene, wanted: Wanted) -> list[PicturedLead]:
    """Return the leads a picture shows, in the graph's order."""
    return [lead for lead in scene.leads if wanted.passes(scene, lead)]
