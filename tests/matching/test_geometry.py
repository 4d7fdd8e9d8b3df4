"""Distances on the ground."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.matching.geometry import distance_km, km_between, rough_km

NANCY, POMPEY = (48.6921, 6.1844), (48.7686, 6.1289)
places = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_two_towns_are_as_far_apart_as_on_a_map() -> None:
    assert km_between(NANCY, POMPEY) == pytest.approx(9.4, abs=0.1)


@given(places, places)
def test_there_is_as_far_as_back_and_nobody_is_further_than_half_way_round(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    assert km_between(a, b) == pytest.approx(km_between(b, a), abs=1e-6)
    assert 0 <= km_between(a, b) <= 20_016
    assert km_between(a, a) == 0


def test_an_unknown_place_is_at_an_unknown_distance() -> None:
    away = distance_km(np.array([48.7, np.nan]), np.array([6.1, 6.1]), np.array([48.7, 48.7]), np.array([6.1, 6.1]))
    assert np.array_equal(away, [0.0, np.nan], equal_nan=True)


@pytest.mark.parametrize(
    ("km", "rough"), [(0.0, "<1"), (0.99, "<1"), (1.0, "<2"), (7.0, "<10"), (49.9, "<50"), (50.0, ">50"), (300, ">50")]
)
def test_a_rough_distance_places_nobody_exactly(km: float, rough: str) -> None:
    assert rough_km(km) == rough
