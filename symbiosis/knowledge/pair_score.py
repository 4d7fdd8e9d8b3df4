"""Figures of task P: how many pairs are judged right, and whether an unsafe one is ever called compatible."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

UNSAFE = "haz"  # how the ids of hazardous pairs begin
COLUMNS = ("id", "compatible")


def figures(truth: Sequence[Mapping[str, str]], given: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """Return `right` over all pairs, the same per family of ids, and `unsafe_yes`: all shares from 0 to 1.

    ValueError names the row that says neither true nor false.
    """
    said = {line["case_id"]: bool(line["compatible"]) for line in given}
    marks: dict[str, list[bool]] = {}
    for row in truth:
        expected, got = _judged(row), said.get(row["id"])
        family = row["id"].rstrip("0123456789")
        marks.setdefault("right", []).append(got is expected)
        marks.setdefault(f"right_{family}", []).append(got is expected)
        if family == UNSAFE:
            marks.setdefault("unsafe_yes", []).append(got is True and not expected)
    return {name: sum(found) / len(found) for name, found in marks.items()}


def _judged(row: Mapping[str, str]) -> bool:
    told = row["compatible"].strip().lower()
    if told not in ("true", "false"):
        raise ValueError(f"{row['id']}: compatible is {row['compatible']!r}, neither true nor false")
    return told == "true"
