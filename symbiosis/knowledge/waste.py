"""Text to waste code: the codes of the resources a text may mean, and the entries whose own words it speaks."""

from dataclasses import dataclass

from symbiosis.domain.knowledge import KnowledgeRows, WasteEntry
from symbiosis.knowledge.entry_words import EntryWords
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.producers import SECTION, Producers

MOST_ENTRIES = 150


@dataclass(frozen=True)
class Tuning:
    """What each hint counts, beside the others: expert estimates."""

    words: float = 2.0  # an entry's own words, beside the codes of the resources
    sharpness: float = 1.5  # exponent on the likeness of a text to an entry's words
    least: float = 0.2  # what an entry's words are worth when they account for nothing of the text
    cover: float = 2.0  # exponent on the share of the text they account for
    place: float = 1.0  # exponent on the rank of a code among those of its resource
    sector: float = 0.5  # exponent on the share of the section in the trade's waste
    unlisted: float = 0.02  # what goes under the '99' of the trade, whatever the words


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
        self._of_resource = [
            (exchange.resources[r.id], r.fr, [code.rstrip("*") for code in r.waste_codes]) for r in rows.resources
        ]

    def rank(self, text: str, donor: str = "") -> list[Coded]:
        """Return the entries that fit, best first."""
        found: dict[str, Coded] = {}
        meaning = self._exchange.meaning(text, donor)
        for row, name, codes in self._of_resource:
            for place, code in enumerate(codes):
                self._add(found, code, float(meaning[row]) / (1 + place) ** TUNING.place, name)
        for hit, covered in self._words.find(text, MOST_ENTRIES):
            likeness = hit.score**TUNING.sharpness * (TUNING.least + (1 - TUNING.least) * covered) ** TUNING.cover
            self._add(found, hit.key, TUNING.words * likeness, hit.name)
        for code, entry in self._entries.items():
            if code.endswith("99"):
                self._add(found, code, TUNING.unlisted, entry.fr)
        fitted = [
            Coded(c.entry, c.score * self._producers.fit(c.entry, donor, TUNING.sector), c.why) for c in found.values()
        ]
        return sorted(fitted, key=lambda c: (-c.score, c.entry.code))

    def _add(self, found: dict[str, Coded], code: str, score: float, why: str) -> None:
        entry = self._entries.get(code)
        if entry is None:
            return
        before = found.get(code, Coded(entry, 0.0, why))
        found[code] = Coded(entry, before.score + score, why if score > before.score else before.why)
