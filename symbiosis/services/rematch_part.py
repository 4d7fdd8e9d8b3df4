"""Rematch what a flow, an answer or a decision touches: it comes to what a full run would make of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.clock import now, this_year
from symbiosis.domain.enums import Direction
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.garbage import nothing_to_collect
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.tables import Bools, Territory
from symbiosis.knowledge import Knowledge
from symbiosis.matching import candidates, model, select, suggest
from symbiosis.matching.territory import build
from symbiosis.store import experience, firms, flows, models, nominees, synergies
from symbiosis.store.session import Row, Store
from symbiosis.store.synergies import Changes


@dataclass(frozen=True)
class Touched:
    """What is matched again: offers, also those that are in no table any more, and the groups of some resources."""

    offers: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Part:
    """What came of a part: its proposals, how many leads that stood are withdrawn, and whether anything changed."""

    proposals: tuple[Proposal, ...]
    withdrawn: int
    changed: bool


@nothing_to_collect()
def table(store: Store, knowledge: Knowledge, *about: LinkedFlow) -> Territory:
    """Return the tables of all that flows may meet; of a need, which touches offers, also of all those may meet."""
    met = frozenset[str]().union(*(knowledge.reach(flow) for flow in about))
    needs = any(flow.flow.direction is Direction.NEED for flow in about)
    resources = knowledge.around(met) if needs else met
    told = flows.every(store, resources, EVERYTHING)
    made = build(firms.known(store), told, knowledge.rows, this_year(), experience.get(store))
    return knowledge.listener.listen(made, told)


def about(resource_ids: Iterable[str], direction: Direction = Direction.OFFER) -> list[LinkedFlow]:
    """Return what stands for any flow of some resources."""
    return [LinkedFlow(Flow("", "", direction, ""), Link(name, 1.0, "")) for name in sorted(resource_ids)]


def reaching(t: Territory, flow_id: str) -> frozenset[str]:
    """Return the offers a flow reaches, none where it is not in the table: not understood, or taken away."""
    if flow_id not in t.flows.ids:
        return frozenset()
    return ids(t, candidates.offers_that_reach(t, t.flows.ids.index(flow_id)))


def ids(t: Territory, offers: Bools) -> frozenset[str]:
    """Return the ids of the chosen flows."""
    return frozenset(name for name, chosen in zip(t.flows.ids, offers, strict=True) if chosen)


@nothing_to_collect()
def again(store: Store, knowledge: Knowledge, t: Territory, touched: Touched) -> Part:
    """Propose anew the pairs of some offers and the groups of some resources; tell what came of them.

    Of a firm only the best few guesses are shown: those about offers that are not touched give way, or come back.
    """
    chosen = np.isin(t.flows.ids, list(touched.offers))
    judged, held = synergies.known(store, _resources(t, chosen) | touched.shared), nominees.every(store)
    rivals = [n for n in held if n.offer_id not in touched.offers]
    found = suggest.substitutions(t, judged, chosen, rivals)
    asked, others = select.best_of_each_firm(held), {n.offer_id for n in rivals}
    overtaken = asked & others - found.asking
    mine = synergies.standing_groups(store, touched.shared)
    shared = np.isin(t.resources.ids, list(touched.shared))
    groups = suggest.sharing_groups(t, judged, [synergies.as_link(row) for row in mine], shared)
    resting = synergies.standing_on(store, touched.offers | overtaken)
    before = [row for row in resting if row["hypothetical"] or row["flow_ids"][0] not in overtaken]
    proposals = (*found.proposals, *groups)
    changes = _refresh(store, proposals, [*mine, *before])
    nominees.replace(store, [n for n in held if n.offer_id in touched.offers], found.nominees)
    moved = _move_up(store, knowledge, found.asking & others - asked)
    return Part(proposals, changes.withdrawn, moved or changes.written + changes.withdrawn > 0)


def _resources(t: Territory, chosen: Bools) -> frozenset[str]:
    """Return the resources of the chosen flows."""
    rows = np.unique(t.flows.resource[chosen])
    return frozenset(t.resources.ids[row] for row in rows.tolist() if row >= 0)


def _move_up(store: Store, knowledge: Knowledge, offers: frozenset[str]) -> bool:
    """Propose the guesses of offers that were kept back and have room now; tell whether there were any."""
    if not offers:
        return False
    resources = {flows.get(store, offer)["resource_id"] for offer in offers}
    again(store, knowledge, table(store, knowledge, *about(resources)), Touched(offers))
    return True


def _refresh(store: Store, proposals: Sequence[Proposal], before: Sequence[Row]) -> Changes:
    version = model.version(models.current(store))
    return synergies.refresh(store, proposals, before, {"model": version, "at": now()})
