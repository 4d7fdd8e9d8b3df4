"""Distances on the ground."""

import numpy as np

from symbiosis.domain.tables import Floats

EARTH_KM = 6371.0088


def distance_km(lat_a: Floats, lon_a: Floats, lat_b: Floats, lon_b: Floats) -> Floats:
    """Return great-circle distances in km; degrees in, shapes broadcast, NaN where a place is unknown."""
    phi_a, phi_b = np.radians(lat_a), np.radians(lat_b)
    half_lat, half_lon = (phi_b - phi_a) / 2, np.radians(lon_b - lon_a) / 2
    chord = np.sin(half_lat) ** 2 + np.cos(phi_a) * np.cos(phi_b) * np.sin(half_lon) ** 2
    distance: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(chord, 0.0, 1.0)))
    return distance


def km_between(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance between two (latitude, longitude) places, in km."""
    return float(distance_km(np.array(a[0]), np.array(a[1]), np.array(b[0]), np.array(b[1])))


BANDS_KM = (1, 2, 5, 10, 20, 50)


def rough_km(distance: float) -> str:
    """Return a distance as a band that places nobody exactly: '<2' or '>50', in km.

    >>> rough_km(1.4)
    '<2'
    """
    return next((f"<{band}" for band in BANDS_KM if distance < band), f">{BANDS_KM[-1]}")
