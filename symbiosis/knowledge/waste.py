"""Text to waste code: the codes of the resources a text may mean, and the entries whose own words it speaks."""

from dataclasses import dataclass

import numpy as np

from symbiosis.domain.knowledge import KnowledgeRows, WasteEntry
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.lexicon import Lexicon
from symbiosis.knowledge.shares import DIVISION
from symbiosis.knowledge.weights import WEIGHTS

MOST_ENTRIES = 60


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
        self._entries = {entry.code: entry for entry in rows.waste}
        self._words = Lexicon([(e.code, name) for e in rows.waste for name in (e.fr, e.en, *e.words_fr, *e.words_en)])
        self._of_resource = [
            (exchange.resources[r.id], r.fr, code.rstrip("*"), 1 / (1 + place))
            for r in rows.resources
            for place, code in enumerate(r.waste_codes)
        ]

    def rank(self, text: str, donor: str = "") -> list[Coded]:
        """Return the entries that fit, best first."""
        found: dict[str, Coded] = {}
        meaning = self._exchange.meaning(text, donor)
        for row, name, code, place in self._of_resource:
            self._add(found, code, float(meaning[row]) * place, name)
        for hit in self._words.find(text, MOST_ENTRIES):
            fit = WEIGHTS.any_producer + self._fits(self._entries[hit.key], donor)
            self._add(found, hit.key, WEIGHTS.entry_words * hit.score**2 * fit, hit.name)
        return sorted(found.values(), key=lambda c: (-c.score, c.entry.code))

    def _add(self, found: dict[str, Coded], code: str, score: float, why: str) -> None:
        entry = self._entries.get(code)
        if entry is None:
            return
        before = found.get(code, Coded(entry, 0.0, why))
        found[code] = Coded(entry, before.score + score, why if score > before.score else before.why)

    def _fits(self, entry: WasteEntry, donor: str) -> float:
        """Return how well the donor's activity fits the entry's industry."""
        if not entry.nace or not donor:
            return WEIGHTS.everybodys
        divisions = {code.strip()[:DIVISION] for code in donor.split("|")}
        return float(np.any([nace[:DIVISION] in divisions for nace in entry.nace]))
