"""When a firm has a thing free, uses it or wants it: the days, hours and months of its text."""

import re
from dataclasses import dataclass

from symbiosis.domain.fold import fold
from symbiosis.knowledge.acts import does
from symbiosis.knowledge.rhythm import Times, clash, english_clock, times

REST = re.compile(
    r"\b(?:libres?|disponibles?|dispo|inutilis\w*)?\s?(?:tout )?le reste\b|\bsinon (?:libre|dispo)\w*\b"
    r"|\bhors de ces\b"
)
BUSY = re.compile(
    r"\b(?:utilis\w*|sert|servent|tourne(?:nt)?|occup\w*|mobilis\w*|exploit\w*|employ\w*|travaille\w*|pic"
    r"|pointe|haute saison"
    r"|reserv\w*|complete?s?|pleine?s?|satur\w*|pris(?:es?)?(?! de)|pris de|used|busy|peak)\b"
)
CLAUSE = re.compile(r"[.;:!?\n]|,(?!\d)|\bmais\b|\bet (?=(?:libre|dispo|vide|inutilis|dort))|\bpuis\b|\bsinon\b")
HOUR = r"(\d{1,2}) ?(?:h|heures?|:)(?: ?[0-5]\d)?\b"
SPAN = re.compile(rf"\b(?:{HOUR}|(\d{{1,2}}))(?: ?(?:a|-|–|et|jusqu'a|jusqu a|to) ?| ){HOUR}")
AFTER = re.compile(rf"\b(?:apres|a partir de|des|after|from) {HOUR}")
BEFORE = re.compile(rf"\b(?:avant|jusqu a|jusqu|before|until|till) {HOUR}")
LOOSE_DAYS = re.compile(r"\bjours\b|(?<!\bde )(?<!\ble )\bjour\b|\b(?:demi|bonne|longue) ?-?journees?\b|\b\d+ ?j\b")
CLOCK_WORDS = re.compile(r"(\b\d{1,2} ?(?:h|heures?)) du (?:matin|soir)\b")
DEADLINE = re.compile(
    r"\b(?:avant|d ici|before|by) (?:a |au |l |le |la |les |fin |the )*"
    r"(?:ete|hiver|printemps|automne|summer|winter|spring|autumn)\b"
)
HAVE_BEEN = re.compile(r"\b(?:avons|ont|a|avait|aurait|ayant|avez|etre) ete\b")
TWELVE = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))? ?(am|pm|a\.m\.|p\.m\.)(?![\w])", re.I)
ALWAYS = {
    "month": re.compile(r"\b(?:toute l'annee|a l'annee|en permanence|permanent\w*|12 mois|all year)\b"),
    "day": re.compile(
        r"\b(?:tous les jours|chaque jour|quotidien\w*|toute la semaine|7 ?j|5 jours sur 5|every day|daily)\b"
    ),
    "hour": re.compile(r"\b(?:24 ?h|24/24|jour et nuit|toute la journee|3 ?x ?8|en continu|round the clock)\b"),
}
COVERED = 0.5  # share of the hours: a window that only touches another is missed
EARLY = 6  # hour from which what lasts until another is counted
DAY_HOURS, SHARE = 24, 0.5
WEEK, YEAR = frozenset(range(7)), frozenset(range(1, 13))
WHOLE = {"day": WEEK, "hour": frozenset(range(DAY_HOURS)), "month": YEAR}
KINDS = ("day", "hour", "month")


@dataclass(frozen=True)
class Slots:
    """`free`: when a thing can be had; `busy`: when its owner uses it; `wanted`: when somebody wants it."""

    free: Times
    busy: Times
    wanted: Times

    @property
    def told(self) -> Times:
        """All times the text tells."""
        every = (self.free, self.busy, self.wanted)
        return {k: frozenset().union(*(t[k] for t in every if k in t)) for k in KINDS if any(k in t for t in every)}

    @property
    def demand(self) -> Times:
        """The times at which its author wants or uses the thing."""
        every = (self.busy, self.wanted)
        return {k: frozenset().union(*(t[k] for t in every if k in t)) for k in KINDS if any(k in t for t in every)}


def on_24_hours(text: str) -> str:
    """Return a text with its « 7 pm » written as « 19 h ».

    >>> on_24_hours("from 7pm to 12 am")
    'from 19 h to 0 h'
    """
    return TWELVE.sub(lambda said: f"{int(said[1]) % 12 + 12 * (said[3][0] in 'pP')} h{said[2] or ''}", text)


def slots(text: str) -> Slots:
    """Return when a text frees, uses and wants what it speaks of."""
    free: Times = {}
    busy: Times = {}
    wanted: Times = {}
    for clause in CLAUSE.split(fold(text[:2_000])):
        named = moments(clause)
        kind = free if does("free", clause) else busy if BUSY.search(clause) else wanted
        if REST.search(clause) and named:
            kind = busy
        for name, values in named.items():
            kind[name] = kind.get(name, frozenset()) | values
    return Slots(free, busy, wanted)


def moments(text: str) -> Times:
    """Return the days (0 Monday), hours and months a text names, a span over midnight included.

    >>> sorted(moments("de 21 h à 5 h")["hour"])
    [0, 1, 2, 3, 4, 21, 22, 23]
    """
    plain = CLOCK_WORDS.sub(r"\1", " ".join(english_clock(fold(text)).replace("'", " ").replace("-", " ").split()))
    hours = _clock(plain)
    plain = LOOSE_DAYS.sub(" ", HAVE_BEEN.sub(" ", DEADLINE.sub(" ", plain)))
    named = dict(times(SPAN.sub(" ", plain)))
    if hours:
        named["hour"] = frozenset(hours)
    return named


def miss(free: Times, wanted: Times) -> str:
    """Return the kind on which what is wanted is never free, '' when it may be."""
    hours, asked = free.get("hour"), wanted.get("hour")
    if hours and asked and _common(hours, asked) < COVERED:
        return "hour"
    return clash(free, wanted)


def collide(one: Times, other: Times) -> str:
    """Return the finest kind on which two want the same thing at the same time, '' when they may take turns."""
    both = [kind for kind in KINDS if kind in one and kind in other]
    if not both or any(_common(one[k], other[k]) < SHARE for k in both):
        return ""
    return both[0]


def constant(text: str) -> frozenset[str]:
    """Return the kinds of times (day, hour, month) at all of which a text wants something."""
    plain = fold(text[:2_000])
    return frozenset(kind for kind, words in ALWAYS.items() if words.search(plain))


def within(wanted: Times, busy: Times) -> str:
    """Return the kind on which a thing is wanted while its owner uses it, '' when it may be had at another time."""
    if not busy or any(kind not in wanted for kind in busy):
        return ""
    share = [len(wanted[kind] & values) / len(wanted[kind]) for kind, values in busy.items() if wanted[kind]]
    return next(iter(sorted(busy))) if share and min(share) >= SHARE else ""


def _common(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(min(len(one), len(other)), 1)


def _clock(plain: str) -> set[int]:
    found: set[int] = set()
    for m in SPAN.finditer(plain):
        found |= _hours(int(m[1] or m[2]), int(m[3]))
    if not found:
        for m in AFTER.finditer(plain):
            found |= _hours(int(m[1]), DAY_HOURS)
        for m in BEFORE.finditer(plain):
            found |= _hours(0 if int(m[1]) <= EARLY else EARLY, int(m[1]))
    return found


def _hours(start: int, end: int) -> set[int]:
    if start > DAY_HOURS or end > DAY_HOURS or start == end:
        return set()
    return set(range(start, end)) if start < end else {*range(start, DAY_HOURS), *range(end)}
