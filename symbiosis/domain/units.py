"""Quantities per year in base units (t, MWh, m3, piece, hour), and from one to the other where a density is known."""

from symbiosis.domain.enums import Unit
from symbiosis.domain.knowledge import Resource

BASE: dict[Unit, tuple[Unit, float]] = {
    Unit.TONNE: (Unit.TONNE, 1.0),
    Unit.KILOGRAM: (Unit.TONNE, 0.001),
    Unit.CUBIC_METRE: (Unit.CUBIC_METRE, 1.0),
    Unit.LITRE: (Unit.CUBIC_METRE, 0.001),
    Unit.MEGAWATT_HOUR: (Unit.MEGAWATT_HOUR, 1.0),
    Unit.KILOWATT_HOUR: (Unit.MEGAWATT_HOUR, 0.001),
    Unit.PIECE: (Unit.PIECE, 1.0),
    Unit.HOUR: (Unit.HOUR, 1.0),
}


def to_base(quantity: float, unit: Unit) -> tuple[float, Unit]:
    """Return the same quantity in its base unit.

    >>> to_base(1500, Unit.KILOGRAM)
    (1.5, <Unit.TONNE: 't'>)
    """
    base, factor = BASE[unit]
    return quantity * factor, base


def to_unit_of(resource: Resource, quantity: float, unit: Unit) -> tuple[float, Unit]:
    """Return the quantity in the unit the resource is counted in, or in its base unit where no density leads there."""
    amount, base = to_base(quantity, unit)
    wanted = BASE[resource.unit][0]
    if base is wanted:
        return amount, base
    here, there = _tonnes_per(resource, base), _tonnes_per(resource, wanted)
    return (amount * here / there, wanted) if here and there else (amount, base)


def _tonnes_per(resource: Resource, unit: Unit) -> float | None:
    """Return what one base unit of the resource weighs in tonnes, None where nobody told."""
    return {
        Unit.TONNE: 1.0,
        Unit.CUBIC_METRE: resource.t_per_m3,
        Unit.MEGAWATT_HOUR: 1 / resource.mwh_per_t if resource.mwh_per_t else None,
        Unit.PIECE: resource.kg_per_piece / 1000 if resource.kg_per_piece else None,
    }.get(unit)
