"""CSV text → records, each with the number of its first line; no line is ever lost."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

MAX_RECORD_LINES = 200  # a quote left open must not swallow the rest of the file


@dataclass(frozen=True, slots=True)
class Record:
    """One record; `cells` is None when its quotes are broken, and `raw` is then its first line."""

    line: int
    cells: list[str] | None
    raw: str = ""


def split_lines(text: str) -> list[str]:
    """Return the physical lines with their ends: LF, CR LF or CR, and nothing else."""
    return list(io.StringIO(text, newline=""))


def records(lines: list[str], separator: str, start: int = 0) -> Iterator[Record]:
    """Yield every record from `lines[start]` on; broken quotes cost one line, reading goes on at the next."""
    position = start
    while position < len(lines):
        record, used = _record(lines, position, separator)
        yield record
        position += used


def _record(lines: list[str], position: int, separator: str) -> tuple[Record, int]:
    line = lines[position]
    if '"' not in line:
        return Record(position + 1, line.rstrip("\r\n").split(separator)), 1
    window = lines[position : position + MAX_RECORD_LINES]
    reader = csv.reader(window, delimiter=separator, strict=True)
    try:
        return Record(position + 1, next(reader)), reader.line_num
    except csv.Error:
        return Record(position + 1, None, line.strip()), 1
