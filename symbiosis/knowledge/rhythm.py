"""When something is there, as people write it: days, hours, seasons and months."""

import re

from symbiosis.domain.fold import fold

DAYS = ("lundi monday", "mardi tuesday", "mercredi wednesday", "jeudi thursday", "vendredi friday")
WEEKEND = ("samedi saturday", "dimanche sunday")
MONTHS = (
    "janvier january janv jan", "fevrier february fevr fev feb", "mars march", "avril april avr apr", "mai may",
    "juin june jun", "juillet july juil jul", "aout august aug", "septembre september sep",
    "octobre october oct", "novembre november nov", "decembre december dec noel christmas",
)  # fmt: skip
HEATED = (10, 11, 12, 1, 2, 3, 4)  # months in which buildings are heated
SEASONS = {
    "hiver": (12, 1, 2), "winter": (12, 1, 2), "printemps": (3, 4, 5), "spring": (3, 4, 5),
    "saison de chauffe": HEATED, "periode de chauffe": HEATED, "heating season": HEATED,
    "ete": (6, 7, 8), "summer": (6, 7, 8), "automne": (9, 10, 11), "autumn": (9, 10, 11),
}  # fmt: skip
HOURS = {
    "matin": range(6, 12), "morning": range(6, 12), "apres midi": range(12, 18), "afternoon": range(12, 18),
    "soir": range(18, 23), "evening": range(18, 23), "nuit": (22, 23, 0, 1, 2, 3, 4, 5),
    "night": (22, 23, 0, 1, 2, 3, 4, 5), "nocturne": (22, 23, 0, 1, 2, 3, 4, 5),
    "day only": range(7, 20), "during the day": range(7, 20), "day shift": range(7, 20),
    "jour": range(7, 20), "journee": range(7, 20), "daytime": range(7, 20),
    "horaires bureau": range(8, 19), "horaires de bureau": range(8, 19), "heures de bureau": range(8, 19),
    "office hours": range(8, 19), "business hours": range(8, 19),
    "midi": range(11, 15), "midday": range(11, 15),
}  # fmt: skip
CLOCK = re.compile(r"\b(\d{1,2}) ?h(?:\d\d)? ?(?:a|-|to|/|jusqu a)? ?(\d{1,2}) ?h\b")
BEFORE = re.compile(r"\b(?:avant|avt|d ici|before|by)(?: (?:l|the|la|le))? $")
TERM = re.compile(  # what a contract ends with is no time at which a thing is there
    r"\b(?:fini(?:t|ssent|ra)|termin(?:e|ent|era)|expir\w*|echeance|reconduit\w*|(?<!week )ends?|ending|renew\w*"
    r"|retender\w*)(?: \w+){0,2} $"
)
STOPPED = re.compile(r"(arret\w*|ferme\w*|sauf|hors|except|closed|stop\w*|pas)( \w+){0,2} $")
MIDNIGHT, NOON = 24, 12
AM_PM = re.compile(r"\b(\d{1,2}) ?([ap])\.?m\b\.?")
ALWAYS = re.compile(r"\b(toute l annee|24 ?h|24 7|all year|year round|en continu|tous les jours|365)\b")
PART = r"(?: (?:matin|midi|apres midi|soir|nuit|morning|noon|afternoon|evening|night))"
TO = r"(?: (?:a|au|aux|to|until|jusqu au?)? ?)"
WEEKDAYS = re.compile(
    r"\b(en semaine|(?<!par )(?<!fois )(?<!jours )(?<!toute )la semaine(?! prochaine)|jours ouvr(?:es|ables)|weekdays"
    r"|working days|during the week|on weekdays?)\b"
)
BETWEEN = re.compile(r"\b(?:entre|between) (?:le |the )?(\w+) (?:et|and) ")
ONCE_A = re.compile(r"\b(?:par|each|per|a|un|une|the|/) (?:jour|semaine|mois|an|day|week|month)\b")
Times = dict[str, frozenset[int]]
EVER: Times = {"month": frozenset(range(1, 13)), "day": frozenset(range(7)), "hour": frozenset(range(MIDNIGHT))}
COUNTED = re.compile(r"\b(?:\d+|du|par|a la) ?(?:jours?|journees?|days?)\b")  # "2 jours par semaine", "pain du jour"
OVER_DAYS = re.compile(rf"{PART} (?:au|to|until) (?:{'|'.join(' '.join((*DAYS, *WEEKEND)).split())}){PART}?\b")
A_SEASON = re.compile(rf"\b(?:{'|'.join(SEASONS)})\b")
AN_HOUR = re.compile(rf"\b(?:{'|'.join(HOURS)})s?\b")
_DAY = {w: i for i, names in enumerate((*DAYS, *WEEKEND)) for w in names.split()}
_MONTH = {w: i for i, names in enumerate(MONTHS, start=1) for w in names.split()}
SEPT = re.compile(
    rf"\b(\d{{1,2}}|en|debut|fin|mi|depuis|{'|'.join(_MONTH)}) sept\b(?! (?:heures?|jours?|sur|personnes?))"
)
UNTIL = re.compile(
    r"\b(avant|avt|before|jusqu(?: a| en| au)?|until|till) (?:la |the )?(?:fin |mi |end of |mid )?"
    rf"({'|'.join(_MONTH)})\b"
)


def times(text: str) -> Times:
    """Return the days (0 Monday), hours and months a text names, by kind; a kind it does not name is missing."""
    plain = " ".join(re.findall(r"[a-z0-9/]+", english_clock(fold(text))))
    if ALWAYS.search(plain):
        return {}
    plain = re.sub(r"\b(minuit|midnight)\b", "0 h", ONCE_A.sub(" ", plain))
    plain = SEPT.sub(r"\1 septembre", plain)  # alone it is the seven
    found = {"day": _days(plain), "hour": _hours(OVER_DAYS.sub(" ", plain)), "month": _months(plain)}
    return {kind: frozenset(its) for kind, its in found.items() if its}


def english_clock(plain: str) -> str:
    """Return a folded text with its hours as the French write them.

    >>> english_clock("free 9am-5pm, after 6 pm")
    'free 9 h-17 h, after 18 h'
    """
    return AM_PM.sub(lambda m: f"{int(m[1]) % NOON + NOON * (m[2] == 'p')} h", plain)


def said_times(text: str) -> Times:
    """Return the times a text names, all of them where it says always; a number of days names none."""
    plain = " ".join(re.findall(r"[a-z0-9/]+", fold(text)))
    return EVER if ALWAYS.search(plain) else times(COUNTED.sub(" ", fold(text)))


def clash(offered: Times, wanted: Times) -> str:
    """Return the first kind on which the two never meet, '' when they can."""
    both = (kind for kind in ("day", "hour", "month") if kind in offered and kind in wanted)
    return next((kind for kind in both if not offered[kind] & wanted[kind]), "")


def _days(plain: str) -> set[int]:
    plain = re.sub(r"week ?ends?", "samedi dimanche", plain)
    plain = WEEKDAYS.sub("lundi a vendredi", plain)
    return _named(plain, _DAY, 7, 0)


def _months(plain: str) -> set[int]:
    found = _named(plain, _MONTH, 12, 1)
    until = UNTIL.search(plain)
    if until:
        last = _MONTH[until[2]]
        found = found - {last} | set(range(1, last + (until[1] not in ("avant", "avt", "before"))))
    return _seasons(plain, found)


def _seasons(plain: str, found: set[int]) -> set[int]:
    if not A_SEASON.search(plain):
        return found
    stopped: set[int] = set()
    for name, months in SEASONS.items():
        for hit in re.finditer(rf"\b{name}\b", plain):
            if name == "ete" and re.search(r"\b(a|ont) $", plain[: hit.start()]):
                continue
            if BEFORE.search(plain[: hit.start()]):  # a term, not the time itself
                continue
            (stopped if STOPPED.search(plain[: hit.start()]) else found).update(months)
    return found - stopped if found else set(range(1, 13)) - stopped if stopped else set()


def _named(plain: str, names: dict[str, int], length: int, first: int) -> set[int]:
    """Return what is named, ranges included, without what is stopped."""
    found, stopped = set[int](), set[int]()
    plain = BETWEEN.sub(r"\1 a ", plain)
    any_name = "|".join(names)
    for hit in re.finditer(rf"\b({any_name})s?\b(?:(?:{PART} (?:au|to|until) |{TO})({any_name})s?\b)?", plain):
        if TERM.search(plain[: hit.start()]):
            continue
        start = names[hit[1]]
        end = names[hit[2]] if hit[2] else start
        span = {(start - first + i) % length + first for i in range((end - start) % length + 1)}
        (stopped if STOPPED.search(plain[: hit.start()]) else found).update(span)
    if stopped and not found:
        return set(range(first, first + length)) - stopped
    return found - stopped


def _hours(plain: str) -> set[int]:
    clocks = [set(range(int(m[1]), int(m[2]))) for m in CLOCK.finditer(plain) if int(m[1]) < int(m[2]) <= MIDNIGHT]
    found = set().union(*clocks)
    if found:
        return found
    for name, hours in HOURS.items() if AN_HOUR.search(plain) else ():
        for hit in re.finditer(rf"\b{name}s?\b", plain):
            if name != "midi" or not plain[: hit.start()].endswith("apres "):
                found.update(() if STOPPED.search(plain[: hit.start()]) else hours)
    return found
