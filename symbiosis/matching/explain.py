"""The two values each criterion compared, written canonically ('12.5 t', 'declared'), '' when unknown."""

from collections.abc import Callable, Mapping
from enum import StrEnum

import numpy as np

from symbiosis.domain.synergies import Evidence
from symbiosis.domain.tables import Floats, Ints
from symbiosis.matching import heat, times, water, words
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.groups import Groups
from symbiosis.matching.guesses import confirmed_rate, rested_on
from symbiosis.matching.model import Columns, Criterion
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import HAZARDS, MATURITIES, PROVENANCES, RHYTHMS, UNITS, WATERS

Values = tuple[str, str]
Describe = Callable[[Columns, int], Values]


def evidence(
    model: tuple[Criterion[Columns], ...],
    row_points: Floats,
    describe: Mapping[str, Describe[Columns]],
    columns: Columns,
    row: int,
) -> tuple[Evidence, ...]:
    """Return one line per criterion of the model for one row, those that weigh nothing included."""
    return tuple(
        Evidence(c.key, float(p), *describe[c.key](columns, row), c.source)
        for c, p in zip(model, row_points, strict=True)
    )


def number(value: float, unit: str) -> str:
    """Return '12.5 t', at most three significant decimals; '' when unknown."""
    return "" if np.isnan(value) else f"{float(f'{value:.4g}'):g} {unit}".strip()


def word(choices: tuple[StrEnum, ...], position: int) -> str:
    """Return the closed list's value at a position, '' for -1."""
    return choices[position].value if position >= 0 else ""


def _flow_quantity(p: Pairs, flow: int) -> str:
    if flow < 0:
        return ""
    return number(p.t.flows.quantity[flow], word(UNITS, int(p.t.flows.unit[flow])))


def _resource(p: Pairs, row: int) -> Values:
    need = p.c.need[row]
    right = number(100 * p.t.flows.confidence[need], "%") if need >= 0 else ""
    return number(100 * p.t.flows.confidence[p.c.offer[row]], "%"), right


def _use(p: Pairs, row: int) -> Values:
    edge = int(p.c.edge[row])
    if edge < 0:
        return "same", "same"
    return p.t.uses.ids[p.t.uses.usable_use[edge]], word(MATURITIES, int(p.t.uses.usable_maturity[edge]))


def _sector(p: Pairs, row: int) -> Values:
    if p.take(np.array([row])).asked[0]:
        return "same", "same"
    if not p.c.weight[row] > 0:
        return "", ""
    return p.t.firms.sectors[p.t.firms.sector[p.c.taker[row]]], number(100 * p.c.weight[row], "%")


def _quantity(p: Pairs, row: int) -> Values:
    return _flow_quantity(p, int(p.c.offer[row])), _flow_quantity(p, int(p.c.need[row]))


def _two_sides(column: Callable[[Pairs], Ints], choices: tuple[StrEnum, ...]) -> Callable[[Pairs, int], Values]:
    def describe(p: Pairs, row: int) -> Values:
        codes, need = column(p), int(p.c.need[row])
        return word(choices, int(codes[p.c.offer[row]])), word(choices, int(codes[need])) if need >= 0 else ""

    return describe


def _temperature(p: Pairs, row: int) -> Values:
    need = int(p.c.need[row])
    right = number(p.t.flows.temperature[need], "°C") if need >= 0 else ""
    return number(p.t.flows.temperature[p.c.offer[row]], "°C"), right


def _quality(p: Pairs, row: int) -> Values:
    found = words.fit(p, row)
    return found.left, found.right


def _hours(p: Pairs, row: int) -> Values:
    met = times.shares(p.take(np.array([row])))
    return number(100 * met.covered[0], "%"), number(100 * met.used[0], "%")


def _water(p: Pairs, row: int) -> Values:
    offered, wanted = water.grades(p.take(np.array([row])))
    return word(WATERS, int(offered[0])), word(WATERS, int(wanted[0]))


def _density(p: Pairs, row: int) -> Values:
    carried = heat.density(p.take(np.array([row])))[0]
    return ("", "") if np.isnan(carried) else (number(carried, "MWh/m"), number(heat.PAYS_FROM, "MWh/m"))


def _distance(p: Pairs, row: int) -> Values:
    return number(p.distance[row], "km"), number(p.radius[row], "km")


def _rules(p: Pairs, row: int) -> Values:
    use = int(p.c.use[row])
    return word(HAZARDS, int(p.t.resources.hazard[p.resource[row]])), p.t.uses.ids[use] if use >= 0 else ""


def _provenance(p: Pairs, row: int) -> Values:
    left, right = _two_sides(lambda q: q.t.flows.provenance, PROVENANCES)(p, row)
    return left, right or "hypothesis"


def _checked(p: Pairs, row: int) -> Values:
    one = p.take(np.array([row]))
    if not rested_on(p.t, one.c).is_guess[0]:
        return "no_guess", "no_guess"
    right = confirmed_rate(one)[0]
    return ("", "") if np.isnan(right) else (number(100 * right, "%"), number(100 * BASE_RATE, "%"))


def _age(p: Pairs, row: int) -> Values:
    need = int(p.c.need[row])
    year = p.t.flows.year
    return number(year[p.c.offer[row]], ""), number(year[need], "") if need >= 0 else ""


PAIR_VALUES: Mapping[str, Callable[[Pairs, int], Values]] = {
    "resource": _resource, "use": _use, "sector": _sector, "quantity": _quantity,
    "rhythm": _two_sides(lambda p: p.t.flows.rhythm, RHYTHMS), "quality": _quality, "hours": _hours, "water": _water,
    "temperature": _temperature,
    "density": _density, "distance": _distance, "rules": _rules, "provenance": _provenance,
    "age": _age, "checked": _checked,
}  # fmt: skip


def _g_unit(g: Groups, row: int) -> str:
    return word(UNITS, int(g.t.resources.unit[g.resource[row]]))


def _g_resource(g: Groups, row: int) -> Values:
    return number(100 * g.t.flows.confidence[g.members[row]].min(), "%"), ""


def _g_partners(g: Groups, row: int) -> Values:
    return f"{len(g.members[row])} firms", f"{g.t.sharing.trigger_firms[g.sharing[row]]} firms"


def _g_volume(g: Groups, row: int) -> Values:
    unit = _g_unit(g, row)
    return number(g.volume[row], unit), number(g.t.sharing.trigger_quantity[g.sharing[row]], unit)


def _g_rhythm(g: Groups, row: int) -> Values:
    told = g.t.flows.rhythm[g.members[row]]
    told = told[told >= 0]
    return (word(RHYTHMS, int(np.bincount(told).argmax())), f"{len(told)} firms") if len(told) else ("", "")


def _g_closeness(g: Groups, row: int) -> Values:
    return number(g.spread[row], "km"), number(g.t.sharing.radius_km[g.sharing[row]], "km")


def _g_provenance(g: Groups, row: int) -> Values:
    declared = int((g.t.flows.provenance[g.members[row]] == 0).sum())
    return f"{declared} firms", f"{len(g.members[row])} firms"


def _g_age(g: Groups, row: int) -> Values:
    years = g.t.flows.year[g.members[row]]
    if np.isnan(years).all():
        return "", ""
    return number(np.nanmin(years), ""), number(np.nanmax(years), "")


GROUP_VALUES: Mapping[str, Callable[[Groups, int], Values]] = {
    "resource": _g_resource, "partners": _g_partners, "volume": _g_volume, "rhythm": _g_rhythm,
    "closeness": _g_closeness, "provenance": _g_provenance, "age": _g_age,
}  # fmt: skip
