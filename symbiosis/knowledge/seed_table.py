"""Reads a CSV file under seeds/ row by row; every mistake in it stops with the file and line."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

SEEDS = Path(__file__).parents[2] / "seeds"
Cells = dict[str, str]
T = TypeVar("T")


def rows(file: Path, make: Callable[[Cells], T]) -> Iterator[T]:
    """Yield what is made of each row; ValueError names the file and the line that cannot be read."""
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        for cells in reader:
            try:
                yield make(_complete(cells))
            except (KeyError, ValueError) as error:
                raise ValueError(f"{file.name}, line {reader.line_num}: {error}") from None


def listed(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _complete(cells: dict[str | Any, str | Any]) -> Cells:
    if None in cells or None in cells.values():
        raise ValueError("not as many cells as the header has columns")
    return cells
