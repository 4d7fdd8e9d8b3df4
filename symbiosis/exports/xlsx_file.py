"""Tables as a workbook, a sheet each; text stays text, whatever it starts with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any

from symbiosis.domain.answers import Value
from symbiosis.domain.exported import Cell, Table, harmless
from symbiosis.exports.sheet import text

CHUNK = 64 * 1024
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST, TITLE, WIDEST, MEASURED = 32_767, 28, 60, 200  # a title may be numbered, and then have 31 characters
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Page:
    """A sheet whose rows come one by one; the header stays in sight and filters the columns where there is one."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell | Value]]


def xlsx_file(tables: Iterable[Table]) -> bytes:
    """Return tables as one workbook."""
    return b"".join(workbook(Page(table.name, table.header, table.rows) for table in tables))


def workbook(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield a workbook of these sheets, piece by piece; their rows are read once, in the order of the sheets."""
    from openpyxl import Workbook  # noqa: PLC0415  takes its time and memory only where a workbook is asked for

    book = Workbook(write_only=True)
    for page in pages:
        _fill(book, page)
    with TemporaryFile() as file:
        book.save(file)
        yield from chunks(file)


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what was written to a file, piece by piece."""
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _fill(book: Any, page: Page) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    sheet = book.create_sheet(NOT_IN_TITLES.sub(" ", page.name)[:TITLE])
    rows = iter(page.rows)
    first = list(islice(rows, MEASURED))
    for position, name in enumerate(page.header):
        widest = max((len(str(row[position] or "")) for row in first if position < len(row)), default=0)
        sheet.column_dimensions[get_column_letter(position + 1)].width = min(max(len(name), widest) + 2, WIDEST)
    if page.header:
        sheet.freeze_panes = "A2"
        sheet.append([_bold(sheet, name) for name in page.header])
    count = 0
    for row in chain(first, rows):
        sheet.append([held(value) for value in row])
        count += 1
    if page.header:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(page.header))}{count + 1}"


def held(value: Cell | Value) -> Any:
    """Return what a cell holds: numbers, dates and truth as they are, anything else as a harmless text."""
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return harmless(NOT_IN_XML.sub("", text(value))[: LONGEST - 1])


def _bold(sheet: Any, name: str) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, held(name))
    cell.font = Font(bold=True)
    return cell
