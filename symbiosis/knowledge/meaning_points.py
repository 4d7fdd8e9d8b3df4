"""What each kind of evidence that a text means a resource weighs: fitted to declarations that people judged."""

from functools import cache
from pathlib import Path

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge.seed_table import SEEDS, rows

EVIDENCE = (
    "named",  # how well a name fits the text, 0..1
    "surely_named",  # the same to the third power: half a name is little
    "head",  # how well a name fits what stands before the first preposition
    "first",  # how well a name fits the first words, to the third power
    "words",  # log-likelihood of all the words
    "speaker",  # log-likelihood that who speaks gives, wants or shares it
)


@cache
def read_points(folder: Path = SEEDS) -> Floats:
    """Return the points in the order of EVIDENCE; ValueError names the file and the line that cannot be read."""
    told = dict(rows(folder / "meaning_points.csv", lambda c: (c["evidence"], float(c["points"]))))
    if told.keys() != set(EVIDENCE):
        raise ValueError(f"meaning_points.csv must have a row for each of {', '.join(EVIDENCE)}")
    return np.array([told[name] for name in EVIDENCE])
