"""Which resource a declaration means: its words, what stands first in it, who speaks and whether they give or want."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from symbiosis.domain.enums import Direction
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.calibration import confidence
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.kind import POOLED
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.meaning_points import EVIDENCE, read_points

MOST, FIRST_WORDS = 25, 4
KEPT = 500  # a short text is its own head and first words
SURELY = 3  # exponent on the likeness of a text to a name: half a name is little
MIN_HEAD = 3  # letters
ANYBODY = 0.3  # what a resource counts when the speaker's sector is not known to give or want it
UNLIKELY = 0.3  # a thing where a tool or a service is expected, and the other way round
UNSAID = 0.4  # a tool, when nobody says whether it is given, wanted or shared
LEAST = 0.02  # of the best one's likelihood: below, it is no alternative
HEAD_ENDS = re.compile(
    r"[,;:(+]| - |\b(?:from|on|in|at|for|with|after|that|des|du|dans|chez|pour|pr|sur|apres|avec|qui|suite|issus?)\b"
    r"|\b(?:au|aux|en|a)\b"
)


OF_WORDS = slice(0, EVIDENCE.index("speaker"))  # who speaks says nothing alone


class Said(NamedTuple):
    """What names one thing: as it was typed, and its core words."""

    text: str
    core: str


@dataclass(frozen=True)
class Meant:
    """A resource a text may mean, and how likely it is meant rather than any other, 0..1."""

    resource: Resource
    likelihood: float

    @property
    def confidence(self) -> float:
        """How likely it is the right one, 0..1, as judged declarations show."""
        return round(confidence(self.likelihood), 2)


class Understanding:
    """Ranks the resources a declaration may mean; made once from the knowledge."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, exchange: Exchange) -> None:
        """Keep what recognises names and words."""
        self._rows, self.linker, self.exchange = rows.resources, linker, exchange
        pooled = {s.resource_id for s in rows.sharing} | {r.id for r in rows.resources if r.kind in POOLED}
        self._shared = np.array([r.id in pooled for r in rows.resources])
        self._tools = np.array([r.kind in POOLED for r in rows.resources])
        self._alike = lru_cache(maxsize=KEPT)(self._likeness)

    def meant(self, said: Said, donor: str, kind: Direction | None) -> list[Meant]:
        """Return the resources a text may mean, best first; none when no word is known."""
        told = self.evidence(said, donor, kind)
        if not told[:, OF_WORDS].any():
            return []
        points = told @ read_points()
        likely = np.exp(points - points.max())
        likely /= likely.sum()
        order = [i for i in np.argsort(-likely, kind="stable")[:MOST] if likely[i] > LEAST * likely.max()]
        return [Meant(self._rows[i], float(likely[i])) for i in order]

    def why(self, text: str, resource_id: str) -> str:
        """Return the words of a text that most make one think of a resource."""
        return " ".join(self.exchange.hints.heard(text, self.exchange.resources[resource_id]))

    def evidence(self, said: Said, donor: str, kind: Direction | None) -> Floats:
        """Return how much of each kind of EVIDENCE (columns) speaks for each resource (rows)."""
        core = said.core
        head = next((part.strip() for part in HEAD_ENDS.split(core) if len(part.strip()) > MIN_HEAD), core)
        named, first = self._alike(core), self._alike(" ".join(core.split()[:FIRST_WORDS]))
        words, speaker = self.exchange.hints.of(said.text), np.log(self._fits(donor, kind))
        return np.stack([named, named**SURELY, self._alike(head), first**SURELY, words, speaker], axis=1)

    def _likeness(self, text: str) -> Floats:
        """Return how much each resource's names resemble a text, 0..1."""
        found = np.zeros(len(self._rows))
        for hit in self.linker.lexicon.find(text, MOST):
            found[self.exchange.resources[hit.key]] = hit.score
        for link in self.linker.link(text):
            row = self.exchange.resources[link.resource_id]
            found[row] = max(found[row], link.confidence)
        return found

    def _fits(self, donor: str, kind: Direction | None) -> Floats:
        """Return what who speaks, and what for, make of each resource's chances."""
        if kind is Direction.SHARE:
            return np.where(self._shared, 1.0, UNLIKELY)
        table = self.exchange.wanted if kind is Direction.NEED else self.exchange.offered
        usual = ANYBODY + np.minimum(table @ self.exchange.near(donor), 1.0)
        fits: Floats = usual * np.where(self._tools, UNLIKELY if kind else UNSAID, 1.0)
        return fits
