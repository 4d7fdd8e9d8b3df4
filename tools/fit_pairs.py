"""Fits seeds/pair_points.csv to the pairs that people judged: `python -m tools.fit_pairs`, then read the difference.

A logistic regression on how much of each kind of evidence is told of a pair, drawn towards the expert's points, and
never across 0: what speaks against a pair never comes to speak for it. What `never` rules out is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.tables import Bools, Floats
from symbiosis.knowledge import seeds
from symbiosis.knowledge.evaluation import answers
from symbiosis.knowledge.pair_evidence import PairEvidence
from symbiosis.knowledge.pair_points import Told, counted
from symbiosis.knowledge.seed_table import SEEDS
from tools import seed_file
from tools.judged_pairs import FITTED, JUDGED, Pair, pairs

TABLE = SEEDS / "pair_points.csv"
TRUST = 3.0  # in the expert's points: as much as so many pairs
ROUNDS = 40
NOTHING = Told(0.0, 0)


@dataclass(frozen=True)
class Labelled:
    """n pairs: how much of each kind is told of them (first ones, then further ones), and what was judged."""

    kinds: Floats
    compatible: Bools
    weight: Floats
    of: tuple[str, ...]  # the set each is of

    def part(self, keep: Bools) -> "Labelled":
        """Return the chosen pairs."""
        names = tuple(name for name, kept in zip(self.of, keep, strict=True) if kept)
        return Labelled(self.kinds[keep], self.compatible[keep], self.weight[keep], names)


def main() -> None:
    """Fit, print how often sets left out are judged right, and write the table."""
    table = seed_file.read(TABLE)
    known = answers(seeds.read_knowledge())
    evidence = PairEvidence(known.rows, known.linker, known.exchange)
    labelled = _weighed(evidence, pairs(known.rows.resources), [row["kind"] for row in table])
    expert = np.array([float(row["expert"]) for row in table])
    prior = np.concatenate([expert, np.zeros(len(table))])
    for name in FITTED:
        left = np.array([its == name for its in labelled.of])
        asked = labelled.part(left & (labelled.weight >= JUDGED))
        right = (asked.kinds @ _fit(labelled.part(~left), prior) > 0) == asked.compatible
        print(f"{name}: {right.mean():.3f} right of {len(right)} when left out, by sums alone")
    _write(table, _fit(labelled, prior), len(labelled.of))


def _weighed(evidence: PairEvidence, rows: Sequence[Pair], kinds: Sequence[str]) -> Labelled:
    found = [evidence.of(pair.offer, pair.need) for pair in rows]
    kept = [(pair, counted(its)) for pair, its in zip(rows, found, strict=True) if not any(e.never for e in its)]
    told = np.array([[told.get(kind, NOTHING) for kind in kinds] for _, told in kept], dtype=float)
    names, _, _, compatible, weight = zip(*(pair for pair, _ in kept), strict=True)
    return Labelled(np.hstack([told[:, :, 0], told[:, :, 1]]), np.array(compatible), np.array(weight), names)


def _fit(labelled: Labelled, prior: Floats) -> Floats:
    """Return the points of the first of each kind, then of each further one; what would change sides is 0."""
    side = np.tile(np.sign(prior[: len(prior) // 2]), 2)
    free = np.ones(len(prior), bool)
    while True:
        points = np.zeros(len(prior))
        points[free] = _newton(labelled, prior, free)
        wrong = free & (points * side < 0)
        if not wrong.any():
            return points
        free &= ~wrong


def _newton(labelled: Labelled, prior: Floats, free: Bools) -> Floats:
    kinds, pull = labelled.kinds[:, free], np.full(int(free.sum()), TRUST)
    points = prior[free].copy()
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-np.clip(kinds @ points, -30, 30)))
        slope = kinds.T @ (labelled.weight * (likely - labelled.compatible)) + pull * (points - prior[free])
        bend = (kinds * (labelled.weight * likely * (1 - likely))[:, None]).T @ kinds + np.diag(pull)
        points -= np.linalg.solve(bend, slope)
    return points


def _write(table: Sequence[seed_file.Row], points: Floats, count: int) -> None:
    half = len(table)
    for row, first, further in zip(table, points[:half], points[half:], strict=True):
        row |= {"first": f"{first:.2f}", "further": f"{further:.2f}"}
        row |= {"source": f"expert estimate, fitted to {count} pairs, judged, drawn and plain (tools/fit_pairs.py)"}
    seed_file.write(TABLE, table)


if __name__ == "__main__":
    main()
