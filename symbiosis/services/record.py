"""The one way in for a flow somebody tells: link it, write it, rematch what it touches; so too for a guess answered."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.clock import now, this_year
from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.questions import Guess
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.tables import Bools, Territory
from symbiosis.knowledge import Knowledge
from symbiosis.matching import candidates, guesses, model, suggest
from symbiosis.matching.territory import build
from symbiosis.store import firms, flows, questions, synergies, territory
from symbiosis.store.session import Row, Store
from symbiosis.store.synergies import Changes


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


def settle(store: Store, knowledge: Knowledge, guess: Guess) -> int:
    """Rematch what rests on a guess that got its answer; return how many leads it takes away."""
    about = LinkedFlow(Flow("", guess.firm_id, guess.direction, ""), Link(guess.resource_id, 1.0, ""))
    table, standing = _table(store, knowledge, about), synergies.standing(store)
    offers = guesses.offers_resting_on(table, guess)
    pairs = suggest.substitutions(table, synergies.known(store), offers).proposals
    changes = _refresh(store, pairs, _resting_on(standing, table, offers))
    territory.touch(store)
    return changes.withdrawn


def _rematch(store: Store, knowledge: Knowledge, linked: LinkedFlow) -> tuple[Proposal, ...]:
    resource = linked.link.resource_id if linked.link else ""
    table = _table(store, knowledge, linked)
    judged, standing = synergies.known(store), synergies.standing(store)
    offers = candidates.offers_that_reach(table, table.flows.ids.index(linked.flow.id))
    pairs = suggest.substitutions(table, judged, offers).proposals
    mine = [row for row in standing if _concerns(row, resource)]
    shared = np.array([name == resource for name in table.resources.ids])
    groups = suggest.sharing_groups(table, judged, [synergies.as_link(row) for row in mine], shared)
    before = [*mine, *_resting_on(standing, table, offers)]
    _refresh(store, (*pairs, *groups), before)
    own = [p for p in (*pairs, *groups) if linked.flow.id in p.flow_ids]
    return tuple(sorted(own, key=lambda p: (p.hypothetical, -p.score, p.id)))


def _table(store: Store, knowledge: Knowledge, about: LinkedFlow) -> Territory:
    """Return the tables of all that a flow may meet."""
    met = flows.every(store, knowledge.reach(about))
    return build(firms.every(store), met, knowledge.rows, this_year(), questions.settled(store))


def _refresh(store: Store, proposals: Sequence[Proposal], before: Sequence[Row]) -> Changes:
    return synergies.refresh(store, proposals, before, {"model": model.VERSION, "at": now()})


def _concerns(row: Row, resource_id: str) -> bool:
    return bool(row["kind"] == SynergyKind.MUTUALISATION and row["resource_id"] == resource_id)


def _resting_on(standing: Sequence[Row], table: Territory, offers: Bools) -> list[Row]:
    touched = {name for name, reached in zip(table.flows.ids, offers, strict=True) if reached}
    return [r for r in standing if r["kind"] == SynergyKind.SUBSTITUTION and r["flow_ids"][0] in touched]
