"""A file given back with notes: the firm's own workbook where it is an .xlsx, else its rows in a new one."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from symbiosis.exports.xlsx_file import NOT_IN_TITLES, held

WRONG, TALL, MOST_NOTES = "FBE6E3", 32_000, 5_000
MOST_CELLS = 300_000  # of a workbook that is opened with its formats, which takes a kilobyte a cell
BOOK = "xl/workbook.xml"
UNREADABLE = (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, SyntaxError)


@dataclass(frozen=True)
class Note:
    """What is wrong with a cell: its row and column from 1, column 0 for the row as a whole."""

    row: int
    column: int
    text: str


@dataclass(frozen=True)
class Noted:
    """A sheet as it was read, and its notes."""

    name: str
    rows: Sequence[Sequence[str]]
    notes: Sequence[Note]

    @property
    def width(self) -> int:
        """Return how many columns it has."""
        return max(map(len, self.rows), default=0)


def annotated(sheets: Sequence[Noted], title: str, own: Path | None) -> bytes:
    """Return sheets with each note on its cell: coloured, and told in a last column called `title` as well.

    `own` is the workbook that the sheets are of, when there is one: its formats, widths and lists stay.
    """
    book = _own(own, sheets) if own else None
    if book is None:
        book = _anew(sheets)
    for sheet in sheets:
        page = book[_title(sheet.name)] if _title(sheet.name) in book.sheetnames else book[sheet.name]
        _note(page, sheet, title)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _own(path: Path, sheets: Sequence[Noted]) -> Any:
    """Return the workbook without what it could run or fetch, None where it is no .xlsx or too big to be opened."""
    from openpyxl import load_workbook  # noqa: PLC0415  takes its time and memory only where a workbook is asked for

    if not _is_xlsx(path) or sum(sheet.width * len(sheet.rows) for sheet in sheets) > MOST_CELLS:
        return None
    try:
        book = load_workbook(path, keep_links=False)
        for page in book.worksheets:
            _disarm(page, next((sheet for sheet in sheets if sheet.name == page.title), None))
    except UNREADABLE:
        return None
    return book if {sheet.name for sheet in sheets} <= set(book.sheetnames) else None


def _disarm(page: Any, sheet: Noted | None) -> None:
    """Put in place of each formula the value it had when the file was saved, and of what looks like one a text."""
    for line in page.iter_rows():
        for cell in line:
            if cell.data_type == "f":
                cell.value = held(_at(sheet, cell.row, cell.column)) or None
            elif isinstance(cell.value, str):
                cell.value = held(cell.value)
            if cell.hyperlink:
                cell.hyperlink = None


def _at(sheet: Noted | None, row: int, column: int) -> str:
    inside = sheet is not None and row <= len(sheet.rows) and column <= len(sheet.rows[row - 1])
    return sheet.rows[row - 1][column - 1] if inside and sheet else ""


def _is_xlsx(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return BOOK in archive.namelist()
    except UNREADABLE:
        return False


def _anew(sheets: Sequence[Noted]) -> Any:
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    if book.active:
        book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(_title(sheet.name))
        for row in sheet.rows:
            page.append([held(value) or None for value in row] or [None])
    return book


def _note(page: Any, sheet: Noted, title: str) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import Alignment, PatternFill  # noqa: PLC0415

    last = max(sheet.width, page.max_column if sheet.rows else 0) + 1
    told: dict[int, list[str]] = {}
    for note in sheet.notes:
        told.setdefault(note.row, []).append(note.text)
    for row, texts in told.items():
        page.cell(max(row, 1), last).value = held(" ; ".join(texts))
        page.cell(max(row, 1), last).alignment = Alignment(wrap_text=True, vertical="top")
    if sheet.rows and 1 not in told:
        page.cell(1, last).value = held(title)
    corners = _corners(page)
    for note in sheet.notes[:MOST_NOTES]:
        row, column = max(note.row, 1), note.column or last
        cell = page.cell(*corners.get((row, column), (row, column)))
        cell.fill = PatternFill("solid", fgColor=WRONG)
        before = f"{cell.comment.text}\n" if cell.comment else ""
        cell.comment = Comment(f"{before}{note.text}"[:TALL], "Symbiose")


def _corners(page: Any) -> Mapping[tuple[int, int], tuple[int, int]]:
    """Return, for each cell that a merged one covers, the cell that holds its value."""
    return {
        (row, column): (span.min_row, span.min_col)
        for span in page.merged_cells.ranges
        for row, column in (at for line in span.rows for at in line)
    }


def _title(name: str) -> str:
    return NOT_IN_TITLES.sub(" ", name.replace("'", " "))[:31] or "Feuille"
