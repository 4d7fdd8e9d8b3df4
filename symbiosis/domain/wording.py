"""How well the words of an offer answer those of a need, and what the trades warn of."""

from typing import NamedTuple


class Fit(NamedTuple):
    """`value` from -1 (against) to 1 (for), 0 where nothing could be compared; what was compared; `bars` the pair."""

    value: float
    left: str
    right: str
    bars: bool


NOTHING_COMPARED = Fit(0.0, "", "", False)


class Known(NamedTuple):
    """What the trades warn of: `value` from -1 (it cannot be) to 0 (nothing is known); why, in both languages."""

    value: float
    fr: str
    en: str


NOTHING_KNOWN = Known(0.0, "", "")
