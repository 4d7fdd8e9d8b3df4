"""Finds many phrases in a text at once: words compared by their stems, `word*` by its beginning."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from symbiosis.domain.fold import fold
from symbiosis.knowledge.polarity import DENIES, Word, denied_by
from symbiosis.knowledge.stems import akin, stem
from symbiosis.knowledge.text import words

LONGEST = 2_000  # letters read
ARTICLES = frozenset(re.findall(r"\w+", "a de d du des la le les l un une aux au the of"))
CLAUSE = re.compile(r"[;:()!?\n]|,(?!\d)|\.(?!\d)|\s[-–]\s")
WORD = re.compile(r"[a-z0-9]+")
WANTED = re.compile(r"[a-z0-9]+\*?")
Pattern = tuple[tuple[str, bool], ...]  # a word, or the beginning of one
MOST_GAPS = 1  # words inside a phrase that are not its own: « cour betonnée pour poids lourds »
SHORTEST = 5  # letters from which a last e is dropped


@dataclass(frozen=True)
class Found:
    """A phrase found: its key, the places of its first and after its last word, its words, and whether it is denied."""

    key: str
    start: int
    end: int
    text: str
    denied: bool
    own: int = 1  # words of the phrase itself


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
        typed = told(text)
        denied = denied_by(typed)
        found = [hit for start in range(len(typed)) for hit in self._at(typed, denied, start)]
        return tuple(sorted(found, key=lambda f: (f.start, -f.end, f.key)))

    def _at(self, typed: list[Word], denied: list[int], start: int) -> Iterable[Found]:
        for key, pattern in self._index.get(typed[start].text[:2], ()):
            end = _end(typed, start, pattern)
            if end:
                inside = range(start, end)
                text = " ".join(typed[i].text for i in inside)
                yield Found(key, start, end, text, denied[start] not in (-1, *inside), len(pattern))


def told(text: str) -> list[Word]:
    """Return the words of a text that count, with the clause each stands in."""
    found = []
    for clause, part in enumerate(CLAUSE.split(fold(text[:LONGEST]))):
        found += [Word(word, stem(word), clause) for word in WORD.findall(part) if word not in ARTICLES]
    return found


def longest(found: Iterable[Found]) -> tuple[Found, ...]:
    """Drop what lies wholly inside a longer phrase."""
    every = tuple(found)
    return tuple(f for f in every if not any(o.start <= f.start and f.end <= o.end and o.own > f.own for o in every))


def _pattern(written: str) -> Pattern:
    wanted = [w for w in WANTED.findall(fold(written).replace("'", " ")) if w.rstrip("*") not in ARTICLES]
    return tuple((w[:-1], True) if w.endswith("*") else (w, False) for w in wanted)


def _end(typed: list[Word], start: int, pattern: Pattern) -> int:
    """Return the place after a phrase that starts there, 0 when none does; one other word may stand inside it."""
    place, gaps = start, 0
    for wanted in pattern:
        if gaps < MOST_GAPS and start < place < len(typed) and _skipped(typed[place], wanted):
            place, gaps = place + 1, gaps + 1
        if place >= len(typed) or typed[place].clause != typed[start].clause or not _fits(typed[place], wanted):
            return 0
        place += 1
    return place


def _skipped(word: Word, wanted: tuple[str, bool]) -> bool:
    """Tell whether a word may stand inside a phrase: any but one that denies what follows (« bois non traité »)."""
    return not _fits(word, wanted) and word.text not in DENIES


def _fits(word: Word, wanted: tuple[str, bool]) -> bool:
    if wanted[1]:
        return word.text.startswith(wanted[0])
    one, other = _bare(word.text), _bare(wanted[0])
    if one == other:
        return True
    inflected = min(len(one), len(other)) > SHORTEST - 1 and abs(len(one) - len(other)) <= 1
    return inflected and word.stem == stem(wanted[0]) and akin(word.text, wanted[0])


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    """Return a word without the marks of plural and feminine; a stem alone would take « pressing » for « presse »."""
    one = words(word)
    last = one[0] if len(one) == 1 else word
    return last[:-1] if last.endswith("e") and len(last) >= SHORTEST else last
