"""Builders of tiny territories: a test says only what its fact is about."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from symbiosis.domain.enums import (
    Answer,
    Direction,
    Hazard,
    Judgement,
    Maturity,
    Origin,
    ResourceKind,
    SharingMode,
    SynergyKind,
    Unit,
)
from symbiosis.domain.experience import Experience, Limit, Model
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows, Performs, Resource, Sharing, UsableAs, Use
from symbiosis.domain.questions import Answered, Guess
from symbiosis.domain.synergies import KnownLink
from symbiosis.domain.tables import Territory
from symbiosis.knowledge.listening import Listener
from symbiosis.matching.territory import ROAD_EUR_KM, build

YEAR = 2026
KM_PER_DEGREE = 6371.0088 * 3.141592653589793 / 180
HOME = (48.7, 6.1)
SAID = "somebody's word"
UNPLACED = (None, None)
Place = tuple[float | None, float | None]


def north(km: float) -> Place:
    """Return the place so many kilometres north of home, along the meridian."""
    return HOME[0] + km / KM_PER_DEGREE, HOME[1]


def firm(name: str, place: Place = HOME, nace: str = "") -> Firm:
    return Firm(name, name, (nace,) if nace else (), lat=place[0], lon=place[1])


def resource(name: str, radius_km: float = 50.0, **changes: Any) -> Resource:
    """Return a material worth `radius_km` euros a tonne, hauled at one euro a kilometre."""
    plain = Resource(
        name, ResourceKind.MATERIAL, name, name, (), (), Unit.TONNE, Hazard.NO, (), radius_km, 0.0, 0.0, 1.0, SAID
    )
    return replace(plain, **changes)


def use(name: str, treatment: bool = False) -> Use:
    return Use(name, name, name, treatment, SAID)


def usable(resource_id: str, use_id: str, maturity: Maturity = Maturity.COMMON) -> UsableAs:
    return UsableAs(resource_id, use_id, "", "", maturity, SAID)


def performs(nace: str, use_id: str, weight: float = 0.5) -> Performs:
    return Performs(nace, use_id, weight, SAID)


def sharing(resource_id: str, radius_km: float = 10.0, **changes: Any) -> Sharing:
    """Return a way of sharing that pays from two firms within a radius."""
    saving = radius_km * ROAD_EUR_KM * 2
    plain = Sharing(resource_id, SharingMode.PURCHASE, tuple(Direction), 2, None, saving, 1.0, SAID)
    return replace(plain, **changes)


def knowledge(*rows: Resource | Use | UsableAs | Performs | Sharing) -> KnowledgeRows:
    def only(kind: type) -> Any:
        return tuple(row for row in rows if isinstance(row, kind))

    return KnowledgeRows(only(Resource), only(Use), only(UsableAs), only(Performs), only(Sharing), ())


def flow(firm_id: str, direction: Direction, resource_id: str, **changes: Any) -> LinkedFlow:
    """Return a declared flow of this year; `use`, `confidence` and the fields of Flow may be changed."""
    use_id, confidence = changes.pop("use", ""), changes.pop("confidence", 1.0)
    plain = Flow(f"{firm_id} {direction} {resource_id}", firm_id, direction, resource_id, as_of=str(YEAR))
    link = Link(resource_id, confidence, resource_id) if resource_id else None
    return LinkedFlow(replace(plain, **changes), link, use_id)


def offer(firm_id: str, resource_id: str, **changes: Any) -> LinkedFlow:
    return flow(firm_id, Direction.OFFER, resource_id, **changes)


def need(firm_id: str, resource_id: str, **changes: Any) -> LinkedFlow:
    return flow(firm_id, Direction.NEED, resource_id, **changes)


def share(firm_id: str, resource_id: str, **changes: Any) -> LinkedFlow:
    return flow(firm_id, Direction.SHARE, resource_id, **changes)


def tonnes(quantity: float) -> dict[str, Any]:
    return {"quantity": quantity, "unit": Unit.TONNE}


@lru_cache(maxsize=8)
def listener(rows: KnowledgeRows) -> Listener:
    return Listener(rows)


def tells(linked: LinkedFlow) -> bool:
    """Tell whether a flow says more than its resource."""
    return bool(linked.flow.quality or linked.flow.use_text)


@dataclass(frozen=True)
class World:
    """Rows of a territory, before they become tables."""

    firms: tuple[Firm, ...]
    flows: tuple[LinkedFlow, ...]
    rows: KnowledgeRows = field(default_factory=knowledge)
    past: Experience = field(default_factory=Experience)

    @property
    def tables(self) -> Territory:
        silent = build(self.firms, self.flows, self.rows, YEAR, self.past)
        return listener(self.rows).listen(silent, self.flows) if any(map(tells, self.flows)) else silent

    def after(self, *answers: Answered, limits: Iterable[Limit] = (), model: Model | None = None) -> "World":
        """Return the same territory after some answers, refusals and a lesson."""
        return replace(self, past=Experience(answers, tuple(limits), model))


def world(firms: Iterable[Firm], flows: Iterable[LinkedFlow], *rows: Any) -> World:
    return World(tuple(firms), tuple(flows), knowledge(*rows))


def answers(said: str, nace: str = "10.71", **about: Any) -> list[Answered]:
    """Return the answers of other firms of a class about one guess: 'y' and 'n'."""
    resource_id, direction = about.get("resource_id", "wood"), about.get("direction", Direction.NEED)
    meaning = {"y": Answer.YES, "n": Answer.NO, "l": Answer.LATER}
    return [
        Answered(Guess(f"asked {i}", resource_id, direction), meaning[letter], "Anne", "2026-01-01", nace=nace)
        for i, letter in enumerate(said)
    ]


def known_pair(
    giver: str, taker: str, resource_id: str = "wood", judgement: Judgement = Judgement.PROPOSED
) -> KnownLink:
    kind = SynergyKind.SUBSTITUTION
    return KnownLink(f"{giver} {taker}", kind, Origin.IDENTIFIED, judgement, resource_id, (giver, taker))


def known_group(name: str, firms: str, judgement: Judgement = Judgement.PROPOSED, about: str = "wood") -> KnownLink:
    """Return a known group of the firms named by single letters."""
    return KnownLink(name, SynergyKind.MUTUALISATION, Origin.IDENTIFIED, judgement, about, tuple(firms))
