"""From what people type ("200 L/sem", "de 3 à 5 t", "1e12 t/an") to a quantity per year, or to a question."""

import re
from functools import lru_cache

from symbiosis.domain.amounts import Amount, Doubt, Usual
from symbiosis.domain.enums import Rhythm, Unit
from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.units import to_base
from symbiosis.knowledge import doubts
from symbiosis.knowledge.quantities import Quantity, read
from symbiosis.knowledge.quantity_words import CONTAINERS, STANDARD_LITRES

TIMES_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 250, "once": 1}  # a day is a working day
RHYTHM = {"month": Rhythm.MONTHLY, "week": Rhythm.WEEKLY, "day": Rhythm.DAILY, "once": Rhythm.ONCE}
# More than any one site has: a large steelworks makes 5 Mt a year and takes 100 Mm3 of water; 8 760 hours are a year.
MOST = {
    Unit.TONNE: 2e7, Unit.CUBIC_METRE: 2e8, Unit.MEGAWATT_HOUR: 5e7, Unit.PIECE: 1e9, Unit.HOUR: 2e6,
}  # fmt: skip
READ, KEPT = 2000, 120  # letters
PER = {"year": "par an", "month": "par mois", "week": "par semaine", "day": "par jour"}
BARE = re.compile(r"[+]?\d[\d\s.,]*")
BELOW_ZERO = re.compile(r"\s*[-\u2212\u2013]\s*\d")
NOTHING = re.compile(r"\s*0+(?:[.,]0*)?(?![\d.,])")
POWER = re.compile(r"(\d+(?:[.,]\d+)?)\s*e\+?(\d{1,3})(?![\w])", re.I)
BY_THE_HOUR = re.compile(r"/\s*h\b|\b(?:par heure|a l'heure|de l'heure|per hour|an hour)\b")
HOLDER = re.compile(rf"\d\s*(?:(?:gros|grand|petit|grosse|grande|petite)s?\s+)?({CONTAINERS})\b")
UNKNOWN = frozenset({"", "?", "??", "???", "-", "nc", "nsp", "inconnu", "inconnue", "je ne sais pas", "unknown"})


def amount(typed: str, resource: Resource | None = None, usual: Usual | None = None, lang: str = "fr") -> Amount:
    """Return the quantity per year that was typed; nothing typed, or that one does not know, is no quantity."""
    text = " ".join(typed[:READ].split())
    if fold(text) in UNKNOWN:
        return Amount(typed=text[:KEPT])
    said = _with_usual(text, usual or Usual())
    mantissa, power = _without_power(said)
    found = read(mantissa, lang)
    shown = text[:KEPT]
    doubt = _unreadable(shown, said, found) or _of_what(shown, said, found, resource)
    if doubt or found is None:
        return Amount(doubt=doubt or doubts.unreadable(shown), typed=text[:KEPT])
    return _per_year(shown, found, power, usual or Usual())


@lru_cache(maxsize=4096)
def of_anything(typed: str, usual: Usual) -> Amount:
    """Return the quantity per year that a cell says, whatever it is of: a column says the same words many times."""
    return amount(typed, usual=usual)


def _per_year(text: str, found: Quantity, power: float, usual: Usual) -> Amount:
    per = usual.per if found.per == "once" and usual.per else found.per
    value = found.value * power * TIMES_A_YEAR[per]
    said = Amount(float(f"{value:.6g}"), found.unit, RHYTHM.get(per), None, text[:KEPT])
    base, unit = to_base(value, found.unit)
    if base <= MOST[unit]:
        return said
    return Amount(doubt=doubts.absurd(text, said, found.value * TIMES_A_YEAR[per], MOST), typed=text[:KEPT])


def _unreadable(text: str, said: str, found: Quantity | None) -> Doubt | None:
    if BELOW_ZERO.match(text):
        return doubts.below_zero(text)
    if NOTHING.match(text):
        return doubts.nothing(text)
    if BY_THE_HOUR.search(fold(said)):
        return doubts.by_the_hour(text)
    if BARE.fullmatch(said.strip()):
        return doubts.no_unit(text)
    return None if found else doubts.unreadable(text)


def _of_what(text: str, said: str, found: Quantity | None, resource: Resource | None) -> Doubt | None:
    """Ask how large a container is, unless it is itself the thing, or its size is told or standard."""
    if found is None or found.unit is not Unit.PIECE:
        return None
    held = HOLDER.search(fold(said))
    if not held or held[1].startswith(tuple(STANDARD_LITRES)):
        return None
    names = fold(" ".join((resource.fr, resource.en, *resource.synonyms_fr, *resource.synonyms_en))) if resource else ""
    if held[1].rstrip("s") in names:
        return None
    return doubts.how_large(text, held[1])


def _with_usual(text: str, usual: Usual) -> str:
    """Return the text with the unit that its column tells, where it has none."""
    bare = BARE.fullmatch(text) or POWER.fullmatch(text)
    if bare and usual.unit is not None:
        return f"{text} {_written(usual.unit)} {PER.get(usual.per, '')}".strip()
    return text


def _written(unit: Unit) -> str:
    return {Unit.PIECE: "pieces", Unit.HOUR: "heures"}.get(unit, unit.value)


def _without_power(text: str) -> tuple[str, float]:
    """Return "1e12 t" as "1 t" and the factor between."""
    found = POWER.search(text)
    return (POWER.sub(r"\1", text, count=1), float(f"1e{found[2]}")) if found else (text, 1.0)
