"""A table of synergies that people identified already, with whatever columns → identified synergies."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.folder import KnownSynergy, RowError
from symbiosis.domain.free_columns import OF_SYNERGIES, Column, Layout, NameAsked
from symbiosis.domain.imports import Asked, Found, Told
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import FirmNames
from symbiosis.importers.free_columns import layout
from symbiosis.importers.grids import Grid, numbered, read_grids
from symbiosis.importers.header import fold
from symbiosis.importers.words import KINDS, STATUSES, name_problem

SHOWN, FEWEST = 120, 2
NEEDED = (Column.GIVER, Column.TAKER, Column.FIRMS)
BETWEEN = re.compile(r"\s*(?:\||;|\n|\s\+\s|,\s|\s/\s|\s&\s|→|->|\set\s)\s*")


@dataclass
class _Sheet:
    grid: Grid
    layout: Layout
    names: FirmNames
    label: str
    told: list[Told] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)

    def refuse(self, line: int, column: Column, value: str, remedy: str) -> None:
        """Say what is wrong with a cell."""
        self.errors.append(RowError(self.label, line, self.layout.name(column), value[:SHOWN], remedy))


def read_identified(paths: Sequence[Path], asked: Asked) -> Found:
    """Return the synergies of every sheet; no row vanishes without an error, and nothing is raised."""
    names = FirmNames(asked.firms, asked.options)
    rows: list[Told] = []
    errors: list[RowError] = []
    notes: list[RowError] = []
    count = 0
    for path in paths:
        try:
            grids, said = read_grids(path)
        except BadFileError as bad:
            errors.extend(bad.errors)
            continue
        notes.extend(said)
        sheets, unread = _sheets(grids, asked, names)
        (notes if sheets else errors).extend(unread if sheets else unread[:1])
        for sheet in sheets:
            count += _read(sheet)
            rows.extend(sheet.told)
            errors.extend(sheet.errors)
    return Found(tuple(rows), tuple(errors), tuple(notes), count)


def _sheets(grids: Sequence[Grid], asked: Asked, names: FirmNames) -> tuple[list[_Sheet], list[RowError]]:
    sheets: list[_Sheet] = []
    unread: list[RowError] = []
    for grid in grids:
        label = f"{grid.file} › {grid.sheet}" if len(grids) > 1 and grid.sheet else grid.file
        try:
            places = layout(grid, OF_SYNERGIES, NEEDED, asked.options)
            sheets.append(_Sheet(grid, places, names, label))
        except BadFileError as bad:
            unread.extend(replace(error, file=label) for error in bad.errors)
    return sheets, unread


def _read(sheet: _Sheet) -> int:
    count = 0
    for line, row in numbered(sheet.grid):
        if line <= sheet.layout.line:
            continue
        count += 1
        cells = {c: row[i] for i, c in enumerate(sheet.layout.columns) if c}
        before = len(sheet.errors)
        synergy = _synergy(sheet, line, cells)
        if len(sheet.errors) == before:
            sheet.told.append(Told(synergy, sheet.label, line))
    return count


def _synergy(sheet: _Sheet, line: int, cells: Mapping[Column, str]) -> KnownSynergy:
    given, taken, others = (_firms(sheet, line, cells, c) for c in (Column.GIVER, Column.TAKER, Column.FIRMS))
    firms = tuple(dict.fromkeys(firm for firm in (*given, *others, *taken) if firm))
    kind = _of(sheet, line, cells, Column.KIND) or _guessed(given, taken, firms)
    wrong = bool(sheet.errors) and sheet.errors[-1].line == line
    if len(firms) < FEWEST and not wrong:
        column = next(c for c in NEEDED if sheet.layout.at(c) is not None)
        sheet.refuse(line, column, cells.get(column, ""), "au moins deux établissements différents")
    text = cells.get(Column.TEXT, "") or cells.get(Column.USE, "")
    if not text:
        sheet.refuse(line, Column.TEXT, "", "dire de quelle ressource il s'agit")
    status = _of(sheet, line, cells, Column.STATUS)
    return KnownSynergy(
        SynergyKind(kind), firms, text[:300], cells.get(Column.USE, "")[:200], Judgement(status) if status else None,
        cells.get(Column.SOURCE, "")[:200] or sheet.grid.file,
    )  # fmt: skip


def _firms(sheet: _Sheet, line: int, cells: Mapping[Column, str], column: Column) -> list[str]:
    """Return the firms a cell names: the whole of it as one name where that is one, else its parts."""
    written = cells.get(column, "")
    if not written:
        return []
    whole = sheet.names.find(written)
    if isinstance(whole, str):
        return [whole]
    found = [(part, sheet.names.find(part)) for part in BETWEEN.split(written) if part.strip()]
    for part, firm in found:
        if isinstance(firm, NameAsked):
            sheet.refuse(line, column, part, name_problem(firm))
    return [firm for _, firm in found if isinstance(firm, str)]


def _of(sheet: _Sheet, line: int, cells: Mapping[Column, str], column: Column) -> str:
    """Return the value of a closed list that a cell says, '' where it says none."""
    written = cells.get(column, "")
    known = KINDS if column is Column.KIND else STATUSES
    found = [value for words, value in known if fold(written) in words]
    if found or not written:
        return str(found[0].value) if found and found[0] else ""
    listed = ", ".join(words[0] or words[1] for words, _ in known)
    sheet.refuse(line, column, written, f"valeur inconnue : écrire l'une de {listed}")
    return ""


def _guessed(given: Sequence[str], taken: Sequence[str], firms: Sequence[str]) -> SynergyKind:
    """Return the kind a row means without saying it: one gives and another takes, or they share."""
    pair = bool(given and taken) and len(firms) == FEWEST
    return SynergyKind.SUBSTITUTION if pair else SynergyKind.MUTUALISATION
