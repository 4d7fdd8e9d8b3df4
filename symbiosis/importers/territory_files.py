"""The files of a territory folder, loose or in a zip → what the import of any file gives."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from symbiosis.domain.folder import RowError, TerritoryRows
from symbiosis.domain.imports import Asked, Found, Thing, Told
from symbiosis.importers.archive import unpacked
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.territory import read_folder

NAMES = ("firms.csv", "flows.csv", "synergies.csv", "territory.json")
MOST_BYTES = 1_000_000_000


def read_territory(paths: Sequence[Path], _asked: Asked) -> Found:
    """Read a folder, a zip of one, or its files; never raises."""
    if len(paths) == 1 and paths[0].is_dir():
        return as_found(read_folder(paths[0]))
    try:
        with unpacked(paths, MOST_BYTES) as files, TemporaryDirectory(prefix="symbiosis-") as folder:
            return _read_loose(files, Path(folder))
    except BadFileError as bad:
        return Found(errors=bad.errors)


def as_found(rows: TerritoryRows) -> Found:
    """Return a folder's rows as those of an import."""
    every: tuple[tuple[str, Sequence[Thing]], ...] = tuple(
        zip(NAMES, (rows.firms, rows.flows, rows.synergies), strict=False)
    )
    told = tuple(
        Told(thing, file, line)
        for (file, things), lines in zip(every, rows.lines, strict=True)
        for thing, line in zip(things, lines, strict=True)
    )
    lost = tuple(error for error in rows.errors if error not in rows.notes)
    return Found(told, lost, rows.notes, rows.rows_read, rows.name, rows.synthetic)


def _read_loose(files: Sequence[Path], folder: Path) -> Found:
    """Read files that stood anywhere as one folder; those of other names are told and left aside."""
    mine = {file.name.lower(): file for file in files if file.name.lower() in NAMES}
    for name, file in mine.items():
        copyfile(file, folder / name)
    others = [file.name for file in files if file.name.lower() not in NAMES]
    found = as_found(read_folder(folder))
    remedy = f"fichier laissé de côté : les noms lus sont {', '.join(NAMES)}"
    notes = (*found.notes, *(RowError(name, 0, "", "", remedy) for name in others))
    return replace(found, notes=notes, name="" if "territory.json" not in mine else found.name)
