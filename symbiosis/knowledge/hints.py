"""Words that make one think of a resource without naming it: where it comes from, what holds it, how it is spoken of.

The phrases of `seeds/resource_words/` are counted by their words: what stands in those of few resources tells much of
them, what stands in many tells little (naive Bayes; Maron, 1961).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np

from symbiosis.domain.fold import fold
from symbiosis.domain.tables import Floats, Ints
from symbiosis.knowledge.seed_table import SEEDS, listed, rows

STRENGTHS = {"names": 1.0, "hints": 0.5}  # what heard alone surely means the resource, and what may mean another
UNHEARD = 5.0  # as much as an average resource's phrases: how many nobody wrote down, in which any word may stand
WORD = re.compile(r"[a-z0-9]+")
MOST_WORDS = 3  # that say why
TYPED = re.compile(r"[^\W_]+")
LONG = 3  # letters, without the s of a plural


class Phrase(NamedTuple):
    """Some words for a resource, and how surely they mean it."""

    resource_id: str
    said: str
    weight: float


class _Heard(NamedTuple):
    """The resources in whose phrases a word stands, and how much likelier it is there (natural logarithm)."""

    places: Ints
    tells: Floats


NOT_HEARD = _Heard(np.array([], int), np.array([]))


class Hints:
    """Tells how much the words of a text make one think of each resource; made once."""

    def __init__(self, resource_ids: Iterable[str], phrases: Iterable[Phrase]) -> None:
        """Count the words of the phrases; those of resources that are not there are left out."""
        rank = {name: place for place, name in enumerate(resource_ids)}
        counted: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        said = np.zeros(len(rank))
        for phrase in phrases:
            if phrase.resource_id in rank:
                place = rank[phrase.resource_id]
                for word in _words(phrase.said):
                    said[place] += phrase.weight
                    counted[word][place] += phrase.weight
        unheard = UNHEARD * said.mean() if said.any() else 1.0
        self._elsewhere = np.log(unheard / (said + unheard))
        self._told = {word: _tells(its, unheard / said.sum()) for word, its in counted.items()}

    def of(self, text: str) -> Floats:
        """Return, for each resource in the order of the ids, the log-likelihood of a text's words against chance."""
        likely: Floats = np.zeros(len(self._elsewhere))
        for word in _words(text):
            if word in self._told:
                places, tells = self._told[word]
                likely += self._elsewhere
                likely[places] += tells
        return likely

    def heard(self, text: str, place: int) -> tuple[str, ...]:
        """Return the words of a text, as written, that tell most of the resource in this place of the order."""
        tells = {typed: self._of_word(word, place) for typed in TYPED.findall(text) for word in _words(typed)}
        most = sorted(tells.values())[-MOST_WORDS:]
        least = max(most[0], most[-1] / 2, 0.0) if most else 0.0
        return tuple(typed for typed, told in tells.items() if told >= least and told > 0)

    def _of_word(self, word: str, place: int) -> float:
        places, tells = self._told.get(word, NOT_HEARD)
        return float(tells[places == place].sum() + self._elsewhere[place]) if places.size else 0.0


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


def _tells(its: dict[int, float], unheard: float) -> _Heard:
    weights = np.array(list(its.values()))
    return _Heard(np.array(list(its)), np.log1p(weights / (unheard * weights.sum())))


def _words(text: str) -> Iterator[str]:
    """Yield each word of a text once, as it is but for the end of a plural."""
    yield from dict.fromkeys(
        word[:-1] if len(word) > LONG and word[-1] in "sx" else word for word in WORD.findall(fold(text))
    )
