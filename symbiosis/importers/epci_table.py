"""INSEE's table « Intercommunalité – Métropole », as a workbook, a CSV or the zip of it → the communes of each EPCI."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from symbiosis.importers.archive import bad_file, is_book, is_zip, members, unpacked
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.grids import BOOKS, Grid, read_grids
from symbiosis.importers.header import fold

EPCI = frozenset({"epci", "siren_epci", "code_epci", "codeepci"})
COMMUNE = frozenset({"codgeo", "com", "insee", "code_insee", "code_commune", "codecommune"})
MOST_UNPACKED, HEAD, TITLES = 200_000_000, 1 << 16, 25
CODE, SIREN = 5, 9


def is_epci_table(path: Path) -> bool:
    """Tell whether a file is such a table: a workbook, a zip of one, or a text that names both columns on a line."""
    if path.is_dir():
        return False
    if is_book(path) or (is_zip(path) and any(info.filename.lower().endswith(BOOKS) for info in members(path))):
        return _holds_pairs(path)
    with path.open("rb") as stream:
        head = stream.read(HEAD).decode("utf-8", "replace")
    return any(_are_titles(line.replace(";", ",").replace("\t", ",").split(",")) for line in head.splitlines()[:TITLES])


def communes_by_epci(paths: Sequence[Path]) -> dict[str, frozenset[str]]:
    """Return the INSEE codes of the communes of each EPCI; BadFileError where a table has no such columns."""
    found: dict[str, set[str]] = {}
    for given in paths:
        with unpacked([given], MOST_UNPACKED) as files:
            pairs = [pair for file in files for grid in read_grids(file)[0] for pair in _pairs(grid)]
        if not pairs:
            raise bad_file(given, "table d'EPCI sans colonnes « EPCI » et « CODGEO » : prendre celle de l'INSEE")
        for epci, commune in pairs:
            found.setdefault(epci, set()).add(commune)
    return {epci: frozenset(communes) for epci, communes in found.items()}


def _holds_pairs(path: Path) -> bool:
    try:
        return bool(communes_by_epci([path]))
    except BadFileError:
        return False


def _pairs(grid: Grid) -> Iterator[tuple[str, str]]:
    """Yield (EPCI, commune) of each row under the titles, none of a sheet without them; lost zeros are given back."""
    start = next((at for at, row in enumerate(grid.rows[:TITLES]) if _are_titles(row)), None)
    if start is None:
        return
    names = [fold(name) for name in grid.rows[start]]
    one, other = (next(at for at, name in enumerate(names) if name in known) for known in (EPCI, COMMUNE))
    for row in grid.rows[start + 1 :]:
        if len(row[one]) == SIREN and row[one].isdigit() and row[other]:
            yield row[one], row[other].zfill(CODE)


def _are_titles(cells: Sequence[str]) -> bool:
    names = {fold(cell.strip(' "\ufeff')) for cell in cells}
    return not EPCI.isdisjoint(names) and not COMMUNE.isdisjoint(names)
