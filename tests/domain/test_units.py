"""Quantities in base units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Unit
from symbiosis.domain.units import BASE, to_base


def test_every_unit_has_a_base_and_every_base_is_its_own() -> None:
    assert set(BASE) == set(Unit)
    assert all(BASE[base] == (base, 1.0) for base, _ in BASE.values())


@pytest.mark.parametrize(
    ("quantity", "unit", "expected"),
    [
        (1500, Unit.KILOGRAM, (1.5, Unit.TONNE)),
        (2, Unit.TONNE, (2, Unit.TONNE)),
        (500, Unit.LITRE, (0.5, Unit.CUBIC_METRE)),
        (250, Unit.KILOWATT_HOUR, (0.25, Unit.MEGAWATT_HOUR)),
        (7, Unit.PIECE, (7, Unit.PIECE)),
        (0, Unit.HOUR, (0, Unit.HOUR)),
    ],
)
def test_the_same_quantity_is_written_in_its_base_unit(
    quantity: float, unit: Unit, expected: tuple[float, Unit]
) -> None:
    assert to_base(quantity, unit) == expected


@given(st.floats(0, 1e12), st.sampled_from(Unit))
def test_writing_in_base_units_twice_changes_nothing(quantity: float, unit: Unit) -> None:
    once = to_base(quantity, unit)
    assert to_base(*once) == once
