"""General purposes ("matière première", "chaleur"): what somebody wants without naming a use or a resource."""

import numpy as np

from symbiosis.domain.knowledge import KnowledgeRows, Purpose
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.text import words
from symbiosis.knowledge.weights import WEIGHTS


class Purposes:
    """Recognises a text that names nothing but a general purpose, and says which resources serve it."""

    def __init__(self, rows: KnowledgeRows, becomes: Floats) -> None:
        """Index the purposes; `becomes` are the shares of resources (rows) that go into uses (columns)."""
        uses = {use.id: i for i, use in enumerate(rows.uses)}
        self._fits = [_fit(rows, p, becomes[:, [uses[u] for u in p.use_ids]].sum(axis=1)) for p in rows.purposes]
        self._names = [{frozenset(words(name)) for name in (*p.words_fr, *p.words_en)} for p in rows.purposes]

    def fit(self, text: str) -> Floats | None:
        """Return how well each resource serves the purpose that is all the text says; None when it says more."""
        typed = frozenset(words(text))
        for names, fit in zip(self._names, self._fits, strict=True):
            if typed in names:
                return fit
        return None


def _fit(rows: KnowledgeRows, purpose: Purpose, through_uses: Floats) -> Floats:
    named = np.array([r.kind in purpose.kinds and (not purpose.families or r.family in purpose.families)
                      for r in rows.resources])  # fmt: skip
    fit: Floats = np.maximum(np.maximum(named, through_uses), WEIGHTS.off_purpose)
    return fit
