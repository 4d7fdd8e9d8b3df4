"""Answers to evaluation tasks, from the seeds alone: one ranking per query, the same for the same query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge import shares
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.shares import CLASS, DIVISION
from symbiosis.knowledge.waste import WasteCodes

Query = Mapping[str, str]
CODES_GIVEN = 50


@dataclass(frozen=True)
class Answers:
    """What is asked for the answers."""

    exchange: Exchange
    waste: WasteCodes
    classes: tuple[str, ...]
    spread: Floats  # sectors of the exchange x classes

    def who_takes(self, query: Query, lang: str) -> list[str]:
        """T1: return NACE divisions that may take a material, best first."""
        return self._divisions(self._takers(query, lang))

    def which_code(self, query: Query, lang: str) -> list[str]:
        """T2: return waste codes of a material, best first, without asterisk."""
        ranked = self.waste.rank(query[f"material_{lang}"], query["donor_nace"])
        return [coded.entry.code for coded in ranked[:CODES_GIVEN]]

    def who_supplies(self, query: Query, lang: str) -> list[str]:
        """T3: return NACE divisions that may supply what a receiver uses, best first."""
        return self._divisions(self.exchange.suppliers(query[f"use_{lang}"], query["receiver_nace"]))

    def which_class(self, query: Query, lang: str) -> list[str]:
        """T5: return NACE classes that may take a material, best first."""
        takers = self._takers(query, lang) @ self.spread
        order = np.argsort(-takers, kind="stable")
        return [self.classes[i] for i in order if takers[i] > 0]

    def _takers(self, query: Query, lang: str) -> Floats:
        return self.exchange.takers(query[f"material_{lang}"], query["donor_nace"], query["low_code"])

    def _divisions(self, shares: Floats) -> list[str]:
        total: dict[str, float] = {}
        for sector, share in zip(self.exchange.sectors, shares, strict=True):
            total[sector[:DIVISION]] = total.get(sector[:DIVISION], 0.0) + float(share)
        return sorted(total, key=lambda division: (-total[division], division))


TASKS: Mapping[str, Callable[[Answers, Query, str], list[str]]] = {
    "T1": Answers.who_takes,
    "T2": Answers.which_code,
    "T3": Answers.who_supplies,
    "T5": Answers.which_class,
}


def answers(rows: KnowledgeRows) -> Answers:
    """Return what answers the tasks, made of these rows."""
    exchange = Exchange(rows, Linker(rows.resources).lexicon)
    classes = tuple(sorted(s.nace for s in rows.sectors if len(s.nace) == CLASS))
    return Answers(exchange, WasteCodes(rows, exchange), classes, shares.spread(exchange.sectors, classes))
