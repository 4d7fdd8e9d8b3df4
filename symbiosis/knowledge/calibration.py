"""How often what a declaration is taken for is right, by how well its words name it (`seeds/confidence.csv`)."""

from functools import cache
from pathlib import Path

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge.seed_table import SEEDS, rows


@cache
def read_curve(folder: Path = SEEDS) -> tuple[Floats, Floats]:
    """Return likeness, rising, and the share that was right; ValueError names the file and the line that is wrong."""
    found = list(rows(folder / "confidence.csv", lambda c: (float(c["likeness"]), float(c["right"]))))
    likeness, right = np.array(found).T
    return likeness, right


def confidence(likeness: float) -> float:
    """Return how likely a resource that its words name so well is the right one; both 0..1."""
    return float(np.interp(likeness, *read_curve()))
