"""Whether a firm that is described by its sector and a rough distance is one of several: nobody is to be told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.firms import Firm
from symbiosis.matching.geometry import distance_km

CROWD = 3  # firms that fit a description; with fewer, it names somebody
DIVISION = 2


@dataclass(frozen=True)
class Described:
    """What may be told of another firm: its NACE division and a rough distance, '' where that would name it."""

    division: str
    distance: str


UNTOLD = Described("", "")


class Crowd:
    """The firms of a territory as one of them may hear of the others."""

    def __init__(self, firms: Sequence[Firm], firm_id: str) -> None:
        """Count the others by division and by how far they are from one firm; NaN where a place is unknown."""
        others = [f for f in firms if f.id != firm_id]
        here = next((f for f in firms if f.id == firm_id), Firm(firm_id, ""))
        places = [(_known(f.lat), _known(f.lon)) for f in (here, *others)]
        lat, lon = np.array([p[0] for p in places]), np.array([p[1] for p in places])
        self._divisions = np.array([division(f.nace) for f in others], dtype=object)
        self._km = distance_km(lat[:1], lon[:1], lat[1:], lon[1:])

    def describe(self, sector: str, distance: str) -> Described:
        """Return a division and a rough distance ('<2', '>50', '' unknown) if at least three firms fit both."""
        fitting = self._divisions == sector
        if distance:
            bound = float(distance[1:])
            fitting = fitting & (self._km < bound if distance[0] == "<" else self._km >= bound)
        return Described(sector, distance) if sector and int(fitting.sum()) >= CROWD else UNTOLD


def division(nace: Sequence[str]) -> str:
    """Return the NACE division of a firm's first activity, '' unknown."""
    return nace[0][:DIVISION] if nace else ""


def rough_count(number: int) -> str:
    """Return a count as a band in which nobody is told apart: '<3', '3-9', '10-49' or '>50'.

    >>> rough_count(2), rough_count(7)
    ('<3', '3-9')
    """
    if number < CROWD:
        return f"<{CROWD}"
    bands = ((10, "3-9"), (50, "10-49"))
    return next((band for below, band in bands if number < below), ">50")


def _known(degrees: float | None) -> float:
    return float("nan") if degrees is None else degrees
