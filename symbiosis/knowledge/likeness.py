"""How near the meanings of an offer and a need are, by the resources and uses their words may mean."""

import numpy as np

from symbiosis.domain.tables import Floats
from symbiosis.knowledge.exchange import Exchange

SHARED_USE = 0.7  # of the likeness of the same resource
TINY = 1e-12


class Likeness:
    """Compares what two texts may mean; made once."""

    def __init__(self, exchange: Exchange) -> None:
        """Keep what knows who takes what."""
        self._exchange = exchange

    def of(self, offer_text: str, need_text: str) -> float:
        """Return how near two texts are: the same resource, the use named, a use in common; 0 to 1."""
        offered, wanted = self._exchange.meaning(offer_text), self._exchange.meaning(need_text)
        becomes = offered @ self._exchange.becomes
        return max(
            _cosine(offered, wanted),
            _cosine(becomes, self._exchange.purpose(need_text)),
            SHARED_USE * _cosine(becomes, wanted @ self._exchange.becomes),
        )


def _cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + TINY))
