"""Answer an evaluation's queries from the seeds alone: no engine, no network, no user's corrections."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from symbiosis.domain.errors import Refused
from symbiosis.knowledge import evaluation, ranking_score, seeds
from symbiosis.knowledge.baselines import ASKED, Baselines

TASKS = tuple(evaluation.TASKS)
TEXTS = {"D": ("text_fr", "text_en")}  # one of them is enough
FIRMS, FLOWS, TRUTH = "firms.csv", "flows.csv", "truth.csv"
TERRITORY = "territory_naf.csv"  # beside the truth of T5: how many firms of each class there are

PARKS = ("T4",)  # asked of folders: firms.csv and flows.csv of a park, or one such folder per park
SITUATIONS = ("G",)  # several rows each: the firms of a situation
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Evaluation:
    """One JSON line per answer, in the order of the queries; where truth is given, figures by whose they are."""

    lines: tuple[str, ...]
    figures: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def evaluate(queries: Path, task: str, lang: str, truth: Path | None = None, train: Path | None = None) -> Evaluation:
    """Return the answers to a file of queries; Refused when a file cannot be read or lacks a column the task reads."""
    asked, rows = evaluation.TASKS[task], _parks(queries) if task in PARKS else _read(queries)
    _check(rows, asked.columns, queries, lang)
    if task in TEXTS and not set(TEXTS[task]) & set(rows[0]):
        raise Refused(f"{queries.name} lacks the columns {' and '.join(TEXTS[task])}: one of them at least is read")
    knowledge = seeds.read_knowledge()
    known = evaluation.answers(knowledge)
    rows = _situations(rows) if task in SITUATIONS else _cases(rows, asked.columns[0])
    beside = _baselines(train, rows, task, lang) if train else None
    lines = [line | (beside.answer(row) if beside else {}) for row in rows for line in asked.answer(known, row, lang)]
    written = tuple(json.dumps(line, ensure_ascii=False) for line in lines)
    if truth is None:
        return Evaluation(written)
    expected = [row for park in _folders(truth) for row in _read(park / TRUTH)] if task in PARKS else _read(truth)
    _check(expected, asked.truth, truth, lang)
    universe = ranking_score.universe(knowledge, _firms(truth.parent / TERRITORY))
    try:
        return Evaluation(written, asked.judge(expected, lines, lang, universe))
    except ValueError as error:
        raise Refused(f"{truth.name}: {error}") from None


def _baselines(train: Path, queries: Rows, task: str, lang: str) -> Baselines:
    if task not in ASKED:
        raise Refused(f"--train: no baseline answers the task {task}; they answer {', '.join(ASKED)}")
    asked, rows = ASKED[task], _read(train)
    _check(rows, ("case_id", asked.row_text, asked.answer), train, lang)
    return Baselines(rows, queries, asked, lang)


def _firms(file: Path) -> dict[str, int]:
    return {row["nace"]: int(row["firms"]) for row in _read(file)} if file.exists() else {}


def _read(file: Path) -> Rows:
    """Return the rows of a CSV file in UTF-8, comma or semicolon."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        first = text.partition("\n")[0]
        reader = csv.DictReader(
            text.splitlines(keepends=True), delimiter=";" if first.count(";") > first.count(",") else ","
        )
        rows = [{k: v or "" for k, v in row.items() if k is not None} for row in reader]
    except UnicodeDecodeError:
        raise Refused(f"{file.name} is not in UTF-8: save it as « CSV UTF-8 »") from None
    except (csv.Error, OSError) as error:
        raise Refused(f"{file.name} cannot be read as CSV: {error}") from None
    if not rows:
        raise Refused(f"{file.name} holds no row: a header line and at least one row are needed")
    return rows


def _parks(folder: Path) -> Rows:
    """Return the flows of each park, each with the `firms` of its park."""
    found: Rows = []
    for park in _folders(folder):
        firms = _read(park / FIRMS)
        _check(firms, ("firm_id",), park / FIRMS, "")
        found += [flow | {"firms": firms} for flow in _read(park / FLOWS)]
    return found


def _folders(folder: Path) -> list[Path]:
    """Return the folder that is a park, or those in it that are, in the order of their names."""
    parks = [p for p in (folder, *sorted(folder.glob("*/"))) if (p / FIRMS).exists() and (p / FLOWS).exists()]
    if not parks:
        raise Refused(f"{folder} is no park: a folder with {FIRMS} and {FLOWS}, or with such folders, is needed")
    return parks


def _cases(rows: Rows, key: str) -> Rows:
    """Return the first row of each case: a truth with one row per thing can be the queries too.

    Refused when one id stands for two texts, of which one would never be answered.
    """
    cases: dict[str, dict[str, str]] = {}
    for row in rows:
        first = cases.setdefault(row[key], row)
        if any(row[name] != first[name] for name in row if "text" in name):
            raise Refused(f"the {key} {row[key]} stands for two different texts: give each one its own")
    return list(cases.values())


def _situations(rows: Rows) -> Rows:
    """Return one case per situation, in the order in which they first appear, with its `firms`."""
    cases: dict[str, Rows] = {}
    for row in rows:
        cases.setdefault(row["situation_id"], []).append(row)
    return [{"situation_id": case, "firms": firms} for case, firms in cases.items()]


def _check(rows: Rows, columns: Sequence[str], file: Path, lang: str) -> None:
    missing = [name for name in (column.format(lang=lang) for column in columns) if name not in rows[0]]
    if missing:
        raise Refused(f"{file.name} lacks the column {', '.join(missing)}; it has {', '.join(rows[0])}")
