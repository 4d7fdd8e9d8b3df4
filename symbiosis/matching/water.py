"""Water by its quality: how clean what is offered is, and how clean what is wanted has to be."""

import numpy as np

from symbiosis.domain.enums import WaterGrade
from symbiosis.domain.tables import Bools, Floats, Ints
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import WATERS

DRINKING = WATERS.index(WaterGrade.DRINKING)
PER_GRADE = 0.5  # what each grade that is missing takes
WASTED = 0.25  # what each grade too many takes: clean water is not wasted on what rainwater would do for


def grades(p: Pairs) -> tuple[Ints, Ints]:
    """Return the grade offered and the grade wanted: of the use that was named, else of what was asked for."""
    said = p.t.said
    uses = np.append(said.use_water, -1)  # no use, -1, reads the last
    named = uses[p.wanted_code(p.t.flows.use)]
    told = np.where(named >= 0, named, p.wanted_code(said.water))
    return p.offered_code(said.water), np.where(p.c.need >= 0, told, uses[p.c.use])


def value(p: Pairs) -> Floats:
    """Return 1 for water just as clean as needed, less for each grade too many, below 0 for each one missing."""
    offered, wanted = grades(p)
    over = (offered - wanted).astype(np.float64)
    fits = np.where(over < 0, PER_GRADE * over, 1 - WASTED * over)
    return np.where((offered >= 0) & (wanted >= 0), fits, np.nan)


def drinkable(p: Pairs) -> Bools:
    """Keep water that is fit to drink where drinking water is wanted."""
    offered, wanted = grades(p)
    kept: Bools = (wanted < DRINKING) | (offered < 0) | (offered >= DRINKING)
    return kept
