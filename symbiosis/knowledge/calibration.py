"""How often what a declaration is taken for is right, by how likely it seems (`seeds/confidence.csv`)."""

from functools import cache
from pathlib import Path

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge.seed_table import SEEDS, rows


@cache
def read_curve(folder: Path = SEEDS) -> tuple[Floats, Floats]:
    """Return likelihoods, rising, and the share that was right; ValueError names the file and the wrong line."""
    found = list(rows(folder / "confidence.csv", lambda c: (float(c["likelihood"]), float(c["right"]))))
    likelihood, right = np.array(found).T
    return likelihood, right


def confidence(likelihood: float) -> float:
    """Return how often a resource that seems so likely is the right one; both 0..1."""
    return float(np.interp(likelihood, *read_curve()))
