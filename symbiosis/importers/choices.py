"""What a person may have to say about a spreadsheet before it is loaded: which column is which, who a name is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from symbiosis.domain.firms import Firm
from symbiosis.domain.free_columns import OF_FLOWS, OF_SYNERGIES, SAYS, Column, Layout, NameAsked
from symbiosis.domain.imports import ImportKind
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import FirmNames
from symbiosis.importers.free_columns import KEY, layout
from symbiosis.importers.grids import Grid, numbered, read_grids
from symbiosis.importers.header import fold
from symbiosis.importers.identified_table import BETWEEN, NEEDED, text_of

FIELDS: Mapping[ImportKind, tuple[Sequence[Column], Sequence[Column]]] = {
    ImportKind.WORKBOOK: (OF_FLOWS, SAYS),
    ImportKind.IDENTIFIED: (OF_SYNERGIES, NEEDED),
}
WHO = (Column.FIRM, Column.GIVER, Column.TAKER, Column.FIRMS)
MOST_NAMES, MOST_TEXTS, SAMPLE = 200, 5_000, 3


@dataclass(frozen=True)
class SheetChoices:
    """One sheet: where it keeps what, and the first values of each column."""

    label: str
    layout: Layout
    samples: tuple[str, ...]
    keys: tuple[str, ...]  # under which a choice about each column is kept


@dataclass(frozen=True)
class Choices:
    """The sheets that could be read, the columns they may hold, and the names to be linked."""

    sheets: tuple[SheetChoices, ...]
    fields: tuple[Column, ...]
    names: tuple[NameAsked, ...]
    texts: tuple[str, ...] = ()  # of synergies, each once


def choices(paths: Sequence[Path], kind: ImportKind, firms: Sequence[Firm], chosen: Mapping[str, str]) -> Choices:
    """Return what there is to choose; nothing is raised, what cannot be read is left to the preview to say."""
    fields, needed = FIELDS[kind]
    names = FirmNames(firms, chosen)
    sheets: list[SheetChoices] = []
    asked: dict[str, NameAsked] = {}
    texts: dict[str, None] = {}
    for grid in (grid for path in paths for grid in _grids(path)):
        try:
            places = layout(grid, fields, needed, chosen)
        except BadFileError:
            continue
        keys = tuple(f"{KEY}{fold(name)}" for name in places.names)
        sheets.append(SheetChoices(grid.sheet or grid.file, places, _samples(grid, places), keys))
        for written in _written(grid, places, names):
            found = names.find(written)
            if isinstance(found, NameAsked):
                asked.setdefault(written, found)
        texts |= dict.fromkeys(_texts(grid, places) if kind is ImportKind.IDENTIFIED else ())
    return Choices(tuple(sheets), tuple(fields), tuple(asked.values())[:MOST_NAMES], tuple(texts)[:MOST_TEXTS])


def _grids(path: Path) -> Sequence[Grid]:
    try:
        return read_grids(path)[0]
    except BadFileError:
        return ()


def _written(grid: Grid, places: Layout, names: FirmNames) -> list[str]:
    """Return the names that a sheet writes, each once."""
    positions = [i for i, column in enumerate(places.columns) if column in WHO]
    cells = (row[i] for line, row in numbered(grid) if line > places.line for i in positions if row[i])
    found: dict[str, None] = {}
    for cell in cells:
        whole = isinstance(names.find(cell), str)
        found |= dict.fromkeys([cell] if whole else [part for part in BETWEEN.split(cell) if part.strip()])
    return list(found)


def _texts(grid: Grid, places: Layout) -> Iterator[str]:
    """Yield the text of each row, as the reader of the file takes it."""
    for line, row in numbered(grid):
        cells = {c: row[i] for i, c in enumerate(places.columns) if c}
        if line > places.line and (text := text_of(cells)):
            yield text


def _samples(grid: Grid, places: Layout) -> tuple[str, ...]:
    rows = [row for line, row in numbered(grid) if line > places.line][:20]
    columns = ([row[i] for row in rows if row[i]][:SAMPLE] for i in range(len(places.names)))
    return tuple(" ; ".join(values)[:80] for values in columns)
