"""A table of one kind of thing: each row becomes one thing or its errors, never neither."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from symbiosis.domain.folder import RowError
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.header import Columns
from symbiosis.importers.tabular import SHOWN, Row, read_table

T = TypeVar("T")
QUOTED = re.compile(r"'+[=+\-@]")  # the quote that keeps a spreadsheet from taking a text for a formula


class Cells:
    """The cells of one row: gives values, and gathers every error of the row instead of stopping at one."""

    def __init__(self, file: str, row: Row) -> None:
        """Start without errors."""
        self._file = file
        self._row = row
        self.errors: list[RowError] = []

    @property
    def line(self) -> int:
        """Return the number of the row's first line."""
        return self._row.line

    def text(self, column: str) -> str:
        """Return the text of an optional cell, '' when empty or absent."""
        text = self._row.cells.get(column, "")
        return text[1:] if QUOTED.match(text) else text

    def needed(self, column: str) -> str:
        """Return the text of a cell that may not be empty."""
        text = self.text(column)
        if not text:
            self.refuse(column, "cellule obligatoire vide : la remplir")
        return text

    def value(self, column: str, parse: Callable[[str], T]) -> T | None:
        """Return the parsed cell; None when empty, or wrong (then refused)."""
        text = self.text(column)
        try:
            return parse(text) if text else None
        except BadCellError as bad:
            self.refuse(column, bad.remedy)
            return None

    def needed_value(self, column: str, parse: Callable[[str], T]) -> T | None:
        """Return the parsed cell; None when empty or wrong, refused in both cases."""
        return self.value(column, parse) if self.needed(column) else None

    def refuse(self, column: str, remedy: str) -> None:
        """Say what is wrong with a cell: the row will not be kept."""
        self.errors.append(RowError(self._file, self.line, column, self.text(column)[:SHOWN], remedy))


@dataclass(frozen=True)
class Part(Generic[T]):
    """What one file gave, in file order, with the line of each; `errors` holds notes and errors by line."""

    items: tuple[T, ...] = ()
    errors: tuple[RowError, ...] = ()
    rows_read: int = 0
    lines: tuple[int, ...] = ()
    notes: tuple[RowError, ...] = ()  # those of the errors that cost no row


def read_part(path: Path, columns: Columns, make: Callable[[Cells], T]) -> Part[T]:
    """Read a table and make one thing of each row; what is made of a row with errors is not kept."""
    sheet = read_table(path, columns)
    items: list[tuple[int, T]] = []
    errors = sheet.notes + sheet.errors
    for row in sheet.rows:
        cells = Cells(path.name, row)
        item = make(cells)
        if cells.errors:
            errors.extend(cells.errors)
        else:
            items.append((row.line, item))
    return Part(
        items=tuple(item for _, item in items),
        errors=tuple(sorted(errors, key=lambda error: error.line)),
        rows_read=sheet.rows_read,
        lines=tuple(line for line, _ in items),
        notes=tuple(sheet.notes),
    )
