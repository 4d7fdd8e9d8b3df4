"""Sheets with whatever columns → things, row by row: what every reader of people's own tables does alike."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, TypeVar

from symbiosis.domain.folder import RowError
from symbiosis.domain.free_columns import NOTICE_SHEET, Column, Layout
from symbiosis.domain.imports import Asked, Found, Thing, Told
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import FirmNames
from symbiosis.importers.free_columns import layout
from symbiosis.importers.grids import Grid, numbered, read_grids

SHOWN = 120  # characters of a bad value, in a report
Cells = Mapping[Column, str]


@dataclass
class FreeSheet:
    """What is read of one sheet, and what stands beside its rows."""

    grid: Grid
    layout: Layout
    asked: Asked
    names: FirmNames
    label: str
    told: list[Told] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)

    def refuse(self, line: int, column: Column, value: str, remedy: str) -> None:
        """Say what is wrong with a cell."""
        self.errors.append(RowError(self.label, line, self.layout.name(column), value[:SHOWN], remedy))


S = TypeVar("S", bound=FreeSheet)


@dataclass(frozen=True)
class Reader(Generic[S]):
    """What a table holds: its columns, those of which one is needed, and what a row of a sheet says."""

    fields: Sequence[Column]
    needed: Sequence[Column]
    open: Callable[[FreeSheet], S]
    read: Callable[[S, int, Cells], Iterable[Thing]]


def read_sheets(paths: Sequence[Path], asked: Asked, reader: Reader[S]) -> Found:
    """Return what every sheet says; no row vanishes without an error, and nothing is raised."""
    names = FirmNames(asked.firms, asked.options)
    found = Found()
    for path in paths:
        found = _together(found, _of_file(path, asked, names, reader))
    return found


def label_of(grid: Grid, several: bool) -> str:
    """Return what a sheet is called in reports."""
    return f"{grid.file} › {grid.sheet}" if several and grid.sheet else grid.file


def _of_file(path: Path, asked: Asked, names: FirmNames, reader: Reader[S]) -> Found:
    try:
        grids, notes = read_grids(path)
    except BadFileError as bad:
        return Found(errors=bad.errors)
    found, unread = Found(notes=notes), list[RowError]()
    for grid in grids:
        label = label_of(grid, len(grids) > 1)
        try:
            places = layout(grid, reader.fields, reader.needed, asked.options)
        except BadFileError as bad:
            unread.extend(replace(error, file=label) for error in bad.errors)
            continue
        found = _together(found, _of_sheet(reader.open(FreeSheet(grid, places, asked, names, label)), reader))
    if len(unread) == len(grids):
        return Found(errors=tuple(unread[:1]), notes=notes)
    others = (error for error in unread if not error.file.endswith(f" › {NOTICE_SHEET}"))
    aside = (replace(error, remedy=f"feuille laissée de côté : {error.remedy}") for error in others)
    return replace(found, notes=(*found.notes, *aside))


def _of_sheet(sheet: S, reader: Reader[S]) -> Found:
    count = 0
    for line, row in numbered(sheet.grid):
        if line <= sheet.layout.line:
            continue
        count += 1
        cells = {c: row[i] for i, c in enumerate(sheet.layout.columns) if c}
        before = len(sheet.errors)
        things = list(reader.read(sheet, line, cells))
        if len(sheet.errors) == before:
            sheet.told.extend(Told(thing, sheet.label, line) for thing in things)
    return Found(tuple(sheet.told), tuple(sheet.errors), rows_read=count)


def _together(one: Found, other: Found) -> Found:
    return replace(
        one, rows=one.rows + other.rows, errors=one.errors + other.errors, notes=one.notes + other.notes,
        rows_read=one.rows_read + other.rows_read,
    )  # fmt: skip
