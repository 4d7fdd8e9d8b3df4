"""What the reader of workbooks does not tell: merged cells of .ods, and formulas whose value nobody kept."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree import ElementTree

from symbiosis.importers.archive import UNREADABLE_ZIP

Span = tuple[tuple[int, int], tuple[int, int]]  # (row, column) of the first and of the last cell, from 0
CHUNK = 1 << 20
MOST_SPANS = 20_000
CONTENT, SHEETS = "content.xml", "xl/worksheets/"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
VALUES = tuple(f"{OFFICE}{name}" for name in ("value", "date-value", "time-value", "boolean-value", "string-value"))
# <c><f>3*4</f><v/></c>: what programs write that compute nothing.
EMPTY_FORMULA = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")


@dataclass
class BookParts:
    """Merged cells by sheet, and how many formulas have no value."""

    spans: dict[str, list[Span]] = field(default_factory=dict)
    empty_formulas: int = 0


def book_parts(data: bytes) -> BookParts:
    """Read what a workbook in a zip holds of both; nothing of what cannot be read, and never raises."""
    found = BookParts()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                if name == CONTENT:
                    with packed.open(name) as stream:
                        _of_ods(stream, found)
                elif name.startswith(SHEETS):
                    with packed.open(name) as stream:
                        found.empty_formulas += _empty(stream)
    except (*UNREADABLE_ZIP, ElementTree.ParseError):
        return found
    return found


def _empty(stream: IO[bytes]) -> int:
    count, left = 0, b""
    while chunk := stream.read(CHUNK):
        whole, mark, rest = (left + chunk).rpartition(b"</c>")
        count += len(EMPTY_FORMULA.findall(whole + mark))
        left = rest[-CHUNK:]
    return count


def _of_ods(stream: IO[bytes], found: BookParts) -> None:
    """Walk through the tables row by row; each row is forgotten once it was looked at."""
    sheet, row = "", 0
    for event, element in ElementTree.iterparse(stream, events=("start", "end")):
        if event == "start" and element.tag == f"{TABLE}table":
            sheet, row = element.get(f"{TABLE}name", ""), 0
        elif event == "end" and element.tag == f"{TABLE}table-row":
            for column, cell in _cells(element):
                found.empty_formulas += _is_empty_formula(cell)
                span = _span(cell, row, column)
                if span and len(found.spans.setdefault(sheet, [])) < MOST_SPANS:
                    found.spans[sheet].append(span)
            row += _number(element, "number-rows-repeated")
            element.clear()


def _cells(row: ElementTree.Element) -> Iterator[tuple[int, ElementTree.Element]]:
    column = 0
    for cell in row:
        if cell.tag in CELLS:
            yield column, cell
            column += _number(cell, "number-columns-repeated")


def _span(cell: ElementTree.Element, row: int, column: int) -> Span | None:
    down, across = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
    return ((row, column), (row + down - 1, column + across - 1)) if down > 1 or across > 1 else None


def _is_empty_formula(cell: ElementTree.Element) -> bool:
    return cell.get(f"{TABLE}formula") is not None and len(cell) == 0 and not any(cell.get(name) for name in VALUES)


def _number(element: ElementTree.Element, name: str) -> int:
    told = element.get(f"{TABLE}{name}", "1")
    return int(told) if told.isdigit() else 1
