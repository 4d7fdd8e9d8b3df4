"""Which guess a pair rests on, and the guesses that got their answer: right or wrong, they are guesses no more."""

import numpy as np

from symbiosis.domain.questions import Guess
from symbiosis.domain.tables import Bools, Ints, Territory
from symbiosis.matching.candidates import HYPOTHESIS, NEED, OFFER, Candidates, find, offers_near
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.territory import DIRECTIONS

NONE = -1


def open_ones(p: Pairs) -> Bools:
    """Keep the pairs that rest on no guess, or on one the firm has not answered yet."""
    settled = p.t.settled
    answered: Bools = np.isin(_rested_on(p.t, p.c), _key(p.t, settled.firm, settled.resource, settled.direction))
    return ~answered


def offers_resting_on(t: Territory, guess: Guess) -> Bools:
    """Return the offered flows of which some pair rests on a guess, whether or not it got its answer."""
    reach = np.zeros(len(t.flows.ids), dtype=np.bool_)
    if guess.firm_id in t.firms.ids and guess.resource_id in t.resources.ids:
        firm, resource = t.firms.ids.index(guess.firm_id), t.resources.ids.index(guess.resource_id)
        guessed = (t.flows.firm == firm) & (t.flows.resource == resource)
        every = find(t, offers_near(t, resource, t.flows.use[guessed]))
        asked = _key(t, np.array(firm), np.array(resource), np.array(DIRECTIONS.index(guess.direction)))
        reach[every.offer[_rested_on(t, every) == asked]] = True
    return reach


def _rested_on(t: Territory, c: Candidates) -> Ints:
    """Return the key of the guess each pair rests on, NONE where both sides were told or seen.

    A need that is told for a use only is guessed of the offered resource; two guesses never make a pair.
    """
    flows = t.flows
    offered = flows.provenance[c.offer] == HYPOTHESIS
    wanted = (c.need < 0) | (flows.provenance[c.need] == HYPOTHESIS)
    named = np.where(c.need >= 0, flows.resource[c.need], NONE)
    resource = np.where(offered | (named < 0), flows.resource[c.offer], named)
    firm = np.where(offered, flows.firm[c.offer], c.taker)
    key = _key(t, firm, resource, np.where(offered, OFFER, NEED))
    return np.where(offered | wanted, key, NONE)


def _key(t: Territory, firm: Ints, resource: Ints, direction: Ints) -> Ints:
    key: Ints = (firm * len(t.resources.ids) + resource) * 3 + direction
    return key
