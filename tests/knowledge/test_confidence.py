"""The confidence of a link, held against real materials whose waste code is known."""

import csv
from pathlib import Path

import pytest

from symbiosis.domain.flows import Link
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import Knowledge

SECTION = len("15 01")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_surer_links_are_right_more_often(shared: Path, knowledge: Knowledge, rows: KnowledgeRows, lang: str) -> None:
    codes = {r.id: {code[:SECTION] for code in r.waste_codes} for r in rows.resources}
    judged = sorted(
        (link.confidence, bool(codes[link.resource_id] & sections))
        for link, sections in _links(shared / "cases", knowledge, lang)
        if codes[link.resource_id]
    )
    less, more = judged[: len(judged) // 2], judged[len(judged) // 2 :]
    assert _right(more) >= _right(less)
    assert _right(judged) >= 0.5  # an expert who reads the same few words names the right section two times in three


def _links(cases: Path, knowledge: Knowledge, lang: str) -> list[tuple[Link, set[str]]]:
    truth = {
        row["case_id"]: {gold[:SECTION] for gold in row["gold4"].split("|")} for row in _rows(cases / "T2_truth.csv")
    }
    best = (
        (knowledge.linker.best(q[f"material_{lang}"]), truth[q["case_id"]]) for q in _rows(cases / "T2_queries.csv")
    )
    return [(link, sections) for link, sections in best if link]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _right(judged: list[tuple[float, bool]]) -> float:
    return sum(right for _, right in judged) / len(judged)
