"""Which firm among those of a park may take a thing: the sectors that take it, brought to firms."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge import shares
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.lexicon import Lexicon
from symbiosis.knowledge.seed_table import SEEDS, listed, rows

Firm = Mapping[str, str]
MOST_ACTIVITIES = 5
OWN_TRADE = 2.0  # exponent on likeness: the firm's own class counts far more than the rest of its division
RATHER_THAN = (
    0.4  # exponent on what its trade takes of everything: a firm stands out by what it takes rather than others
)
LITTLE = 0.01  # of all exchanges: what a trade that takes next to nothing is held to take


def read_firm_words(folder: Path = SEEDS) -> tuple[tuple[str, str], ...]:
    """Return the codes, joined by |, and each word for firms that are told by what they are rather than by a trade."""
    told = rows(folder / "firm_words.csv", lambda c: [(c["nace"], word) for word in listed(c["words"])])
    return tuple(found for row in told for found in row)


class Partners:
    """Ranks firms as takers; a firm without a NACE code is understood by the words of its activity."""

    def __init__(self, known: KnowledgeRows, exchange: Exchange) -> None:
        """Index the names of the sectors."""
        self._exchange = exchange
        named = [(s.nace, name) for s in known.sectors for name in (s.fr, s.en)]
        self._activities = Lexicon([*named, *read_firm_words()])  # to be found under one code, or several

    def rank(self, takers: Floats, firms: Sequence[Firm], lang: str) -> list[str]:
        """Return the ids of the firms, likeliest first; `takers` is a share per sector of the exchange."""
        fits = {firm["firm_id"]: self._fit(takers, self._resembles(firm, lang) ** OWN_TRADE) for firm in firms}
        return sorted(fits, key=lambda firm_id: (-fits[firm_id], firm_id))

    def _fit(self, takers: Floats, resembles: Floats) -> float:
        taken, usually = float(takers @ resembles), float(self._exchange.usually_takes @ resembles)
        return taken / float(np.power(LITTLE + usually, RATHER_THAN))

    def _resembles(self, firm: Firm, lang: str) -> Floats:
        """Return how much a firm resembles each sector, 0 to 1."""
        if firm.get("nace"):
            return self._exchange.near(firm["nace"])
        found = np.zeros(len(self._exchange.sectors))
        for hit in self._activities.find(f"{firm.get(f'activity_{lang}', '')} {firm.get('name', '')}", MOST_ACTIVITIES):
            found = np.maximum(found, hit.score * shares.near(hit.key, self._exchange.sectors))
        return found
