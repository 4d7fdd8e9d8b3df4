"""Fits seeds/confidence.csv to the declarations that people judged: `python -m tools.fit_confidence`.

Isotonic: of declarations sorted by how likely the first resource is, the share that is right never falls.
"""

import csv
from collections.abc import Iterator

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge import seeds
from symbiosis.knowledge.declaration_score import right
from symbiosis.knowledge.evaluation import Answers, answers
from symbiosis.knowledge.seed_table import SEEDS
from tools.judged_declarations import HANDS, judged

TABLE = SEEDS / "confidence.csv"
STEPS = 8  # as many declarations in each
ENDS = ((0.0, 0.0),)  # what no word names is never right


def main() -> None:
    """Fit, print the curve and write it."""
    found = np.array(list(_judged(answers(seeds.read_knowledge()))), dtype=float)
    steps = np.array_split(found[np.argsort(found[:, 0], kind="stable")], STEPS)
    likely, shares = np.array([step.mean(axis=0) for step in steps]).T
    curve = {f"{x:.3f}": f"{y:.3f}" for x, y in [*ENDS, *zip(likely, _rising(shares), strict=True)]}
    source = f"expert estimate, fitted to {len(found)} judged declarations (tools/fit_confidence.py)"
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["likelihood", "right", "source", "date", "status", "confidence"])
        for likelihood, share in curve.items():
            print(likelihood, share)
            writer.writerow([likelihood, share, source, "2026-12", "draft", "medium"])


def _judged(known: Answers) -> Iterator[tuple[float, bool]]:
    """Yield, of each declaration of one thing, how likely its first resource is and whether it is right."""
    for row in judged(HANDS):
        things = known.declarations.understand(row.text, row.donor, row.kind, row.lang)
        if len(things) == 1 and things[0].resources:
            first = things[0].resources[0]
            yield first.likelihood, right(row.words, first.resource.fr, first.resource.en)


def _rising(shares: Floats) -> Floats:
    """Return the nearest shares that never fall, by pooling neighbours that do (Ayer and others, 1955)."""
    pools: list[tuple[float, int]] = []
    for share in shares:
        pools.append((float(share), 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return np.array([share for share, count in pools for _ in range(count)])


if __name__ == "__main__":
    main()
