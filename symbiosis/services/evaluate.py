"""Answer an evaluation's queries from the seeds alone: no engine, no network, no user's corrections."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from symbiosis.domain.errors import Refused
from symbiosis.knowledge import evaluation, seeds

TASKS = evaluation.TASKS


def evaluate(queries: Path, task: str, lang: str) -> Iterator[str]:
    """Yield one JSON line per query, in the order of the file; Refused when it lacks a column the task reads."""
    rows = _read(queries)
    asked = evaluation.answers(seeds.read_knowledge())
    for row in rows:
        yield json.dumps(_answer(asked, task, row, lang), ensure_ascii=False)


def _read(queries: Path) -> list[dict[str, str]]:
    with queries.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def _answer(asked: evaluation.Answers, task: str, row: dict[str, str], lang: str) -> dict[str, object]:
    try:
        return evaluation.answer(asked, task, row, lang)
    except KeyError as error:
        raise Refused(f"{task}.{lang}: the queries lack the column {error}") from None
