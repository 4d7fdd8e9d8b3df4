"""The reasons for and against a sharing group: each from -1 (against) to 1 (for), 0 when unknown."""

from collections.abc import Callable

import numpy as np

from symbiosis.domain.tables import Floats, Ints
from symbiosis.matching.criteria import FRESH_YEARS, STALE_YEARS, TRUST, known, used_up
from symbiosis.matching.groups import Groups


def partners(g: Groups) -> Floats:
    """How many firms beyond the number from which it pays: 0 just there, 1 at twice that."""
    trigger = g.t.sharing.trigger_firms[g.sharing]
    return known((g.count - trigger) / trigger)


def volume(g: Groups) -> Floats:
    """How far the volume is beyond the one from which it pays: 0 just there, 1 at twice that."""
    trigger = g.t.sharing.trigger_quantity[g.sharing]
    return known(g.volume / trigger - 1)


def closeness(g: Groups) -> Floats:
    """How much of the distance that eats the saving is used up: 1 next door, 0 at a quarter of it, -1 at its end."""
    return known(1 - 2 * np.sqrt(used_up(g.spread, g.t.sharing.radius_km[g.sharing])))


def resource(g: Groups) -> Floats:
    """How surely the least clear text was understood."""
    return known((_over(g, lambda rows: g.t.flows.confidence[rows].min()) - 0.6) / 0.4)


def rhythm(g: Groups) -> Floats:
    """How many of the known rhythms agree with the commonest one: 1 all, -1 none."""
    return known(_over(g, lambda rows: _agreement(g.t.flows.rhythm[rows])))


def provenance(g: Groups) -> Floats:
    """Who says so, over all members."""
    return known(_over(g, lambda rows: float(TRUST[g.t.flows.provenance[rows]].mean())))


def age(g: Groups) -> Floats:
    """How old the oldest flow is: 1 this year or last, -1 from five years on."""
    old = g.t.this_year - _over(g, lambda rows: _oldest(g.t.flows.year[rows])) - FRESH_YEARS
    return known(1 - 2 * np.clip(old / (STALE_YEARS - FRESH_YEARS), 0, 1))


def _over(g: Groups, measure: Callable[[Ints], float]) -> Floats:
    return np.array([measure(rows) for rows in g.members], dtype=np.float64)


def _agreement(rhythms: Ints) -> float:
    told = rhythms[rhythms >= 0]
    if len(told) < 2:  # noqa: PLR2004  one rhythm agrees with nobody
        return float("nan")
    return float(2 * np.bincount(told).max() / len(told) - 1)


def _oldest(years: Floats) -> float:
    told = years[~np.isnan(years)]
    return float(told.min()) if len(told) else float("nan")
