"""The one way in for a flow somebody tells: link it, write it, rematch what it touches; so too for a guess answered."""

from collections.abc import Callable
from dataclasses import dataclass

from symbiosis.domain.enums import Direction
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.questions import Guess
from symbiosis.domain.synergies import Proposal
from symbiosis.knowledge import Knowledge
from symbiosis.matching import guesses, refused
from symbiosis.services import rematch_part as part
from symbiosis.services.rematch_part import Part, Touched
from symbiosis.store import firms, flows, territory
from symbiosis.store.session import Store

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
    table = part.table(store, knowledge, LinkedFlow(told, link, knowledge.uses.find(use_text)))
    offers = part.ids(table, guesses.offers_resting_on(table, guess))
    came = part.again(store, knowledge, table, Touched(offers))
    territory.touch(store)
    return came.withdrawn


def reconsider(store: Store, knowledge: Knowledge, resource_id: str) -> Part:
    """Rematch all that is offered or shared of a resource, after people decided something about it."""
    table = part.table(store, knowledge, *part.about([resource_id], Direction.NEED))
    offers = part.ids(table, refused.offers_touched(table, resource_id))
    came = part.again(store, knowledge, table, Touched(offers, frozenset({resource_id})))
    if came.changed:
        territory.touch(store)
    return came


def rewrite(store: Store, knowledge: Knowledge, before: LinkedFlow, after: LinkedFlow, write: Write) -> bool:
    """Change a flow by `write`, and rematch what it reached before and reaches now; tell what `write` told.

    `after` is what the flow means from then on; where it was taken away it is in no table any more.
    """
    reached = part.reaching(part.table(store, knowledge, before, after), before.flow.id)
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
    table = part.table(store, knowledge, *meant)
    offers = more.offers | part.reaching(table, linked.flow.id)
    if more.guess:
        offers |= part.ids(table, guesses.offers_resting_on(table, more.guess))
    shared = frozenset(flow.link.resource_id for flow in meant if flow.link)
    came = part.again(store, knowledge, table, Touched(offers, shared))
    own = [p for p in came.proposals if linked.flow.id in p.flow_ids]
    return tuple(sorted(own, key=lambda p: (p.hypothetical, -p.score, p.id)))
