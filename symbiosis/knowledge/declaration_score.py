"""Figures of task D: how often what people declare is understood, and whether danger is ever called harmless."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from symbiosis.domain.enums import Unit
from symbiosis.domain.fold import fold
from symbiosis.domain.units import to_base

Line = Mapping[str, Any]
TIMES = {"year": 1, "month": 12, "week": 52, "day": 365, "once": 1}
NEAR = 0.05  # of the expected quantity
FIRST_CODES = 5
NO = "no"
COLUMNS = ("id", "part", "parts", "expected_kind", "resource_words", "waste_codes", "hazard")


def figures(truth: Sequence[Mapping[str, str]], given: Iterable[Line], lang: str) -> dict[str, float]:
    """Return shares 0..1 over the rows of the truth that have a text in this language.

    `resource`, `code@1`, `code@5`, `kind`, `quantity`, `parts` should be near 1; `danger_no` (dangerous things called
    harmless) 0; `harmless_not_no` small. A row is compared with the line of the same id and part; where
    several things were not told apart as expected, with the line that names it, else the one in its place.
    """
    lines: dict[str, list[Line]] = {}
    for line in given:
        if line["task"] == f"D.{lang}":
            lines.setdefault(line["case_id"], []).append(line)
    marks: dict[str, list[float]] = {}
    for row in truth:
        if row.get(f"text_{lang}"):
            for name, mark in _marks(row, _compared(row, lines.get(row["id"], []))).items():
                marks.setdefault(name, []).append(mark)
            if row["part"] == "1":
                marks.setdefault("parts", []).append(len(lines.get(row["id"], [])) == int(row["parts"]))
    return {name: sum(found) / len(found) for name, found in marks.items()}


def _compared(row: Mapping[str, str], lines: list[Line]) -> Line | None:
    part, several = int(row["part"]), int(row["parts"])
    if not lines or several in (1, len(lines)):
        return lines[part - 1] if lines else None
    named = [line for line in lines if _right(row, line)]
    return next(iter(named), lines[min(part, len(lines)) - 1])


def right(words: str, fr: str, en: str) -> bool:
    """Return whether the names of a resource hold one of the words, joined by |, that the right one would."""
    name = f" {re.sub('[^a-z0-9]+', ' ', fold(fr + ' ' + en))}"
    return any(f" {word}" in name for word in words.split("|"))


def _right(row: Mapping[str, str], line: Line | None) -> bool:
    if not line or not line["resources"]:
        return False
    first = line["resources"][0]
    return right(row["resource_words"], first["fr"], first["en"])


def _marks(row: Mapping[str, str], line: Line | None) -> dict[str, float]:
    found: dict[str, float] = {"resource": _right(row, line)}
    found["kind"] = bool(line) and line["kind"] == row["expected_kind"] if line else False
    expected = {code.strip().rstrip("*") for code in row["waste_codes"].split("|") if code.strip()}
    if expected:
        codes = list(line["waste_codes"])[:FIRST_CODES] if line else []
        found["code@1"], found["code@5"] = bool(expected & set(codes[:1])), bool(expected & set(codes))
    hazard = line["hazard"] if line else ""
    if row["hazard"] == NO:
        found["harmless_not_no"] = hazard != NO
    else:
        found["danger_no"] = hazard == NO
    if row.get("quantity"):
        found["quantity"] = _same(row["quantity"], line["quantity"] if line else None)
    return found


def _same(expected: str, given: Mapping[str, Any] | None) -> bool:
    """Tell whether two quantities are the same once brought to base units and a year."""
    if not given:
        return False
    value, unit, per = expected.split()
    want, base = to_base(float(value) * TIMES[per], Unit(unit))
    got, given_base = to_base(given["value"] * TIMES[given["per"]], Unit(given["unit"]))
    same_rhythm = (per == "once") == (given["per"] == "once")
    return base is given_base and same_rhythm and abs(want - got) <= NEAR * want
