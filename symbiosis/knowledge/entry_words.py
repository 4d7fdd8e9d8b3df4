"""Which entries of the List of Waste speak the words of a text, and how much of the text they account for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import log

from symbiosis.domain.knowledge import WasteEntry
from symbiosis.knowledge.lexicon import Hit, Lexicon
from symbiosis.knowledge.stems import stems

UNKNOWN_WORD = 0.5  # of a typical word's weight: it may matter, nobody knows
ROOT_LETTERS, ROOT = 6, 0.75  # what a word with the same root is worth of the word itself


class EntryWords:
    """The words of all entries; made once, asked many times."""

    def __init__(self, entries: Iterable[WasteEntry]) -> None:
        """Index the labels and words of entries."""
        names = [(e.code, name) for e in entries for name in (e.fr, e.en, *e.words_fr, *e.words_en)]
        self._names = Lexicon(names)
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._rooted: dict[str, set[str]] = defaultdict(set)
        for code, name in names:
            for stem in stems(name):
                self._holders[stem].add(code)
                self._rooted[stem[:ROOT_LETTERS]].add(code)
        self._entries = len({code for code, _ in names})
        weights = sorted(self._weight(codes) for codes in self._holders.values())
        self._typical = weights[len(weights) // 2] if weights else 1.0

    def _weight(self, codes: set[str]) -> float:
        return log(1 + self._entries / len(codes))

    def find(self, text: str, most: int) -> Iterator[tuple[Hit, float]]:
        """Yield the entries whose names resemble the text, with the share of the text they account for, 0 to 1."""
        covered: dict[str, float] = defaultdict(float)
        typed = 0.0
        for word in dict.fromkeys(stems(text)):
            codes, likeness = self._speakers(word)
            weight = self._weight(codes) if codes else UNKNOWN_WORD * self._typical
            typed += weight
            for code in codes:
                covered[code] += weight * likeness
        for hit in self._names.find(text, most):
            yield hit, covered[hit.key] / max(typed, 1e-9)

    def _speakers(self, word: str) -> tuple[set[str], float]:
        if word in self._holders:
            return self._holders[word], 1.0
        if len(word) < ROOT_LETTERS:
            return set(), 0.0
        return self._rooted.get(word[:ROOT_LETTERS], set()), ROOT
