"""How well the words of an offer answer those of a need."""

from typing import NamedTuple


class Fit(NamedTuple):
    """`value` from -1 (against) to 1 (for), 0 where nothing could be compared; what was compared; `bars` the pair."""

    value: float
    left: str
    right: str
    bars: bool


NOTHING_COMPARED = Fit(0.0, "", "", False)
