"""What the author of a text does with a thing: throws away, buys, trains for, has, wants, refuses (`acts.csv`)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from symbiosis.knowledge.seed_table import SEEDS, rows


@dataclass(frozen=True)
class Saying:
    """A way to say an act in a language, as a regular expression over spoken text."""

    act: str
    lang: str
    pattern: str


def does(act: str, plain: str, lang: str = "") -> bool:
    """Tell whether a spoken text says an act; `lang` empty: in whatever language."""
    return bool(pattern(act, lang).search(plain))


@lru_cache(maxsize=1_000)
def is_act(name: str) -> bool:
    """Tell whether an act of this name can be said: some are of one topic alone."""
    return any(saying.act == name for saying in _acts())


@lru_cache(maxsize=100)
def pattern(act: str, lang: str = "") -> re.Pattern[str]:
    """Return every way to say an act; KeyError when there is none."""
    sayings = [s.pattern for s in _acts() if s.act == act and lang in ("", s.lang)]
    if not is_act(act):
        raise KeyError(act)
    return re.compile(rf"\b(?:{'|'.join(sayings)})\b")


@lru_cache(maxsize=1)
def _acts() -> tuple[Saying, ...]:
    return read_acts()


def read_acts(folder: Path = SEEDS) -> tuple[Saying, ...]:
    """Return every row; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "acts.csv", _saying))


def _saying(c: dict[str, str]) -> Saying:
    re.compile(c["pattern"])
    return Saying(c["act"], c["lang"], c["pattern"])
