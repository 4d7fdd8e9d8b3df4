"""What people say about a spreadsheet before it is loaded, and what of it is remembered for the next one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.domain.imports import Deed, Import, OutcomeLine
from symbiosis.exports.firm_workbook import Note, annotated_file
from symbiosis.importers.choices import FIELDS, Choices, SheetChoices, choices
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import key
from symbiosis.importers.grids import Grid, read_grids
from symbiosis.store import aliases, firms, imports
from symbiosis.store.session import Store

__all__ = ["SheetChoices", "annotated", "look", "remember"]


def look(store: Store, import_id: str) -> tuple[Import, Choices]:
    """Return what there is to choose about an import; NotFound where its files or their sort leave no choice."""
    imported = _readable(store, import_id)
    chosen = aliases.every(store) | dict(imported.options)
    return imported, choices([Path(p) for p in imported.paths], imported.kind, firms.every(store), chosen)


def remember(store: Store, answers: Mapping[str, str], who: str) -> None:
    """Keep which firm each written name means, for this import and all others."""
    aliases.put(store, {key(name): firm for name, firm in answers.items() if firm}, {"by": who, "at": now()})


def annotated(store: Store, import_id: str, title: str) -> bytes:
    """Return the files with each refused cell coloured and explained; NotFound once they are no more kept."""
    imported = _readable(store, import_id)
    wrong = [line for line in imports.every_line(store, imported) if line.deed is Deed.REFUSED]
    try:
        grids = [grid for path in imported.paths for grid in read_grids(Path(path))[0]]
    except BadFileError:
        raise NotFound(f"import {import_id}") from None
    several = len(grids) > 1
    _, found = look(store, import_id)
    return annotated_file([_sheet(grid, several, wrong, found.sheets) for grid in grids], title)


def _readable(store: Store, import_id: str) -> Import:
    imported = imports.get(store, import_id)
    if imported.kind not in FIELDS or not all(Path(path).is_file() for path in imported.paths):
        raise NotFound(f"import {import_id}")
    return imported


def _sheet(
    grid: Grid, several: bool, wrong: Sequence[OutcomeLine], sheets: Sequence[SheetChoices]
) -> tuple[str, Sequence[Sequence[str]], list[Note]]:
    label = f"{grid.file} › {grid.sheet}" if several and grid.sheet else grid.file
    names = next((s.layout.names for s in sheets if s.label == (grid.sheet or grid.file)), ())
    notes = [Note(e.line, _column(names, e.column), e.remedy) for e in wrong if e.file == label and e.line]
    return grid.sheet or grid.file, grid.rows, notes


def _column(names: Sequence[str], name: str) -> int:
    return names.index(name) + 1 if name and name in names else 0
