"""Heat between neighbours: what a heat pump lifts, and how much a metre of pipe carries."""

import numpy as np

from symbiosis.domain.tables import Bools, Floats
from symbiosis.matching.pairs import Pairs

COLD_BELOW = 12.0  # °C: who wants less than this wants cold
PUMP_FROM, PUMP_TO, MOST_LIFT = 12.0, 90.0, 50.0  # °C, °C, K: what heat pumps on the market do, expert estimate
PAYS_FROM = 1.5  # MWh per metre and year from which a heat network pays: ADEME, heat funds
FOURFOLD = np.log(4.0)


def pumped(offered: Floats, wanted: Floats) -> Bools:
    """Return which heat is too cold as it is, but warm enough for a heat pump to lift to what is wanted."""
    lift = wanted - offered
    able: Bools = (lift > 0) & (lift <= MOST_LIFT) & (offered >= PUMP_FROM) & (wanted <= PUMP_TO)
    return able


def density(p: Pairs) -> Floats:
    """Return the MWh per metre and year that the pipe would carry; NaN where anything is unknown or it is no heat.

    What tells heat from other energy is that its temperature is told; the pipe is as long as the crow flies.
    """
    amount = np.fmin(p.offered(p.t.flows.quantity), p.wanted(p.t.flows.quantity))
    both = ~np.isnan(p.ratio) & ~np.isnan(p.offered(p.t.flows.temperature)) & p.in_mwh
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        carried = amount / (p.distance * 1000)
    return np.where(both & (p.distance > 0), carried, np.nan)


def density_value(p: Pairs) -> Floats:
    """Return how dense the link is: 0 where a network just pays, 1 at four times that, -1 at a quarter."""
    with np.errstate(divide="ignore", invalid="ignore"):
        value: Floats = np.log(density(p) / PAYS_FROM) / FOURFOLD
    return value
