"""Who takes what, and who supplies it: texts, activities and waste codes in, ranked sectors out.

Every exchange is a giver, a resource, a use and a taker. How usual each is are shares, so what is not said is
summed over; what is said (a text, a code, an activity) makes some of them likelier, and likelihoods multiply.
"""

from functools import lru_cache

import numpy as np

from symbiosis.domain.enums import Direction, ResourceKind
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge import shares
from symbiosis.knowledge.hints import hints_for
from symbiosis.knowledge.lexicon import Lexicon
from symbiosis.knowledge.purposes import Purposes
from symbiosis.knowledge.weights import WEIGHTS

EXCHANGED = (ResourceKind.MATERIAL, ResourceKind.ENERGY, ResourceKind.WATER)


class Exchange:
    """The shares of exchanges between resources, uses and sectors; made once from the knowledge."""

    def __init__(self, rows: KnowledgeRows, resources: Lexicon) -> None:
        """Build the share tables; `resources` recognises resources in texts."""
        self._found, self.use_names = resources, Lexicon(_use_names(rows))
        self.resources = {r.id: i for i, r in enumerate(rows.resources)}
        self.uses = {u.id: i for i, u in enumerate(rows.uses)}
        self.hints = hints_for(tuple(self.resources))
        flows = [f for f in rows.typical if f.direction is not Direction.SHARE]
        self.sectors = sorted({p.nace for p in rows.performs} | {f.nace for f in flows})
        sector = {nace: i for i, nace in enumerate(self.sectors)}
        self.becomes = shares.becomes(rows, self.resources, self.uses)
        self.performed = shares.performed(rows, self.uses, sector)
        self.offered = shares.typical(flows, Direction.OFFER, self.resources, sector)
        self.wanted = shares.typical(flows, Direction.NEED, self.resources, sector)
        self.takes = WEIGHTS.through_use * self.becomes @ self.performed + (1 - WEIGHTS.through_use) * self.wanted
        self.prevalence = np.array([_prevalence(r.kind, r.prevalence) for r in rows.resources])
        self.usually_takes = self.prevalence @ self.takes / max(self.prevalence.sum(), 1e-9)
        self._purposes = Purposes(rows, self.becomes)
        self._codes = shares.coded(rows, self.resources)
        self.near = lru_cache(maxsize=2000)(lambda codes: shares.near(codes, self.sectors))

    def takers(self, text: str, donor: str = "", waste_code: str = "") -> Floats:
        """Return the share of exchanges that end in each sector, for what a text names and who gives it."""
        taken: Floats = self.meaning(text, donor, waste_code) @ self.takes
        anybody: Floats = self.takes.mean(axis=0)
        return (taken + WEIGHTS.anybody * anybody) * self._other_trades(donor)

    def suppliers(self, use_text: str, receiver: str = "") -> Floats:
        """Return the share of exchanges that come from each sector, for what a receiver wants it for."""
        given: Floats = self.wish(use_text, receiver) @ self.offered
        anybody: Floats = self.offered.mean(axis=0)
        return (given + WEIGHTS.anybody * anybody) * self._other_trades(receiver)

    def meaning(self, text: str, donor: str = "", waste_code: str = "") -> Floats:
        """Return how likely the text means each resource, given who speaks and under which code; sums to 1."""
        likely = self.prevalence * self._likelihood(self._found, self.resources, text, WEIGHTS.sharpness)
        likely = likely * np.exp(WEIGHTS.hinted * self.hints.of(text))
        codes = [self._codes[c] for c in _codes_of(waste_code) if c in self._codes]
        if codes:
            likely = likely * (WEIGHTS.any_code + np.max(codes, axis=0))
        if donor:
            likely = likely * (WEIGHTS.any_donor + self._of_sector(donor, self.offered))
        total: Floats = likely / likely.sum()
        return total

    def purpose(self, use_text: str, receiver: str = "") -> Floats:
        """Return how likely the text means each use, given who would perform it; sums to 1."""
        likely = self._likely_uses(use_text, receiver)
        total: Floats = likely / likely.sum()
        return total

    def wish(self, use_text: str, receiver: str = "") -> Floats:
        """Return how likely each resource is what a receiver seeks for a use; sums to 1."""
        served = self._purposes.fit(use_text)
        named = "" if served is not None else use_text  # a general purpose names no resource and no use
        through_use = self.becomes @ self._likely_uses(named, receiver)
        bought = WEIGHTS.any_need + self._of_sector(receiver, self.wanted)
        likely = WEIGHTS.through_use * through_use + (1 - WEIGHTS.through_use) * bought
        likely *= self._likelihood(self._found, self.resources, named, WEIGHTS.named_resource) * self.prevalence
        likely *= 1.0 if served is None else served
        total: Floats = likely / likely.sum()
        return total

    def _likely_uses(self, text: str, receiver: str) -> Floats:
        likely: Floats = self._likelihood(self.use_names, self.uses, text, WEIGHTS.use_sharpness)
        return likely * (WEIGHTS.any_receiver + self._of_sector(receiver, self.performed))

    def _likelihood(self, lexicon: Lexicon, rank: dict[str, int], text: str, sharpness: float) -> Floats:
        """Return how much likelier a text is when each thing is meant than when its words came by chance."""
        resembles = np.zeros(len(rank))
        for hit in lexicon.find(text, WEIGHTS.most_meanings):
            resembles[rank[hit.key]] = hit.score * hit.telling
        likelihood: Floats = np.exp(sharpness * resembles)
        return likelihood

    def _other_trades(self, codes: str) -> Floats:
        """Return how likely each sector is as a partner for its trade alone: those who do the same have the same."""
        near = self.near(codes)
        partner: Floats = np.select([near >= 1.0, near > 0.0], [WEIGHTS.own_class, WEIGHTS.own_division], 1.0)
        return partner

    def _of_sector(self, codes: str, table: Floats) -> Floats:
        """Return, for each row of a table, how much of it is this sector's."""
        return np.minimum(table @ self.near(codes), 1.0)


def _prevalence(kind: ResourceKind, prevalence: float) -> float:
    return prevalence * (1.0 if kind in EXCHANGED else WEIGHTS.shared_kind)


def _codes_of(waste_codes: str) -> list[str]:
    return [code.strip().rstrip("*") for code in waste_codes.split("|") if code.strip()]


def _use_names(rows: KnowledgeRows) -> list[tuple[str, str]]:
    return [(u.id, name) for u in rows.uses for name in (u.fr, u.en, *u.synonyms_fr, *u.synonyms_en)]
