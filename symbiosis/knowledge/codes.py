"""Designations by which two firms mean one thing or another: categories of licences, norms, classes (`codes.csv`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.profile import Profile, Reason, Setting
from symbiosis.knowledge.seed_table import SEEDS, listed, rows
from symbiosis.knowledge.situation_seeds import Topic

VALUE = re.compile(r"[0-9a-z]+")
JOINED = frozenset(("et", "and", "ou", "or"))


@dataclass(frozen=True)
class Code:
    """A kind of designation: how it is written, what a text must speak of, in which topics or modes it counts."""

    kind: str
    pattern: str
    about: str
    where: frozenset[str]
    fr: str
    en: str

    def told(self, text: str) -> frozenset[str]:
        """Return the values a text names."""
        plain = spoken(text[:2_000])
        if self.about and not re.search(self.about, plain):
            return frozenset()
        named = (value for hit in re.finditer(self.pattern, plain) for value in VALUE.findall(hit[1]))
        return frozenset(value for value in named if value not in JOINED)


def by_codes(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield where both name a designation of one kind and have none in common."""
    for code in _codes():
        if code.where & {topic.id, topic.mode}:
            mine, theirs = code.told(one.text), code.told(other.text)
            if mine and theirs and not mine & theirs:
                yield code.fr, code.en


def read_codes(folder: Path = SEEDS) -> tuple[Code, ...]:
    """Return every kind of designation; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "codes.csv", _code))


@lru_cache(maxsize=1)
def _codes() -> tuple[Code, ...]:
    return read_codes()


def _code(c: dict[str, str]) -> Code:
    for pattern in (c["pattern"], c["about"]):
        re.compile(pattern)
    return Code(c["kind"], c["pattern"], c["about"], frozenset(listed(c["where"])), c["fr"], c["en"])
