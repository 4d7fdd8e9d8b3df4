"""Tables of a report as one workbook, a sheet each, or one of them as CSV: text stays text, whatever it starts with."""

import csv
import io
from collections.abc import Sequence

from symbiosis.domain.report import Cell, ReportTable
from symbiosis.exports.sheet import harmless

LONGEST, WIDEST, TITLE = 32_000, 60, 31


def as_workbook(tables: Sequence[ReportTable]) -> bytes:
    """Return the workbook."""
    from openpyxl import Workbook  # noqa: PLC0415  takes its time and memory only where a workbook is asked for
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    if book.active:
        book.remove(book.active)
    for table in tables:
        page = book.create_sheet(table.name[:TITLE])
        for row in (table.header, *table.rows):
            page.append([_held(cell) for cell in row])
        for position, name in enumerate(table.header, start=1):
            widest = max((len(str(row[position - 1] or "")) for row in table.rows), default=0)
            page.column_dimensions[get_column_letter(position)].width = min(max(len(name), widest) + 2, WIDEST)
            page.cell(1, position).font = Font(bold=True)
        page.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(table: ReportTable) -> bytes:
    """Return the table as French spreadsheets open it: byte order mark, semicolons, decimal commas."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in (table.header, *table.rows))
    return text.getvalue().encode("utf-8-sig")


def _held(cell: Cell) -> Cell:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    return harmless(ILLEGAL_CHARACTERS_RE.sub("", cell)[:LONGEST]) if isinstance(cell, str) else cell


def _written(cell: Cell) -> str:
    if isinstance(cell, str) or cell is None:
        return harmless(cell or "")
    return str(cell).replace(".", ",")
