"""Finds many phrases in a text at once: words compared by their stems, `word*` by its beginning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from symbiosis.domain.fold import fold
from symbiosis.knowledge.polarity import Word, denied_by
from symbiosis.knowledge.stems import stem

LONGEST = 2_000  # letters read
ARTICLES = frozenset(re.findall(r"\w+", "de d du des la le les l un une au aux the of"))
CLAUSE = re.compile(r"[;:()!?\n]|,(?!\d)|\.(?!\d)|\s[-–]\s")
WORD = re.compile(r"[a-z0-9]+")
WANTED = re.compile(r"[a-z0-9]+\*?")
Pattern = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Found:
    """A phrase found: its key, the places of its first and after its last word, its words, and whether it is denied."""

    key: str
    start: int
    end: int
    text: str
    denied: bool


class Phrases:
    """Phrases by key; made once."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Index (key, phrase) pairs by the first letters of the phrase."""
        self._index: dict[str, list[tuple[str, Pattern]]] = {}
        for key, written in phrases:
            pattern = _pattern(written)
            if pattern:
                self._index.setdefault(pattern[0][0][:2], []).append((key, pattern))

    def find(self, text: str) -> tuple[Found, ...]:
        """Return every phrase found, in the order of the text, longer ones first."""
        words = told(text)
        denied = denied_by(words)
        found = [hit for start in range(len(words)) for hit in self._at(words, denied, start)]
        return tuple(sorted(found, key=lambda f: (f.start, -f.end, f.key)))

    def _at(self, words: list[Word], denied: list[int], start: int) -> Iterable[Found]:
        for key, pattern in self._index.get(words[start].text[:2], ()):
            end = start + len(pattern)
            if end <= len(words) and all(map(_fits, words[start:end], pattern)):
                inside = range(start, end)
                text = " ".join(words[i].text for i in inside)
                yield Found(key, start, end, text, denied[start] not in (-1, *inside))


def told(text: str) -> list[Word]:
    """Return the words of a text that count, with the clause each stands in."""
    found = []
    for clause, part in enumerate(CLAUSE.split(fold(text[:LONGEST]))):
        found += [Word(word, stem(word), clause) for word in WORD.findall(part) if word not in ARTICLES]
    return found


def longest(found: Iterable[Found]) -> tuple[Found, ...]:
    """Drop what lies wholly inside a longer phrase."""
    every = tuple(found)
    return tuple(
        f
        for f in every
        if not any(o.start <= f.start and f.end <= o.end and o.end - o.start > f.end - f.start for o in every)
    )


def _pattern(written: str) -> Pattern:
    words = [w for w in WANTED.findall(fold(written)) if w.rstrip("*") not in ARTICLES]
    return tuple((w[:-1], True) if w.endswith("*") else (stem(w), False) for w in words)


def _fits(word: Word, wanted: tuple[str, bool]) -> bool:
    return word.text.startswith(wanted[0]) if wanted[1] else word.stem == wanted[0]
