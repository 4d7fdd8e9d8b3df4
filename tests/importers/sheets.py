"""Spreadsheets made for the tests."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook


def book(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    """Write a workbook; a cell of the form ('merge', 'A1:B2') merges an area."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            if row and row[0] == "merge":
                page.merge_cells(str(row[1]))
            else:
                page.append(list(row))
    made.save(path)
    return path
