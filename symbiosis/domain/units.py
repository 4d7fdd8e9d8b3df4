"""Quantities per year in base units: t, MWh, m3, piece, hour."""

from symbiosis.domain.enums import Unit

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
