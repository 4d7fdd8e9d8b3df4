"""A spreadsheet of workshop cards, with whatever columns → cards, and a line for each row that is none."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from symbiosis.domain.firms import Firm
from symbiosis.domain.folder import RowError
from symbiosis.domain.free_columns import OF_CARDS, SAYS, Column, NameAsked
from symbiosis.domain.ids import stable_id
from symbiosis.domain.workshops import CardRow, Said
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import FirmNames
from symbiosis.importers.free_columns import layout
from symbiosis.importers.grids import Grid, numbered, read_grids
from symbiosis.importers.header import fold
from symbiosis.importers.words import DIRECTIONS, OWN, YES, name_problem

SHOWN, WORDS, QUANTITY = 120, 300, 60


def read_cards(path: Path, firms: Sequence[Firm], by: str) -> tuple[CardRow, ...]:
    """Return each row as the card it says or as what is wrong with it; nothing is raised, no row vanishes."""
    names = FirmNames(firms, {})
    try:
        grids, _notes = read_grids(path)
        return tuple(row for grid in grids for row in _rows(grid, names, by))
    except BadFileError as bad:
        return tuple(CardRow(error.file, error.line, None, error.value, error) for error in bad.errors)


def _rows(grid: Grid, names: FirmNames, by: str) -> Iterator[CardRow]:
    places = layout(grid, OF_CARDS, SAYS, {})
    for line, row in numbered(grid):
        if line > places.line:
            cells = {c: row[i] for i, c in enumerate(places.columns) if c}
            yield from _cards(grid, line, cells, names, by)


def _cards(grid: Grid, line: int, cells: dict[Column, str], names: FirmNames, by: str) -> Iterator[CardRow]:
    written = next((cells[c] for c in (Column.FIRM_REF, Column.SIRET, Column.FIRM) if cells.get(c)), "")
    named = [(c, cells[c]) for c in SAYS if cells.get(c)]
    problem = _problem(written, names) or ("" if named else "rien n'est nommé sur cette ligne : dire de quoi il s'agit")
    if problem:
        yield _wrong(grid, line, written, problem)
        return
    found = names.find(written)
    for position, (column, text) in enumerate(named):
        told = cells.get(Column.DIRECTION, "")
        direction = OWN.get(column) or next((d for words, d in DIRECTIONS if fold(told) in words), None)
        if direction is None:
            yield _wrong(grid, line, told, "sens attendu : j'ai, je cherche ou je partage")
            continue
        quantity = f"{cells.get(Column.QUANTITY, '')} {cells.get(Column.UNIT, '')}".strip() if position == 0 else ""
        firm, outside = (found, "") if isinstance(found, str) else ("", written[:SHOWN])
        once = stable_id("row", grid.file, grid.sheet, str(line), column)
        shown = fold(cells.get(Column.SHOWN, "")) in YES
        card = Said(direction, text[:WORDS], quantity[:QUANTITY], firm, outside, shown=shown, once=once, by=by)
        yield CardRow(grid.file, line, card, written, None)


def _problem(written: str, names: FirmNames) -> str:
    """Return what is wrong with a firm; one that nobody here resembles is from elsewhere."""
    if not written:
        return "dire de quelle entreprise vient la carte"
    found = names.find(written)
    return name_problem(found) if isinstance(found, NameAsked) and found.alternatives else ""


def _wrong(grid: Grid, line: int, value: str, remedy: str) -> CardRow:
    return CardRow(grid.file, line, None, value[:SHOWN], RowError(grid.file, line, "", value[:SHOWN], remedy))
