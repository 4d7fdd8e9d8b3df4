"""What the cards of one room make together: every lawful pair between them, and the groups they could form."""

from collections.abc import Sequence

import numpy as np

from symbiosis.domain.synergies import KnownLink, Proposal
from symbiosis.domain.tables import Territory
from symbiosis.matching import candidates, known, model, pairs, rules, suggest

NOTHING: tuple[Proposal, ...] = ()


def meetings(t: Territory, judged: Sequence[KnownLink]) -> tuple[Proposal, ...]:
    """Return what the flows of a room make, best first; `judged` and known ones are not said again.

    Unlike in a whole territory all takers of an offer are kept: they are few, and they sit in the room.
    """
    if not t.flows.ids:
        return NOTHING
    return (*_pairs(t, judged), *suggest.sharing_groups(t, judged))


def _pairs(t: Territory, judged: Sequence[KnownLink]) -> tuple[Proposal, ...]:
    every = candidates.find(t)
    told = pairs.look_up(t, every.take(every.need >= 0))
    lawful = pairs.look_up(t, told.c.take(rules.allowed(told)))
    new = pairs.look_up(t, lawful.c.take(~known.repeats_pair(lawful, judged)))
    scores = model.points(model.learnt(model.SUBSTITUTION, t.points), new)
    best: dict[tuple[int, int], int] = {}
    for row in np.argsort(-scores.sum(axis=1), kind="stable"):
        best.setdefault((int(new.c.offer[row]), int(new.c.taker[row])), int(row))
    rows = np.array([*best.values()], np.int64)
    return suggest.pairs_as_proposals(new.take(rows), scores[rows], np.zeros(len(rows), np.bool_))
