"""What each kind of evidence about a pair weighs: a table fitted to pairs that people judged, kept near an expert's."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.seed_table import SEEDS, Cells, rows

BASE = "base"  # of a pair of which nothing is known
MOST_FOR = 2.0  # points for a pair where a fact speaks against it
MOST = 3  # of one kind that count


class Points(NamedTuple):
    """Points of log-odds: of the first of a kind, for as much as there is of it, and of each further one.

    `fact`: a figure, an hour or a way that does not suit, which no likeness makes good.
    """

    first: float
    further: float
    fact: bool


class Told(NamedTuple):
    """How much there is of the first of a kind, and how many further ones."""

    first: float
    further: int


@cache
def read_points(folder: Path = SEEDS) -> Mapping[str, Points]:
    """Return the points by kind; ValueError names the file and the line that cannot be read."""
    return dict(rows(folder / "pair_points.csv", _points))


def counted(found: Iterable[Evidence]) -> dict[str, Told]:
    """Return how much is told of each kind; the base of every pair is told once."""
    told = {BASE: Told(1.0, 0)}
    for e in found:
        first, further = told.get(e.kind, Told(e.amount, -1))
        told[e.kind] = Told(first, min(further + 1, MOST - 1))
    return told


def total(found: Iterable[Evidence], points: Mapping[str, Points]) -> float:
    """Return the sum of the points of all evidence; a kind that is not in the table weighs nothing."""
    told = counted(found)
    each = ((points[kind], amount) for kind, amount in told.items() if kind in points)
    sums = [its.first * amount.first + its.further * amount.further for its, amount in each]
    plus, minus = sum(s for s in sums if s > 0), sum(s for s in sums if s < 0)
    against_facts = any(points[kind].fact for kind in told if kind in points)
    return (min(plus, MOST_FOR) if against_facts else plus) + minus


def _points(c: Cells) -> tuple[str, Points]:
    return c["kind"], Points(float(c["first"]), float(c["further"]), c["fact"] == "yes")
