"""Which of the scored pairs a person should see: the best per offer, few guesses, one path per pair of firms."""

import heapq
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from symbiosis.domain.synergies import Nominee
from symbiosis.domain.tables import Bools, Floats, Ints
from symbiosis.matching.candidates import HYPOTHESIS
from symbiosis.matching.pairs import Pairs

PER_OFFER = 3
GUESSES_PER_OFFER = 1  # `_within_reach` leaves no more
GUESSES_PER_TAKER = 3


class Chosen(NamedTuple):
    """Rows of the pairs, best first, and which of them rest on a guess; the guess that each offer makes."""

    rows: Ints
    hypothetical: Bools
    nominees: tuple[Nominee, ...]
    asking: frozenset[str]  # the offers whose guess is shown, those that were not looked at included


def choose(p: Pairs, score: Floats, rivals: Iterable[Nominee] = ()) -> Chosen:
    """Return the rows to propose; ties are broken by ids, so the order of firms is no matter.

    `rivals`: the guesses of offers that are not looked at, which take room from those that are, and give it.
    """
    guess = rests_on_guess(p)
    pair = p.c.offer * len(p.t.firms.ids) + p.c.taker
    order = _best_first(p, score, guess, _within_reach(p, score, guess, pair))
    order = order[_first_of(pair[order])]
    limit = np.where(guess[order], GUESSES_PER_OFFER, PER_OFFER)
    order = order[rank_within(p.c.offer[order] * 2 + guess[order]) < limit]
    nominees = tuple(_nominee(p, score, row) for row in order[guess[order]])
    asking = best_of_each_firm([*nominees, *rivals])
    shown = np.array([p.t.flows.ids[offer] in asking for offer in p.c.offer[order]], dtype=np.bool_)
    order = order[shown | ~guess[order]]
    return Chosen(order, guess[order], nominees, asking)


def _nominee(p: Pairs, score: Floats, row: int) -> Nominee:
    return Nominee(p.t.flows.ids[p.c.offer[row]], p.t.firms.ids[p.c.taker[row]], float(score[row]))


def best_of_each_firm(nominees: Iterable[Nominee]) -> frozenset[str]:
    """Return the offers whose guess is among the best few about the same firm."""
    of_firm: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for offer_id, firm_id, score in nominees:
        of_firm[firm_id].append((-score, offer_id))
    best = (heapq.nsmallest(GUESSES_PER_TAKER, its) for its in of_firm.values())
    return frozenset(offer_id for its in best for _, offer_id in its)


def rests_on_guess(p: Pairs) -> Bools:
    """Return which pairs have a side nobody declared or observed."""
    flows = p.t.flows.provenance
    wanted = p.wanted_code(flows)
    guess: Bools = (flows[p.c.offer] == HYPOTHESIS) | (wanted == HYPOTHESIS) | (wanted < 0)
    return guess


def _within_reach(p: Pairs, score: Floats, guess: Bools, pair: Ints) -> Ints:
    """Return all that is known, and the guesses as good as their offer's best: most pairs are guesses, one is chosen.

    Of two firms of which something is known nothing is guessed.
    """
    known, guessed = np.flatnonzero(~guess), np.flatnonzero(guess)
    guessed = guessed[~np.isin(pair[guessed], pair[known])]
    best = np.full(len(p.t.flows.ids), -np.inf)
    np.maximum.at(best, p.c.offer[guessed], score[guessed])
    return np.concatenate([known, guessed[score[guessed] >= best[p.c.offer[guessed]]]])


def _best_first(p: Pairs, score: Floats, guess: Bools, rows: Ints) -> Ints:
    """Return rows in order: known before guessed, then by score, then by ids."""
    flow_rank, firm_rank = _ranks(p.t.flows.ids), _ranks(p.t.firms.ids)
    offer, taker, need = (of[rows] for of in (p.c.offer, p.c.taker, p.c.need))
    return rows[np.lexsort((flow_rank[need], firm_rank[taker], flow_rank[offer], -score[rows], guess[rows]))]


def _ranks(ids: tuple[str, ...]) -> Ints:
    ranks = np.empty(len(ids) + 1, dtype=np.int64)
    ranks[np.argsort(np.array([*ids, ""]), kind="stable")] = np.arange(len(ids) + 1)
    return ranks


def _first_of(keys: Ints) -> Ints:
    """Return the positions of the first row of each key, in order."""
    _, first = np.unique(keys, return_index=True)
    return np.sort(first)


def rank_within(key: Ints) -> Ints:
    """Return each row's rank among the rows of the same key, in the given order."""
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    start = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]]) if len(key) else np.array([], dtype=np.int64)
    begin = np.repeat(start, np.diff(np.r_[start, len(key)]))
    rank = np.empty(len(key), dtype=np.int64)
    rank[order] = np.arange(len(key)) - begin
    return rank
