"""Tables: CSV as French spreadsheets and as programs read it, XLSX, JSON, Parquet."""

import csv
import io
import json
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from symbiosis.domain.answers import Value
from symbiosis.exports.sheet import Sheet, data, harmless, text

CHUNK = 64 * 1024
LONGEST_CELL = 32_767  # what a cell of a workbook may hold
BLOCK = 500


def french_csv(sheet: Sheet) -> Iterator[bytes]:
    """Yield what a French spreadsheet opens with a double click: mark, semicolons, decimal commas."""
    yield b"\xef\xbb\xbf"
    yield from _csv(sheet, ";", lambda number: repr(number).replace(".", ","))


def plain_csv(sheet: Sheet) -> Iterator[bytes]:
    """Yield what programs read: UTF-8, commas, decimal points."""
    yield from _csv(sheet, ",", repr)


def _csv(sheet: Sheet, separator: str, written: Any) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=separator, lineterminator="\r\n")
    writer.writerow([harmless(name) for name in sheet.columns])
    for row in sheet.rows:
        writer.writerow([_cell(value, written) for value in row])
        if buffer.tell() > CHUNK:
            yield _take(buffer)
    if notice := sheet.notice():
        writer.writerow([notice])
    yield _take(buffer)


def _cell(value: Value, written: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return written(value) if isinstance(value, float | int) else harmless(text(value))


def _take(buffer: io.StringIO) -> bytes:
    taken = buffer.getvalue().encode()
    buffer.seek(0)
    buffer.truncate()
    return taken


def as_json(sheet: Sheet) -> Iterator[bytes]:
    """Yield {query, made_at, columns, rows: [[…]], notice}; what the graph calls a node has a label and properties."""
    head = {"query": sheet.query, "made_at": sheet.made_at, "columns": list(sheet.columns)}
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "rows": ['
    lines: list[str] = []
    first = True
    for row in sheet.rows:
        lines.append(json.dumps([data(value) for value in row], ensure_ascii=False))
        if len(lines) == BLOCK:
            yield _joined(lines, first)
            lines, first = [], False
    yield _joined(lines, first) if lines else b""
    yield b'], "notice": ' + json.dumps(sheet.notice(), ensure_ascii=False).encode() + b"}"


def _joined(lines: list[str], first: bool) -> bytes:
    return (("\n" if first else ",\n") + ",\n".join(lines)).encode()


def xlsx(sheet: Sheet) -> Iterator[bytes]:
    """Yield a workbook: the rows, and a second sheet that says where they come from."""
    from openpyxl import Workbook  # noqa: PLC0415  takes its time and memory only where a workbook is asked for

    book = Workbook(write_only=True)
    page = book.create_sheet("Résultat")
    page.append([harmless(name) for name in sheet.columns])
    for row in sheet.rows:
        page.append([_held(value) for value in row])
    about = book.create_sheet("Source")
    for line in (("Requête", sheet.query), ("Copie de lecture", sheet.made_at), ("", sheet.notice())):
        about.append([harmless(part) for part in line])
    with TemporaryFile() as file:
        book.save(file)
        yield from _chunks(file)


def _held(value: Value) -> Any:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    if value is None or isinstance(value, bool | int | float):
        return value
    return harmless(ILLEGAL_CHARACTERS_RE.sub("", text(value))[: LONGEST_CELL - 1])


def parquet(sheet: Sheet) -> Iterator[bytes]:
    """Yield a Parquet file; a column of mixed kinds becomes one of texts."""
    import pyarrow as pa  # noqa: PLC0415  as above
    import pyarrow.parquet as pq  # noqa: PLC0415

    rows = list(sheet.rows)
    names = _different(sheet.columns)
    columns = [_column(pa, [row[i] for row in rows]) for i in range(len(names))]
    about = {"query": sheet.query, "made_at": sheet.made_at, "notice": sheet.notice()}
    table = pa.table(columns, names=names).replace_schema_metadata(about)
    with TemporaryFile() as file:
        pq.write_table(table, file)
        yield from _chunks(file)


def _column(pa: Any, values: list[Value]) -> Any:
    try:
        return pa.array([data(value) for value in values])
    except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
        return pa.array([None if value is None else text(value) for value in values], type=pa.string())


def _different(names: tuple[str, ...]) -> list[str]:
    return [name if name not in names[:i] else f"{name}_{i}" for i, name in enumerate(names)]


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk
