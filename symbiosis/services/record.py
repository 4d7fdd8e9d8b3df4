"""The one way in for a flow somebody tells: link it, write it, rematch what it touches; so too for a guess answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.clock import now, this_year
from symbiosis.domain.enums import Direction, SynergyKind
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.questions import Guess
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.tables import Bools, Territory
from symbiosis.knowledge import Knowledge
from symbiosis.matching import candidates, guesses, model, refused, suggest
from symbiosis.matching.territory import build
from symbiosis.store import experience, firms, flows, models, synergies, territory
from symbiosis.store.session import Row, Store
from symbiosis.store.synergies import Changes


@dataclass(frozen=True)
class Recorded:
    """A flow as it was understood, and the leads it takes part in, best first."""

    flow: LinkedFlow
    proposals: tuple[Proposal, ...]


def record(store: Store, knowledge: Knowledge, flow: Flow, checks: Guess | None = None) -> Recorded:
    """Write a flow of an existing firm and propose what it makes possible; NotFound without the firm.

    `checks` is the answered guess that the flow confirms: what rests on it is matched anew too.
    """
    firms.get(store, flow.firm_id)
    linked = knowledge.understand(flow)
    flows.put(store, [linked])
    proposals = _rematch(store, knowledge, linked, checks) if linked.link or linked.use_id else ()
    territory.touch(store)
    return Recorded(linked, proposals)


def settle(store: Store, knowledge: Knowledge, guess: Guess, use_text: str = "") -> int:
    """Rematch what rests on a guess that got its answer; return how many leads it takes away.

    `use_text` is the use that was asked about.
    """
    told, link = Flow("", guess.firm_id, guess.direction, ""), Link(guess.resource_id, 1.0, "")
    about = LinkedFlow(told, link, knowledge.uses.find(use_text))
    table, standing = _table(store, knowledge, about), synergies.standing(store)
    offers = guesses.offers_resting_on(table, guess)
    before = _resting_on(standing, table, offers)
    pairs = suggest.substitutions(table, synergies.known(store), offers, _held(standing, before)).proposals
    changes = _refresh(store, pairs, before)
    territory.touch(store)
    return changes.withdrawn


def reconsider(store: Store, knowledge: Knowledge, resource_id: str) -> Changes:
    """Rematch all that is offered or shared of a resource, after people decided something about it."""
    about = LinkedFlow(Flow("", "", Direction.NEED, ""), Link(resource_id, 1.0, ""))
    table = _table(store, knowledge, about)
    _, changes = _match_again(store, table, refused.offers_touched(table, resource_id), resource_id)
    territory.touch(store)
    return changes


def _rematch(store: Store, knowledge: Knowledge, linked: LinkedFlow, checks: Guess | None) -> tuple[Proposal, ...]:
    resource = linked.link.resource_id if linked.link else ""
    table = _table(store, knowledge, linked)
    offers = candidates.offers_that_reach(table, table.flows.ids.index(linked.flow.id))
    offers = offers | guesses.offers_resting_on(table, checks) if checks else offers
    proposals, _ = _match_again(store, table, offers, resource)
    own = [p for p in proposals if linked.flow.id in p.flow_ids]
    return tuple(sorted(own, key=lambda p: (p.hypothetical, -p.score, p.id)))


def _match_again(store: Store, table: Territory, offers: Bools, resource: str) -> tuple[tuple[Proposal, ...], Changes]:
    """Propose anew the pairs of some offers and the groups of a resource; return them and what changed."""
    judged, standing = synergies.known(store), synergies.standing(store)
    resting = _resting_on(standing, table, offers)
    pairs = suggest.substitutions(table, judged, offers, _held(standing, resting)).proposals
    mine = [row for row in standing if _concerns(row, resource)]
    shared = np.array([name == resource for name in table.resources.ids])
    groups = suggest.sharing_groups(table, judged, [synergies.as_link(row) for row in mine], shared)
    return (*pairs, *groups), _refresh(store, (*pairs, *groups), [*mine, *resting])


def _table(store: Store, knowledge: Knowledge, about: LinkedFlow) -> Territory:
    """Return the tables of all that a flow may meet; of a need, which touches offers, also of all those may meet."""
    met = knowledge.reach(about)
    resources = knowledge.around(met) if about.flow.direction is Direction.NEED else met
    past = experience.get(store)
    return build(firms.every(store), flows.every(store, resources), knowledge.rows, this_year(), past)


def _refresh(store: Store, proposals: Sequence[Proposal], before: Sequence[Row]) -> Changes:
    return synergies.refresh(store, proposals, before, {"model": model.version(models.current(store)), "at": now()})


def _concerns(row: Row, resource_id: str) -> bool:
    return bool(row["kind"] == SynergyKind.MUTUALISATION and row["resource_id"] == resource_id)


def _resting_on(standing: Sequence[Row], table: Territory, offers: Bools) -> list[Row]:
    touched = {name for name, reached in zip(table.flows.ids, offers, strict=True) if reached}
    return [r for r in standing if r["kind"] == SynergyKind.SUBSTITUTION and r["flow_ids"][0] in touched]


def _held(standing: Sequence[Row], touched: Sequence[Row]) -> Counter[str]:
    """Return, by taker, how many guesses stand that a rematch of the touched ones leaves."""
    gone = {row["id"] for row in touched}
    left = (r for r in standing if r["hypothetical"] and r["kind"] == SynergyKind.SUBSTITUTION and r["id"] not in gone)
    return Counter(row["firm_ids"][-1] for row in left)
