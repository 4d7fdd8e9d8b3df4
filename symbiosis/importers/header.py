"""The first line of a table: which separator, which column is where."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from symbiosis.domain.folder import RowError
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.records import Record, records

SEPARATORS = ",;\t"
HEADER_LINE = 1


@dataclass(frozen=True)
class Columns:
    """The column names a table must and may have."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Return all names that are read, in order."""
        return self.required + self.optional

    @property
    def known(self) -> frozenset[str]:
        """Return all names that are read."""
        return frozenset(self.required + self.optional)


@dataclass(frozen=True)
class Header:
    """One folded name per cell, the same as written, and the position of the record after."""

    separator: str
    names: tuple[str, ...]
    shown: tuple[str, ...]
    end: int


def fold(text: str) -> str:
    """Return the text without case, accents or outer spaces.

    >>> fold(" Qualité ")
    'qualite'
    """
    if text.isascii():
        return text.strip().lower()
    plain = unicodedata.normalize("NFKD", text.strip()).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def closest(wanted: str, present: Iterable[str]) -> str:
    """Return the nearest of the present names ('' when there is none); only their beginning is compared."""
    names = list(present)[:500]
    best = process.extractOne(wanted[:80], [name[:80] for name in names], scorer=fuzz.ratio, processor=fold)
    return names[best[2]] if best else ""


def read_header(file: str, lines: list[str], columns: Columns) -> Header:
    """Return the header found on the first line that is not blank; raises BadFileError."""
    start = next((n for n, line in enumerate(lines) if line.strip()), None)
    if start is None:
        remedy = f"fichier vide : mettre en première ligne {', '.join(columns.required)}"
        raise BadFileError(RowError(file, 0, "", "", remedy))
    if "\0" in lines[start]:
        remedy = "octets nuls dans l'en-tête : ce n'est pas un CSV ; enregistrer en « CSV UTF-8 »"
        raise BadFileError(RowError(file, HEADER_LINE, "", "", remedy))
    readings = [_reading(lines, start, separator) for separator in SEPARATORS]
    header = max(readings, key=lambda h: (len(columns.known.intersection(h.names)), len(h.names)))
    _check(file, header, columns)
    return header


def _reading(lines: list[str], start: int, separator: str) -> Header:
    reader = records(lines, separator, start)
    first = next(reader)
    after = next(reader, Record(len(lines) + 1, None))
    shown = tuple(cell.strip() for cell in first.cells or [first.raw])
    return Header(separator, tuple(map(fold, shown)), shown, after.line - 1)


def _check(file: str, header: Header, columns: Columns) -> None:
    twice = [name for name, count in Counter(header.names).items() if count > 1 and name]
    if twice:
        remedy = f"colonne présente plusieurs fois : « {twice[0][:80]} » ; n'en garder qu'une"
        raise BadFileError(RowError(file, HEADER_LINE, twice[0][:80], "", remedy))
    missing = [name for name in columns.required if name not in header.names]
    if missing:
        raise BadFileError(*(_missing(file, name, header, columns) for name in missing))


def _missing(file: str, name: str, header: Header, columns: Columns) -> RowError:
    free = [s for s, n in zip(header.shown, header.names, strict=True) if n and n not in columns.known]
    near = closest(name, free or filter(None, header.shown))[:80]
    hint = f" ; la plus proche : « {near} »" if near else ""
    remedy = f"colonne obligatoire absente : « {name} »{hint} ; la renommer ou ajouter la colonne"
    return RowError(file, HEADER_LINE, name, near, remedy)
