"""Tables as a workbook, a sheet each; text stays text, whatever it starts with.

Written piece by piece, as the rows come: a library that builds cell by cell takes ten times as long for the same file.
"""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import IO, Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from symbiosis.domain.answers import Value
from symbiosis.domain.exported import Cell, Table, harmless
from symbiosis.exports import xlsx_parts as parts
from symbiosis.exports.sheet import text

CHUNK = 64 * 1024
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
LONGEST, TITLE, WIDEST, MEASURED = 32_767, 28, 60, 200  # a title may be numbered, and then have 31 characters
NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
DAY_ONE = date(1899, 12, 30).toordinal()  # from which a spreadsheet counts days


@dataclass(frozen=True)
class Page:
    """A sheet whose rows come one by one; the header stays in sight and filters the columns where there is one."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell | Value]]


class _Pipe(io.RawIOBase):
    """What a zip file is written to, taken away piece by piece."""

    def __init__(self) -> None:
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += data
        return len(data)

    def take(self) -> bytes:
        taken, self._held = bytes(self._held), bytearray()
        return taken


def xlsx_file(tables: Iterable[Table]) -> bytes:
    """Return tables as one workbook."""
    return b"".join(workbook(Page(table.name, table.header, table.rows) for table in tables))


def workbook(pages: Iterable[Page]) -> Iterator[bytes]:
    """Yield a workbook of these sheets, piece by piece; their rows are read once, in the order of the sheets."""
    pipe = _Pipe()
    names: list[str] = []
    with ZipFile(pipe, "w", ZIP_DEFLATED, compresslevel=4) as file:
        for page in pages:
            names.append(_title(page.name, names))
            with file.open(parts.sheet_path(len(names)), "w") as sheet:
                for piece in _sheet(page):
                    sheet.write(piece.encode())
                    yield pipe.take()
        for path, content in parts.around(names):
            file.writestr(path, content)
    yield pipe.take()


def chunks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what was written to a file, piece by piece."""
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def in_xml(told: str) -> str:
    """Return a text without the characters that no XML file may hold.

    >>> in_xml("a\\x0bb")
    'ab'
    """
    return NOT_IN_XML.sub("", told)


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


def _sheet(page: Page) -> Iterator[str]:
    rows = iter(page.rows)
    first = list(islice(rows, MEASURED))
    yield parts.head(_widths(page.header, first), bool(page.header))
    count = 0
    if page.header:
        yield _row(parts.BOLD % escape(str(held(name))) for name in page.header)
        count = 1
    blocks = chain([first], iter(lambda: list(islice(rows, MEASURED)), []))
    for block in blocks:
        yield "".join(_row(map(_cell, row)) for row in block)
        count += len(block)
    yield parts.foot(len(page.header), count)


def _row(cells: Iterable[str]) -> str:
    return f"<row>{''.join(cells)}</row>"


def _widths(header: Sequence[str], first: Sequence[Sequence[Cell | Value]]) -> list[int]:
    widest = (max((len(str(row[i] or "")) for row in first if i < len(row)), default=0) for i in range(len(header)))
    return [min(max(len(name), width) + 2, WIDEST) for name, width in zip(header, widest, strict=True)]


def _cell(value: Cell | Value) -> str:
    value = held(value)
    if value is None or value == "":
        return parts.NOTHING
    if isinstance(value, bool):
        return parts.TRUTH % value
    if isinstance(value, date):
        return _moment(value)
    return parts.TEXT % escape(value) if isinstance(value, str) else _number(value)


def _moment(value: date) -> str:
    days = value.toordinal() - DAY_ONE
    if not isinstance(value, datetime):
        return parts.DAY % days
    return parts.MOMENT % (days + (value.hour * 3600 + value.minute * 60 + value.second) / 86400)


def _number(value: float) -> str:
    """Return a number's cell; what is no finite number is a text."""
    return parts.NUMBER % repr(value) if abs(value) < float("inf") else parts.TEXT % value
