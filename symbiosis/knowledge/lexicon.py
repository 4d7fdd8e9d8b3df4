"""Finds which of many named things a text speaks of: rare words count more, misspelled ones a little less."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
from rapidfuzz import fuzz, process

from symbiosis.domain.tables import Floats, Ints
from symbiosis.knowledge.stems import stems

SHORTEST_TYPO = 5  # letters: a shorter word is only ever itself
SAME_WORD = 84.0  # rapidfuzz ratio, 0..100: one letter in six
TYPO, ROOT = 0.95, 0.75  # what a misspelled word, or one with the same root, is worth of the word itself
ROOT_LETTERS = 6
LAST = chr(0x10FFFF)  # sorts after every letter
UNKNOWN_WORD = 0.5  # of a typical word's weight: it may matter, nobody knows
NAMES_WHOLE, NAMES_PART = 0.75, 0.25  # how much the text's other words count


@dataclass(frozen=True)
class Hit:
    """A named thing found in a text: `score` 0..1, and the name that matched.

    `telling`: how much its words tell, 0..1; a word that stands in many names ("boues") tells little.
    """

    key: str
    score: float
    name: str
    telling: float = 1.0


class Lexicon:
    """Ranks the keys whose names a text resembles; made once, asked many times."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Index (key, name) pairs; a key may have many names."""
        rows = [(key, name, frozenset(stems(name))) for key, name in names]
        rows = sorted((row for row in rows if row[2]), key=lambda row: (row[0], row[1]))
        self._keys, self._names = [r[0] for r in rows], [r[1] for r in rows]
        self._vocabulary = sorted({s for r in rows for s in r[2]})
        rank = {s: i for i, s in enumerate(self._vocabulary)}
        self._rank = rank
        holders = [len({rows[p][0] for p in group}) for group in self._postings_of(rows)]
        things = max(len(set(self._keys)), 1)
        self._weight: Floats = np.array([log(1 + things / n) for n in holders])
        self._postings: list[Ints] = [np.array(group, dtype=np.int64) for group in self._postings_of(rows)]
        self._whole: Floats = np.array([sum(self._weight[rank[s]] for s in r[2]) for r in rows])
        self._typical = float(np.median(self._weight)) if rows else 1.0
        self._near = lru_cache(maxsize=20_000)(self._near_words)
        self.find = lru_cache(maxsize=20_000)(self._find)

    def _postings_of(self, rows: list[tuple[str, str, frozenset[str]]]) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self._vocabulary]
        for position, (_, _, its) in enumerate(rows):
            for s in its:
                found[self._rank[s]].append(position)
        return found

    def _find(self, text: str, most: int) -> tuple[Hit, ...]:
        if not self._keys:
            return ()
        covered, typed = np.zeros(len(self._keys)), 0.0
        for word in dict.fromkeys(stems(text)):
            near = self._near(word)
            typed += max((self._weight[i] for i, _ in near), default=UNKNOWN_WORD * self._typical)
            best = np.zeros(len(self._keys))
            for i, likeness in near:
                best[self._postings[i]] = np.maximum(best[self._postings[i]], likeness * self._weight[i])
            covered += best
        of_name = np.minimum(covered / self._whole, 1.0)
        of_text = covered / max(typed, 1e-9)
        scores = of_name**2 * (NAMES_WHOLE + NAMES_PART * np.minimum(of_text, 1.0))
        return self._best(scores, np.minimum(covered / self._typical, 1.0), most)

    def _near_words(self, word: str) -> list[tuple[int, float]]:
        """Return the known words a typed one may be, with how much it counts."""
        if word in self._rank:
            return [(self._rank[word], 1.0)]
        if len(word) < SHORTEST_TYPO:
            return []
        typos = process.extract(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=SAME_WORD, limit=4)
        near = {i: TYPO * ratio / 100 for _, ratio, i in typos}
        root = word[:ROOT_LETTERS]
        if len(root) == ROOT_LETTERS:
            for i in range(bisect_left(self._vocabulary, root), bisect_left(self._vocabulary, root + LAST)):
                near.setdefault(i, ROOT)
        return list(near.items())

    def _best(self, scores: Floats, telling: Floats, most: int) -> tuple[Hit, ...]:
        found: dict[str, Hit] = {}
        for row in np.argsort(-scores, kind="stable"):
            if scores[row] <= 0 or len(found) == most:
                break
            score, tells = round(float(scores[row]), 4), round(float(telling[row]), 4)
            found.setdefault(self._keys[row], Hit(self._keys[row], score, self._names[row], tells))
        return tuple(found.values())
