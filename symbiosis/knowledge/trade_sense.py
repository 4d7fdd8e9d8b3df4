"""What people of a trade know of two texts: what looks alike and does not fit, what fits though the words differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from symbiosis.knowledge.attributes import LONGEST, Reader, fits, languages, pattern
from symbiosis.knowledge.evidence import NEVER, Evidence
from symbiosis.knowledge.polarity import Word, denied_by
from symbiosis.knowledge.seed_table import SEEDS, listed, rows

VERDICTS = {"never": NEVER, "unlikely": -4.5, "fits": 4.0}  # points of log-odds
AND, NOT = " & ", "!"
Phrase = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Condition:
    """Phrases of which one must be told, or none where `absent`."""

    phrases: frozenset[Phrase]
    absent: bool

    def holds(self, told: frozenset[Phrase]) -> bool:
        """Return whether a text that tells these phrases meets it."""
        return bool(self.phrases & told) is not self.absent


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
        points = VERDICTS[self.verdict]
        return Evidence(points, self.reason_fr, self.reason_en, never=points == NEVER, link=points > 0)


class TradeSense:
    """Finds what the trades know of a pair; made once."""

    def __init__(self, senses: Iterable[Sense], reader: Reader) -> None:
        """Index the phrases; `reader` splits texts into words."""
        self._senses = tuple(senses)
        self._reader = reader
        self._phrases = {side: _index(self._senses, side) for side in ("offer", "need")}
        self._first = {lang: _by_phrase(self._senses, lang) for lang in ("fr", "en")}
        self._told = lru_cache(maxsize=4_000)(self._phrases_of)

    def of(self, offer_text: str, need_text: str) -> Iterator[Evidence]:
        """Yield what is known of a pair, each reason once."""
        offer, need = self._told(offer_text, "offer"), self._told(need_text, "need")
        found: dict[str, Evidence] = {}
        for lang, index in self._first.items():
            candidates = {i for phrase in offer for i in index.get(phrase, ())}
            for sense in (self._senses[i] for i in sorted(candidates)):
                if _hold(sense.offer[lang], offer) and _hold(sense.need[lang], need):
                    found.setdefault(sense.reason_en, sense.evidence())
        yield from found.values()

    def _phrases_of(self, text: str, side: str) -> frozenset[Phrase]:
        """Return the phrases of a text that stand in no denial."""
        words = self._reader.words(text[:LONGEST])
        denied = denied_by(words)
        told = set()
        for lang in languages(text, words):
            index = self._phrases[side][lang]
            for start, word in enumerate(words):
                for phrase in _begun(index, word):
                    part = words[start : start + len(phrase)]
                    own = denied[start] in (-1, *range(start, start + len(phrase)))
                    if own and len(part) == len(phrase) and all(map(fits, part, phrase)):
                        told.add(phrase)
        return frozenset(told)


_phrase = lru_cache(maxsize=None)(pattern)  # the same words stand in many rows


def read_senses(folder: Path = SEEDS) -> tuple[Sense, ...]:
    """Return what the trades know; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "trade_sense.csv", _sense))


def _sense(c: dict[str, str]) -> Sense:
    if c["verdict"] not in VERDICTS:
        raise ValueError(f"{c['verdict']!r} is none of {', '.join(VERDICTS)}")
    offer, need = ({lang: _conditions(c[f"{side}_{lang}"]) for lang in ("fr", "en")} for side in ("offer", "need"))
    return Sense(c["verdict"], offer, need, c["reason_fr"], c["reason_en"])


def _conditions(cell: str) -> tuple[Condition, ...]:
    found = []
    for part in cell.split(AND):
        absent = part.strip().startswith(NOT)
        phrases = frozenset(p for p in map(_phrase, listed(part.strip().removeprefix(NOT))) if p)
        if not phrases:
            raise ValueError(f"a condition without words in {cell!r}")
        found.append(Condition(phrases, absent))
    if all(condition.absent for condition in found):
        raise ValueError(f"nothing must be told in {cell!r}")
    return tuple(sorted(found, key=lambda condition: condition.absent))


def _hold(conditions: Sequence[Condition], told: frozenset[Phrase]) -> bool:
    return all(condition.holds(told) for condition in conditions)


def _index(senses: Iterable[Sense], side: str) -> dict[str, dict[str, list[Phrase]]]:
    """Return, by language, the phrases of one side by how they begin: a stem, or letters and a star."""
    index: dict[str, dict[str, dict[Phrase, None]]] = {"fr": {}, "en": {}}
    for sense in senses:
        for lang, conditions in getattr(sense, side).items():
            for phrase in (p for condition in conditions for p in condition.phrases):
                its_stem, written = phrase[0]
                index[lang].setdefault(its_stem if written else f"{its_stem}*", {})[phrase] = None
    return {lang: {begins: list(phrases) for begins, phrases in its.items()} for lang, its in index.items()}


def _begun(index: dict[str, list[Phrase]], word: Word) -> Iterator[Phrase]:
    """Yield the phrases whose first word this one may be."""
    yield from index.get(word.stem, ())
    for letters in range(1, len(word.text) + 1):
        yield from index.get(f"{word.text[:letters]}*", ())


def _by_phrase(senses: Sequence[Sense], lang: str) -> dict[Phrase, list[int]]:
    """Return the places of the senses by the phrases of the first thing an offer must tell."""
    index: dict[Phrase, list[int]] = {}
    for place, sense in enumerate(senses):
        for phrase in sense.offer[lang][0].phrases:
            index.setdefault(phrase, []).append(place)
    return index
