"""How much a text speaks of: numbers, units, containers and rhythms as people write them, in French or English."""

import math
import re
from dataclasses import dataclass

from symbiosis.domain.enums import Unit
from symbiosis.domain.fold import fold
from symbiosis.knowledge.quantity_words import (
    CONTAINERS,
    COUNTED_ELSEWHERE,
    NUMBER_WORDS,
    PERIODS,
    STANDARD_LITRES,
    UNITS,
)

LARGEST = 1e9
SMALLEST_BIN = 60  # a bin "of 240" holds litres
LONGEST = 2000  # letters read
ENGLISH_ONLY = frozenset({"four", "a", "an", "one", "ten"})  # "four" is an oven in French
_DIGITS = r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_WORDS = "|".join(sorted(NUMBER_WORDS, key=len, reverse=True))
_NUMBER = rf"(?<![\w./,'-])(?:{_DIGITS}|(?:{_WORDS})\b)"
_RANGE = rf"(?P<low>{_NUMBER})(?:(?:\s*[-–]\s*|\s{{2,}}| (?:ou|or|to|a|et|and) )(?P<high>(?:{_DIGITS})))?"
_UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (pattern, _, _) in enumerate(UNITS))
_ALLOY = r"(?!3(?:04|16|17|21)l\b)"  # a steel, no litres
_AMOUNT = re.compile(
    rf"{_ALLOY}{_RANGE}(?:[- ]?ish)?\s*(?:de |d')?(?:{_UNIT})(?![a-z0-9²])(?!\s*/\s*h\b|/\d+[a-z])", re.A
)
_COUNT = re.compile(rf"{_RANGE}(?![.,]?\d)")
_CONTAINER = re.compile(rf"\s*(?:(?:gros|grand|petit|big|large|small|full|vieux)s?\s+)?(?P<what>{CONTAINERS})\b")
_HOLDS = re.compile(r"\s*(?:pleins?|pleines?)?\s*(?:de|d'|of|a)?\s*$")
_APIECE = re.compile(r"\s*(?:each|apiece|(?:a |la |par |per )?(?:piece|pce)|chacune?s?|(?:l'|par |per )unite?)\b")
_ABOUT = re.compile(r"\b(?:environ|env|about|around|approx\w*|roughly|some|circa)\b\.?")
_PERIOD = re.compile("|".join(f"(?P<p{i}>{pattern})" for i, (pattern, _, _) in enumerate(PERIODS)))
_AFTER_NOUN = re.compile(r"\s*(?:de |d'|of )?\s*((?!(?:par|per|a|an|every|each|chaque|tous|toutes)\b)[a-z]+)")


@dataclass(frozen=True)
class Quantity:
    """So much of a thing: `per` is year, month, week, day or once; `value` is above 0."""

    value: float
    unit: Unit
    per: str


@dataclass(frozen=True)
class _Span:
    """A number read in a text, with its unit where it has one, and where it stands."""

    value: float
    unit: Unit | None
    start: int
    end: int
    holder: str = ""  # the container or thing counted


def quantity(text: str, lang: str = "fr") -> Quantity | None:
    """Return how much the text speaks of, None when it does not say so.

    >>> quantity("cuve 1500 L à pomper tous les 2 mois")
    Quantity(value=750.0, unit=<Unit.LITRE: 'L'>, per='month')
    """
    return read(text, lang, LARGEST)


def read(text: str, lang: str = "fr", most: float = math.inf) -> Quantity | None:
    """Return how much the text speaks of, where its number is below `most`: however much that is, by itself."""
    typed = fold(text[:LONGEST])
    periods = [(m.start(), m.end(), *_rhythm(m)) for m in _PERIOD.finditer(typed)]
    measured, counted = _measured(typed, lang), _counted(typed, lang)
    span = _times(typed, measured, counted, periods) or next(iter(measured), None)
    span = _rather_count(typed, span, counted, periods) if span else _counts(typed, counted, periods)
    if span is None or not span.unit or not 0 < span.value < most:
        return None
    before = [p for p in periods if p[0] < span.start] if len(measured) == 1 else []
    factor, per = _own(span, measured, periods) or (before[0][2:] if before else (1.0, "once"))
    return Quantity(round(span.value * factor, 6), span.unit, per)


def without_quantities(text: str, lang: str = "fr") -> str:
    """Return the folded text without its quantities, their containers and their rhythms."""
    typed = fold(text[:LONGEST])
    counted = [s for s in _counted(typed, lang) if s.unit or not _DEGREES.match(typed, s.end)]
    spans = [(s.start, s.end) for s in (*_measured(typed, lang), *counted)]
    spans += [m.span() for m in _PERIOD.finditer(typed)]
    kept = list(typed)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _value(written: str, lang: str) -> float:
    """Return a number: 1,500 is fifteen hundred in English and one and a half in French."""
    if written in NUMBER_WORDS:
        return NUMBER_WORDS[written]
    plain = written.replace(" ", "")
    thousands = "," if lang == "en" else r"\."
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{thousands}\d{{3}})+", plain):
        return float(re.sub("[.,]", "", plain))
    whole, _, decimals = plain.replace(",", ".").partition(".")
    return float(f"{whole}.{decimals.replace('.', '') or 0}")


def _middle(found: re.Match[str], lang: str) -> float:
    low = _value(found["low"], lang)
    high = _value(found["high"], lang) if found["high"] else low
    return (low + high) / 2 if high > low else low


def _measured(typed: str, lang: str) -> list[_Span]:
    """Return the numbers with a unit; those that tell what one container holds are multiplied by how many."""
    found = []
    for m in _AMOUNT.finditer(typed):
        which = next(i for i in range(len(UNITS)) if m[f"u{i}"])
        _, unit, factor = UNITS[which]
        after = _CONTAINER.match(typed, m.end())
        end, holder = (after.end(), after["what"]) if after else (m.end(), "")
        span = _Span(_middle(m, lang) * factor, unit, m.start(), end, holder)
        found.append(_each(typed, span, lang) or _several(typed, span, lang))
    return found


def _each(typed: str, span: _Span, lang: str) -> _Span | None:
    """Return "6 batteries, 1.2 t each" as what they weigh together."""
    many = _COUNT.search(typed, 0, span.start) if _APIECE.match(typed, span.end) else None
    return _Span(span.value * _middle(many, lang), span.unit, many.start(), span.end) if many else None


def _several(typed: str, span: _Span, lang: str) -> _Span:
    """Return "2 skips of 15 m3" and "two 50 L drums" as what they hold together."""
    before = typed[: span.start]
    for m in _COUNT.finditer(before):
        holder = _CONTAINER.match(before, m.end())
        rest = before[holder.end() if holder else m.end() :]
        if (holder and _HOLDS.fullmatch(rest)) or (not holder and span.holder and not rest.strip(" x*")):
            name = holder["what"] if holder else span.holder
            return _Span(span.value * _middle(m, lang), span.unit, m.start(), span.end, name)
    return span


def _counted(typed: str, lang: str) -> list[_Span]:
    """Return the numbers without a unit, with what they count."""
    taken = [m.span() for m in _AMOUNT.finditer(typed)] + [m.span() for m in _PERIOD.finditer(typed)]
    found = []
    for m in _COUNT.finditer(typed):
        if any(a <= m.start() < b for a, b in taken) or (lang == "fr" and m["low"] in ENGLISH_ONLY):
            continue
        holder = _CONTAINER.match(typed, m.end())
        found.append(_holding(typed, m, holder, lang) if holder else _plain(typed, m, lang))
    return found


def _holding(typed: str, found: re.Match[str], holder: re.Match[str], lang: str) -> _Span:
    value, end = _middle(found, lang), holder.end()
    size = re.match(r" de (\d{2,4})\b(?!\s*[a-z])", typed[end:])
    if size and int(size[1]) >= SMALLEST_BIN:
        return _Span(value * int(size[1]), Unit.LITRE, found.start(), end + size.end(), holder["what"])
    litres = next((v for name, v in STANDARD_LITRES.items() if holder["what"].startswith(name)), 0)
    if litres:
        return _Span(value * litres, Unit.LITRE, found.start(), end, holder["what"])
    return _Span(value, Unit.PIECE, found.start(), end, holder["what"])


def _plain(typed: str, found: re.Match[str], lang: str) -> _Span:
    noun = _AFTER_NOUN.match(typed, found.end())
    return _Span(_middle(found, lang), None, found.start(), found.end(), noun[1] if noun else "")


_DEGREES = re.compile(r"\s*(?:°|deg|bars?\b|/\s*\d)")  # what a temperature or a pressure is told by names the thing
_IN_CONTAINER = re.compile(rf"\b(?:{CONTAINERS})(?: (?:de|d'|of))?\s*$")
_EMPTY = re.compile(r"\b(?:vides?|empty)\b")
Rhythms = list[tuple[int, int, float, str]]


def _times(typed: str, measured: list[_Span], counted: list[_Span], periods: Rhythms) -> _Span | None:
    """Return "1.2 t per brew, 3 brews a week" as 3.6 t a week: the thing measured is counted elsewhere."""
    for span in measured:
        held = span.holder or _IN_CONTAINER.search(typed[: span.start])
        if held and not _EMPTY.search(typed) and not any(0 <= p[0] - span.end <= 1 for p in periods):
            many = _counts(typed, [c for c in counted if c.start >= span.end], periods)
            if many and many.unit is Unit.PIECE and not many.holder:
                return _Span(span.value * many.value, span.unit, span.start, many.end)
        noun = re.match(r"\s*(?:par|per|a|each|le|la)\s+([a-z]{4,})", typed[span.end :])
        before = re.search(r"([a-z]{4,}) (?:de|d'|of)\s*$", typed[: span.start])
        name = noun[1] if noun else before[1] if before else span.holder
        for other in counted:
            near = any(0 <= start - other.end <= len(other.holder) + 6 for start, *_ in periods)
            same = name and other.holder.rstrip("s") == name.rstrip("s") and other.start > span.end
            if same and near and not any(start == span.end for start, *_ in periods):
                return _Span(span.value * other.value, span.unit, span.start, other.end)
    return None


def _counts(typed: str, counted: list[_Span], periods: Rhythms) -> _Span | None:
    """Return the first number that counts the thing itself: at the start, of containers, or with a rhythm."""
    for span in counted:
        if re.match(COUNTED_ELSEWHERE, typed[span.end :]):
            continue
        rhythm = any(typed[span.end : start].strip(" .,") == "" for start, *_ in periods if start >= span.end)
        last = not re.search("[a-z0-9]", typed[span.end :]) or re.match(r"\s*(?:of them|a pie)", typed[span.end :])
        item = re.search(r"[,:;(-]\s*$", typed[: span.start]) and span.value > 1
        alone = item and re.fullmatch(rf"\W*{re.escape(span.holder)}\W*", typed[span.end :])
        first = not re.search("[a-z]", _ABOUT.sub("", typed[: span.start]))
        word = not re.match(r"[a-z%°]|\s*(?:m2|kw|kva|bar|deg|%|°|mm|cm|m)\b", typed[span.end :])
        if span.unit or (word and (rhythm or last or alone or (first and span.holder and span.value > 1))):
            return _Span(span.value, span.unit or Unit.PIECE, span.start, span.end, span.holder)
    return None


def _rather_count(typed: str, span: _Span, counted: list[_Span], periods: Rhythms) -> _Span:
    """Return how many empty containers there are rather than what one would hold."""
    many = _counts(typed, [c for c in counted if not c.holder], periods)
    return many if many and _EMPTY.search(typed) and (span.holder or _IN_CONTAINER.search(typed)) else span


def _rhythm(found: re.Match[str]) -> tuple[float, str]:
    which = next(i for i in range(len(PERIODS)) if found[f"p{i}"] is not None)
    _, factor, per = PERIODS[which]
    times = re.search(r"\d+|\b(?:" + _WORDS + r")\b", found[0])
    return (factor(_value(times[0], "fr") if times else 1.0), per)


def _own(span: _Span, measured: list[_Span], periods: Rhythms) -> tuple[float, str] | None:
    """Return the first rhythm after an amount, unless another amount stands between, which it then tells of."""
    following = min((other.start for other in measured if other.start >= span.end), default=LONGEST)
    return next(((p[2], p[3]) for p in periods if span.end - 1 <= p[0] < following), None)
