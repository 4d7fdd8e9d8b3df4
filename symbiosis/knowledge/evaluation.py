"""Answers to evaluation tasks, from the seeds alone: one ranking per query, the same for the same query."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.compatible import PairJudge, pair_line
from symbiosis.knowledge.exchange import DIVISION, Exchange
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.waste import WasteCodes

Query = Mapping[str, str]
CODES_GIVEN = 50


@dataclass(frozen=True)
class Answers:
    """What is asked for the answers."""

    exchange: Exchange
    waste: WasteCodes
    pairs: PairJudge

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
        """T5: return NACE codes that may take a material, best first, from class to division."""
        takers = self._takers(query, lang)
        order = np.argsort(-takers, kind="stable")
        return [self.exchange.sectors[i] for i in order if takers[i] > 0]

    def is_compatible(self, query: Query, lang: str) -> dict[str, object]:
        """P: return the whole answer whether an offer fits a need."""
        return pair_line(self.pairs, query, lang)

    def _takers(self, query: Query, lang: str) -> Floats:
        return self.exchange.takers(query[f"material_{lang}"], query["donor_nace"], query["low_code"])

    def _divisions(self, shares: Floats) -> list[str]:
        total: dict[str, float] = {}
        for sector, share in zip(self.exchange.sectors, shares, strict=True):
            total[sector[:DIVISION]] = total.get(sector[:DIVISION], 0.0) + float(share)
        return sorted(total, key=lambda division: (-total[division], division))


RANKED: Mapping[str, Callable[[Answers, Query, str], list[str]]] = {
    "T1": Answers.who_takes,
    "T2": Answers.which_code,
    "T3": Answers.who_supplies,
    "T5": Answers.which_class,
}
WHOLE: Mapping[str, Callable[[Answers, Query, str], dict[str, object]]] = {"P": Answers.is_compatible}
TASKS = (*RANKED, *WHOLE)


def answer(asked: Answers, task: str, query: Query, lang: str) -> dict[str, object]:
    """Return what one line of the output says; KeyError names a column the query lacks."""
    if task in WHOLE:
        return WHOLE[task](asked, query, lang)
    ranked = RANKED[task](asked, query, lang)
    return {"case_id": query["case_id"], "task": f"{task}.{lang}", "ranked": ranked}


def answers(rows: KnowledgeRows) -> Answers:
    """Return what answers the tasks, made of these rows."""
    exchange = Exchange(rows, Linker(rows.resources).lexicon)
    return Answers(exchange, WasteCodes(rows, exchange), PairJudge(rows, exchange))
