"""Which resource a declaration means: its words, what stands first in it, who speaks and whether they give or want."""

import re
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Direction
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.calibration import confidence
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.kind import POOLED
from symbiosis.knowledge.lexicon import Lexicon
from symbiosis.knowledge.linker import Linker

MOST, FIRST_WORDS = 25, 4
SHARPNESS = 3.0  # exponent on the likeness of a text to a name
HEAD, FIRST, ENTRY = 0.3, 0.3, 0.3  # what stands first, and the words of the List of Waste, beside the whole text
HINTED = 2.0  # what makes one think of it, though nothing names it
ALL_WORDS = 1 + HEAD + FIRST  # what the very words of a name earn
MIN_HEAD = 3  # letters
ANYBODY = 0.3  # what a resource counts when the speaker's sector is not known to give or want it
UNLIKELY = 0.3  # a thing where a tool or a service is expected, and the other way round
UNSAID = 0.4  # a tool, when nobody says whether it is given, wanted or shared
LEAST = 0.02  # of the best one's likelihood: below, it is no alternative
HEAD_ENDS = re.compile(
    r"[,;:(+]| - |\b(?:from|on|in|at|for|with|after|that|des|du|dans|chez|pour|pr|sur|apres|avec|qui|suite|issus?)\b"
    r"|\b(?:au|aux|en|a)\b"
)


@dataclass(frozen=True)
class Meant:
    """A resource a text may mean, from the likeliest to the least.

    `likeness`: 0..1, how well the words name it, for the further ones in proportion to `likelihood`.
    """

    resource: Resource
    likeness: float
    likelihood: float

    @property
    def confidence(self) -> float:
        """How likely it is the right one, 0..1, as judged declarations show."""
        return round(confidence(self.likeness), 2)


class Understanding:
    """Ranks the resources a declaration may mean; made once from the knowledge."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, exchange: Exchange) -> None:
        """Index the words of the waste entries beside those of the resources."""
        self._rows, self._linker, self._exchange = rows.resources, linker, exchange
        self._entries = Lexicon([(e.code, name) for e in rows.waste for name in (e.fr, e.en, *e.words_fr, *e.words_en)])
        self._under = _under(rows)
        pooled = {s.resource_id for s in rows.sharing} | {r.id for r in rows.resources if r.kind in POOLED}
        self._shared = np.array([r.id in pooled for r in rows.resources])
        self._tools = np.array([r.kind in POOLED for r in rows.resources])

    def meant(self, core: str, donor: str, kind: Direction | None) -> list[Meant]:
        """Return the resources the core words of a text may mean, best first; none when no word is known."""
        head = next((part.strip() for part in HEAD_ENDS.split(core) if len(part.strip()) > MIN_HEAD), core)
        first = " ".join(core.split()[:FIRST_WORDS])
        texts = [(core, 1.0), (head, HEAD), (first, FIRST)]
        worded = sum((share * self.likeness(text) ** SHARPNESS for text, share in texts), np.zeros(len(self._rows)))
        if kind is not Direction.SHARE:
            worded = worded + ENTRY * self._by_entry(core) ** SHARPNESS
        worded = worded + HINTED * self._exchange.hints.of(core) ** 2
        return self._ranked(worded, worded * self._fits(donor, kind))

    def _ranked(self, worded: Floats, likely: Floats) -> list[Meant]:
        """Return the likeliest first; it is as sure as its words are, the others as likely beside it."""
        order = [i for i in np.argsort(-likely, kind="stable")[:MOST] if likely[i] > LEAST * likely.max()]
        if not order:
            return []
        sure = min(float(worded[order[0]]) / ALL_WORDS, 1.0) ** (1 / SHARPNESS)
        beside = [float(likely[i] / likely[order[0]]) for i in order]
        return [
            Meant(self._rows[i], round(sure * part ** (1 / SHARPNESS), 2), float(likely[i]))
            for i, part in zip(order, beside, strict=True)
        ]

    def likeness(self, text: str) -> Floats:
        """Return how much each resource's names resemble a text, 0..1."""
        found = np.zeros(len(self._rows))
        for hit in self._linker.lexicon.find(text, MOST):
            found[self._exchange.resources[hit.key]] = hit.score
        for link in self._linker.link(text):
            row = self._exchange.resources[link.resource_id]
            found[row] = max(found[row], link.confidence)
        return found

    def _by_entry(self, text: str) -> Floats:
        """Return how much the waste entries that a resource goes under resemble a text, 0..1."""
        found = np.zeros(len(self._rows))
        for hit in self._entries.find(text, MOST):
            for row, share in self._under.get(hit.key, ()):
                found[row] = max(found[row], hit.score * share)
        return found

    def _fits(self, donor: str, kind: Direction | None) -> Floats:
        """Return what who speaks, and what for, make of each resource's chances."""
        if kind is Direction.SHARE:
            return np.where(self._shared, 1.0, UNLIKELY)
        table = self._exchange.wanted if kind is Direction.NEED else self._exchange.offered
        usual = ANYBODY + np.minimum(table @ self._exchange.near(donor), 1.0)
        fits: Floats = usual * np.where(self._tools, UNLIKELY if kind else UNSAID, 1.0)
        return fits


def _under(rows: KnowledgeRows) -> dict[str, list[tuple[int, float]]]:
    """Return, per waste code, the rows of the resources that go under it and how much it says of each."""
    found: dict[str, list[tuple[int, float]]] = {}
    for row, resource in enumerate(rows.resources):
        for place, code in enumerate(resource.waste_codes):
            found.setdefault(code.rstrip("*"), []).append((row, (1 + place) ** -0.5))
    return {code: [(row, w * len(held) ** -0.25) for row, w in held] for code, held in found.items()}
