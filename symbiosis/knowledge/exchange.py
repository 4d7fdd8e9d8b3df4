"""Who takes what, and who supplies it: texts, activities and waste codes in, ranked sectors out.

A text is a mixture of the resources it may mean; each resource goes to its uses, each use to the sectors that
perform it. Everything is a share of exchanges, so everything multiplies and adds up.
"""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from symbiosis.domain.enums import Direction
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.lexicon import Lexicon
from symbiosis.knowledge.weights import WEIGHTS


class Exchange:
    """The shares of exchanges between resources, uses and sectors; made once from the knowledge."""

    def __init__(self, rows: KnowledgeRows, resources: Lexicon) -> None:
        """Build the share tables; `resources` recognises resources in texts."""
        self._found, self._uses = resources, Lexicon(_use_names(rows))
        self.resources = {r.id: i for i, r in enumerate(rows.resources)}
        self.uses = {u.id: i for i, u in enumerate(rows.uses)}
        flows = [f for f in rows.typical if f.direction is not Direction.SHARE]
        self.sectors = sorted({p.nace for p in rows.performs} | {f.nace for f in flows})
        sector = {nace: i for i, nace in enumerate(self.sectors)}
        size = len(self.resources), len(self.uses), len(self.sectors)
        edges = ((self.resources[e.resource_id], self.uses[e.use_id], e.weight) for e in rows.usable_as)
        self.becomes = _shares((size[0], size[1]), edges)
        performed = ((self.uses[p.use_id], sector[p.nace], p.share) for p in rows.performs)
        self.performed = _shares((size[1], size[2]), performed)
        self.offered, self.wanted = (
            _shares(
                (size[0], size[2]),
                (
                    (self.resources[f.resource_id], sector[f.nace], f.share_of_resource)
                    for f in flows
                    if f.direction is d
                ),
            )
            for d in (Direction.OFFER, Direction.NEED)
        )
        through_use = WEIGHTS.through_use * self.becomes @ self.performed
        self.takes = through_use + (1 - WEIGHTS.through_use) * self.wanted
        self._codes = _codes(rows, self.resources)
        self.near = lru_cache(maxsize=2000)(self._near)

    def takers(self, text: str, donor: str = "", waste_code: str = "") -> Floats:
        """Return the share of exchanges that end in each sector, for what a text names and who gives it."""
        taken: Floats = self.meaning(text, donor, waste_code) @ self.takes
        anybody: Floats = self.takes.mean(axis=0)
        return taken + WEIGHTS.anybody * anybody

    def suppliers(self, use_text: str, receiver: str = "") -> Floats:
        """Return the share of exchanges that come from each sector, for what a receiver wants it for."""
        use = self.purpose(use_text, receiver)
        wanted = self._of_sector(receiver, self.wanted)
        direct = self._likeness(self._found, self.resources, use_text, WEIGHTS.sharpness)
        fits = WEIGHTS.any_resource + wanted
        resource = (self.becomes @ use + WEIGHTS.named_resource * direct) * fits + WEIGHTS.usual_need * wanted
        given: Floats = resource / max(resource.sum(), 1e-9) @ self.offered
        anybody: Floats = self.offered.mean(axis=0)
        return given + WEIGHTS.anybody * anybody

    def meaning(self, text: str, donor: str = "", waste_code: str = "") -> Floats:
        """Return how likely the text means each resource, given who speaks and under which code; sums to 1."""
        resource = self._likeness(self._found, self.resources, text, WEIGHTS.sharpness)
        for code in filter(None, (c.strip().rstrip("*") for c in waste_code.split("|"))):
            resource = resource + WEIGHTS.code * self._codes.get(code, np.zeros(len(resource)))
        usual = self._of_sector(donor, self.offered)
        resource = resource * (WEIGHTS.any_donor + usual) + WEIGHTS.usual_offer * usual + 1e-6
        likely: Floats = resource / resource.sum()
        return likely

    def purpose(self, use_text: str, receiver: str = "") -> Floats:
        """Return how likely the text means each use, given who would perform it; sums to 1."""
        use = self._likeness(self._uses, self.uses, use_text, WEIGHTS.use_sharpness)
        usual = self._of_sector(receiver, self.performed)
        use = use * (WEIGHTS.any_receiver + usual) + WEIGHTS.usual_use * usual + 1e-9
        likely: Floats = use / use.sum()
        return likely

    def _likeness(self, lexicon: Lexicon, rank: dict[str, int], text: str, sharpness: float) -> Floats:
        found = np.zeros(len(rank))
        for hit in lexicon.find(text, WEIGHTS.most_meanings):
            found[rank[hit.key]] = hit.score**sharpness
        return found

    def _of_sector(self, codes: str, table: Floats) -> Floats:
        """Return, for each row of a table, how much of it is this sector's."""
        return np.minimum(table @ self.near(codes), 1.0)

    def _near(self, codes: str) -> Floats:
        """Return how near each known sector is to the ones named: the same, in the same group, in the same division."""
        near = np.zeros(len(self.sectors))
        for code in filter(None, (c.strip() for c in codes.split("|"))):
            near = np.maximum(near, [_nearness(code, sector) for sector in self.sectors])
        return near


GROUP, DIVISION = 4, 2  # letters of '10.7' and '10'


def _nearness(code: str, sector: str) -> float:
    if code == sector:
        return 1.0
    if code[:GROUP] == sector[:GROUP] or sector.startswith(code) or code.startswith(sector):
        return WEIGHTS.same_group
    return WEIGHTS.same_division if code[:DIVISION] == sector[:DIVISION] else 0.0


def _shares(shape: tuple[int, int], cells: Iterable[tuple[int, int, float]]) -> Floats:
    """Return a table whose rows each sum to 1, or to 0 where nothing is known."""
    table = np.zeros(shape)
    for row, column, share in cells:
        table[row, column] = share
    totals = table.sum(axis=1, keepdims=True)
    shares: Floats = np.divide(table, totals, out=np.zeros(shape), where=totals > 0)
    return shares


def _codes(rows: KnowledgeRows, rank: dict[str, int]) -> dict[str, Floats]:
    """Return, per waste code, how likely each resource goes under it: its first code counts most."""
    found: dict[str, Floats] = {}
    for resource in rows.resources:
        for place, code in enumerate(resource.waste_codes):
            column = found.setdefault(code.rstrip("*"), np.zeros(len(rank)))
            column[rank[resource.id]] = 1 / (1 + place)
    return {code: column / np.sqrt(column.astype(bool).sum()) for code, column in found.items()}


def _use_names(rows: KnowledgeRows) -> list[tuple[str, str]]:
    return [(u.id, name) for u in rows.uses for name in (u.fr, u.en, *u.synonyms_fr, *u.synonyms_en)]
