"""What an exchange brings a year: ranges of t, m3, MWh, kg CO2e and €, from `seeds/factors.csv` and the resource.

No double count: where nobody knows what happened to a tonne before, either its disposal or primary material is avoided,
whichever is more, and perhaps nothing; where it was recycled before, neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from symbiosis.domain.effects import NOTHING, Base, Effect, Factor, FactorKind, Measure, Range
from symbiosis.domain.enums import ResourceKind, Unit
from symbiosis.domain.knowledge import Resource, Sharing
from symbiosis.domain.units import to_base
from symbiosis.knowledge.seed_table import SEEDS, Cells, listed, rows

AMOUNT = {
    Unit.TONNE: Measure.TONNE, Unit.CUBIC_METRE: Measure.CUBIC_METRE, Unit.MEGAWATT_HOUR: Measure.MEGAWATT_HOUR,
    Unit.PIECE: Measure.PIECE, Unit.HOUR: Measure.HOUR,
}  # fmt: skip
BOUGHT = {Unit.MEGAWATT_HOUR: FactorKind.ENERGY, Unit.CUBIC_METRE: FactorKind.WATER}
THERE_AND_BACK = 2


@dataclass(frozen=True)
class Factors:
    """The table, with the one row that applies to a resource."""

    rows: tuple[Factor, ...]

    def of(self, what: FactorKind, resource: Resource | None = None) -> Factor | None:
        """Return the factor of a resource, by its name before its family before its kind; None where there is none."""
        mine = [row for row in self.rows if row.what is what]
        if resource is None:
            return next(iter(mine), None)
        named = (row for row in mine if resource.id in row.resources)
        family = (row for row in mine if resource.family and resource.family in row.families)
        kind = (row for row in mine if resource.kind in row.kinds)
        return next((row for found in (named, family, kind) for row in found), None)

    def general(self, what: FactorKind) -> Factor:
        """Return the factor that applies to everything."""
        return next(row for row in self.rows if row.what is what)


@cache
def read_factors(folder: Path = SEEDS) -> Factors:
    """Return the table; ValueError names the line that cannot be read."""
    return Factors(tuple(rows(folder / "factors.csv", _factor)))


def usual_base(resource: Resource) -> Base:
    """Return what usually happened before: nobody pays to be rid of it where it is taken already."""
    return Base.UNKNOWN if resource.disposal_eur else Base.RECYCLED


def in_unit(resource: Resource, quantity: float | None, unit: Unit | None) -> float | None:
    """Return a quantity a year in the resource's unit, None where it is unknown or measured in another way."""
    if quantity is None or unit is None:
        return None
    amount, base = to_base(quantity, unit)
    return amount if base is resource.unit else None


def exchanged(given: float | None, wanted: float | None) -> Range | None:
    """Return how much may change hands: the smaller side; anything up to the one side that is known; else None."""
    known = [amount for amount in (given, wanted) if amount is not None]
    if not known:
        return None
    return Range(min(known) if len(known) > 1 else 0.0, min(known))


def effects(
    factors: Factors, resource: Resource, quantity: Range, km: float | None = None, base: Base | None = None
) -> tuple[Effect, ...]:
    """Return what handing over so much a year (in the resource's unit) over `km` (as the crow flies) brings.

    A measure nothing is known of is left out, never given as 0.
    """
    found = (
        Effect(AMOUNT[resource.unit], quantity),
        _climate(factors, resource, (quantity, km), base or usual_base(resource)),
        _money(factors, resource, quantity, km),
    )
    return tuple(effect for effect in found if effect)


def shared_saving(factors: Factors, sharing: Sharing, firms: int, km: float | None = None) -> Effect:
    """Return the € a year that a group of firms saves; `km`: how far a firm is from what is shared, on average."""
    off, journey = factors.general(FactorKind.SAVING), factors.general(FactorKind.JOURNEY)
    low, high = (sharing.saving_eur * times for times in (off.low, off.high))
    saving = replace(off, id=f"saving_{sharing.resource_id}", low=low, high=high, unit="EUR", source=sharing.source)
    trips = THERE_AND_BACK * sharing.trips * (km or 0.0) * firms
    cost = Range(journey.low * trips, journey.high * trips)
    used = (saving,) if km is None else (saving, journey)
    return Effect(Measure.EURO, Range(low * firms, high * firms).less(cost), used, km is not None)


def total(effects_of_all: Iterable[Effect]) -> dict[Measure, Range]:
    """Return the sum of each measure."""
    sums: dict[Measure, Range] = {}
    for effect in effects_of_all:
        sums[effect.measure] = sums.get(effect.measure, NOTHING) + effect.range
    return sums


def _climate(factors: Factors, resource: Resource, moves: tuple[Range, float | None], base: Base) -> Effect | None:
    quantity, km = moves
    if resource.unit in BOUGHT:
        factor = factors.of(BOUGHT[resource.unit], resource)
        return Effect(Measure.CO2E, quantity.times(factor.range), (factor,)) if factor else None
    if resource.unit is not Unit.TONNE or resource.kind is not ResourceKind.MATERIAL:
        return None
    disposal, primary = factors.of(FactorKind.DISPOSAL, resource), factors.of(FactorKind.PRIMARY, resource)
    used = tuple(factor for factor in (disposal, primary) if factor)
    if not used:
        return None
    used = () if base is Base.RECYCLED else used
    moved, road = _moved(factors, km)
    a_tonne = Range(-moved.high, 0.0) if base is Base.RECYCLED else _avoided(used, base).less(moved)
    return Effect(Measure.CO2E, quantity.times(a_tonne), used + road, km is not None)


def _avoided(used: tuple[Factor, ...], base: Base) -> Range:
    """Return kg CO2e per t: of what was disposed of, both ends; of who knows what, nothing or the greater one."""
    if base is Base.DISPOSED:
        disposal = [factor.low for factor in used if factor.what is FactorKind.DISPOSAL]
        return Range(sum(disposal), sum(factor.high for factor in used))
    return Range(0.0, max(factor.high for factor in used))


def _moved(factors: Factors, km: float | None) -> tuple[Range, tuple[Factor, ...]]:
    """Return the kg CO2e of carrying one t there, and the factors used."""
    if km is None:
        return NOTHING, ()
    road, detour = factors.general(FactorKind.TRANSPORT), factors.general(FactorKind.DETOUR)
    return road.range.times(detour.range).times(Range(km, km)), (road, detour)


def _money(factors: Factors, resource: Resource, quantity: Range, km: float | None) -> Effect:
    """Return the € that giver and taker gain together; below zero where carrying eats more than the gain."""
    off = factors.general(FactorKind.MONEY)
    gain = resource.disposal_eur + resource.purchase_eur - resource.preparation_eur
    unit = f"EUR/{resource.unit.value}"
    per_unit = Range(gain, gain).times(off.range)
    used = replace(
        off, id=f"money_{resource.id}", low=per_unit.low, high=per_unit.high, unit=unit, source=resource.source
    )
    haul = resource.haul_eur_km * (km or 0.0)
    net = quantity.times(per_unit.less(Range(haul, haul)))
    return Effect(Measure.EURO, net, (used,), km is not None)


def _factor(c: Cells) -> Factor:
    low, high = float(c["low"]), float(c["high"])
    if low > high:
        raise ValueError(f"low {low} is more than high {high}")
    return Factor(
        **{name: c[name] for name in ("id", "unit", "fr", "en", "source", "year", "scope", "date")},
        what=FactorKind(c["what"]), low=low, high=high, resources=listed(c["resources"]),
        families=listed(c["families"]), kinds=tuple(ResourceKind(kind) for kind in listed(c["kinds"])),
    )  # fmt: skip
