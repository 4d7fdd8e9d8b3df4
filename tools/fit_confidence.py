"""Fits seeds/confidence.csv to the declarations that people judged: `python -m tools.fit_confidence`.

Isotonic: of declarations sorted by how likely the first resource is, the share that is right never falls.
"""

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge import seeds
from symbiosis.knowledge.evaluation import answers
from symbiosis.knowledge.seed_table import SEEDS
from tools import seed_file
from tools.judged_declarations import HANDS, first_meant, judged

TABLE = SEEDS / "confidence.csv"
STEPS = 8  # as many declarations in each
ENDS = ((0.0, 0.0),)  # what no word names is never right


def main() -> None:
    """Fit, print the curve and write it."""
    judgements = first_meant(answers(seeds.read_knowledge()).declarations, judged(HANDS))
    found = np.array([(first.likelihood, is_right) for first, is_right in judgements])
    steps = np.array_split(found[np.argsort(found[:, 0], kind="stable")], STEPS)
    means, shares = np.array([step.mean(axis=0) for step in steps]).T
    curve = {f"{x:.3f}": f"{y:.3f}" for x, y in [*ENDS, *zip(means, _rising(shares), strict=True)]}
    source = f"expert estimate, fitted to {len(found)} judged declarations (tools/fit_confidence.py)"
    about = {"source": source, "date": "2026-12", "status": "draft", "confidence": "medium"}
    seed_file.write(TABLE, [{"likelihood": likely, "right": share} | about for likely, share in curve.items()])
    for likely, share in curve.items():
        print(likely, share)


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
