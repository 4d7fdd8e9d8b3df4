"""Finds which of very many written phrases a text tells, taking apart only those that begin like one of its words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from symbiosis.domain.fold import fold
from symbiosis.knowledge.attributes import ARTICLES, WRITTEN, fits, pattern
from symbiosis.knowledge.polarity import Word, denied_by
from symbiosis.knowledge.stems import stem

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
        self._taken_apart = lru_cache(maxsize=None)(self._take_apart)
        self._begun = lru_cache(maxsize=40_000)(self._begun_by)

    def told(self, words: list[Word]) -> frozenset[str]:
        """Return the phrases, as they are written, that stand in no denial of a text."""
        denied = denied_by(words)
        return frozenset(
            written
            for start, word in enumerate(words)
            for phrase, written in self._begun(word.text)
            if _goes_on(phrase, words, start) and denied[start] in (-1, *range(start, start + len(phrase)))
        )

    def _begun_by(self, text: str) -> tuple[tuple[Pattern, str], ...]:
        """Return the phrases whose first word this is."""
        word, begun = Word(text, stem(text), 0), self._taken_apart(text[:BEGINNING])
        stars = (f"{word.text[:letters]}*" for letters in range(BEGINNING, len(word.text) + 1))
        may_be = (phrase for key in (word.stem, *stars) for phrase in begun.get(key, ()))
        return tuple((phrase, written) for phrase, written in may_be if fits(word, phrase[0]))

    def _take_apart(self, beginning: str) -> Begun:
        begun: Begun = {}
        for written in self._written.get(beginning, ()):
            phrase = pattern(written)
            its_stem, whole = phrase[0]
            begun.setdefault(its_stem if whole else f"{its_stem}*", []).append((phrase, written))
        return begun


def _goes_on(phrase: Pattern, words: list[Word], start: int) -> bool:
    """Return whether a phrase goes on as the text does after its first word."""
    end = start + len(phrase)
    return end <= len(words) and all(map(fits, words[start + 1 : end], phrase[1:]))


def _beginning(phrase: str) -> str:
    """Return the first letters of a phrase, '' for one of small words only: « thé » reads like the English article."""
    first = next((w for w in map(re.Match.group, WRITTEN.finditer(fold(phrase))) if w not in ARTICLES), "")
    return first.rstrip("*")[:BEGINNING]
