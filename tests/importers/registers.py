"""Made-up rows of the French registers: the real samples hold none of the 13 communes and no NAF 2025."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from symbiosis.importers.siret import luhn

_STOCK = """siren nic siret statutDiffusionEtablissement dateCreationEtablissement trancheEffectifsEtablissement
etablissementSiege libelleVoieEtablissement codePostalEtablissement libelleCommuneEtablissement
codeCommuneEtablissement coordonneeLambertAbscisseEtablissement coordonneeLambertOrdonneeEtablissement dateDebut
etatAdministratifEtablissement enseigne1Etablissement denominationUsuelleEtablissement
activitePrincipaleEtablissement nomenclatureActivitePrincipaleEtablissement activitePrincipaleNAF25Etablissement"""
_UNITS = """siren statutDiffusionUniteLegale sigleUniteLegale prenom1UniteLegale prenomUsuelUniteLegale nomUniteLegale
nomUsageUniteLegale denominationUniteLegale categorieJuridiqueUniteLegale"""
STOCK, UNITS = tuple(_STOCK.split()), tuple(_UNITS.split())
POINTS = ("siret", "x", "y", "qualite_xy", "epsg", "plg_qp24", "x_longitude", "y_latitude")
USUAL = {
    "statutDiffusionEtablissement": "O", "codePostalEtablissement": "54250",
    "libelleCommuneEtablissement": "CHAMPIGNEULLES", "codeCommuneEtablissement": "54115", "dateDebut": "2015-03-01",
    "etatAdministratifEtablissement": "A", "activitePrincipaleEtablissement": "11.05Z",
    "nomenclatureActivitePrincipaleEtablissement": "NAFRev2", "trancheEffectifsEtablissement": "12",
}  # fmt: skip


def siret(rank: int) -> str:
    """Return a SIRET that no firm has, with right check digits: its SIREN begins with 00000."""
    siren = _with_key(f"{rank:08d}")
    return _with_key(f"{siren}0001")


def _with_key(digits: str) -> str:
    return next(f"{digits}{key}" for key in range(10) if luhn(f"{digits}{key}"))


def stock_row(rank: int, **told: str) -> dict[str, str]:
    name = siret(rank)
    return {"siren": name[:9], "nic": name[9:], "siret": name} | USUAL | told


def unit_row(rank: int, **told: str) -> dict[str, str]:
    usual = {"statutDiffusionUniteLegale": "O", "categorieJuridiqueUniteLegale": "5710"}
    return {"siren": siret(rank)[:9]} | usual | told


def point_row(rank: int, lat: float, lon: float, quality: str = "11") -> dict[str, str]:
    return {"siret": siret(rank), "x_longitude": str(lon), "y_latitude": str(lat), "qualite_xy": quality}


def text(columns: Sequence[str], rows: Sequence[Mapping[str, str]], separator: str = ",") -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", extrasaction="ignore", delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def write(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]], encoding: str = "utf-8") -> Path:
    path.write_bytes(text(columns, rows).encode(encoding))
    return path
