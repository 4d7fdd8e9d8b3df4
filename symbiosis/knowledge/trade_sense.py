"""What people of a trade know of two texts: what looks alike and does not fit, what fits though the words differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from sys import intern

from symbiosis.knowledge.attributes import LONGEST, Reader, languages
from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.phrasebook import Phrasebook
from symbiosis.knowledge.polarity import Word
from symbiosis.knowledge.seed_table import SEEDS, listed, rows

# How far each speaks for a pair, from -1 to 1: expert estimate.
VERDICTS = {"never": -1.0, "unlikely": -0.7, "fits": 0.6}
WARNINGS = ("never", "unlikely")
AND, NOT = " & ", "!"
LANGUAGES = ("fr", "en")
SIDES = ("offer", "need")
Met = frozenset[int]  # rows of the table, each once for the language in which a text meets one side of it


@dataclass(frozen=True)
class Condition:
    """Phrases of which one must be told, or none where `absent`."""

    phrases: tuple[str, ...]  # not a set, which takes five times the memory
    absent: bool

    def holds(self, told: frozenset[str]) -> bool:
        """Return whether a text that tells these phrases meets it."""
        return told.isdisjoint(self.phrases) is self.absent


@dataclass(frozen=True)
class Sense:
    """One thing a trade knows: when offer and need, in a language, meet their conditions, the `verdict` holds."""

    verdict: str
    offer: dict[str, tuple[Condition, ...]]
    need: dict[str, tuple[Condition, ...]]
    reason_fr: str
    reason_en: str

    @property
    def value(self) -> float:
        """How far it speaks for a pair, from -1 to 1."""
        return VERDICTS[self.verdict]

    def evidence(self) -> Evidence:
        """Return it as a reason for or against a pair."""
        return Evidence(self.value, self.reason_fr, self.reason_en, kind=f"trade_{self.verdict}")


class TradeSense:
    """Finds what the trades know of a pair; made once."""

    def __init__(self, senses: Iterable[Sense], reader: Reader) -> None:
        """Index the phrases; `reader` splits texts into words."""
        self.senses = tuple(senses)
        self._reader = reader
        parts = [(side, lang) for side in SIDES for lang in LANGUAGES]
        self._books = {part: Phrasebook(_phrases(self.senses, *part)) for part in parts}
        self._first = {part: _by_phrase(self.senses, *part) for part in parts}
        self._cached = lru_cache(maxsize=20_000)(self._met)

    def sense(self, met: int) -> Sense:
        """Return the row that was met."""
        return self.senses[met // len(LANGUAGES)]

    def met(self, text: str, side: str) -> Met:
        """Return the rows whose side, 'offer' or 'need', a text meets."""
        return self._cached(text[:LONGEST], side)

    def of(self, offer_text: str, need_text: str) -> tuple[Sense, ...]:
        """Return what is known of a pair, each reason once."""
        found: dict[str, Sense] = {}
        for met in sorted(self.met(offer_text, "offer") & self.met(need_text, "need")):
            found.setdefault(self.sense(met).reason_en, self.sense(met))
        return tuple(found.values())

    def _met(self, text: str, side: str) -> Met:
        words = self._reader.words(text)
        return frozenset(
            place * len(LANGUAGES) + LANGUAGES.index(lang)
            for lang in languages(text, words)
            for place in self._places(words, side, lang)
        )

    def _places(self, words: list[Word], side: str, lang: str) -> Iterator[int]:
        told, index = self._books[side, lang].told(words), self._first[side, lang]
        for place in {place for phrase in told for place in index.get(phrase, ())}:
            if all(condition.holds(told) for condition in getattr(self.senses[place], side)[lang]):
                yield place


@cache  # seconds of work, and each run of the matcher asks again
def read_senses(folder: Path = SEEDS, verdicts: tuple[str, ...] = tuple(VERDICTS)) -> tuple[Sense, ...]:
    """Return what the trades know, of some verdicts; ValueError names the file and the line that cannot be read."""
    files = sorted((folder / "trade_sense").glob("*.csv"))
    found = (sense for file in files for sense in rows(file, lambda c: _sense(c, verdicts)))
    return tuple(sense for sense in found if sense)


def _sense(c: dict[str, str], verdicts: tuple[str, ...]) -> Sense | None:
    if c["verdict"] not in VERDICTS:
        raise ValueError(f"{c['verdict']!r} is none of {', '.join(VERDICTS)}")
    if c["verdict"] not in verdicts:
        return None
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
    """Return the places of the senses by the phrases of the rarest thing a side must tell."""
    often = Counter(_phrases(senses, side, lang))
    index: dict[str, list[int]] = {}
    for place, sense in enumerate(senses):
        told = (condition for condition in getattr(sense, side)[lang] if not condition.absent)
        for phrase in min(told, key=lambda condition: sum(often[phrase] for phrase in condition.phrases)).phrases:
            index.setdefault(phrase, []).append(place)
    return index
