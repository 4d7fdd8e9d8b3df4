"""Géorisques' yearly declarations of wastes (IREP, GEREP) → what sites of the territory give up and take in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from symbiosis.domain.enums import Direction, Unit
from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Asked, Found
from symbiosis.domain.units import to_base
from symbiosis.importers import cells as parse
from symbiosis.importers.archive import unpacked
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.codes import waste_code
from symbiosis.importers.declared_wastes import Movement, summed
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.header import Columns
from symbiosis.importers.places import chosen
from symbiosis.importers.rows import Cells
from symbiosis.importers.siret import siret
from symbiosis.importers.tabular import Row, Sheet, read_table

SOURCE = "IREP"
MOST_BYTES = 1_000_000_000
SITES = Columns(("identifiant", "numero_siret", "code_insee"), ("nom_etablissement", "commune"))
# The missing n is theirs; a year that has it is read too.
OPERATIONS = ("code_operation_eliminatio_valorisation", "code_operation_elimination_valorisation")
WASTES = Columns(
    ("identifiant", "annee", "code_dechet"),
    ("libelle_dechet", *OPERATIONS, "quantite", "quantite_admise", "quantite_traitee", "unite"),
)
_year = parse.between(1990, 2100, "année")


@dataclass
class _Read:
    """What was found so far."""

    movements: list[Movement] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    notes: list[RowError] = field(default_factory=list)
    outside: int = 0
    rows: int = 0


@dataclass(frozen=True)
class _Site:
    siret: str  # as written
    inside: bool


def read_irep(paths: Sequence[Path], asked: Asked) -> Found:
    """Read the sites and the wastes they produced or treated, loose files or the yearly zip. Never raises."""
    try:
        given, communes = chosen(paths, asked)
        with unpacked(given, MOST_BYTES) as files:
            return _read(files, asked, communes)
    except BadFileError as bad:
        return Found(errors=bad.errors)


def _read(files: Sequence[Path], asked: Asked, communes: frozenset[str]) -> Found:
    kinds = {path: _kind(path) for path in files}
    found = _Read()
    sites: dict[str, _Site] = {}
    for path in (p for p, kind in kinds.items() if kind == "sites"):
        sheet = _sheet(path, SITES, found)
        sites |= {row.cells["identifiant"]: _Site(row.cells["numero_siret"], row.cells["code_insee"] in communes)
                  for row in sheet.rows}  # fmt: skip
    if "sites" not in kinds.values():
        remedy = "il manque etablissements.csv, qui dit le SIRET de chaque site : le joindre, ou donner le zip annuel"
        return Found(errors=(RowError(files[0].name if files else "", 0, "", "", remedy),))
    if found.errors and not sites:
        return Found(errors=tuple(found.errors))  # of wastes without their sites nothing could be said
    for path in (p for p, kind in kinds.items() if kind == "wastes"):
        sheet = _sheet(path, WASTES, found)
        found.rows += sheet.rows_read
        for row in sheet.rows:
            _take(path.name, row, sites, asked, found)
    for path in (p for p, kind in kinds.items() if not kind):
        remedy = "fichier laissé de côté : ni les sites, ni leurs déchets"
        found.notes.append(RowError(path.name, 0, "", "", remedy))
    return _found(found, asked, files[0].name)


def _found(read: _Read, asked: Asked, file: str) -> Found:
    flows = summed(read.movements, asked, SOURCE)
    notes = [*read.notes, *flows.notes]
    if read.outside:
        remedy = "ligne(s) de sites d'autres communes, laissée(s) de côté"
        notes.append(RowError(file, 0, "", str(read.outside), remedy))
    return Found(flows.told, (*read.errors, *flows.strangers), tuple(notes), read.rows)


def _kind(path: Path) -> str:
    """Tell what a file holds by its first line."""
    with path.open("rb") as stream:
        head = stream.readline(65536).decode("utf-8", "replace").lower()
    if "numero_siret" in head:
        return "sites"
    return "wastes" if "code_dechet" in head else ""


def _sheet(path: Path, columns: Columns, found: _Read) -> Sheet:
    sheet = read_table(path, columns)
    found.errors.extend(sheet.errors)
    return sheet


def _take(file: str, row: Row, sites: dict[str, _Site], asked: Asked, found: _Read) -> None:
    cells = Cells(file, row)
    site = sites.get(cells.needed("identifiant"))
    if site is None:
        cells.refuse("identifiant", "site absent de etablissements.csv : prendre les fichiers de la même année")
    number = _siret(site) if site else ""
    if site and not site.inside and number not in asked.by_siret:
        found.outside += 1
        return
    if site and not number:
        remedy = f"SIRET du site illisible dans etablissements.csv (« {site.siret[:20]} ») : l'y corriger"
        cells.refuse("identifiant", remedy)
    movements = list(_movements(file, row, cells, number))
    found.errors.extend(cells.errors)
    if not cells.errors:
        found.movements.extend(movements)


def _movements(file: str, row: Row, cells: Cells, number: str) -> Iterable[Movement]:
    year = cells.needed_value("annee", _year)
    code = cells.needed_value("code_dechet", waste_code) or ""
    treated = "quantite_admise" in row.cells or "quantite_traitee" in row.cells
    tonnes, below = _amount(cells, "quantite_admise" if treated else "quantite")
    yield Movement(
        file, row.line, number, Direction.NEED if treated else Direction.OFFER, code, cells.text("libelle_dechet"),
        str(int(year or 0)), tonnes, below, next(filter(None, map(cells.text, OPERATIONS)), ""),
    )  # fmt: skip


def _amount(cells: Cells, column: str) -> tuple[float | None, bool]:
    """Return tonnes, and whether the register says no more than that they are below its threshold."""
    text = cells.text(column)
    if text.startswith("<"):
        return None, True
    quantity = cells.value(column, parse.quantity)
    unit = cells.value("unite", _unit) or Unit.TONNE
    return (None if quantity is None else to_base(quantity, unit)[0]), False


def _unit(text: str) -> Unit:
    found = _UNITS.get(text.strip().lower().rstrip("."))
    if found is None:
        raise BadCellError("unité attendue : t ou kg")
    return found


_UNITS = {"t": Unit.TONNE, "t/an": Unit.TONNE, "tonne": Unit.TONNE, "tonnes": Unit.TONNE, "kg": Unit.KILOGRAM,
          "kg/an": Unit.KILOGRAM}  # fmt: skip


def _siret(site: _Site) -> str:
    try:
        return siret(site.siret)
    except BadCellError:
        return ""
