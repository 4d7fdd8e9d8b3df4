"""A firm tells a flow, and sees at once what it could lead to: sectors and rough distances, never a name."""

from dataclasses import dataclass, replace

from symbiosis.domain.clock import now
from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.errors import NotFound
from symbiosis.domain.flows import Flow
from symbiosis.domain.ids import declaration_id
from symbiosis.domain.sight import Sight
from symbiosis.domain.views import FlowLine, Label
from symbiosis.knowledge import Knowledge
from symbiosis.matching.crowd import Crowd, Described, division
from symbiosis.matching.geometry import km_between, rough_km
from symbiosis.services.record import record
from symbiosis.store import firms, flows, synergies, views
from symbiosis.store.session import Row, Store

TOLD = (
    "direction", "text", "waste_code", "quantity", "unit", "rhythm", "temperature_c", "quality", "use_text",
    "provenance", "as_of",
)  # fmt: skip


@dataclass(frozen=True)
class Glimpse:
    """A lead as the declaring firm may see it."""

    kind: SynergyKind
    hypothetical: bool
    score: float
    others: tuple[Described, ...]


@dataclass(frozen=True)
class Declared:
    """A declared flow, what was understood of it, what else it might mean, and where it could lead."""

    flow: FlowLine
    alternatives: tuple[Label, ...]
    glimpses: tuple[Glimpse, ...]


def declare(store: Store, knowledge: Knowledge, flow: Flow) -> str:
    """Record what a firm tells today and return the flow's id; NotFound without the firm.

    The id is made of what is told and the day, so that two clicks reaching two workers at once are one flow.
    """
    told = replace(flow, as_of=now()[:10])
    parts = [str(getattr(told, name)) for name in TOLD]
    secret = [store.vault.mark(*parts)] if told.confidential else parts  # an id made of few words can be guessed back
    named = replace(told, id=declaration_id(told.firm_id, *secret))
    if not flows.held(store, named.id):
        record(store, knowledge, named)
    return named.id


def outcome(store: Store, knowledge: Knowledge, flow_id: str, sight: Sight) -> Declared:
    """Return what a declaration led to; NotFound without the flow, or where the reader may not see into its firm."""
    row = flows.get(store, flow_id, sight)
    if not sight.opens(row["firm_id"]):
        raise NotFound(f"flow {flow_id}")
    firm = firms.get(store, row["firm_id"])
    seen = synergies.glimpses(store, flow_id, row["firm_id"])
    crowd = Crowd(firms.known(store), row["firm_id"])
    return Declared(
        views.flow(row), tuple(_alternatives(knowledge, row)), tuple(_glimpse(firm, glimpse, crowd) for glimpse in seen)
    )


def _alternatives(knowledge: Knowledge, row: Row) -> list[Label]:
    named = {r.id: Label(r.id, r.fr, r.en) for r in knowledge.rows.resources}
    links = knowledge.recognition.link(row["text"], row["waste_code"] or "")
    return [named[link.resource_id] for link in links if link.resource_id != row["resource_id"]]


def _glimpse(firm: Row, row: Row, crowd: Crowd) -> Glimpse:
    others = tuple(crowd.describe(division(o["nace"]), _distance(firm, o)) for o in row["others"])
    return Glimpse(SynergyKind(row["kind"]), bool(row["hypothetical"]), row["score"], others)


def _distance(firm: Row, other: Row) -> str:
    if None in (firm["lat"], firm["lon"], other["lat"], other["lon"]):
        return ""
    return rough_km(km_between((firm["lat"], firm["lon"]), (other["lat"], other["lon"])))
