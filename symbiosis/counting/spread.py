"""How far and how much: substitutions by distance and by quantity."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from symbiosis.domain.enums import Direction, SynergyKind, Unit
from symbiosis.domain.flows import Flow
from symbiosis.domain.pictured import PicturedLead, Scene, Wanted, shown
from symbiosis.domain.pictures import AMOUNTS, KM, UNKNOWN, Spread
from symbiosis.domain.units import to_base

Given = tuple[float | None, float | None]  # what is offered and what is wanted


def spread(scene: Scene, wanted: Wanted, unit: Unit) -> Spread:
    """Return the substitutions told in a unit, or in none, by distance and by the quantity that may change hands."""
    cells: Counter[tuple[int, int]] = Counter()
    other = 0
    leads = [lead for lead in shown(scene, wanted) if lead.kind is SynergyKind.SUBSTITUTION]
    for lead in leads:
        amounts, units = told(scene.flows, lead)
        if units and unit not in units:
            other += 1
            continue
        known = [amount for amount in amounts if amount is not None]
        cells[_band(KM, scene.km.get(lead.id)), _band(AMOUNTS, min(known) if known else None)] += 1
    return Spread(dict(cells), len(leads), other)


def told(flows: Mapping[str, Flow], lead: PicturedLead) -> tuple[Given, frozenset[Unit]]:
    """Return what a substitution's two sides told, per year in base units, and in which units."""
    sides: dict[Direction, float] = {}
    units = set[Unit]()
    for flow in (flows[f] for f in lead.flows if f in flows):
        if flow.quantity is not None and flow.unit is not None:
            amount, base = to_base(flow.quantity, flow.unit)
            sides.setdefault(flow.direction, amount)
            units.add(base)
    if len(units) > 1:  # a tonne and a cubic metre cannot be compared
        return (None, None), frozenset(units)
    return (sides.get(Direction.OFFER), sides.get(Direction.NEED)), frozenset(units)


def _band(ends: tuple[float, ...], value: float | None) -> int:
    return UNKNOWN if value is None else bisect_right(ends, value)
