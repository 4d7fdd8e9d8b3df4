"""Tables: CSV as French spreadsheets and as programs read it, XLSX, JSON, Parquet."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from tempfile import TemporaryFile
from typing import Any

from symbiosis.domain.answers import Value
from symbiosis.exports import csv_file
from symbiosis.exports.sheet import Sheet, data, text
from symbiosis.exports.xlsx_file import Page, chunks, workbook

BLOCK = 500


def french_csv(sheet: Sheet) -> Iterator[bytes]:
    """Yield an answer for a French spreadsheet; what was left out stands on the last line."""
    return csv_file.french_csv(sheet.headings, _with_notice(sheet, sheet.told()))


def plain_csv(sheet: Sheet) -> Iterator[bytes]:
    """Yield an answer for programs; what was left out stands on the last line."""
    return csv_file.plain_csv(sheet.columns, _with_notice(sheet, sheet.rows))


def _with_notice(sheet: Sheet, rows: Iterable[Sequence[Value]]) -> Iterator[Sequence[Value]]:
    yield from rows
    if notice := sheet.notice():
        yield [notice]


def as_json(sheet: Sheet) -> Iterator[bytes]:
    """Yield {query, parameters, made_at, columns, rows: [[…]], notice}; a node has a label and properties."""
    head = {
        "query": sheet.query, "parameters": dict(sheet.parameters), "made_at": sheet.made_at,
        "columns": list(sheet.columns),
    }  # fmt: skip
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
    """Yield a workbook: the answer, and a sheet that says where it comes from and what was left out."""

    def about() -> Iterator[Sequence[Value]]:
        yield from (("Requête", sheet.query), *(("$" + name, str(v)) for name, v in sheet.parameters.items()))
        yield from (("Copie de lecture", sheet.made_at), ("", sheet.notice()))

    return workbook([Page("Résultat", sheet.headings, sheet.told()), Page("Source", (), about())])


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
        yield from chunks(file)


def _column(pa: Any, values: list[Value]) -> Any:
    with suppress(pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError):
        column = pa.array([data(value) for value in values])
        if not _holds_nothing(pa, column.type):
            return column
    return pa.array([None if value is None else text(value) for value in values], type=pa.string())


def _holds_nothing(pa: Any, kind: Any) -> bool:
    """Tell whether a type has a mapping without keys in it, which Parquet cannot write."""
    if pa.types.is_list(kind):
        return _holds_nothing(pa, kind.value_type)
    if not pa.types.is_struct(kind):
        return False
    return kind.num_fields == 0 or any(_holds_nothing(pa, part.type) for part in kind)


def _different(names: tuple[str, ...]) -> list[str]:
    return [name if name not in names[:i] else f"{name}_{i}" for i, name in enumerate(names)]
