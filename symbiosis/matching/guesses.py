"""Which guess a pair rests on, and the guesses that got their answer: right or wrong, they are guesses no more."""

from typing import NamedTuple

import numpy as np

from symbiosis.domain.questions import CLASS, Guess
from symbiosis.domain.tables import Bools, Floats, Ints, Territory
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.candidates import HYPOTHESIS, NEED, OFFER, Candidates, find, offers_near
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import DIRECTIONS

NONE = -1
PRIOR_ANSWERS = 4.0  # how many answers the prior counts for
FADED = 0.1  # a guess that is right less often is not worth a call: about six noes in a row


class Rested(NamedTuple):
    """The guess each pair rests on; `is_guess` is false where both sides were told or seen."""

    firm: Ints
    resource: Ints
    direction: Ints
    is_guess: Bools


def open_ones(p: Pairs) -> Bools:
    """Keep the pairs that rest on no guess, or on one the firm has not answered yet."""
    settled = p.t.settled
    answered: Bools = np.isin(_guess_keys(p.t, p.c), _key(p.t, settled.firm, settled.resource, settled.direction))
    return ~answered


def offers_resting_on(t: Territory, guess: Guess) -> Bools:
    """Return the offered flows of which some pair rests on a guess, or on the same guess about a firm of its class.

    Whether or not the guess got its answer: an answer tells something of the others.
    """
    reach = np.zeros(len(t.flows.ids), dtype=np.bool_)
    if guess.firm_id in t.firms.ids and guess.resource_id in t.resources.ids:
        alike, resource = _alike(t, t.firms.ids.index(guess.firm_id)), t.resources.ids.index(guess.resource_id)
        guessed = alike[t.flows.firm] & (t.flows.resource == resource)
        every = find(t, offers_near(t, resource, t.flows.use[guessed]))
        on = rested_on(t, every)
        same = on.is_guess & (on.resource == resource) & (on.direction == DIRECTIONS.index(guess.direction))
        reach[every.offer[same & alike[on.firm]]] = True
    return reach


def _alike(t: Territory, firm: int) -> Bools:
    """Return which firms are of the class of a firm; itself alone where that is unknown."""
    code = t.firms.sectors[t.firms.sector[firm]][:CLASS]
    same = np.array([bool(code) and sector[:CLASS] == code for sector in t.firms.sectors])
    alike: Bools = same[t.firms.sector] | (np.arange(len(t.firms.ids)) == firm)
    return alike


def worth_asking(p: Pairs) -> Bools:
    """Keep the pairs that rest on no guess, or on one that was not refuted again and again in its sector."""
    right = confirmed_rate(p)
    return np.isnan(right) | (right >= FADED)


def confirmed_rate(p: Pairs) -> Floats:
    """Return how often guesses like that of each pair turn out right, NaN where there is none or nobody answered."""
    rates, table = np.full(p.c.size, np.nan), p.t.checked
    if len(table.answers):
        on = rested_on(p.t, p.c)
        keys = _key(p.t, table.sector, table.resource, table.direction)
        asked = np.where(on.is_guess, _key(p.t, p.t.firms.sector[on.firm], on.resource, on.direction), NONE)
        among = np.flatnonzero(np.isin(asked, keys))
        order = np.argsort(keys)
        row = order[np.searchsorted(keys[order], asked[among])]
        rates[among] = rate(table.right[row], table.answers[row])
    return rates


def rate(right: Ints | int, answers: Ints | int, prior: float = BASE_RATE) -> Floats:
    """Return the share of right guesses, drawn towards the prior while answers are few."""
    return np.asarray((right + prior * PRIOR_ANSWERS) / (answers + PRIOR_ANSWERS), dtype=np.float64)


def rested_on(t: Territory, c: Candidates) -> Rested:
    """Return the guess each pair rests on.

    A need that is told for a use only is guessed of the offered resource; two guesses never make a pair.
    """
    flows = t.flows
    offered = flows.provenance[c.offer] == HYPOTHESIS
    wanted = (c.need < 0) | (flows.provenance[c.need] == HYPOTHESIS)
    named = np.where(c.need >= 0, flows.resource[c.need], NONE)
    resource = np.where(offered | (named < 0), flows.resource[c.offer], named)
    firm = np.where(offered, flows.firm[c.offer], c.taker)
    return Rested(firm, resource, np.where(offered, OFFER, NEED), offered | wanted)


def _guess_keys(t: Territory, c: Candidates) -> Ints:
    on = rested_on(t, c)
    return np.where(on.is_guess, _key(t, on.firm, on.resource, on.direction), NONE)


def _key(t: Territory, firm: Ints, resource: Ints, direction: Ints) -> Ints:
    key: Ints = (firm * len(t.resources.ids) + resource) * 3 + direction
    return key
