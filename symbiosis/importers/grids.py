"""Any spreadsheet (.xlsx, .xls, .ods, .csv) → sheets of texts, one per cell; what cannot be read is said."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from symbiosis.domain.folder import RowError
from symbiosis.importers.book_parts import book_parts
from symbiosis.importers.decoding import BadFileError, read_bytes, read_text
from symbiosis.importers.records import records, split_lines
from symbiosis.importers.tabular import MAX_CELL, clean

MOST_BYTES, MOST_UNPACKED, MOST_CELLS = 20_000_000, 200_000_000, 2_000_000
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 50_000, 200, 50
BOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".xlsb")
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
SEPARATORS = ";,\t|"
WHOLE = 1e15
EMPTY_FORMULAS = (
    "formule(s) sans valeur gardée, lue(s) comme vide(s) : ouvrir le classeur dans un tableur et l'enregistrer"
)
BROKEN = "classeur illisible : l'ouvrir dans un tableur et l'enregistrer de nouveau en .xlsx"


@dataclass(frozen=True)
class Grid:
    """One sheet: its texts row by row, all rows as long as the longest; `first` is the number of the first row."""

    file: str
    sheet: str  # '' in a text file
    rows: tuple[tuple[str, ...], ...]
    first: int = 1


def read_grids(path: Path) -> tuple[tuple[Grid, ...], tuple[RowError, ...]]:
    """Return the sheets that hold something, and notes; raises BadFileError where nothing can be read."""
    data = read_bytes(path)
    if len(data) > MOST_BYTES:
        raise _bad(path, f"fichier trop gros : {MOST_BYTES // 1_000_000} Mo au plus ; le couper en plusieurs")
    if data.startswith((ZIP, OLE)) or path.suffix.lower() in BOOKS:
        grids, notes = _book(path, data)
    else:
        grids, notes = _text(path)
    if not grids:
        raise _bad(path, "aucune cellule remplie : vérifier que les données sont dans ce fichier et l'enregistrer")
    return grids, notes


def _book(path: Path, data: bytes) -> tuple[tuple[Grid, ...], tuple[RowError, ...]]:
    _weigh(path, data)
    grids: list[Grid] = []
    notes: list[RowError] = []
    parts = book_parts(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names[:MOST_SHEETS]:
            sheet = book.get_sheet_by_name(name)
            if sheet.height * sheet.width > MOST_CELLS or sheet.height > MOST_ROWS:
                raise _bad(path, f"feuille « {name[:40]} » trop grande : {MOST_ROWS} lignes au plus ; la couper")
            rows = sheet.to_python(skip_empty_area=False)
            merged = parts.spans.get(name) or [span for span in sheet.merged_cell_ranges or () if span[0] != span[1]]
            grid = _grid(path.name, name, [[written(cell) for cell in row[:MOST_COLUMNS]] for row in rows])
            grids.extend([_filled(grid, merged)] if any(map(any, grid.rows)) else [])
            if merged:
                remedy = f"feuille « {name[:40]} » : cellules fusionnées, leur valeur est reprise dans chacune"
                notes.append(RowError(path.name, 0, "", "", remedy))
    except BadFileError:
        raise
    except (CalamineError, ValueError, OSError, KeyError, OverflowError, MemoryError) as error:
        raise _bad(path, BROKEN) from error
    except BaseException as error:  # the reader is native: what it panics with is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        raise _bad(path, BROKEN) from error
    many = parts.empty_formulas
    return tuple(grids), (*notes, *([RowError(path.name, 0, "", str(many), EMPTY_FORMULAS)] if many else []))


def _weigh(path: Path, data: bytes) -> None:
    """Refuse what would fill the memory once unpacked."""
    if not data.startswith(ZIP):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            total = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise _bad(path, BROKEN) from error
    if total > MOST_UNPACKED:
        raise _bad(path, f"classeur démesuré une fois ouvert : {MOST_UNPACKED // 1_000_000} Mo au plus ; le couper")


def _text(path: Path) -> tuple[tuple[Grid, ...], tuple[RowError, ...]]:
    text, notes = read_text(path)
    if "\0" in text[:1000]:
        raise _bad(path, "ce n'est ni un classeur ni un CSV : l'enregistrer en .xlsx ou en « CSV UTF-8 »")
    lines = split_lines(text)
    if len(lines) > MOST_ROWS:
        raise _bad(path, f"{len(lines)} lignes : {MOST_ROWS} au plus ; couper le fichier")
    separator = _separator(lines)
    rows: list[list[str]] = []
    for record in records(lines, separator):
        rows.extend([[]] * (record.line - 1 - len(rows)))  # a record of several lines keeps the numbers of the others
        rows.append([clean(cell)[:MAX_CELL] for cell in record.cells or [record.raw]][:MOST_COLUMNS])
    grid = _grid(path.name, "", rows)
    return ((grid,) if any(map(any, grid.rows)) else ()), notes


def _separator(lines: list[str]) -> str:
    """Return what cuts the first lines into the most cells."""
    head = [line for line in lines[:50] if line.strip()][:10]
    return max(SEPARATORS, key=lambda separator: (sum(line.count(separator) for line in head), separator == ";"))


def _grid(file: str, sheet: str, rows: list[list[str]]) -> Grid:
    width = max(map(len, rows), default=0)
    return Grid(file, sheet, tuple((*row, *[""] * (width - len(row))) for row in rows))


def _filled(grid: Grid, spans: list[tuple[tuple[int, int], tuple[int, int]]]) -> Grid:
    """Return the sheet with the value of merged cells in each cell they cover, down and across."""
    rows = [list(row) for row in grid.rows]
    for (top, left), (bottom, right) in spans:
        if top < len(rows) and left < len(rows[top]):
            for row in range(top, min(bottom + 1, len(rows))):
                for column in range(left, min(right + 1, len(rows[row]))):
                    rows[row][column] = rows[row][column] or rows[top][left]
    return Grid(grid.file, grid.sheet, tuple(map(tuple, rows)), grid.first)


def written(cell: object) -> str:
    """Return a cell as a person reads it: whole numbers without decimals, dates as ISO.

    >>> written(12.0), written(12.5), written(True), written(None)
    ('12', '12.5', 'oui', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "oui" if cell else "non"
    if isinstance(cell, float | int):
        return str(int(cell)) if abs(cell) < WHOLE and float(cell).is_integer() else repr(float(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    return clean(str(cell))[:MAX_CELL]


def numbered(grid: Grid) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield each row that holds something, with its number."""
    for number, row in enumerate(grid.rows, start=grid.first):
        if any(row):
            yield number, row


def _bad(path: Path, remedy: str) -> BadFileError:
    return BadFileError(RowError(path.name, 0, "", "", remedy))
