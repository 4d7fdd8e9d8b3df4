"""Words that make one think of a resource without naming it: where it comes from, what holds it, how it is spoken of.

The words of `seeds/resource_words/` are counted, alone and beside each other: what stands in the phrases of few
resources tells much of them, what stands in many tells little.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge.seed_table import SEEDS, listed, rows
from symbiosis.knowledge.stems import stems

STRENGTHS = {"names": 1.0, "hints": 0.5}  # what heard alone surely means the resource, and what may mean another
LONGEST = 3  # words heard beside each other
ELSEWHERE = 0.5  # weight of all the phrases nobody wrote down, in which a word may stand too
OFTEN = 2.0  # weight from which a word that stands in more phrases of a resource tells no more
CLEAR = 8.0  # of what is told: enough to be sure


class Phrase(NamedTuple):
    """Some words for a resource, and how surely they mean it."""

    resource_id: str
    said: str
    weight: float


class Hints:
    """Tells how much the words of a text make one think of each resource; made once."""

    def __init__(self, resource_ids: Iterable[str], phrases: Iterable[Phrase]) -> None:
        """Count the words of the phrases; those of resources that are not there are left out."""
        self._rank = {name: place for place, name in enumerate(resource_ids)}
        counted: dict[str, dict[int, float]] = {}
        for phrase in phrases:
            if phrase.resource_id in self._rank:
                _count(phrase, self._rank[phrase.resource_id], counted)
        self._told = {heard: self._tells(its) for heard, its in counted.items()}

    def of(self, text: str) -> Floats:
        """Return how much a text makes one think of each resource, 0..1, in the order of the ids."""
        total = np.zeros(len(self._rank))
        for heard in _heard(stems(text)):
            if heard in self._told:
                places, tells = self._told[heard]
                total[places] += tells
        likely: Floats = np.minimum(total / CLEAR, 1.0)
        return likely

    def _tells(self, its: dict[int, float]) -> tuple[list[int], Floats]:
        """Return the resources some words stand for, and how much they tell of each."""
        rare = log(1 + len(self._rank) / len(its))
        every = sum(its.values()) + ELSEWHERE
        return list(its), np.array([weight / every * rare * sqrt(min(weight, OFTEN)) for weight in its.values()])


@lru_cache(maxsize=1)  # a second of work, and knowledge is read again after each correction
def hints_for(resource_ids: tuple[str, ...]) -> Hints:
    """Return the shipped hints for these resources."""
    return Hints(resource_ids, read_phrases())


def read_phrases(folder: Path = SEEDS) -> tuple[Phrase, ...]:
    """Return every phrase; ValueError names the file and the line that cannot be read."""
    files = sorted((folder / "resource_words").glob("*.csv"))
    return tuple(phrase for file in files for found in rows(file, _phrases) for phrase in found)


def _phrases(c: dict[str, str]) -> list[Phrase]:
    if c["strength"] not in STRENGTHS:
        raise ValueError(f"{c['strength']!r} is none of {', '.join(STRENGTHS)}")
    return [Phrase(c["id"], said, STRENGTHS[c["strength"]]) for said in listed(c["phrases"])]


def _count(phrase: Phrase, place: int, counted: dict[str, dict[int, float]]) -> None:
    words = stems(phrase.said)
    for heard in _heard(words):
        its = counted.setdefault(heard, {})
        its[place] = its.get(place, 0.0) + phrase.weight / (1 if " " in heard else len(set(words)))


def _heard(words: tuple[str, ...]) -> Iterator[str]:
    """Yield each word, and those that stand beside each other, once."""
    spans = (words[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(words) - n + 1))
    yield from dict.fromkeys(" ".join(span) for span in spans if len(span) > 1 or len(span[0]) > 1)
