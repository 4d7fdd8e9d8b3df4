"""Tables as a workbook, a sheet each; text stays text, whatever it starts with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from symbiosis.domain.answers import Value
from symbiosis.domain.exported import Cell, Table, harmless
from symbiosis.exports.sheet import in_xml, text

CHUNK = 64 * 1024
LONGEST, TITLE, WIDEST, MEASURED = 32_767, 28, 60, 200  # a title may be numbered, and then have 31 characters
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
AS_THEY_ARE = {"constant_memory": True, "remove_timezone": True, "strings_to_numbers": False,
               "strings_to_formulas": False, "strings_to_urls": False}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A sheet whose rows come one by one; the header stays in sight and filters the columns where there is one."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell | Value]]


FORMS = ({"bold": True}, {"num_format": "yyyy-mm-dd"}, {"num_format": "yyyy-mm-dd hh:mm:ss"})


class _Forms(NamedTuple):
    """How cells look: a header, a day, a moment."""

    bold: Any
    day: Any
    moment: Any


def xlsx_file(tables: Iterable[Table]) -> bytes:
    """Return tables as one workbook."""
    return b"".join(workbook(Page(table.name, table.header, table.rows) for table in tables))


def workbook(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield a workbook of these sheets, piece by piece; their rows are read once, in the order of the sheets."""
    from xlsxwriter import Workbook  # noqa: PLC0415  takes its time and memory only where a workbook is asked for

    with TemporaryFile() as file:
        with Workbook(file, AS_THEY_ARE) as book:
            forms = _Forms(*(book.add_format(form) for form in FORMS))
            names: list[str] = []
            for page in pages:
                names.append(_title(page.name, names))
                _fill(book.add_worksheet(names[-1]), page, forms)
        yield from chunks(file)


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what was written to a file, piece by piece."""
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def held(value: Cell | Value) -> Any:
    """Return what a cell holds: numbers, dates and truth as they are, anything else as a harmless text."""
    if value is None or isinstance(value, bool | int | float | date):
        return value
    return harmless(in_xml(text(value))[: LONGEST - 1])


def _title(name: str, others: Sequence[str]) -> str:
    """Return a sheet's name, which no other sheet has, whatever its case."""
    short = NOT_IN_TITLES.sub(" ", name)[:TITLE]
    taken = sum(other[:TITLE].casefold() == short.casefold() for other in others)
    return f"{short}{taken}" if taken else short


def _fill(sheet: Any, page: Page, forms: _Forms) -> None:
    rows = iter(page.rows)
    first = list(islice(rows, MEASURED))
    for column, width in enumerate(_widths(page.header, first)):
        sheet.set_column(column, column, width)
    for column, name in enumerate(page.header):
        sheet.write_string(0, column, str(held(name)), forms.bold)
    last = 0
    for last, row in enumerate(chain(first, rows), start=1 if page.header else 0):
        for column, value in enumerate(row):
            _write(sheet, (last, column), held(value), forms)
    if page.header:
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(page.header) - 1)


def _widths(header: Sequence[str], first: Sequence[Sequence[Cell | Value]]) -> list[int]:
    widest = (max((len(str(row[i] or "")) for row in first if i < len(row)), default=0) for i in range(len(header)))
    return [min(max(len(name), width) + 2, WIDEST) for name, width in zip(header, widest, strict=True)]


def _write(sheet: Any, where: tuple[int, int], value: Any, forms: _Forms) -> None:
    """Write a cell; what is no finite number is a text, and nothing is no cell."""
    if value is None or value == "":
        return
    if isinstance(value, bool):
        sheet.write_boolean(*where, value)
    elif isinstance(value, date):
        sheet.write_datetime(*where, value, forms.moment if isinstance(value, datetime) else forms.day)
    elif isinstance(value, str) or abs(value) == float("inf") or value != value:  # noqa: PLR0124  not a number
        sheet.write_string(*where, str(value))
    else:
        sheet.write_number(*where, value)
