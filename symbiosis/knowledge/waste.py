"""Text to waste code: the codes of the resources a text may mean, and the entries whose own words it speaks.

Each entry is weighed by how usual its section of the List is in the waste of whoever speaks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from symbiosis.domain.knowledge import KnowledgeRows, WasteEntry
from symbiosis.knowledge.entry_words import EntryWords
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.producers import Producers
from symbiosis.knowledge.subject import speaks_of_danger, subject

MOST_ENTRIES = 150
UNLIKELY = 1e-4  # that a text means a resource: not worth its codes
UNLISTED = "99"  # last two digits of what a section names no other way


@dataclass(frozen=True)
class Tuning:
    """What each hint counts beside the others: expert estimates."""

    words: float = 2.0  # an entry's own words, beside the codes of the resources
    sharpness: float = 1.5  # exponent on the likeness of a text to one of an entry's names
    least: float = 0.2  # what a name is worth when the entry accounts for nothing of the text
    cover: float = 2.0  # exponent on the share of the text the entry accounts for
    place: float = 1.0  # exponent on the rank of a code among those of its resource
    sector: float = 0.5  # exponent on the share of the section in the trade's waste
    unlisted: float = 0.02  # what the section names no other way, whatever the words
    uncoded: float = 0.05  # what the text may mean that has no code, a heat or a gas
    doubt: float = 0.7  # a hazardous mirror when no danger is told, a harmless one when it is


TUNING = Tuning()


@dataclass(frozen=True)
class Coded:
    """A waste code for a text: `why` are the words that led to it; `entry` says its hazard and its mirrors."""

    entry: WasteEntry
    score: float
    why: str


class WasteCodes:
    """Ranks the entries of the List of Waste for a text and the activity of whoever throws it away."""

    def __init__(self, rows: KnowledgeRows, exchange: Exchange) -> None:
        """Index the entries by their own labels and words, and by the resources that go under them."""
        self._exchange = exchange
        self._producers = Producers(rows.waste_by_sector)
        self._entries = {entry.code: entry for entry in rows.waste}
        self._words = EntryWords(rows.waste)
        self._resources = [
            (exchange.resources[r.id], r.fr, [code.rstrip("*") for code in r.waste_codes]) for r in rows.resources
        ]

    def rank(self, text: str, donor: str = "") -> list[Coded]:
        """Return the entries that fit, best first."""
        found: dict[str, Coded] = {}
        for code, score, why in (*self._of_resources(subject(text), donor), *self._of_words(subject(text))):
            entry = self._entries.get(code)
            if entry:
                before = found.get(code, Coded(entry, 0.0, why))
                found[code] = Coded(entry, before.score + score, why if score > before.score else before.why)
        danger = speaks_of_danger(text)
        fitted = [Coded(c.entry, c.score * self._fit(c.entry, donor, danger), c.why) for c in found.values()]
        return sorted(fitted, key=lambda c: (-c.score, c.entry.code))

    def _of_resources(self, text: str, donor: str) -> Iterator[tuple[str, float, str]]:
        meaning, uncoded = self._exchange.meaning(text, donor), 0.0
        for row, name, codes in self._resources:
            likely = float(meaning[row])
            uncoded += 0.0 if codes else likely
            for place, code in enumerate(codes if likely > UNLIKELY else ()):
                yield code, likely / (1 + place) ** TUNING.place, name
        usual = self._producers.sections(donor)
        for section, share in usual.items():
            unlisted = (TUNING.unlisted + TUNING.uncoded * uncoded) * share / max(usual.values())
            yield f"{section} {UNLISTED}", unlisted, donor

    def _of_words(self, text: str) -> Iterator[tuple[str, float, str]]:
        for hit, covered in self._words.find(text, MOST_ENTRIES):
            told = (TUNING.least + (1 - TUNING.least) * covered) ** TUNING.cover
            yield hit.key, TUNING.words * hit.score**TUNING.sharpness * told, hit.name

    def _fit(self, entry: WasteEntry, donor: str, danger: bool) -> float:
        fits = self._producers.fit(entry, donor, TUNING.sector)
        return fits * TUNING.doubt if entry.mirrors and entry.hazardous != danger else fits
