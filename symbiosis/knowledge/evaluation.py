"""Answers to evaluation tasks, from the seeds alone: the same lines for the same query, and the figures they earn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge import declaration, declaration_score, pair_score, ranking_score, shares, situation_score
from symbiosis.knowledge.baselines import NEIGHBOUR, POPULARITY
from symbiosis.knowledge.compatible import PairJudge, pair_line
from symbiosis.knowledge.declaration import Declarations
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.partners import Partners
from symbiosis.knowledge.ranking_score import Universe
from symbiosis.knowledge.shares import CLASS, DIVISION
from symbiosis.knowledge.situations import Situations
from symbiosis.knowledge.understanding import Understanding
from symbiosis.knowledge.waste import WasteCodes

Query = Mapping[str, Any]
Line = dict[str, Any]
Figures = dict[str, dict[str, float]]  # by whose answers they are
CODES_GIVEN = 50
OURS = "ranked"


@dataclass(frozen=True)
class Answers:
    """What is asked for the answers."""

    rows: KnowledgeRows
    linker: Linker
    exchange: Exchange
    waste: WasteCodes
    classes: tuple[str, ...]
    spread: Floats  # sectors of the exchange x classes

    @cached_property
    def declarations(self) -> Declarations:
        """What understands declarations: made when first asked, since no other task needs it."""
        return Declarations(self.rows, Understanding(self.rows, self.linker, self.exchange), self.waste)

    @cached_property
    def pairs(self) -> PairJudge:
        """What judges pairs: made when first asked."""
        return PairJudge(self.rows, self.linker, self.exchange)

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

    def declared(self, query: Query, lang: str) -> list[Line]:
        """D: return one line per thing that a declaration names."""
        return declaration.lines(self.declarations, query, lang)

    @cached_property
    def partners(self) -> Partners:
        """What ranks the firms of a park: made when first asked."""
        return Partners(self.rows, self.exchange)

    def which_firm(self, query: Query, lang: str) -> list[str]:
        """T4: return the ids of the other firms of the park (`firms`), likeliest taker first."""
        donor: Query = next((f for f in query["firms"] if f["firm_id"] == query["donor_id"]), {})
        others = [firm for firm in query["firms"] if firm["firm_id"] != query["donor_id"]]
        takers = self.exchange.takers(query[f"material_{lang}"], donor.get("nace", ""), query.get("low_code", ""))
        return self.partners.rank(takers, others, lang)

    def is_compatible(self, query: Query, lang: str) -> list[Line]:
        """P: return the line that says whether an offer fits a need."""
        return [pair_line(self.pairs, query, lang)]

    @cached_property
    def situations(self) -> Situations:
        """What puts firms together: made when first asked."""
        return Situations(self.rows, self.linker)

    def who_together(self, query: Query, lang: str) -> list[Line]:
        """G: return the line that says which firms of a situation (`firms`) to put together for what."""
        return [self.situations.line(query, lang)]

    def _takers(self, query: Query, lang: str) -> Floats:
        return self.exchange.takers(query[f"material_{lang}"], query["donor_nace"], query.get("low_code", ""))

    def _divisions(self, shares: Floats) -> list[str]:
        total: dict[str, float] = {}
        for sector, share in zip(self.exchange.sectors, shares, strict=True):
            total[sector[:DIVISION]] = total.get(sector[:DIVISION], 0.0) + float(share)
        return sorted(total, key=lambda division: (-total[division], division))


@dataclass(frozen=True)
class Task:
    """A task: the columns it reads and its truth holds (`{lang}` is the language), how it answers and is judged.

    `answer` gives the lines of one query, one or several; `judge` the figures of all lines of one language.
    """

    columns: tuple[str, ...]
    truth: tuple[str, ...]
    answer: Callable[[Answers, Query, str], list[Line]]
    judge: Callable[[Sequence[Query], Sequence[Line], str, Universe], Figures]


def _ranking(name: str, columns: tuple[str, ...], rank: Callable[..., list[str]], measure: Callable[..., Any]) -> Task:
    """Return a task whose answer is one ranking."""

    def answer(asked: Answers, query: Query, lang: str) -> list[Line]:
        return [{"case_id": query["case_id"], "task": f"{name}.{lang}", OURS: rank(asked, query, lang)}]

    def judge(truth: Sequence[Query], lines: Sequence[Line], _: str, known: Universe) -> Figures:
        whose = [key for key in (OURS, POPULARITY, NEIGHBOUR) if any(key in line for line in lines)]
        given = {key: {line["case_id"]: line[key] for line in lines if key in line} for key in whose}
        return {key: ranking_score.mean(truth, given[key], measure, known) for key in whose}

    gold = ("gold6", "gold4") if measure is ranking_score.waste_codes else ("gold",)
    return Task(("case_id", *columns), ("case_id", *gold), answer, judge)


def _judge_declarations(truth: Sequence[Query], lines: Sequence[Line], lang: str, _: Universe) -> Figures:
    return {OURS: declaration_score.figures(truth, lines, lang)}


def _judge_pairs(truth: Sequence[Query], lines: Sequence[Line], _: str, known: Universe) -> Figures:
    return {OURS: pair_score.figures(truth, lines)}


def _judge_situations(truth: Sequence[Query], lines: Sequence[Line], _: str, known: Universe) -> Figures:
    return {OURS: situation_score.figures(truth, lines)}


TASKS: Mapping[str, Task] = {
    "T1": _ranking("T1", ("material_{lang}", "donor_nace"), Answers.who_takes, ranking_score.divisions),
    "T2": _ranking("T2", ("material_{lang}", "donor_nace"), Answers.which_code, ranking_score.waste_codes),
    "T3": _ranking("T3", ("use_{lang}", "receiver_nace"), Answers.who_supplies, ranking_score.divisions),
    "T4": _ranking("T4", ("material_{lang}", "donor_id"), Answers.which_firm, ranking_score.partners),
    "T5": _ranking("T5", ("material_{lang}", "donor_nace"), Answers.which_class, ranking_score.classes),
    "D": Task(("id",), declaration_score.COLUMNS, Answers.declared, _judge_declarations),
    "P": Task(("id", "offer_text", "need_text"), pair_score.COLUMNS, Answers.is_compatible, _judge_pairs),
    "G": Task(("situation_id", "id", "text_{lang}"), situation_score.COLUMNS, Answers.who_together, _judge_situations),
}


def answers(rows: KnowledgeRows) -> Answers:
    """Return what answers the tasks, made of these rows."""
    linker = Linker(rows.resources)
    exchange = Exchange(rows, linker.lexicon)
    classes = tuple(sorted(s.nace for s in rows.sectors if len(s.nace) == CLASS))
    spread = shares.spread(exchange.sectors, classes)
    return Answers(rows, linker, exchange, WasteCodes(rows, exchange), classes, spread)
