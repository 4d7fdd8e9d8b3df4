"""The reasons for and against a pair: each returns a value from -1 (against) to 1 (for), 0 when unknown."""

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.matching import heat, times, trades, water, words
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.guesses import confirmed_rate
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import HAZARDS

USUAL = np.array([0.7, 0.4, -0.2])  # common practice, demonstrated, research
TRUST = np.array([1.0, 0.5, -1.0])  # declared, observed, hypothesis
# continuous, daily, weekly, monthly, seasonal, batch, once: how far apart two rhythms are
PACE = np.array([0.0, 0.0, 1.0, 2.0, 3.0, 3.0, 5.0])
SURPRISE = 1.5  # log-odds of answers that tell all they can
COMFORTABLE_K = 20.0  # a margin of temperature that pays for the exchanger
FRESH_YEARS, STALE_YEARS = 1.0, 5.0


def resource(p: Pairs) -> Floats:
    """How surely both texts were understood: 0 at the threshold of recognition, 1 for the very words."""
    flows = p.t.flows
    wanted = p.wanted(flows.confidence)
    least = np.fmin(p.offered(flows.confidence), wanted)
    return known((least - 0.6) / 0.4)


def use(p: Pairs) -> Floats:
    """How usual the exchange is: the same thing, or a use of known maturity."""
    maturity = np.append(p.t.uses.usable_maturity, -1)[p.c.edge]  # no edge, -1, reads the last
    return np.where(maturity < 0, 1.0, USUAL[maturity])


def sector(p: Pairs) -> Floats:
    """How many firms of the taker's sector do this: all that matters is the firm where it asked for the very thing."""
    return known(np.where(p.asked, 1.0, np.where(p.c.weight > 0, p.c.weight, np.nan)))


def quantity(p: Pairs) -> Floats:
    """How near the two quantities are: 1 when equal, -1 at the factor that excludes the pair."""
    with np.errstate(divide="ignore", invalid="ignore"):
        apart = np.abs(np.log(p.ratio)) / np.log(20.0)
    return known(1 - 2 * apart)


def rhythm(p: Pairs) -> Floats:
    """How near the two rhythms are."""
    left, right = p.offered_code(p.t.flows.rhythm), p.wanted_code(p.t.flows.rhythm)
    apart = np.abs(PACE[left] - PACE[right])
    return np.where((left < 0) | (right < 0), 0.0, 1 - 2 * apart / PACE.max())


def quality(p: Pairs) -> Floats:
    """How well the words of the offer answer those of the need and of the use: grade, form, taint, humidity, size."""
    return known(words.compared(p).value)


def trade(p: Pairs) -> Floats:
    """What people of the trade warn of: never above 0."""
    return known(trades.value(p))


def hours(p: Pairs) -> Floats:
    """How well hours, days and seasons meet: 1 when all that is there is wanted and the other way round, -1 never."""
    met = times.shares(p)
    return known(2 * np.sqrt(met.covered * met.used) - 1)


def grade(p: Pairs) -> Floats:
    """How clean the water is for what it is wanted for."""
    return known(water.value(p))


def temperature(p: Pairs) -> Floats:
    """How much warmer the heat is than what is wanted; below 0, the more a heat pump must lift it."""
    offered, wanted = p.offered(p.t.flows.temperature), p.wanted(p.t.flows.temperature)
    margin = np.clip(np.abs(offered - wanted) / COMFORTABLE_K, 0, 1)
    warm = wanted >= heat.COLD_BELOW
    return known(np.where(warm & (offered < wanted), (offered - wanted) / heat.MOST_LIFT, margin))


def density(p: Pairs) -> Floats:
    """How much heat a metre of pipe would carry: 0 where a network just pays."""
    return known(heat.density_value(p))


def distance(p: Pairs) -> Floats:
    """How much of the break-even distance is used up: 1 next door, 0 at a quarter of it, -1 where value is lost."""
    return known(1 - 2 * np.sqrt(used_up(p.distance, p.radius)))


def rules(p: Pairs) -> Floats:
    """What the law will ask first: hazardous waste a permit, a mirror entry a hazard analysis."""
    hazards = np.array([{"no": 0.0, "yes": -1.0, "mirror": -0.5}[h] for h in HAZARDS])
    return hazards[p.t.resources.hazard[p.resource]]


def provenance(p: Pairs) -> Floats:
    """Who says so, on both sides: the firm itself, a register, or only its sector."""
    left = TRUST[p.offered_code(p.t.flows.provenance)]
    right = TRUST[p.wanted_code(p.t.flows.provenance)]  # -1, a firm to be asked, reads the last: hypothesis
    mean: Floats = (left + right) / 2
    return mean


def age(p: Pairs) -> Floats:
    """How old the older side is: 1 this year or last, -1 from five years on."""
    year = np.fmin(p.offered(p.t.flows.year), p.wanted(p.t.flows.year))
    old = (p.t.this_year - year - FRESH_YEARS) / (STALE_YEARS - FRESH_YEARS)
    return known(1 - 2 * np.clip(old, 0, 1))


def checked(p: Pairs) -> Floats:
    """How often the guess the pair rests on was right in its sector: 0 as the published rate, or nobody asked yet."""
    rate = confirmed_rate(p)
    return known((log_odds(rate) - log_odds(np.array(BASE_RATE))) / SURPRISE)


def log_odds(share: Floats) -> Floats:
    """Return the log-odds of shares within 0 and 1, both left out."""
    return np.log(share / (1 - share))


def used_up(distance: Floats, radius: Floats) -> Floats:
    """Return the share of the radius that a distance uses up; NaN for no distance where nothing is gained anyway."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return distance / radius


def known(value: Floats) -> Floats:
    """Return the value within [-1, 1], 0 where it is unknown."""
    return np.nan_to_num(np.clip(value, -1.0, 1.0), nan=0.0)
