"""The two values each criterion compared, written canonically ('12.5 t', 'declared'), '' when unknown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from math import isnan

import numpy as np

from symbiosis.domain.synergies import Evidence
from symbiosis.domain.tables import Floats, Ints, Territory
from symbiosis.matching import heat, times, trades, water, words
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.groups import Groups
from symbiosis.matching.guesses import confirmed_rate, rested_on
from symbiosis.matching.model import Columns, Criterion
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import HAZARDS, MATURITIES, PROVENANCES, RHYTHMS, UNITS, WATERS

Values = tuple[list[str], list[str]]  # of the two sides, one text a row
Describe = Callable[[Columns], Values]


def evidence(
    model: tuple[Criterion[Columns], ...], points: Floats, describe: Mapping[str, Describe[Columns]], columns: Columns
) -> list[tuple[Evidence, ...]]:
    """Return, for each row, one line per criterion of the model, those that weigh nothing included."""
    lines = []
    for c, column in zip(model, points.T.tolist(), strict=True):
        sides = zip(column, *describe[c.key](columns), strict=True)
        lines.append([Evidence(c.key, its, left, right, c.source) for its, left, right in sides])
    return list(zip(*lines, strict=True))


def number(value: float, unit: str) -> str:
    """Return '12.5 t', at most four significant digits; '' when unknown."""
    return "" if isnan(value) else f"{float(f'{value:.4g}'):g} {unit}".strip()


def numbers(values: Floats, unit: str) -> list[str]:
    """Return each value with the unit."""
    return [number(value, unit) for value in values.tolist()]


def word(choices: Sequence[str], position: int, none: str = "") -> str:
    """Return the closed list's value at a position, `none` for -1."""
    return str(choices[position]) if position >= 0 else none


def words_of(choices: Sequence[str], positions: Ints, none: str = "") -> list[str]:
    """Return the closed list's value at each position, `none` for -1."""
    return [word(choices, position, none) for position in positions.tolist()]


def _told(column: Callable[[Territory], Floats], unit: str, times: float = 1) -> Describe[Pairs]:
    def describe(p: Pairs) -> Values:
        values = times * column(p.t)
        return numbers(p.offered(values), unit), numbers(p.wanted(values), unit)

    return describe


def _coded(column: Callable[[Territory], Ints], choices: tuple[StrEnum, ...], nobody: str = "") -> Describe[Pairs]:
    def describe(p: Pairs) -> Values:
        codes = column(p.t)
        return words_of(choices, p.offered_code(codes)), words_of(choices, p.wanted_code(codes), nobody)

    return describe


def _use(p: Pairs) -> Values:
    uses, maturity = (np.append(of, -1)[p.c.edge] for of in (p.t.uses.usable_use, p.t.uses.usable_maturity))
    return words_of(p.t.uses.ids, uses, "same"), words_of(MATURITIES, maturity, "same")


def _sector(p: Pairs) -> Values:
    known = p.c.weight > 0
    sectors = np.where(known, p.t.firms.sector[p.c.taker], -1)
    shares = numbers(np.where(known, 100 * p.c.weight, np.nan), "%")
    sides = zip(p.asked.tolist(), words_of(p.t.firms.sectors, sectors), shares, strict=True)
    return _apart(("same", "same") if asked else (sector, share) for asked, sector, share in sides)


def _quantity(p: Pairs) -> Values:
    amounts, units = p.t.flows.quantity, p.t.flows.unit
    offered = zip(p.offered(amounts).tolist(), p.offered_code(units).tolist(), strict=True)
    wanted = zip(p.wanted(amounts).tolist(), p.wanted_code(units).tolist(), strict=True)
    left, right = ([number(amount, word(UNITS, unit)) for amount, unit in side] for side in (offered, wanted))
    return left, right


def _quality(p: Pairs) -> Values:
    return _apart((found.left, found.right) for found in words.fits(p))


def _trade(p: Pairs) -> Values:
    """Say why in French, then in English: there is nothing to compare."""
    return _apart((known.fr, known.en) for known in trades.reasons(p))


def _hours(p: Pairs) -> Values:
    met = times.shares(p)
    return numbers(100 * met.covered, "%"), numbers(100 * met.used, "%")


def _water(p: Pairs) -> Values:
    offered, wanted = water.grades(p)
    return words_of(WATERS, offered), words_of(WATERS, wanted)


def _density(p: Pairs) -> Values:
    carried = heat.density(p)
    return numbers(carried, "MWh/m"), numbers(np.where(np.isnan(carried), np.nan, heat.PAYS_FROM), "MWh/m")


def _distance(p: Pairs) -> Values:
    return numbers(p.distance, "km"), numbers(p.radius, "km")


def _rules(p: Pairs) -> Values:
    return words_of(HAZARDS, p.t.resources.hazard[p.resource]), words_of(p.t.uses.ids, p.c.use)


def _checked(p: Pairs) -> Values:
    usual, rate = number(100 * BASE_RATE, "%"), numbers(100 * confirmed_rate(p), "%")
    told = zip(rested_on(p.t, p.c).is_guess.tolist(), rate, strict=True)
    return _apart((right, right and usual) if guess else ("no_guess", "no_guess") for guess, right in told)


def _apart(sides: Iterable[tuple[str, str]]) -> Values:
    both = list(sides)
    return [left for left, _ in both], [right for _, right in both]


PAIR_VALUES: Mapping[str, Describe[Pairs]] = {
    "resource": _told(lambda t: t.flows.confidence, "%", 100), "use": _use, "sector": _sector, "quantity": _quantity,
    "rhythm": _coded(lambda t: t.flows.rhythm, RHYTHMS), "quality": _quality, "trade": _trade, "hours": _hours,
    "water": _water, "temperature": _told(lambda t: t.flows.temperature, "°C"), "density": _density,
    "distance": _distance, "rules": _rules, "age": _told(lambda t: t.flows.year, ""), "checked": _checked,
    "provenance": _coded(lambda t: t.flows.provenance, PROVENANCES, "hypothesis"),
}  # fmt: skip


def _g_unit(g: Groups, row: int) -> str:
    return word(UNITS, int(g.t.resources.unit[g.resource[row]]))


def _g_resource(g: Groups, row: int) -> tuple[str, str]:
    return number(100 * g.t.flows.confidence[g.members[row]].min(), "%"), ""


def _g_partners(g: Groups, row: int) -> tuple[str, str]:
    return f"{len(g.members[row])} firms", f"{g.t.sharing.trigger_firms[g.sharing[row]]} firms"


def _g_volume(g: Groups, row: int) -> tuple[str, str]:
    unit = _g_unit(g, row)
    return number(g.volume[row], unit), number(g.t.sharing.trigger_quantity[g.sharing[row]], unit)


def _g_rhythm(g: Groups, row: int) -> tuple[str, str]:
    told = g.t.flows.rhythm[g.members[row]]
    told = told[told >= 0]
    return (word(RHYTHMS, int(np.bincount(told).argmax())), f"{len(told)} firms") if len(told) else ("", "")


def _g_closeness(g: Groups, row: int) -> tuple[str, str]:
    return number(g.spread[row], "km"), number(g.t.sharing.radius_km[g.sharing[row]], "km")


def _g_provenance(g: Groups, row: int) -> tuple[str, str]:
    declared = int((g.t.flows.provenance[g.members[row]] == 0).sum())
    return f"{declared} firms", f"{len(g.members[row])} firms"


def _g_age(g: Groups, row: int) -> tuple[str, str]:
    years = g.t.flows.year[g.members[row]]
    if np.isnan(years).all():
        return "", ""
    return number(np.nanmin(years), ""), number(np.nanmax(years), "")


def _each(describe: Callable[[Groups, int], tuple[str, str]]) -> Describe[Groups]:
    return lambda g: _apart(describe(g, row) for row in range(len(g.members)))


GROUP_VALUES: Mapping[str, Describe[Groups]] = {
    "resource": _each(_g_resource), "partners": _each(_g_partners), "volume": _each(_g_volume),
    "rhythm": _each(_g_rhythm), "closeness": _each(_g_closeness), "provenance": _each(_g_provenance),
    "age": _each(_g_age),
}  # fmt: skip
