"""Tables as a workbook, a sheet each; text stays text, whatever it starts with."""

import io
import re

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from symbiosis.domain.exported import Cell, Table

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST, TITLE, WIDEST = 32_767, 28, 60  # a title may be numbered, and then have 31 characters
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


def xlsx_file(tables: tuple[Table, ...]) -> bytes:
    """Return the file: the header stays in sight and filters the columns."""
    book = Workbook(write_only=True)
    for table in tables:
        _fill(book, table)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(book: Workbook, table: Table) -> None:
    sheet = book.create_sheet(NOT_IN_TITLES.sub(" ", table.name)[:TITLE])
    sheet.freeze_panes = "A2"
    last = get_column_letter(len(table.header))
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    for position, name in enumerate(table.header):
        widest = max((len(str(row[position] or "")) for row in table.rows[:200]), default=0)
        sheet.column_dimensions[get_column_letter(position + 1)].width = min(max(len(name), widest) + 2, WIDEST)
    sheet.append([_cell(sheet, name, bold=True) for name in table.header])
    for row in table.rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet: object, value: Cell, bold: bool = False) -> object:
    """Return a cell; a text is told to be one, or it would become a formula where it starts with '='."""
    if not isinstance(value, str):
        return value
    if not bold and not value.startswith("="):
        return NOT_IN_XML.sub("", value)[:LONGEST]
    cell = WriteOnlyCell(sheet, NOT_IN_XML.sub("", value)[:LONGEST])  # type: ignore[arg-type]
    cell.data_type = "s"
    cell.font = Font(bold=bold)
    return cell
