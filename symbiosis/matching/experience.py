"""What people told and decided, as tables: answers, refusals that go beyond their lead, learnt shares."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from symbiosis.domain.enums import Answer, Direction
from symbiosis.domain.experience import Limit, Model
from symbiosis.domain.questions import CLASS, Answered, Checked
from symbiosis.domain.tables import CheckedTable, GuessTable, Ints, LearntTable, LimitTable

DIRECTIONS = tuple(Direction)
Rank = Mapping[str, int]


def count(answers: Iterable[Answered]) -> tuple[Checked, ...]:
    """Return how often guesses were right, by class, resource and direction, most answers first."""
    told = [(a, (a.nace[:CLASS], a.guess.resource_id, a.guess.direction)) for a in answers if a.settled]
    every = Counter(key for _, key in told)
    right = Counter(key for a, key in told if a.answer is Answer.YES)
    return tuple(Checked(*key, right[key], n) for key, n in sorted(every.items(), key=lambda row: (-row[1], row[0])))


def settled(answers: Iterable[Answered], firms: Rank, resources: Rank) -> GuessTable:
    """Return the guesses that a firm confirmed or refuted."""
    guesses = [a.guess for a in answers if a.settled]
    known = [g for g in guesses if g.firm_id in firms and g.resource_id in resources]
    return GuessTable(
        firm=_ints(firms[g.firm_id] for g in known),
        resource=_ints(resources[g.resource_id] for g in known),
        direction=_ints(DIRECTIONS.index(g.direction) for g in known),
    )


def checked(answers: Iterable[Answered], sectors: Sequence[str], resources: Rank) -> CheckedTable:
    """Return how often guesses were right, for each sector of the territory that was asked about."""
    rows = [
        (sector, resources[c.resource_id], DIRECTIONS.index(c.direction), c.right, c.answers)
        for c in count(answers)
        if c.nace and c.resource_id in resources
        for sector in _of_class(sectors).get(c.nace, ())
    ]
    return CheckedTable(*np.array(rows, dtype=np.int64).reshape(-1, 5).T)


def limits(every: Iterable[Limit], firms: Rank, resources: Rank) -> LimitTable:
    """Return what firms will not have."""
    known = [m for m in every if m.firm_id in firms and m.resource_id in resources]
    return LimitTable(
        firm=_ints(firms[m.firm_id] for m in known),
        resource=_ints(resources[m.resource_id] for m in known),
        beyond=np.array([m.beyond_km for m in known], dtype=np.float64),
    )


def learnt(model: Model | None, sectors: Sequence[str], uses: Rank) -> LearntTable:
    """Return the shares a model learnt, for each sector of the territory."""
    rows = [
        (sector, uses[s.use_id], s.share)
        for s in (model.shares if model else ())
        if s.use_id in uses
        for sector in _of_class(sectors).get(s.nace, ())
    ]
    return LearntTable(_ints(r[0] for r in rows), _ints(r[1] for r in rows), np.array([r[2] for r in rows], float))


def _of_class(sectors: Sequence[str]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, code in enumerate(sectors):
        if code:
            rows[code[:CLASS]].append(row)
    return rows


def _ints(values: Iterable[int] | Iterator[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)
