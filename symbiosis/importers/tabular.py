"""A CSV file (comma, semicolon or tab) → rows of text, and what is wrong with the others."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from symbiosis.domain.folder import RowError
from symbiosis.importers.archive import is_book
from symbiosis.importers.books import as_csv
from symbiosis.importers.decoding import UNREADABLE, BadFileError, read_text
from symbiosis.importers.header import HEADER_LINE, Columns, Header, read_header
from symbiosis.importers.records import Record, records, split_lines

MAX_CELL = 2_000  # characters
SHOWN = 120  # of a bad value, in a report

_BLANK_CONTROL = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
# Direction marks and zero-width characters too: two texts that look the same must be the same.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """One readable row: the number of its first line, and a clean text per known column."""

    line: int
    cells: Mapping[str, str]


@dataclass
class Sheet:
    """A table read. `notes` are harmless, `errors` are lost rows; `rows_read` counts both sorts of rows."""

    rows: list[Row] = field(default_factory=list)
    notes: list[RowError] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    rows_read: int = 0


def clean(text: str) -> str:
    """Return the text trimmed and without control characters; line breaks and tabs become spaces."""
    if text.isprintable():
        return text.strip()
    return _CONTROL.sub("", _BLANK_CONTROL.sub(" ", text)).strip()


def read_table(path: Path, columns: Columns) -> Sheet:
    """Read a table; whatever the bytes, nothing is raised and no row vanishes without an error."""
    sheet = Sheet()
    try:
        text, notes = (as_csv(path), ()) if is_book(path) else read_text(path)
        sheet.notes.extend(notes)
        lines = split_lines(text)
        header = read_header(path.name, lines, columns)
    except BadFileError as bad:
        sheet.errors.extend(bad.errors)
        return sheet
    _note_unknown(path.name, sheet, header, columns)
    _fill(path.name, sheet, lines, header)
    return sheet


def _note_unknown(file: str, sheet: Sheet, header: Header, columns: Columns) -> None:
    unknown = [s for s, name in zip(header.shown, header.names, strict=True) if name not in columns.known]
    if unknown:
        shown = ", ".join(name or "(sans nom)" for name in unknown)[:SHOWN]
        remedy = "colonnes inconnues, non lues ; les colonnes lues sont " + ", ".join(sorted(columns.known))
        sheet.notes.append(RowError(file, HEADER_LINE, "", shown, remedy))


def _fill(file: str, sheet: Sheet, lines: list[str], header: Header) -> None:
    blank: list[int] = []
    for record in records(lines, header.separator, header.end):
        if record.cells is not None and not any(map(str.strip, record.cells)):
            blank.extend([record.line] if len(record.cells) > 1 else [])
            continue
        sheet.rows_read += 1
        _keep(file, sheet, record, header)
    if blank:
        remedy = f"{len(blank)} ligne(s) sans aucune valeur, non lue(s) ; la première est la ligne {blank[0]}"
        sheet.notes.append(RowError(file, 0, "", "", remedy))
    if not sheet.rows_read:
        remedy = "en-tête seul : ajouter au moins une ligne de données"
        sheet.errors.append(RowError(file, HEADER_LINE, "", "", remedy))


def _keep(file: str, sheet: Sheet, record: Record, header: Header) -> None:
    wrong = _problem(record, header)
    if wrong:
        column, value, remedy = wrong
        sheet.errors.append(RowError(file, record.line, column, value[:SHOWN], remedy))
        return
    cells = dict(zip(header.names, map(clean, record.cells or ()), strict=True))
    sheet.rows.append(Row(record.line, cells))


def _problem(record: Record, header: Header) -> tuple[str, str, str] | None:
    if record.cells is None:
        remedy = "guillemets mal fermés : en ouvrir et en fermer une paire par cellule, doubler ceux du texte"
        return "", record.raw, remedy
    if len(record.cells) != len(header.names):
        remedy = f"{len(record.cells)} cellules au lieu de {len(header.names)} : compter les séparateurs"
        return "", header.separator.join(record.cells), f"{remedy}, mettre entre guillemets un texte qui en a"
    for name, cell in zip(header.names, record.cells, strict=True):
        if len(cell) > MAX_CELL:
            return name, cell, f"cellule de {len(cell)} caractères : {MAX_CELL} au plus ; la raccourcir"
        if "\0" in cell or UNREADABLE in cell:
            return name, cell, "caractère illisible : corriger la cellule puis enregistrer en « CSV UTF-8 »"
    return None
