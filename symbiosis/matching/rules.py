"""What no points can outweigh: pairs that are never proposed. Each rule keeps a pair it knows nothing about."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Hazard
from symbiosis.domain.tables import Bools
from symbiosis.matching import guesses, heat, refused, times, water, words
from symbiosis.matching.heat import COLD_BELOW
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import HAZARDS

MOST_RATIO = 20.0  # beyond it one side is a drop in the other's ocean: expert estimate
HAZARDOUS = HAZARDS.index(Hazard.YES)


@dataclass(frozen=True)
class Rule:
    """A rule and the pairs it lets through."""

    key: str
    keeps: Callable[[Pairs], Bools]


def hazard(p: Pairs) -> Bools:
    """Keep a hazardous resource only towards a use that is a licensed treatment."""
    hazardous = p.t.resources.hazard[p.resource] == HAZARDOUS
    treated = np.append(p.t.uses.treatment, False)[p.c.use]  # no use, -1, reads the last
    safe: Bools = ~hazardous | treated
    return safe


def temperature(p: Pairs) -> Bools:
    """Keep heat as warm as what is wanted, or that a heat pump lifts to it, and cold that is at least as cold."""
    offered, wanted = p.offered(p.t.flows.temperature), p.wanted(p.t.flows.temperature)
    cold = wanted < COLD_BELOW
    enough = np.where(cold, offered <= wanted, (offered >= wanted) | heat.pumped(offered, wanted))
    return np.isnan(offered) | np.isnan(wanted) | enough


def quantity(p: Pairs) -> Bools:
    """Keep pairs whose quantities are within a factor of each other."""
    ratio = p.ratio
    return np.isnan(ratio) | ((ratio <= MOST_RATIO) & (ratio >= 1 / MOST_RATIO))


def distance(p: Pairs) -> Bools:
    """Keep pairs within the distance at which even the best value per unit is not lost in transport."""
    return np.isnan(p.distance) | (p.distance <= p.radius)


def quality(p: Pairs) -> Bools:
    """Keep the pairs of which no word tells what the other side, or the use, cannot bear."""
    return ~words.compared(p).bars


RULES = (
    Rule("hazard", hazard),
    Rule("temperature", temperature),
    Rule("water", water.drinkable),
    Rule("hours", times.meet),
    Rule("quality", quality),
    Rule("quantity", quantity),
    Rule("distance", distance),
    Rule("answered", guesses.open_ones),
    Rule("faded", guesses.worth_asking),
    Rule("refused", refused.still_wanted),
)
KEYS = tuple(rule.key for rule in RULES)


def sift(p: Pairs) -> tuple[Bools, dict[str, int]]:
    """Return which pairs every rule keeps, and how many each rule alone would drop, for the run's report."""
    keep, rejected = np.ones(p.c.size, dtype=np.bool_), dict[str, int]()
    for rule in RULES:
        kept = rule.keeps(p)
        keep &= kept
        rejected[rule.key] = p.c.size - int(np.count_nonzero(kept))
    return keep, rejected


def allowed(p: Pairs) -> Bools:
    """Return which pairs every rule keeps."""
    return sift(p)[0]
