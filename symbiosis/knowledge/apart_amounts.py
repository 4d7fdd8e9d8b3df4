"""Levels and sizes that two firms cannot share: degrees, pressure, loads, seats, days a week."""

import re
from collections.abc import Iterator

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.profile import Profile, Reason, Setting, sides
from symbiosis.knowledge.situation_seeds import Topic

ENOUGH = 0.95  # of what is wanted
TWICE = 2.0  # what two wants of one tool may differ by
COLDER, HOTTER = 3.0, 3.0  # °C by which a grade may be missed
ANOTHER_GRADE = 40.0  # °C between two wants of heat
CAPACITIES = {
    "turns": ("seats", "ton", "metre", "kva", "mm"),
    "room": ("seats", "slots", "area", "litre"),
    "flow": ("bar", "kva", "mw"),
}
SIZES = re.compile(r"\b(\d{3,4}) ?[x×] ?(\d{3,4})(?: ?[x×] ?(\d{3,4}))?\b")
MM = 1_000.0  # in a metre
OVENS = ("heat_oven", "test_lab", "wood_kiln", "paint_booth")
COLD_CHAIN = ("freight", "warehouse")
COLD = frozenset(("frozen", "chilled"))
DAYS_A_WEEK = re.compile(
    r"\b(\d(?:[.,]5)?|un|une|deux|trois|quatre|cinq)(?: a (?:\d|deux|trois|quatre))? (?:jours?|journees?"
    r"|j\b) (?:(?:par|chaque|a) )?(?:la )?sem"
)
NUMBERS = {"un": 1.0, "une": 1.0, "deux": 2.0, "trois": 3.0, "quatre": 4.0, "cinq": 5.0}
WORKING_WEEK = 5.0
WHOLE_POST = re.compile(r"\b(?:a temps plein|a plein temps|temps complet|en cdi|full time)\b")
PART = re.compile(r"\b(?:part\w*|mi temps|pas|ni|sans|trop|moyens|enough|not|suffi\w*)\b")


def by_temperatures(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield where one needs the cold and the other does not, and heat that is not hot enough."""
    if topic.id in COLD_CHAIN:
        mine, theirs = (p.traits.get("temperature", frozenset()) & COLD for p in (one, other))
        fresh = any("food" in p.traits.get("hygiene", ()) for p in (one, other) if not p.traits.get("temperature"))
        if bool(mine) is not bool(theirs) and not (fresh and "frozen" not in mine | theirs):
            yield ("l'un sous froid, l'autre non", "one under refrigeration, the other not")
    if topic.mode == "flow":
        yield from _grades(one, other, topic)
    if topic.id in OVENS and any(
        max(_degrees(a) or [0.0]) + HOTTER < min(_degrees(b) or [0.0]) for a, b in sides(one, other)
    ):
        yield ("température insuffisante", "not hot enough")


def _grades(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    facing = sides(one, other)
    for giver, taker in facing:
        given, asked = _degrees(giver), _degrees(taker)
        if given and asked and topic.id == "heat" and max(given) + HOTTER < max(asked):
            yield ("température insuffisante", "not hot enough")
        if given and asked and topic.id == "cooling" and min(given) - COLDER > min(asked):
            yield ("température pas assez basse", "not cold enough")
    yield from _pressures(one, other)
    levels = [max(d) for d in (_degrees(one), _degrees(other)) if d]
    if not facing and levels and len(levels) > 1 and abs(levels[0] - levels[1]) > ANOTHER_GRADE:
        yield ("niveaux de température trop différents", "temperatures too far apart")


def _pressures(one: Profile, other: Profile) -> Iterator[Reason]:
    bars = [p.measures.greatest("bar") for p in (one, other)]
    told = [b for b in bars if b]
    if len(told) > 1 and max(told) > TWICE * min(told):
        yield ("niveaux de pression trop différents", "pressures too far apart")


def _degrees(firm: Profile) -> list[float]:
    return [a.value for a in firm.measures.amounts.get("temperature", ())]


def by_quantities(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield capacities that do not do for what is asked, and posts that leave nothing to share."""
    if topic.mode == "skill":
        yield from _working_time(one, other)
    for unit in CAPACITIES.get(topic.mode, ()):
        for giver, taker in sides(one, other):
            given, asked = _most(giver, unit), _most(taker, unit)
            if given and asked and given < ENOUGH * asked:
                yield ("capacité insuffisante", "not enough capacity")
        if topic.mode == "turns" and unit in ("ton", "metre", "seats") and one.stance.wants and other.stance.wants:
            sizes = [p.measures.greatest(unit) for p in (one, other)]
            if all(sizes) and max(map(float, filter(None, sizes))) > TWICE * min(map(float, filter(None, sizes))):
                yield ("tailles trop différentes", "sizes too far apart")


def _most(firm: Profile, unit: str) -> float | None:
    """Return the greatest number in a unit; of lengths in millimetres, metres and sizes like 700x1000 count too."""
    most = firm.measures.greatest(unit)
    if unit != "mm":
        return most
    sizes = [float(n) for m in SIZES.finditer(firm.text) for n in m.groups() if n]
    sizes += [MM * a.value for a in firm.measures.amounts.get("metre", ())]
    return max([*sizes, *([most] if most else [])], default=None)


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
