"""What leaves the service as a file: tables of plain cells, and what may not leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None
FORMULA = tuple("=+-@\t\r")  # how a spreadsheet recognises a formula: a quote in front makes it a text


@dataclass(frozen=True)
class Table:
    """A sheet: its name, its header and its rows, all as wide as the header; these may be read once only."""

    name: str
    header: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]


def harmless(value: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("plain")
    ("'=1+1", 'plain')
    """
    return f"'{value}" if value.startswith(FORMULA) else value


def may_leave(confidential: Iterable[bool]) -> bool:
    """Decide whether something that rests on flows may leave in a file: only where none of them is confidential."""
    return not any(confidential)
