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
        into = [
            [becomes[:, [uses[u] for u in ids]].sum(axis=1) for ids in (p.use_ids, p.not_use_ids)]
            for p in rows.purposes
        ]
        self._fits = [_fit(rows, p, *shares) for p, shares in zip(rows.purposes, into, strict=True)]
        self._names = [{frozenset(words(name)) for name in (*p.words_fr, *p.words_en)} for p in rows.purposes]

    def fit(self, text: str) -> Floats | None:
        """Return how well each resource serves the purpose that is all the text says; None when it says more."""
        typed = frozenset(words(text))
        for names, fit in zip(self._names, self._fits, strict=True):
            if typed in names:
                return fit
        return None


def _fit(rows: KnowledgeRows, purpose: Purpose, into: Floats, elsewhere: Floats) -> Floats:
    """Return how well each resource serves; `into` and `elsewhere` are its shares that go into the purpose's uses."""
    families = purpose.families or {r.family for r in rows.resources}
    named = np.array([r.kind in purpose.kinds and r.family in families for r in rows.resources])
    fit: Floats = np.maximum(np.maximum(named, into) * (1.0 - elsewhere), WEIGHTS.off_purpose)
    return fit
