"""Choose the best set of leads: a linear programme over offers and needs, solved by HiGHS."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from symbiosis.domain.portfolio import Option, Planned
from symbiosis.domain.tables import Floats, Ints

if TYPE_CHECKING:
    from scipy.sparse import csr_array

SLIVER = 0.01  # of what a lead could carry: less is left to the others


def choose(options: Sequence[Option]) -> tuple[Planned, ...]:
    """Return how much of each lead to plan, most valuable first.

    A lead of unknown quantity, or of no value, is in no set. What people confirmed is served first; the rest shares
    what is left.
    """
    known = sorted((o for o in options if size(o) is not None), key=lambda o: o.id)
    promised = _solve([o for o in known if o.promised], {})
    taken: dict[str, float] = {}
    for option, amount in promised:
        for end in (option.offer_id, option.need_id):
            taken[end] = taken.get(end, 0.0) + amount
    found = promised + _solve([o for o in known if not o.promised], taken)
    planned = (Planned(o.id, round(a, 3), o.unit, round(a * o.value, 2)) for o, a in found)
    return tuple(sorted(planned, key=lambda p: (-p.value, p.id)))


def size(option: Option) -> float | None:
    """Return how much a lead could carry at most: the smaller side, None where no side is known."""
    sides = [side for side in (option.offered, option.wanted) if side is not None and side > 0]
    return min(sides) if sides else None


def _solve(options: list[Option], taken: dict[str, float]) -> list[tuple[Option, float]]:
    from scipy.optimize import linprog  # noqa: PLC0415  takes half a second, only where a portfolio is made

    worth = [o for o in options if o.promised or o.value > 0]
    if not worth:
        return []
    most = np.array([size(o) or 0.0 for o in worth])
    rows, limits = _ends(worth, taken)
    # a promise is kept even where it brings nothing: its value counts at least a little
    gain = np.array([max(o.value, 1e-6) for o in worth])
    solved = linprog(
        -gain, A_ub=rows, b_ub=limits, bounds=np.stack([np.zeros(len(most)), most], axis=1), method="highs"
    )
    amounts: Floats = solved.x
    return [(o, float(a)) for o, a, m in zip(worth, amounts, most, strict=True) if a > SLIVER * m]


def _ends(options: list[Option], taken: dict[str, float]) -> "tuple[csr_array, Floats]":
    """Return one row per offer and need whose quantity is known, and how much of it is left."""
    from scipy.sparse import csr_array  # noqa: PLC0415  as above

    limits: dict[str, float] = {}
    for o in options:
        for end, amount in ((o.offer_id, o.offered), (o.need_id, o.wanted)):
            if end and amount is not None and amount > 0:
                limits[end] = max(0.0, amount - taken.get(end, 0.0))
    place = {end: row for row, end in enumerate(limits)}
    cells = [(place[end], n) for n, o in enumerate(options) for end in {o.offer_id, o.need_id} if end in place]
    at: Ints = np.array(cells, dtype=np.int64).reshape(-1, 2)
    shape = (len(limits), len(options))
    return csr_array((np.ones(len(at)), (at[:, 0], at[:, 1])), shape=shape), np.array([*limits.values()])
