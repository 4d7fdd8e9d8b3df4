"""How far leads get, from proposed to implemented."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from symbiosis.domain.enums import Judgement, Origin
from symbiosis.domain.pictured import Scene
from symbiosis.domain.pictures import Funnel, Stage

FURTHEST = {
    Judgement.REFUSED: Stage.EXAMINED, Judgement.DEFERRED: Stage.EXAMINED, Judgement.CONFIRMED: Stage.KEPT,
    Judgement.CONTACTED: Stage.CONTACTED, Judgement.STUDIED: Stage.STUDIED, Judgement.IMPLEMENTED: Stage.IMPLEMENTED,
}  # fmt: skip
ORDER = tuple(Stage)


@dataclass(frozen=True)
class Event:
    """A decision: which lead, what it became, whether it takes the one before back, when."""

    lead: str
    after: Judgement
    undo: bool
    at: str


def funnel(scene: Scene, events: Iterable[Event]) -> Funnel:
    """Return how many leads ever reached each stage; a decision that was taken back never happened."""
    histories: dict[str, list[Judgement]] = defaultdict(list)
    for event in events:
        history = histories[event.lead]
        if event.undo:
            del history[-1:]
        if event.after is not (history[-1] if history else Judgement.PROPOSED):
            history.append(event.after)
    reached: Counter[tuple[Stage, bool]] = Counter()
    for lead in scene.leads:
        by_people = lead.origin is not Origin.MATCHER
        judged = [*histories.get(lead.id, ()), scene.judged.get(lead.id, Judgement.PROPOSED)]
        for stage in _stages(judged, by_people):
            reached[stage, by_people] += 1
    return Funnel(dict(reached))


def _stages(judged: list[Judgement], by_people: bool) -> tuple[Stage, ...]:
    furthest = max((ORDER.index(FURTHEST.get(judgement, Stage.LEADS)) for judgement in judged), default=0)
    if by_people:  # kept from the start, by those who named it
        furthest = max(furthest, ORDER.index(Stage.KEPT))
    return ORDER[: furthest + 1]
