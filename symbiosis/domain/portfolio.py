"""The best set of leads in which no tonne is promised twice and nobody gets more than they want."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Option:
    """A lead that could be in the set; quantities a year in the resource's unit, None unknown.

    `value`: € a year that one unit may be expected to bring (its gain, less what carrying it costs, times the chance).
    A `promised` lead was confirmed by people: it is served first.
    """

    id: str
    offer_id: str
    need_id: str
    offered: float | None
    wanted: float | None
    value: float
    unit: str
    promised: bool


@dataclass(frozen=True)
class Planned:
    """A lead in the set: how much of it a year, and the € that may be expected of that."""

    id: str
    amount: float
    unit: str
    value: float


@dataclass(frozen=True)
class Portfolio:
    """The set, most valuable first; `left_out`: leads of which nobody knows a quantity."""

    at: str
    planned: tuple[Planned, ...]
    left_out: int
