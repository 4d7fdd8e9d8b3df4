"""The one way in for a flow somebody tells: link it, write it, rematch what it touches."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.clock import now, this_year
from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.flows import Flow, LinkedFlow
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.tables import Bools, Territory
from symbiosis.knowledge import Knowledge
from symbiosis.matching import candidates, model, suggest
from symbiosis.matching.territory import build
from symbiosis.store import firms, flows, synergies, territory
from symbiosis.store.session import Row, Store


@dataclass(frozen=True)
class Recorded:
    """A flow as it was understood, and the leads it takes part in, best first."""

    flow: LinkedFlow
    proposals: tuple[Proposal, ...]


def record(store: Store, knowledge: Knowledge, flow: Flow) -> Recorded:
    """Write a flow of an existing firm and propose what it makes possible; NotFound without the firm."""
    firms.get(store, flow.firm_id)
    linked = knowledge.understand(flow)
    flows.put(store, [linked])
    proposals = _rematch(store, knowledge, linked) if linked.link or linked.use_id else ()
    territory.touch(store)
    return Recorded(linked, proposals)


def _rematch(store: Store, knowledge: Knowledge, linked: LinkedFlow) -> tuple[Proposal, ...]:
    resource = linked.link.resource_id if linked.link else ""
    table = build(firms.every(store), flows.every(store, knowledge.reach(linked)), knowledge.rows, this_year())
    judged, standing = synergies.known(store), synergies.standing(store)
    offers = candidates.offers_that_reach(table, table.flows.ids.index(linked.flow.id))
    pairs = suggest.substitutions(table, judged, offers).proposals
    mine = [row for row in standing if _concerns(row, resource)]
    shared = np.array([name == resource for name in table.resources.ids])
    groups = suggest.sharing_groups(table, judged, [synergies.as_link(row) for row in mine], shared)
    before = [*mine, *_resting_on(standing, table, offers)]
    synergies.refresh(store, (*pairs, *groups), before, {"model": model.VERSION, "at": now()})
    own = [p for p in (*pairs, *groups) if linked.flow.id in p.flow_ids]
    return tuple(sorted(own, key=lambda p: (p.hypothetical, -p.score, p.id)))


def _concerns(row: Row, resource_id: str) -> bool:
    return bool(row["kind"] == SynergyKind.MUTUALISATION and row["resource_id"] == resource_id)


def _resting_on(standing: Sequence[Row], table: Territory, offers: Bools) -> list[Row]:
    touched = {name for name, reached in zip(table.flows.ids, offers, strict=True) if reached}
    return [r for r in standing if r["kind"] == SynergyKind.SUBSTITUTION and r["flow_ids"][0] in touched]
