"""What the trades know of things like these: rows whose words come near a pair's, where none is met word for word."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

import numpy as np

from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.stems import stem
from symbiosis.knowledge.trade_sense import LANGUAGES, SIDES, VERDICTS, Condition, Sense
from symbiosis.knowledge.word_space import Vectors, WordSpace, word_space

NEAREST = 5  # rows
MOST = 2.5  # spreads from the mean that count: short texts come nearer than those that were judged
USUAL = {
    "kin_fits": (0.35, 0.1),
    "kin_against": (0.35, 0.1),
    "kin_alike": (0.45, 0.2),
}  # mean and spread over judged pairs


class Kindred:
    """Tells how near a pair comes to what the trades know; made once."""

    def __init__(self, senses: Sequence[Sense], words: Callable[[str], Iterable[str]]) -> None:
        """Learn the directions of words from the table itself; `words` gives the stems of a text."""
        told = [[_told(sense, side) for sense in senses] for side in SIDES]
        each = dict.fromkeys(_stems(c) for sense in senses for c in _conditions(sense))
        self._space = word_space([*each, *told[0], *told[1]])
        self._offers, self._needs = (_vectors(self._space, side) for side in told)
        self._fits = np.array([VERDICTS[sense.verdict] > 0 for sense in senses])
        self._vector = lru_cache(maxsize=4_000)(lambda text: self._space.vector(words(text)))

    def of(self, offer_text: str, need_text: str) -> Iterator[Evidence]:
        """Yield how near the pair comes to rows that fit, to rows that do not, and the two texts to each other."""
        offer, need = self._vector(offer_text), self._vector(need_text)
        near = np.maximum(self._offers @ offer, 0) * np.maximum(self._needs @ need, 0)
        yield _evidence("kin_fits", _nearest(near[self._fits]), ("de ce qui convient", "what fits"))
        yield _evidence("kin_against", _nearest(near[~self._fits]), ("de ce qui ne convient pas", "what does not fit"))
        yield _evidence("kin_alike", float(offer @ need), ("l'un de l'autre par les mots", "each other in words"))


def _evidence(kind: str, near: float, what: tuple[str, str]) -> Evidence:
    mean, spread = USUAL[kind]
    amount = min(max((near - mean) / spread, -MOST), MOST)
    how = ("Proche", "Near to") if amount > 0 else ("Loin", "Far from")
    percent = round(100 * near)
    return Evidence(
        0.0, f"{how[0]} {what[0]} ({percent} %)", f"{how[1]} {what[1]} ({percent} %)", kind=kind, amount=amount
    )


def _nearest(near: Vectors) -> float:
    most = min(NEAREST, len(near))
    return float(np.partition(near, -most)[-most:].mean()) if most else 0.0


def _conditions(sense: Sense) -> Iterator[Condition]:
    for side in (sense.offer, sense.need):
        for lang in LANGUAGES:
            yield from side[lang]


@cache  # the same conditions stand in many rows
def _stems(condition: Condition) -> frozenset[str]:
    found = {stem(word.rstrip("*")) for phrase in condition.phrases for word in phrase.split()}
    return frozenset(word for word in found if len(word) > 1)


def _told(sense: Sense, side: str) -> frozenset[str]:
    """Return the stems of all that one side has to tell, in both languages."""
    conditions = (c for lang in LANGUAGES for c in getattr(sense, side)[lang] if not c.absent)
    return frozenset().union(*map(_stems, conditions))


def _vectors(space: WordSpace, told: Sequence[frozenset[str]]) -> Vectors:
    return np.array([space.vector(words) for words in told])
