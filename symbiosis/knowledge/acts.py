"""What the author of a text does with a thing: throws away, buys, trains for, has, wants, refuses (`acts.csv`)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from symbiosis.knowledge.seed_table import SEEDS, rows


@dataclass(frozen=True)
class Saying:
    """A way to say an act, as a regular expression over spoken text."""

    act: str
    pattern: str


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """Return every way to say an act, by act."""
    every = sorted(read_acts(), key=lambda saying: saying.act)
    return {
        act: re.compile(rf"\b(?:{'|'.join(saying.pattern for saying in sayings)})\b")
        for act, sayings in groupby(every, key=lambda saying: saying.act)
    }


def does(act: str, plain: str) -> bool:
    """Tell whether a spoken text says an act."""
    return bool(patterns()[act].search(plain))


def read_acts(folder: Path = SEEDS) -> tuple[Saying, ...]:
    """Return every row; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "acts.csv", _saying))


def _saying(c: dict[str, str]) -> Saying:
    re.compile(c["pattern"])
    return Saying(c["act"], c["pattern"])
