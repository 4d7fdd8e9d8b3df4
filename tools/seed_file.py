"""Reads a table of the seeds as it is, and writes it back."""

import csv
from collections.abc import Sequence
from pathlib import Path

Row = dict[str, str]


def read(table: Path) -> list[Row]:
    """Return the rows of a table."""
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def write(table: Path, rows: Sequence[Row]) -> None:
    """Write rows that have the same columns; at least one."""
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
