"""territory.json → the territory's name and whether it is invented."""

import json
from pathlib import Path

from symbiosis.domain.folder import RowError
from symbiosis.importers.cells import BadCellError, boolean
from symbiosis.importers.decoding import BadFileError, read_bytes
from symbiosis.importers.tabular import MAX_CELL, SHOWN, clean

FILE = "territory.json"
SAMPLE = '{"name": "Bassin de Pompey", "synthetic": false}'


def read_identity(folder: Path) -> tuple[str, bool, tuple[RowError, ...]]:
    """Return (name, synthetic, errors); the folder's own name and False stand for what is absent or wrong."""
    default = clean(folder.resolve().name)
    path = folder / FILE
    if not path.exists():
        return default, False, ()
    try:
        content = _content(path)
    except BadFileError as bad:
        return default, False, bad.errors
    errors: list[RowError] = []
    name = _name(content.get("name", default), errors) or default
    return name, _synthetic(content.get("synthetic", False), errors), tuple(errors)


def _content(path: Path) -> dict[str, object]:
    data = read_bytes(path)
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadFileError(_error("", "", f"JSON illisible : écrire par exemple {SAMPLE}")) from error
    if not isinstance(content, dict):
        raise BadFileError(_error("", str(content), f"objet JSON attendu : écrire par exemple {SAMPLE}"))
    return content


def _name(value: object, errors: list[RowError]) -> str:
    if isinstance(value, str) and len(value) <= MAX_CELL:
        return clean(value)
    errors.append(_error("name", str(value), f"nom attendu entre guillemets, {MAX_CELL} caractères au plus"))
    return ""


def _synthetic(value: object, errors: list[RowError]) -> bool:
    try:
        return boolean(str(value))
    except BadCellError:
        errors.append(_error("synthetic", str(value), "valeur attendue : true ou false"))
        return False


def _error(column: str, value: str, remedy: str) -> RowError:
    return RowError(FILE, 0, column, clean(value)[:SHOWN], remedy)
