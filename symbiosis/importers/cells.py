"""One cell's text → its value, or a BadCellError whose French remedy says what to write instead."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from symbiosis.importers.header import closest, fold

MAX_QUANTITY = 1e9
MAX_HEADCOUNT = 10_000_000

_GAP = "[ \u00a0\u202f\u2009]"
_WHOLE = f"(?:[0-9]{{1,3}}(?:{_GAP}[0-9]{{3}})+|[0-9]+)"
_NUMBER = re.compile(rf"[+-]?{_WHOLE}([.,][0-9]*)?(e[+-]?[0-9]{{1,4}})?", re.I)
_YEAR = re.compile("(19|20)[0-9]{2}")
_DAY = re.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_SERIAL = re.compile("[2-7][0-9]{4}")  # days since 1899-12-30: a date that lost its format in a spreadsheet
_EPOCH = date(1899, 12, 30)
_YES = frozenset({"true", "vrai", "oui", "yes", "1"})
_NO = frozenset({"false", "faux", "non", "no", "0"})

E = TypeVar("E", bound=StrEnum)


class BadCellError(Exception):
    """The text of a cell means nothing; `remedy` is one sentence for a person."""

    def __init__(self, remedy: str) -> None:
        """Keep the remedy."""
        super().__init__(remedy)
        self.remedy = remedy


def number(text: str) -> float:
    """Return a finite or infinite float; decimal comma or point, spaces between thousands.

    >>> number("1 234,5")
    1234.5
    """
    plain = text.replace("\u2212", "-")
    if not _NUMBER.fullmatch(plain):
        raise BadCellError("nombre attendu, chiffres seuls avec virgule ou point décimal : 1 234,5 ou 1234.5")
    return float(re.sub(_GAP, "", plain).replace(",", ".")) + 0.0  # so that -0 is 0


def between(low: float, high: float, what: str) -> Callable[[str], float]:
    """Return a parser of numbers from `low` to `high`; `what` begins its remedy."""

    def parse(text: str) -> float:
        value = number(text)
        if not low <= value <= high:
            raise BadCellError(f"{what} attendue entre {low:.12g} et {high:.12g}")
        return value

    return parse


quantity = between(0, MAX_QUANTITY, "quantité par an")
latitude = between(-90, 90, "latitude en degrés")
longitude = between(-180, 180, "longitude en degrés")
temperature = between(-50, 2_000, "température en °C")


def headcount(text: str) -> int:
    """Return a number of people."""
    value = number(text)
    if not 0 <= value <= MAX_HEADCOUNT or not value.is_integer():
        raise BadCellError(f"effectif attendu : un nombre entier entre 0 et {MAX_HEADCOUNT}")
    return int(value)


def day(text: str) -> str:
    """Return an ISO date or a year, as written; a date that became a number in a spreadsheet is one again.

    >>> day("2024"), day("46000")
    ('2024', '2025-12-09')
    """
    if _SERIAL.fullmatch(text):
        return (_EPOCH + timedelta(days=int(text))).isoformat()
    if _YEAR.fullmatch(text) or (_DAY.fullmatch(text) and _in_calendar(text)):
        return text
    raise BadCellError("date attendue : une année (2024) ou un jour (2024-12-31)")


def _in_calendar(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def boolean(text: str) -> bool:
    """Return true or false from the French or English word, or 1 or 0."""
    word = fold(text)
    if word not in _YES | _NO:
        raise BadCellError("valeur attendue : oui ou non")
    return word in _YES


def one_of(accepted: Sequence[str]) -> Callable[[str], str]:
    """Return a parser of one closed list, deaf to case and accents."""
    by_fold = {fold(value): value for value in accepted}
    listed = " ou ".join(filter(None, [", ".join(accepted[:-1]), accepted[-1]]))

    def parse(text: str) -> str:
        value = by_fold.get(fold(text))
        if value is None:
            raise BadCellError(f"valeur attendue : {listed} ; la plus proche : {closest(text, accepted)}")
        return value

    return parse


def member_of(kind: type[E]) -> Callable[[str], E]:
    """Return a parser of the values of an enum, deaf to case and accents."""
    parse = one_of([member.value for member in kind])
    return lambda text: kind(parse(text))
