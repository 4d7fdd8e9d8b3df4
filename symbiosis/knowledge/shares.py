"""Tables of shares, made once from the rows: what becomes what, who offers, who wants, under which codes."""

from collections.abc import Iterable, Sequence

import numpy as np

from symbiosis.domain.enums import Direction
from symbiosis.domain.knowledge import KnowledgeRows, TypicalFlow
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.weights import WEIGHTS

CLASS, GROUP, DIVISION = 5, 4, 2  # letters of '10.71', '10.7' and '10'
Rank = dict[str, int]


def becomes(rows: KnowledgeRows, resources: Rank, uses: Rank) -> Floats:
    """Return, of each resource's exchanges, the share that goes into each use."""
    edges = ((resources[e.resource_id], uses[e.use_id], e.weight) for e in rows.usable_as)
    return _shares((len(resources), len(uses)), edges)


def performed(rows: KnowledgeRows, uses: Rank, sectors: Rank) -> Floats:
    """Return, of all exchanges towards each use, the share that ends in each sector."""
    edges = ((uses[p.use_id], sectors[p.nace], p.share) for p in rows.performs)
    return _shares((len(uses), len(sectors)), edges)


def typical(flows: Iterable[TypicalFlow], direction: Direction, resources: Rank, sectors: Rank) -> Floats:
    """Return, of all that is offered (needed) of each resource, the share of each sector."""
    cells = (
        (resources[f.resource_id], sectors[f.nace], f.share_of_resource) for f in flows if f.direction is direction
    )
    return _shares((len(resources), len(sectors)), cells)


def coded(rows: KnowledgeRows, resources: Rank) -> dict[str, Floats]:
    """Return, per waste code, how well each resource fits under it: its first code counts most."""
    found: dict[str, Floats] = {}
    for resource in rows.resources:
        for place, code in enumerate(resource.waste_codes):
            column = found.setdefault(code.rstrip("*"), np.zeros(len(resources)))
            column[resources[resource.id]] = 1 / (1 + place)
    return {code: column / np.sqrt(column.astype(bool).sum()) for code, column in found.items()}


def near(codes: str, sectors: Sequence[str]) -> Floats:
    """Return how near each sector is to those named ('24|25.1'): the same, in the same group, in the same division."""
    nearness = np.zeros(len(sectors))
    for code in filter(None, (c.strip() for c in codes.split("|"))):
        nearness = np.maximum(nearness, [_nearness(code, sector) for sector in sectors])
    return nearness


def spread(sectors: Sequence[str], classes: Sequence[str]) -> Floats:
    """Return what each sector (row) tells of each class (column): itself, then its group and its division."""
    table = np.zeros((len(sectors), len(classes)))
    for letters, weight in ((GROUP, WEIGHTS.group_takes), (DIVISION, WEIGHTS.division_takes)):
        same = np.array([[sector[:letters] == c[:letters] for c in classes] for sector in sectors], dtype=float)
        table += weight * same / np.maximum(same.sum(axis=1, keepdims=True), 1.0)
    itself: Floats = table + np.array([[sector == c for c in classes] for sector in sectors])
    return itself


def _nearness(code: str, sector: str) -> float:
    if code == sector:
        return 1.0
    if code[:GROUP] == sector[:GROUP] or sector.startswith(code) or code.startswith(sector):
        return WEIGHTS.same_group
    return WEIGHTS.same_division if code[:DIVISION] == sector[:DIVISION] else 0.0


def _shares(shape: tuple[int, int], cells: Iterable[tuple[int, int, float]]) -> Floats:
    """Return a table whose rows each sum to 1, or to 0 where nothing is known."""
    table = np.zeros(shape)
    for row, column, share in cells:
        table[row, column] = share
    totals = table.sum(axis=1, keepdims=True)
    shares: Floats = np.divide(table, totals, out=np.zeros(shape), where=totals > 0)
    return shares
