"""Times at which two firms cannot share a thing: in turns, side by side or at one time."""

import re
from collections.abc import Callable, Iterator, Mapping

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.profile import Profile, Reason, Setting, sides
from symbiosis.knowledge.rhythm import Times, clash
from symbiosis.knowledge.situation_seeds import Topic
from symbiosis.knowledge.slots import KINDS, collide, constant, miss, within

OCCASIONAL = re.compile(
    r"\b(?:ponctuel\w*|occasionnel\w*|quelques|\d+ (?:jours?|fois|h|heures?)|quinzaine|dizaine|une fois"
    r"|rarement|occasionally)\b"
)
BY_DAY = ("canteen", "childcare", "commute", "reception")
BEGINS = ("childcare", "commute")  # where the hour at which the day begins decides
LATE = 1  # hours
POINTS = 2  # hours that are told as points in time: one beside them is near enough
DAYTIME = frozenset(range(7, 19))


def by_times(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield the kind of times on which they never meet, or always collide."""
    judge: Callable[[Profile, Profile], str] = _USE.get(topic.mode, _at_one_time)
    kind = judge(one, other)
    if not kind and topic.mode in ("meet", "travel"):
        usual = DAYTIME if topic.id in BY_DAY else frozenset[int]()
        first, second = (_starts(p, topic) or usual for p in (one, other))
        kind = "hour" if first and second and not _near(first, second) else ""
        if not kind and topic.id in BEGINS and one.begins >= 0 and other.begins >= 0:
            kind = "hour" if _hours_apart(one.begins, other.begins) > LATE else ""
    if not kind and topic.id == "parking":
        kind = next((c for a, b in sides(one, other) if (c := clash(a.slots.free, {"hour": b.clock or DAYTIME}))), "")
    if kind:
        fr = {"day": "jours", "hour": "horaires", "month": "saisons"}[kind]
        en = {"day": "days", "hour": "hours", "month": "seasons"}[kind]
        yield (f"{fr} incompatibles", f"incompatible {en}")


def _starts(firm: Profile, topic: Topic) -> frozenset[int]:
    """Return the hours a firm names; of a shift, when it begins and ends."""
    return firm.ends or firm.clock if topic.mode == "travel" else firm.clock


def _by_turns(one: Profile, other: Profile) -> str:
    found = _side_by_side(one, other)
    if found:
        return found
    if one.stance.wants and other.stance.wants:
        kind = collide(one.slots.demand, other.slots.demand)
        often = not (OCCASIONAL.search(spoken(one.text)) and OCCASIONAL.search(spoken(other.text)))
        if kind == "day" or (kind == "month" and often):
            return kind
    return ""


def _one_person(one: Profile, other: Profile) -> str:
    first, second = one.slots, other.slots
    lenders = not first.demand and not second.demand and collide(first.free, second.free)
    return _by_turns(one, other) or collide(first.demand, second.demand) or lenders or ""


def _side_by_side(one: Profile, other: Profile) -> str:
    for giver, taker in sides(one, other):
        wanted = taker.slots.demand
        found = _occupied(giver, wanted) or miss(giver.slots.free, wanted) or _always(giver, taker)
        if found:
            return found
    return ""


def _occupied(giver: Profile, wanted: Times) -> str:
    """Return the kind on which the owner uses the thing himself; where he says when it is free, that decides."""
    return within(wanted, {kind: its for kind, its in giver.slots.busy.items() if kind not in giver.slots.free})


def _always(giver: Profile, taker: Profile) -> str:
    """Return the kind of times of which a firm wants all and another has only some."""
    every = constant(taker.text)
    return next((k for k in KINDS if k in every and (k in giver.slots.free or k in giver.slots.busy)), "")


def _at_one_time(one: Profile, other: Profile) -> str:
    return clash(one.slots.told, other.slots.told)


_USE: Mapping[str, Callable[[Profile, Profile], str]] = {
    "turns": _by_turns, "skill": _one_person, "room": _side_by_side, "buy": lambda *_: "",
}  # fmt: skip


def _near(one: frozenset[int], other: frozenset[int]) -> bool:
    margin = 1 if min(len(one), len(other)) <= POINTS else 0
    return any(_hours_apart(a, b) <= margin for a in one for b in other)


def _hours_apart(one: int, other: int) -> int:
    return min((one - other) % 24, (other - one) % 24)
