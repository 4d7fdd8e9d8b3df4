"""Quantities are compared in the unit of the resource, whichever unit they were told in."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Hazard, ResourceKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.units import to_base, to_unit_of
from symbiosis.matching.territory import UNITS, build

WOOD = Resource(
    "wood", ResourceKind.ENERGY, "plaquettes", "chips", (), (), Unit.TONNE, Hazard.NO, (), 0.0, 0.0, 0.0, 0.1, "test",
    t_per_m3=0.25, mwh_per_t=4.0, kg_per_piece=500.0,
)  # fmt: skip
ROWS = KnowledgeRows((WOOD,), (), (), (), (), ())


@pytest.mark.parametrize(
    ("quantity", "unit", "tonnes"),
    [
        (100, "m3", 25),
        (4000, "L", 1),
        (8, "MWh", 2),
        (400, "kWh", 0.1),
        (6, "piece", 3),
        (1500, "kg", 1.5),
        (2, "t", 2),
    ],
)
def test_a_flow_is_counted_in_the_unit_of_its_resource(quantity: float, unit: str, tonnes: float) -> None:
    flow = Flow("f", "a", Direction.OFFER, "plaquettes", quantity=quantity, unit=Unit(unit))
    table = build([Firm("a", "A")], [LinkedFlow(flow, Link("wood", 1.0, ""))], ROWS, 2026)
    assert table.flows.quantity[0] == pytest.approx(tonnes)
    assert UNITS[table.flows.unit[0]] is Unit.TONNE


def test_without_a_density_a_quantity_stays_in_its_own_base_unit() -> None:
    bare = replace(WOOD, t_per_m3=None)
    assert to_unit_of(bare, 500, Unit.LITRE) == (0.5, Unit.CUBIC_METRE)
    assert to_unit_of(WOOD, 3, Unit.HOUR) == (3, Unit.HOUR)


@given(st.floats(1e-3, 1e9), st.sampled_from(list(Unit)), st.sampled_from(list(Unit)))
def test_there_and_back_is_the_same_quantity(quantity: float, unit: Unit, wanted: Unit) -> None:
    there, in_unit = to_unit_of(replace(WOOD, unit=wanted), quantity, unit)
    back, _ = to_unit_of(replace(WOOD, unit=unit), there, in_unit)
    assert np.isclose(back, to_base(quantity, unit)[0])
