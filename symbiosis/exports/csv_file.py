"""Rows as CSV, as French spreadsheets and as programs read it; no cell is a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from symbiosis.domain.answers import Value
from symbiosis.domain.exported import Cell, Table, harmless
from symbiosis.exports.sheet import text

MARK, CHUNK = b"\xef\xbb\xbf", 64 * 1024
Row = Sequence[Cell | Value]


def csv_file(table: Table) -> bytes:
    """Return a table as a French spreadsheet opens it.

    >>> csv_file(Table("x", ("a", "b"), ((1.5, "=1+1"),))).decode("utf-8-sig")
    "a;b\\r\\n1,5;'=1+1\\r\\n"
    """
    return b"".join(french_csv(table.header, table.rows))


def french_csv(header: Row, rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield what a French spreadsheet opens with a double click: byte order mark, semicolons, decimal commas."""
    yield MARK
    yield from _csv(header, rows, ";", lambda number: _plain(number).replace(".", ","))


def plain_csv(header: Row, rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield what programs read: UTF-8, commas, decimal points."""
    yield from _csv(header, rows, ",", repr)


def _csv(header: Row, rows: Iterable[Row], separator: str, number: Callable[[float], str]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    writer.writerow([_written(name, number) for name in header])
    for row in rows:
        writer.writerow([_written(value, number) for value in row])
        if buffer.tell() > CHUNK:
            yield _take(buffer)
    yield _take(buffer)


def _written(value: Cell | Value, number: Callable[[float], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return value.isoformat()
    return number(value) if isinstance(value, float | int) else harmless(text(value))


def _plain(number: float) -> str:
    """Return a number as a spreadsheet holds it: fifteen digits, none of them behind an E.

    >>> _plain(1e-7), _plain(12.0), _plain(0.1 + 0.2), _plain(-3)
    ('0.0000001', '12', '0.3', '-3')
    """
    return format(Decimal(f"{number:.15g}"), "f") if isinstance(number, float) else str(number)


def _take(buffer: io.StringIO) -> bytes:
    taken = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return taken
