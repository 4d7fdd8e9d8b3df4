"""Why two firms cannot share a thing: times, temperatures, hygiene, qualifications, places, quantities, dates."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.measures import Measures
from symbiosis.knowledge.rhythm import clash
from symbiosis.knowledge.situation_seeds import Topic, Trait
from symbiosis.knowledge.slots import KINDS, Slots, collide, constant, miss, within
from symbiosis.knowledge.stance import Stance
from symbiosis.knowledge.whereabouts import between_km

Traits = Mapping[str, frozenset[str]]  # values by attribute
ENOUGH = 0.95  # of what is wanted
TWICE = 2.0  # what two wants of one tool may differ by
COLDER, HOTTER = 3.0, 3.0  # °C by which a grade may be missed
ANOTHER_GRADE = 40.0  # °C between two wants of heat
CAPACITIES = {
    "turns": ("seats", "ton", "metre", "kva", "mm"),
    "room": ("seats", "slots", "area", "litre"),
    "flow": ("bar", "kva", "mw"),
}
COLD_CHAIN = ("freight", "warehouse")
COLD = frozenset(("frozen", "chilled"))
OCCASIONAL = re.compile(
    r"\b(?:ponctuel\w*|occasionnel\w*|quelques|\d+ (?:jours?|fois|h|heures?)|quinzaine|dizaine|une fois"
    r"|rarement|occasionally)\b"
)
BY_DAY = ("canteen", "childcare", "commute", "reception")
POINTS = 2  # hours that are told as points in time: one beside them is near enough
DAYTIME = frozenset(range(7, 19))
DAYS_A_WEEK = re.compile(
    r"\b(\d(?:[.,]5)?|un|une|deux|trois|quatre|cinq)(?: a (?:\d|deux|trois|quatre))? (?:jours?|journees?"
    r"|j\b) (?:(?:par|chaque|a) )?(?:la )?sem"
)
NUMBERS = {"un": 1.0, "une": 1.0, "deux": 2.0, "trois": 3.0, "quatre": 4.0, "cinq": 5.0}
WORKING_WEEK = 5.0
USUAL_KM = 30.0  # of a thing whose radius nobody worked out: the median of documented exchanges (NISP, 32.8 km)
WHOLE_POST = re.compile(r"\b(?:a temps plein|a plein temps|temps complet|en cdi|full time)\b")
PART = re.compile(r"\b(?:part\w*|mi temps|pas|ni|sans|trop|moyens|suffi\w*)\b")


@dataclass(frozen=True)
class Profile:
    """What is known of one firm of a situation."""

    id: str
    text: str
    commune: str
    topics: Mapping[str, float]  # strength by topic
    words: Mapping[str, str]  # what named each topic
    traits: Traits
    lacks: frozenset[tuple[str, str]]
    stance: Stance
    slots: Slots
    measures: Measures
    clock: frozenset[int]  # hours named, by themselves too
    goes: frozenset[str]
    far_km: float
    nearby: bool


@dataclass(frozen=True)
class Setting:
    """What pairs are judged with."""

    traits: tuple[Trait, ...]
    places: Mapping[str, tuple[float, float]]
    radius: Mapping[str, float]  # km by topic


Reason = tuple[str, str]  # French, English


def why_apart(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Reason | None:
    """Return why two firms must not share a topic, None when nothing they say speaks against it."""
    return next(reasons(one, other, topic, setting), None)


def reasons(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield every reason."""
    yield from _traits(one, other, topic, setting.traits)
    yield from _temperatures(one, other, topic)
    yield from _times(one, other, topic)
    yield from _quantities(one, other, topic)
    yield from _dates(one, other, topic)
    yield from _places(one, other, topic, setting)


def _traits(one: Profile, other: Profile, topic: Topic, traits: tuple[Trait, ...]) -> Iterator[Reason]:
    for trait in traits:
        if not trait.counts(topic):
            continue
        told = [trait.value in p.traits.get(trait.attribute, ()) for p in (one, other)]
        lacked = [(trait.attribute, trait.value) in p.lacks for p in (one, other)]
        if (told[0] and lacked[1]) or (told[1] and lacked[0]):
            yield (
                f"l'un demande ce que l'autre n'a pas ({trait.words[0]})",
                f"one asks for what the other lacks ({trait.words[0]})",
            )
        if trait.rule == "alone" and told[0] is not told[1]:
            yield (f"« {trait.words[0].rstrip('*')} » pour l'un seulement", f"“{trait.value}” for one of them only")
        elif trait.rule == "apart" and _excluded(trait, one, other, told):
            yield (f"{_KIND_FR.get(trait.attribute, 'exigences')} incompatibles", f"incompatible {trait.attribute}")


_KIND_FR = {
    "temperature": "températures", "hygiene": "hygiènes", "caces": "qualifications", "weld": "qualifications",
    "licence": "permis", "voltage": "habilitations", "standard": "référentiels", "pallet": "formats",
    "material": "matières",
}  # fmt: skip


def _excluded(trait: Trait, one: Profile, other: Profile, told: list[bool]) -> bool:
    mine, theirs = (p.traits.get(trait.attribute, frozenset()) for p in (one, other))
    if trait.attribute != "hygiene" and mine & theirs:
        return False
    return (told[0] and bool(trait.excludes & theirs)) or (told[1] and bool(trait.excludes & mine))


def _temperatures(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    if topic.id in COLD_CHAIN:
        mine, theirs = (p.traits.get("temperature", frozenset()) & COLD for p in (one, other))
        fresh = any("food" in p.traits.get("hygiene", ()) for p in (one, other) if not p.traits.get("temperature"))
        if bool(mine) is not bool(theirs) and not (fresh and "frozen" not in mine | theirs):
            yield ("l'un sous froid, l'autre non", "one under refrigeration, the other not")
    if topic.mode == "flow":
        yield from _grades(one, other, topic)


def _grades(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    sides = _sides(one, other)
    for giver, taker in sides:
        given, asked = _degrees(giver), _degrees(taker)
        if given and asked and topic.id == "heat" and max(given) + HOTTER < max(asked):
            yield ("température insuffisante", "not hot enough")
        if given and asked and topic.id == "cooling" and min(given) - COLDER > min(asked):
            yield ("température pas assez basse", "not cold enough")
    levels = [max(d) for d in (_degrees(one), _degrees(other)) if d]
    if not sides and levels and len(levels) > 1 and abs(levels[0] - levels[1]) > ANOTHER_GRADE:
        yield ("niveaux de température trop différents", "temperatures too far apart")


def _degrees(firm: Profile) -> list[float]:
    return [a.value for a in firm.measures.amounts.get("temperature", ())]


def _times(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    judge: Callable[[Profile, Profile], str] = _USE.get(topic.mode, _at_one_time)
    kind = judge(one, other)
    if not kind and topic.mode in ("meet", "travel"):
        usual = DAYTIME if topic.id in BY_DAY else frozenset[int]()
        first, second = one.clock or usual, other.clock or usual
        kind = "hour" if first and second and not _near(first, second) else ""
    if not kind and topic.id == "parking":
        kind = next((c for a, b in _sides(one, other) if (c := clash(a.slots.free, {"hour": b.clock or DAYTIME}))), "")
    if kind:
        fr = {"day": "jours", "hour": "horaires", "month": "saisons"}[kind]
        en = {"day": "days", "hour": "hours", "month": "seasons"}[kind]
        yield (f"{fr} incompatibles", f"incompatible {en}")


def _by_turns(one: Profile, other: Profile) -> str:
    for giver, taker in _sides(one, other):
        wanted = taker.slots.demand
        found = within(wanted, giver.slots.busy) or miss(giver.slots.free, wanted) or _always(giver, taker)
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
    for giver, taker in _sides(one, other):
        wanted = taker.slots.demand
        found = within(wanted, giver.slots.busy) or miss(giver.slots.free, wanted) or _always(giver, taker)
        if found:
            return found
    return ""


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
    return any(min((a - b) % 24, (b - a) % 24) <= margin for a in one for b in other)


def _quantities(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    if topic.mode == "skill":
        yield from _working_time(one, other)
    for unit in CAPACITIES.get(topic.mode, ()):
        for giver, taker in _sides(one, other):
            given, asked = giver.measures.greatest(unit), taker.measures.greatest(unit)
            if given and asked and given < ENOUGH * asked:
                yield ("capacité insuffisante", "not enough capacity")
        if topic.mode == "turns" and unit in ("ton", "metre", "seats") and one.stance.wants and other.stance.wants:
            sizes = [p.measures.greatest(unit) for p in (one, other)]
            if all(sizes) and max(map(float, filter(None, sizes))) > TWICE * min(map(float, filter(None, sizes))):
                yield ("tailles trop différentes", "sizes too far apart")


def _working_time(one: Profile, other: Profile) -> Iterator[Reason]:
    days = [_days_a_week(p.text) for p in (one, other)]
    if all(days) and sum(days) > WORKING_WEEK and one.stance.wants and other.stance.wants:
        yield ("plus de jours qu'une semaine n'en a", "more days than a week has")
    for firm in (one, other):
        plain = spoken(firm.text)
        if WHOLE_POST.search(plain) and not PART.search(plain):
            yield ("un poste à plein temps", "a full-time post")


def _days_a_week(text: str) -> float:
    found = DAYS_A_WEEK.search(spoken(text))
    return (NUMBERS.get(found[1]) or float(found[1].replace(",", "."))) if found else 0.0


def _dates(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    for bound, free in ((one.stance, other.stance), (other.stance, one.stance)):
        if bound.until and not any(year >= bound.until for year in free.years):
            yield ("engagement jusqu'à une date trop lointaine", "bound until too late a date")
    first, second = one.stance.years, other.stance.years
    if (
        topic.mode == "buy"
        and first
        and second
        and not first & second
        and min(abs(a - b) for a in first for b in second) > 1
    ):
        yield ("échéances trop éloignées", "dates too far apart")


def _places(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    if topic.mode == "travel":
        if one.goes and other.goes and not one.goes & other.goes:
            yield ("directions différentes", "different directions")
        return
    radius = setting.radius.get(topic.id, USUAL_KM)
    if max(one.far_km, other.far_km) > radius:
        yield ("trop loin", "too far")
    apart = between_km(one.commune, other.commune, setting.places)
    if apart is not None and apart > radius:
        yield (f"trop loin ({apart:.0f} km)", f"too far ({apart:.0f} km)")
    if apart is None and topic.mode == "flow" and not (one.nearby or other.nearby):
        yield ("trop loin pour une conduite", "too far for a pipe")


def _sides(one: Profile, other: Profile) -> list[tuple[Profile, Profile]]:
    """Return (giver, taker) pairs: who has the thing and who wants it."""
    both = ((one, other), (other, one))
    return [(a, b) for a, b in both if a.stance.has and b.stance.wants and not b.stance.has]
