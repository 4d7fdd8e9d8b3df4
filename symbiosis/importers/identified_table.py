"""A table of synergies that people identified already, with whatever columns → identified synergies."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.folder import KnownSynergy
from symbiosis.domain.free_columns import OF_SYNERGIES, Column, NameAsked
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers.free_sheet import Cells, FreeSheet, Reader, read_sheets
from symbiosis.importers.header import fold
from symbiosis.importers.words import KINDS, KINDS_TOLD, STATUSES, STATUSES_TOLD, name_problem

FEWEST = 2
NEEDED = (Column.GIVER, Column.TAKER, Column.FIRMS)
BETWEEN = re.compile(r"\s*(?:\||;|\n|\s\+\s|,\s|\s/\s|\s&\s|→|->|\set\s)\s*")


def read_identified(paths: Sequence[Path], asked: Asked) -> Found:
    """Return the synergies of every sheet; no row vanishes without an error, and nothing is raised."""
    return read_sheets(paths, asked, Reader(OF_SYNERGIES, NEEDED, lambda sheet: sheet, _synergies))


def _synergies(sheet: FreeSheet, line: int, cells: Cells) -> Iterable[KnownSynergy]:
    return [_synergy(sheet, line, cells)]


def _synergy(sheet: FreeSheet, line: int, cells: Cells) -> KnownSynergy:
    given, taken, others = (_firms(sheet, line, cells, c) for c in (Column.GIVER, Column.TAKER, Column.FIRMS))
    firms = tuple(dict.fromkeys(firm for firm in (*given, *others, *taken) if firm))
    kind = _of(sheet, line, cells, Column.KIND) or _guessed(given, taken, firms)
    wrong = bool(sheet.errors) and sheet.errors[-1].line == line
    if len(firms) < FEWEST and not wrong:
        column = next(c for c in NEEDED if sheet.layout.at(c) is not None)
        sheet.refuse(line, column, cells.get(column, ""), "au moins deux établissements différents")
    text = text_of(cells)
    if not text:
        sheet.refuse(line, Column.TEXT, "", "dire de quelle ressource il s'agit")
    status = _of(sheet, line, cells, Column.STATUS)
    return KnownSynergy(
        SynergyKind(kind), firms, text, cells.get(Column.USE, "")[:200], Judgement(status) if status else None,
        cells.get(Column.SOURCE, "")[:200] or sheet.grid.file,
    )  # fmt: skip


def text_of(cells: Cells) -> str:
    """Return what a row says that is exchanged or shared, '' where it says nothing."""
    return (cells.get(Column.TEXT, "") or cells.get(Column.USE, ""))[:300]


def _firms(sheet: FreeSheet, line: int, cells: Cells, column: Column) -> list[str]:
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


def _of(sheet: FreeSheet, line: int, cells: Cells, column: Column) -> str:
    """Return the value of a closed list that a cell says, '' where it says none."""
    written = cells.get(column, "")
    known, told = (KINDS, KINDS_TOLD) if column is Column.KIND else (STATUSES, STATUSES_TOLD)
    found = [value for words, value in known if fold(written) in words]
    if found or not written:
        return str(found[0].value) if found and found[0] else ""
    sheet.refuse(line, column, written, f"valeur inconnue : écrire l'une de {told}")
    return ""


def _guessed(given: Sequence[str], taken: Sequence[str], firms: Sequence[str]) -> SynergyKind:
    """Return the kind a row means without saying it: one gives and another takes, or they share."""
    pair = bool(given and taken) and len(firms) == FEWEST
    return SynergyKind.SUBSTITUTION if pair else SynergyKind.MUTUALISATION
