"""The one way in for a flow somebody tells: link it, write it, rematch what it touches; so too for a guess answered."""

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.clock import now, this_year
from symbiosis.domain.enums import Direction, SynergyKind
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.questions import Guess
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.tables import Bools, Territory
from symbiosis.knowledge import Knowledge
from symbiosis.matching import candidates, guesses, model, refused, suggest
from symbiosis.matching.territory import build
from symbiosis.store import experience, firms, flows, models, synergies, territory
from symbiosis.store.session import Row, Store
from symbiosis.store.synergies import Changes

Write = Callable[[], bool]


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
    understood = linked.link or linked.use_id
    proposals = _rematch(store, knowledge, linked, Reached(guess=checks)) if understood else ()
    territory.touch(store)
    return Recorded(linked, proposals)


def note(store: Store, knowledge: Knowledge, flow: Flow) -> LinkedFlow:
    """Write one of many flows of existing firms; whoever brings them asks for a run of the matcher afterwards."""
    firms.get(store, flow.firm_id)
    linked = knowledge.understand(flow)
    flows.put(store, [linked])
    return linked


def settle(store: Store, knowledge: Knowledge, guess: Guess, use_text: str = "") -> int:
    """Rematch what rests on a guess that got its answer; return how many leads it takes away.

    `use_text` is the use that was asked about.
    """
    told, link = Flow("", guess.firm_id, guess.direction, ""), Link(guess.resource_id, 1.0, "")
    about = LinkedFlow(told, link, knowledge.uses.find(use_text))
    table, standing = _table(store, knowledge, about), synergies.standing(store)
    offers = guesses.offers_resting_on(table, guess)
    before = _resting_on(standing, frozenset(_ids(table, offers)))
    pairs = suggest.substitutions(table, synergies.known(store), offers, _held(standing, before)).proposals
    changes = _refresh(store, pairs, before)
    territory.touch(store)
    return changes.withdrawn


def reconsider(store: Store, knowledge: Knowledge, resource_id: str) -> Changes:
    """Rematch all that is offered or shared of a resource, after people decided something about it."""
    about = LinkedFlow(Flow("", "", Direction.NEED, ""), Link(resource_id, 1.0, ""))
    table = _table(store, knowledge, about)
    touched = refused.offers_touched(table, resource_id)
    _, changes = _match_again(store, table, touched, Reached(before=about))
    territory.touch(store)
    return changes


def rewrite(store: Store, knowledge: Knowledge, before: LinkedFlow, after: LinkedFlow, write: Write) -> bool:
    """Change a flow by `write`, and rematch what it reached before and reaches now; tell what `write` told.

    `after` is what the flow means from then on; where it was taken away it is in no table any more.
    """
    table = _table(store, knowledge, before, after)
    reached = frozenset(_ids(table, _offers(table, before.flow.id)))
    if not write():
        return False
    territory.touch(store)  # what was hidden is hidden at once, not after the matching
    _rematch(store, knowledge, after, Reached(reached, before))
    territory.touch(store)
    return True


@dataclass(frozen=True)
class Reached:
    """What a flow touches beside what it says now: offers it reached, what it meant, a guess it confirms."""

    offers: frozenset[str] = frozenset()
    before: LinkedFlow | None = None
    guess: Guess | None = None


NOTHING_ELSE = Reached()


def _rematch(
    store: Store, knowledge: Knowledge, linked: LinkedFlow, more: Reached = NOTHING_ELSE
) -> tuple[Proposal, ...]:
    meant = [linked, more.before] if more.before else [linked]
    table = _table(store, knowledge, *meant)
    offers = _offers(table, linked.flow.id) | np.isin(table.flows.ids, list(more.offers))
    offers = offers | guesses.offers_resting_on(table, more.guess) if more.guess else offers
    proposals, _ = _match_again(store, table, offers, more, linked)
    own = [p for p in proposals if linked.flow.id in p.flow_ids]
    return tuple(sorted(own, key=lambda p: (p.hypothetical, -p.score, p.id)))


def _match_again(
    store: Store, table: Territory, offers: Bools, more: Reached, linked: LinkedFlow | None = None
) -> tuple[tuple[Proposal, ...], Changes]:
    """Propose anew the pairs of some offers and the groups of what flows mean or meant; tell what changed."""
    concerned = {f.link.resource_id for f in (linked, more.before) if f and f.link}
    judged, standing = synergies.known(store), synergies.standing(store)
    resting = _resting_on(standing, more.offers.union(_ids(table, offers)))
    pairs = suggest.substitutions(table, judged, offers, _held(standing, resting)).proposals
    mine = [row for row in standing if _concerns(row, concerned)]
    shared = np.array([name in concerned for name in table.resources.ids])
    groups = suggest.sharing_groups(table, judged, [synergies.as_link(row) for row in mine], shared)
    return (*pairs, *groups), _refresh(store, (*pairs, *groups), [*mine, *resting])


def _table(store: Store, knowledge: Knowledge, *about: LinkedFlow) -> Territory:
    """Return the tables of all that flows may meet; of a need, which touches offers, also of all those may meet."""
    met = frozenset[str]().union(*(knowledge.reach(flow) for flow in about))
    needs = any(flow.flow.direction is Direction.NEED for flow in about)
    resources = knowledge.around(met) if needs else met
    told = flows.every(store, resources, EVERYTHING)
    table = build(firms.every(store), told, knowledge.rows, this_year(), experience.get(store))
    return knowledge.listener.listen(table, told)


def _offers(table: Territory, flow_id: str) -> Bools:
    """Return which offered flows a flow reaches, none where it is not in the table: not understood, or taken away."""
    if flow_id not in table.flows.ids:
        return np.zeros(len(table.flows.ids), dtype=np.bool_)
    return candidates.offers_that_reach(table, table.flows.ids.index(flow_id))


def _ids(table: Territory, offers: Bools) -> list[str]:
    return [name for name, reached in zip(table.flows.ids, offers, strict=True) if reached]


def _refresh(store: Store, proposals: Sequence[Proposal], before: Sequence[Row]) -> Changes:
    return synergies.refresh(store, proposals, before, {"model": model.version(models.current(store)), "at": now()})


def _concerns(row: Row, resources: Set[str]) -> bool:
    return bool(row["kind"] == SynergyKind.MUTUALISATION and row["resource_id"] in resources)


def _is_pair(row: Row) -> bool:
    """Tell whether a lead is a substitution of two: chains are left to the full run."""
    return bool(row["kind"] == SynergyKind.SUBSTITUTION and len(row["firm_ids"]) == 2)  # noqa: PLR2004  giver and taker


def _resting_on(standing: Sequence[Row], touched: frozenset[str]) -> list[Row]:
    return [r for r in standing if _is_pair(r) and r["flow_ids"][0] in touched]


def _held(standing: Sequence[Row], touched: Sequence[Row]) -> Counter[str]:
    """Return, by taker, how many guesses stand that a rematch of the touched ones leaves."""
    gone = {row["id"] for row in touched}
    left = (r for r in standing if r["hypothetical"] and _is_pair(r) and r["id"] not in gone)
    return Counter(row["firm_ids"][-1] for row in left)
