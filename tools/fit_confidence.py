"""Fits seeds/confidence.csv to the declarations that people judged: `python -m tools.fit_confidence`.

Isotonic: of declarations sorted by how well the words name the first resource, the share that is right never falls.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge import seeds
from symbiosis.knowledge.declaration_score import right
from symbiosis.knowledge.evaluation import Answers, answers
from symbiosis.knowledge.seed_table import SEEDS

SET = Path(__file__).parents[1] / "tests" / "evaluation" / "declarations_hands.csv"
TABLE = SEEDS / "confidence.csv"
STEPS = 8  # as many declarations in each
ENDS = ((0.0, 0.0),)  # what no word names is never right


def main() -> None:
    """Fit, print the curve and write it."""
    judged = np.array(list(_judged(answers(seeds.read_knowledge()))), dtype=float)
    named = judged[:, 0] >= 1.0  # by their very words: one step, however many they are
    steps = [*np.array_split(judged[~named][np.argsort(judged[~named, 0], kind="stable")], STEPS), judged[named]]
    likeness, shares = np.array([step.mean(axis=0) for step in steps]).T
    curve = [*ENDS, *zip(likeness, _rising(shares), strict=True)]
    source = f"expert estimate, fitted to {len(judged)} judged declarations (tools/fit_confidence.py)"
    with TABLE.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["likeness", "right", "source", "date", "status", "confidence"])
        for x, y in curve:
            print(f"{x:.3f} {y:.3f}")
            writer.writerow([f"{x:.3f}", f"{y:.3f}", source, "2026-12", "draft", "medium"])


def _judged(known: Answers) -> Iterator[tuple[float, bool]]:
    """Yield, of each declaration of one thing, how well its words name the first resource and whether it is right."""
    with SET.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["parts"] == "1"]
    for row in rows:
        for lang in ("fr", "en"):
            things = known.declarations.understand(row[f"text_{lang}"], row["donor_naf"], row["kind"], lang)
            if len(things) == 1 and things[0].resources:
                first = things[0].resources[0]
                yield first.likeness, right(row["resource_words"], first.resource.fr, first.resource.en)


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
