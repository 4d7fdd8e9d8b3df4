"""Finds which of very many written phrases a text tells, taking apart only those that begin like one of its words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from symbiosis.domain.fold import fold
from symbiosis.knowledge.attributes import ARTICLES, WRITTEN, fits, pattern
from symbiosis.knowledge.polarity import Word, denied_by

BEGINNING = 2  # letters: a phrase is kept under those of its first word
Pattern = tuple[tuple[str, str], ...]
Begun = dict[str, list[tuple[Pattern, str]]]  # by the stem of the first word, or its letters and a star


class Phrasebook:
    """The phrases that texts of one language may tell; made once."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Keep each phrase under the letters it begins with; one of small words only is never told."""
        self._written: dict[str, list[str]] = {}
        for phrase in dict.fromkeys(phrases):
            self._written.setdefault(_beginning(phrase), []).append(phrase)
        self._written.pop("", None)
        self._begun = lru_cache(maxsize=None)(self._take_apart)

    def told(self, words: list[Word]) -> frozenset[str]:
        """Return the phrases, as they are written, that stand in no denial of a text."""
        denied = denied_by(words)
        return frozenset(
            written
            for start, word in enumerate(words)
            for phrase, written in self._starting(word)
            if denied[start] in (-1, *range(start, start + len(phrase))) and _stands(phrase, words, start)
        )

    def _starting(self, word: Word) -> Iterator[tuple[Pattern, str]]:
        """Yield the phrases whose first word this one may be."""
        begun = self._begun(word.text[:BEGINNING])
        yield from begun.get(word.stem, ())
        for letters in range(BEGINNING, len(word.text) + 1):
            yield from begun.get(f"{word.text[:letters]}*", ())

    def _take_apart(self, beginning: str) -> Begun:
        begun: Begun = {}
        for written in self._written.get(beginning, ()):
            phrase = pattern(written)
            its_stem, whole = phrase[0]
            begun.setdefault(its_stem if whole else f"{its_stem}*", []).append((phrase, written))
        return begun


def _stands(phrase: Pattern, words: list[Word], start: int) -> bool:
    part = words[start : start + len(phrase)]
    return len(part) == len(phrase) and all(map(fits, part, phrase))


def _beginning(phrase: str) -> str:
    """Return the first letters of a phrase, '' for one of small words only: « thé » reads like the English article."""
    first = next((w for w in map(re.Match.group, WRITTEN.finditer(fold(phrase))) if w not in ARTICLES), "")
    return first.rstrip("*")[:BEGINNING]
