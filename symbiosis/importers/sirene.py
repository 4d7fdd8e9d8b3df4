"""INSEE's stock files → the firms of some communes, with their names and places where the files to join are given.

`StockEtablissement` says where, what trade, how many; `StockUniteLegale` the name; the geolocation file the point.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Asked, Found, Told
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.establishments import Establishment, firm, shown
from symbiosis.importers.lambert import wgs84
from symbiosis.importers.places import Point, chosen, degrees, number_or_none, to_keep
from symbiosis.importers.register_files import Source, missing, sources
from symbiosis.importers.register_query import LINE, Taken, take
from symbiosis.importers.siret import LENGTH, SIREN, siret

KEY = "codeCommuneEtablissement"
STOCK = ("siret", KEY, "etatAdministratifEtablissement", "activitePrincipaleEtablissement")
STOCK_TOO = (
    "statutDiffusionEtablissement", "nomenclatureActivitePrincipaleEtablissement",
    "activitePrincipaleNAF25Etablissement",
    "trancheEffectifsEtablissement", "enseigne1Etablissement", "denominationUsuelleEtablissement", "dateDebut",
    "libelleCommuneEtablissement", "coordonneeLambertAbscisseEtablissement", "coordonneeLambertOrdonneeEtablissement",
    "longitude", "latitude",
)  # fmt: skip
UNITS = ("siren",)
UNITS_TOO = (
    "statutDiffusionUniteLegale", "denominationUniteLegale", "sigleUniteLegale", "categorieJuridiqueUniteLegale",
    "nomUniteLegale", "nomUsageUniteLegale", "prenomUsuelUniteLegale", "prenom1UniteLegale", "pseudonymeUniteLegale",
)  # fmt: skip
POINTS = ("siret", "x_longitude", "y_latitude")
POINTS_TOO = ("qualite_xy",)
WRONG_POINT = "33"  # INSEE's own word for a point it does not believe in
SOLE_TRADER = "1000"
FILE = "file"  # a row's, beside what INSEE tells
UNKNOWN_DAY = "1900-01-01"  # INSEE's own, for a closing whose day is lost
Row = dict[str, str]


@dataclass(frozen=True)
class Files:
    """The tables given, by what they are."""

    stock: tuple[Source, ...]
    units: tuple[Source, ...]
    points: tuple[Source, ...]
    unknown: tuple[Source, ...]


def read_sirene(paths: Sequence[Path], asked: Asked) -> Found:
    """Read the stock of establishments and what is joined to it; never raises."""
    errors: list[RowError] = []
    try:
        registers, communes = chosen(paths, asked)
        given, errors = sources(registers)
        files = _sorted(given)
        errors.extend(error for source in files.unknown for error in missing(source, STOCK))
        if not files.stock:
            errors.append(_no_stock(files, paths))
        if errors:
            return Found(errors=tuple(errors))
        return _read(files, asked, communes)
    except BadFileError as bad:
        return Found(errors=(*errors, *bad.errors))
    except duckdb.Error as error:
        remedy = f"fichier illisible : le télécharger de nouveau ({str(error).splitlines()[0][:100]})"
        return Found(errors=(*errors, RowError(paths[0].name, 0, "", "", remedy)))


def _sorted(given: Iterable[Source]) -> Files:
    kinds: tuple[list[Source], ...] = ([], [], [], [])
    for source in given:
        order = (source.has(*STOCK), source.has("siren", "denominationUniteLegale"), source.has(*POINTS), True)
        kinds[order.index(True)].append(source)
    return Files(*map(tuple, kinds))


def _no_stock(files: Files, paths: Sequence[Path]) -> RowError:
    others = ", ".join(source.name for source in (*files.units, *files.points))
    remedy = "il manque le fichier StockEtablissement de l'INSEE, qui dit quels établissements il y a"
    return RowError(paths[0].name, 0, "", others, remedy)


def _read(files: Files, asked: Asked, communes: frozenset[str]) -> Found:
    steps = _Steps(asked.progress, [*files.stock, *files.units, *files.points])
    stock = [take(s, STOCK + STOCK_TOO, KEY, communes, steps.next()) for s in files.stock]
    rows = [row | {FILE: source.name} for source, taken in zip(files.stock, stock, strict=True) for row in taken.rows]
    sirets = {_digits(row["siret"]) for row in rows}
    sirens = _as_written({name[:SIREN] for name in sirets})
    units = [take(s, UNITS + UNITS_TOO, "siren", sirens, steps.next()) for s in files.units]
    points = [take(s, POINTS + POINTS_TOO, "siret", _as_written(sirets), steps.next()) for s in files.points]
    beside = _Beside(_by(units, "siren", SIREN), _by(points, "siret", LENGTH))
    made = [_made(row, beside, asked) for row in rows]
    told = tuple(one for one in made if isinstance(one, Told))
    lost = (one for one in made if isinstance(one, RowError))
    errors = (*(e for taken in (*stock, *units, *points) for e in taken.errors), *lost)
    kept, said = to_keep(communes, asked)
    notes = (*said, *_notes(files, stock, len(rows), sum(one is None for one in made)))
    return Found(told, errors, notes, sum(taken.read + len(taken.errors) for taken in stock), communes=kept)


@dataclass(frozen=True)
class _Beside:
    """What is joined: legal units by SIREN, points by SIRET."""

    units: dict[str, Row]
    points: dict[str, Row]


class _Steps:
    """Progress over several files, in bytes of all of them."""

    def __init__(self, progress: Callable[[int, int], None], every: Sequence[Source]) -> None:
        self._progress, self._sizes, self._at = progress, [source.size for source in every], -1

    def next(self) -> Callable[[int, int], None]:
        """Return what to tell how far the next file is."""
        self._at += 1
        before, total = sum(self._sizes[: self._at]), sum(self._sizes)
        return lambda done, _: self._progress(before + done, total)


def _by(taken: Iterable[Taken], key: str, length: int) -> dict[str, Row]:
    return {row[key].zfill(length): row for one in taken for row in one.rows}


def _digits(text: str) -> str:
    """Return a SIRET as it ought to be written, as it is where it is none."""
    try:
        return siret(text)
    except BadCellError:
        return text


def _as_written(names: Iterable[str]) -> set[str]:
    """Return ids with and without the leading zeros that spreadsheets lose."""
    return {written for name in names for written in (name, name.lstrip("0"))}


def _made(row: Row, beside: _Beside, asked: Asked) -> Told | RowError | None:
    """Return the firm of a row, what is wrong with it, or None for a closed one that nobody here knows."""
    file, line = row[FILE], int(row[LINE])
    try:
        name = siret(row["siret"])
    except BadCellError as bad:
        return RowError(file, line, "siret", row["siret"][:40], bad.remedy)
    held = asked.by_siret.get(name)
    closed = row["etatAdministratifEtablissement"].upper() == "F"
    if closed and held is None:
        return None
    unit = beside.units.get(name[:SIREN])
    lat, lon = _point(row, beside.points.get(name)) or (None, None)
    return Told(firm(_establishment(name, row, unit, (lat, lon)), asked, held), file, line)


def _establishment(name: str, row: Row, unit: Row | None, point: tuple[float | None, float | None]) -> Establishment:
    unit = unit or {}
    closed = row["etatAdministratifEtablissement"].upper() == "F"
    return Establishment(
        siret=name,
        legal=_legal(unit),
        sign=_sign(row, unit),
        person=_is_person(unit),
        words=tuple(shown(unit[column]) for column in UNITS_TOO[4:] if unit.get(column)),
        told=row["statutDiffusionEtablissement"] in ("", "O") and unit.get("statutDiffusionUniteLegale", "O") == "O",
        activity=row["activitePrincipaleEtablissement"],
        nomenclature=row["nomenclatureActivitePrincipaleEtablissement"],
        naf2025=row["activitePrincipaleNAF25Etablissement"],
        commune=row[KEY],
        commune_name=row["libelleCommuneEtablissement"],
        lat=point[0],
        lon=point[1],
        band=row["trancheEffectifsEtablissement"],
        closed_at=(shown(row["dateDebut"]) or UNKNOWN_DAY) if closed else "",
    )


def _is_person(unit: Row) -> bool | None:
    """Tell whether a person stands behind a legal unit; None without the unit."""
    if not unit:
        return None
    return unit["categorieJuridiqueUniteLegale"] == SOLE_TRADER or not shown(unit["denominationUniteLegale"])


def _legal(unit: Row) -> str:
    return shown(unit.get("denominationUniteLegale")) or shown(unit.get("sigleUniteLegale"))


def _sign(row: Row, unit: Row) -> str:
    """Return what stands over the door; without its legal unit, an usual name may well be somebody's."""
    return shown(row["enseigne1Etablissement"]) or (shown(row["denominationUsuelleEtablissement"]) if unit else "")


def _point(row: Row, joined: Row | None) -> Point | None:
    """Return where an establishment is: INSEE's geolocation first, then the geocoded layout, then Lambert-93."""
    if joined and joined["qualite_xy"] != WRONG_POINT:
        point = degrees(joined["y_latitude"], joined["x_longitude"])
        if point:
            return point
    point = degrees(row["latitude"], row["longitude"])
    if point:
        return point
    x, y = (number_or_none(row[f"coordonneeLambert{axis}Etablissement"]) for axis in ("Abscisse", "Ordonnee"))
    return wgs84(x, y) if x is not None and y is not None else None


def _notes(files: Files, stock: Sequence[Taken], inside: int, closed: int) -> tuple[RowError, ...]:
    file = files.stock[0].name
    outside = sum(taken.read for taken in stock) - inside
    told = [
        (outside, "établissement(s) d'autres communes, laissé(s) de côté"),
        (closed, "établissement(s) fermé(s) que cette base ne connaît pas, laissé(s) de côté"),
    ]
    notes = [RowError(file, 0, "", str(many), remedy) for many, remedy in told if many]
    if not files.units:
        remedy = "sans StockUniteLegale, les noms manquent : le joindre pour les avoir"
        notes.append(RowError(file, 0, "", "", remedy))
    return tuple(notes)
