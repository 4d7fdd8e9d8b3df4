"""What people of a trade know of two texts: what looks alike and does not fit, what fits though the words differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from sys import intern

from symbiosis.knowledge.attributes import LONGEST, Reader
from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.phrasebook import Phrasebook
from symbiosis.knowledge.polarity import Word
from symbiosis.knowledge.seed_table import SEEDS, listed, rows

VERDICTS = {
    "never": -1.0,
    "unlikely": -0.7,
    "fits": 0.6,
}  # how far each speaks for a pair, from -1 to 1: expert estimate
AND, NOT = " & ", "!"
LANGUAGES = ("fr", "en")
SIDES = ("offer", "need")
Met = frozenset[tuple[int, str]]  # rows of the table, each with the language in which a text meets one side of it


@dataclass(frozen=True)
class Condition:
    """Phrases of which one must be told, or none where `absent`."""

    phrases: tuple[str, ...]  # not a set, which takes five times the memory
    absent: bool

    def holds(self, told: frozenset[str]) -> bool:
        """Return whether a text that tells these phrases meets it."""
        return any(phrase in told for phrase in self.phrases) is not self.absent


@dataclass(frozen=True)
class Sense:
    """One thing a trade knows: when offer and need, in a language, meet their conditions, the `verdict` holds."""

    verdict: str
    offer: dict[str, tuple[Condition, ...]]
    need: dict[str, tuple[Condition, ...]]
    reason_fr: str
    reason_en: str

    def evidence(self) -> Evidence:
        """Return it as a reason for or against a pair."""
        return Evidence(VERDICTS[self.verdict], self.reason_fr, self.reason_en, kind=f"trade_{self.verdict}")


class TradeSense:
    """Finds what the trades know of a pair; made once."""

    def __init__(self, senses: Iterable[Sense], reader: Reader) -> None:
        """Index the phrases; `reader` splits texts into words."""
        self.senses = tuple(senses)
        self._reader = reader
        parts = [(side, lang) for side in SIDES for lang in LANGUAGES]
        self._books = {part: Phrasebook(_phrases(self.senses, *part)) for part in parts}
        self._first = {part: _by_phrase(self.senses, *part) for part in parts}
        self.met = lru_cache(maxsize=20_000)(self._met)

    def value(self, place: int) -> float:
        """Return how far a row speaks for a pair, from -1 to 1."""
        return VERDICTS[self.senses[place].verdict]

    def of(self, offer_text: str, need_text: str) -> tuple[Sense, ...]:
        """Return what is known of a pair, each reason once."""
        both = sorted(self.met(offer_text, "offer") & self.met(need_text, "need"))
        found = (self.senses[place] for place, _ in both)
        return tuple({sense.reason_en: sense for sense in found}.values())

    def _met(self, text: str, side: str) -> Met:
        """Return the rows whose side, 'offer' or 'need', a text meets."""
        words = self._reader.words(text[:LONGEST])
        return frozenset((place, lang) for lang in LANGUAGES for place in self._places(words, side, lang))

    def _places(self, words: list[Word], side: str, lang: str) -> Iterator[int]:
        told, index = self._books[side, lang].told(words), self._first[side, lang]
        for place in {place for phrase in told for place in index.get(phrase, ())}:
            if all(condition.holds(told) for condition in getattr(self.senses[place], side)[lang]):
                yield place


def read_senses(folder: Path = SEEDS) -> tuple[Sense, ...]:
    """Return what the trades know; ValueError names the file and the line that cannot be read."""
    return tuple(sense for file in sorted((folder / "trade_sense").glob("*.csv")) for sense in rows(file, _sense))


def _sense(c: dict[str, str]) -> Sense:
    if c["verdict"] not in VERDICTS:
        raise ValueError(f"{c['verdict']!r} is none of {', '.join(VERDICTS)}")
    offer, need = ({lang: _conditions(c[f"{side}_{lang}"]) for lang in LANGUAGES} for side in SIDES)
    return Sense(c["verdict"], offer, need, c["reason_fr"], c["reason_en"])


@cache  # the same conditions stand in many rows
def _condition(part: str) -> Condition:
    phrases = tuple(dict.fromkeys(map(intern, listed(part.removeprefix(NOT)))))
    if not phrases:
        raise ValueError(f"a condition without words in {part!r}")
    return Condition(phrases, part.startswith(NOT))


def _conditions(cell: str) -> tuple[Condition, ...]:
    found = [_condition(part.strip()) for part in cell.split(AND)]
    if all(condition.absent for condition in found):
        raise ValueError(f"nothing must be told in {cell!r}")
    return tuple(sorted(found, key=lambda condition: condition.absent))


def _phrases(senses: Sequence[Sense], side: str, lang: str) -> Iterator[str]:
    for sense in senses:
        for condition in getattr(sense, side)[lang]:
            yield from condition.phrases


def _by_phrase(senses: Sequence[Sense], side: str, lang: str) -> dict[str, list[int]]:
    """Return the places of the senses by the phrases of the first thing a side must tell."""
    index: dict[str, list[int]] = {}
    for place, sense in enumerate(senses):
        for phrase in getattr(sense, side)[lang][0].phrases:
            index.setdefault(phrase, []).append(place)
    return index
