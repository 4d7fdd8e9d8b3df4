"""Judge a lead, and take a judgement back: one decision counts, however many people and clicks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement, RefusalReason
from symbiosis.domain.errors import AlreadyDecided, NotFound, Refused
from symbiosis.domain.follow_up import may_become
from symbiosis.domain.steps import NOTHING_PLANNED, NextStep
from symbiosis.knowledge import Knowledge
from symbiosis.services.record import reconsider
from symbiosis.store import jobs, synergies, views
from symbiosis.store.session import Row, Store

UNDO = "undo"
DECIDED = "decided"  # the job that brings the next best leads of a resource up
SPECIFIC = (RefusalReason.FIRM_DECLINES, RefusalReason.CONTRACT, RefusalReason.TOO_FAR)


@dataclass(frozen=True)
class Order:
    """What somebody decided about the version of the lead they saw."""

    synergy_id: str
    version: int
    judgement: Judgement
    who: str
    reason: str = ""
    note: str = ""
    until: str = ""
    step: NextStep = NOTHING_PLANNED
    firm: str = ""  # which one a refusal speaks of


@dataclass(frozen=True)
class Outcome:
    """What came of one of several orders: `version` is the lead's now; nothing wrong where neither is set."""

    synergy_id: str
    version: int
    error: AlreadyDecided | None = None
    gone: bool = False  # no such lead any more, or nothing that can be done to it

    @property
    def done(self) -> bool:
        """Tell whether the order was carried out."""
        return self.error is None and not self.gone


def decide_many(store: Store, orders: Iterable[Order]) -> tuple[Outcome, ...]:
    """Judge several leads, each in the version that was seen; return what came of each, in order."""
    return tuple(_outcome(order.synergy_id, order.version, partial(decide, store, order)) for order in orders)


def undo_many(store: Store, picked: Iterable[tuple[str, int]], who: str) -> tuple[Outcome, ...]:
    """Take back the last decision on several leads, each given with its version."""
    return tuple(_outcome(lead, version, partial(undo, store, lead, version, who)) for lead, version in picked)


def _outcome(synergy_id: str, version: int, act: Callable[[], object]) -> Outcome:
    try:
        act()
    except AlreadyDecided as error:
        return Outcome(synergy_id, version, error)
    except (NotFound, Refused):
        return Outcome(synergy_id, version, gone=True)
    return Outcome(synergy_id, version + 1)


def decide(store: Store, order: Order) -> None:
    """Judge a lead, or move it on; AlreadyDecided when somebody else did since, NotFound when it is gone.

    Refused when the lead cannot get there from where it stands, or is a group that lacks firms to pay.
    """
    row = synergies.get(store, order.synergy_id)
    if row["version"] == order.version and not may_become(Judgement(row["judgement"]), order.judgement):
        raise Refused(f"A lead that is {row['judgement']} cannot become {order.judgement}.")
    if order.judgement is Judgement.CONFIRMED and views.what_lacks(row):
        raise Refused("A group that lacks firms to pay cannot be confirmed yet.")
    _write(store, order)


def undo(store: Store, synergy_id: str, version: int, who: str) -> Judgement:
    """Take the last decision back, as a new line of the history; return the judgement that holds again."""
    history = store.read("synergies/decisions", id=synergy_id)
    if not history:
        raise Refused("There is no decision to undo.")
    latest = history[0]
    if (latest["reason"], latest["who"], latest["rank"]) == (UNDO, who, version + 1):
        return Judgement(latest["after"])  # the second click of a double click
    before = Judgement(latest["before"])
    earlier = history[1:2]
    until = next((d["until"] or "" for d in earlier), "")
    step = next((views.step(d) for d in earlier), NOTHING_PLANNED)
    _write(store, Order(synergy_id, version, before, who, reason=UNDO, until=until, step=step))
    return before


def follow_many(store: Store, knowledge: Knowledge, outcomes: Iterable[Outcome]) -> int:
    """Draw what several decisions say beyond their own leads; return how many leads that takes away."""
    return sum(follow(store, knowledge, outcome.synergy_id) for outcome in outcomes if outcome.done)


def follow(store: Store, knowledge: Knowledge, synergy_id: str) -> int:
    """Draw what a decision, or its taking back, says beyond its own lead; return how many leads that takes away.

    A reason that speaks of other leads bites at once. Otherwise the next best ones come up, in the background: whoever
    decides one lead after the other waits for nothing.
    """
    row, history = synergies.get(store, synergy_id), store.read("synergies/decisions", id=synergy_id)
    if not row["resource_id"]:
        return 0
    if not any(d["reason"] in SPECIFIC for d in history[:2]):
        jobs.queue(store, DECIDED, row["resource_id"], now())
        return 0
    return reconsider(store, knowledge, row["resource_id"]).withdrawn


def _write(store: Store, order: Order) -> None:
    decision = {
        "id": f"decision-{uuid4().hex}", "at": now(), "who": order.who, "reason": order.reason,
        "note": order.note, "until": order.until, "firm": order.firm, "next_action": order.step.action,
        "next_on": order.step.on, "next_by": order.step.by,
    }  # fmt: skip
    if not synergies.decide(store, order.synergy_id, order.version, order.judgement, decision):
        _explain(store, order)


def _explain(store: Store, order: Order) -> None:
    """Raise AlreadyDecided, unless the same person just decided the same: a double click is no conflict."""
    row, latest = synergies.get(store, order.synergy_id), _latest(store, order.synergy_id)
    who, when = (latest["who"], latest["at"]) if latest else ("", "")
    if latest and (who, latest["after"]) == (order.who, order.judgement) and row["version"] == order.version + 1:
        return
    raise AlreadyDecided(order.synergy_id, row["judgement"], who, when)


def _latest(store: Store, synergy_id: str) -> Row | None:
    decisions = store.read("synergies/decisions", id=synergy_id)
    return decisions[0] if decisions else None
