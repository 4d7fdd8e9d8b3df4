"""A workbook's first sheet that holds something → the CSV it would be saved as, so that one reader reads both."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from symbiosis.importers.archive import UNREADABLE_ZIP, bad_file, members

MOST_BYTES = 50_000_000
WHOLE = 1e15


def as_csv(path: Path) -> str:
    """Return the sheet as CSV with semicolons; BadFileError for a book that is damaged, locked, empty or too big."""
    if path.stat().st_size > MOST_BYTES:
        raise bad_file(path, f"classeur trop gros : {MOST_BYTES // 1_000_000} Mo au plus ; l'enregistrer en CSV")
    if zipfile.is_zipfile(path):
        members(path)
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = (book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names)
        rows = next((rows for rows in sheets if any(any(row) for row in rows)), None)
    except (CalamineError, *UNREADABLE_ZIP) as error:
        raise bad_file(path, "classeur illisible : l'ouvrir dans un tableur et l'enregistrer en CSV UTF-8") from error
    if rows is None:
        raise bad_file(path, "classeur vide : aucune feuille n'a de cellule remplie")
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\n").writerows([_text(cell) for cell in row] for row in rows)
    return stream.getvalue()


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < WHOLE:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(str(cell).split())
