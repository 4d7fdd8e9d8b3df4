"""A register of national size, made up, filtered by us and by DuckDB's own read_csv beside, each in a new process."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb

PROJECT = Path(__file__).parents[1]
COMMUNES = (
    "54090", "54115", "54150", "54188", "54215", "54305", "54318", "54338", "54351", "54369", "54376", "54430", "54490",
)  # fmt: skip
NATIONAL_ROWS, TENTH_ROWS = 43_000_000, 4_300_000
# As in INSEE's file of 2026: 54 columns, of which the ones that are read hold something.
_COLUMNS = """siren nic siret statutDiffusionEtablissement dateCreationEtablissement trancheEffectifsEtablissement
anneeEffectifsEtablissement activitePrincipaleRegistreMetiersEtablissement dateDernierTraitementEtablissement
etablissementSiege nombrePeriodesEtablissement complementAdresseEtablissement numeroVoieEtablissement
indiceRepetitionEtablissement dernierNumeroVoieEtablissement indiceRepetitionDernierNumeroVoieEtablissement
typeVoieEtablissement libelleVoieEtablissement codePostalEtablissement libelleCommuneEtablissement
libelleCommuneEtrangerEtablissement distributionSpecialeEtablissement codeCommuneEtablissement
codeCedexEtablissement libelleCedexEtablissement codePaysEtrangerEtablissement libellePaysEtrangerEtablissement
identifiantAdresseEtablissement coordonneeLambertAbscisseEtablissement coordonneeLambertOrdonneeEtablissement
complementAdresse2Etablissement numeroVoie2Etablissement indiceRepetition2Etablissement typeVoie2Etablissement
libelleVoie2Etablissement codePostal2Etablissement libelleCommune2Etablissement libelleCommuneEtranger2Etablissement
distributionSpeciale2Etablissement codeCommune2Etablissement codeCedex2Etablissement libelleCedex2Etablissement
codePaysEtranger2Etablissement libellePaysEtranger2Etablissement dateDebut etatAdministratifEtablissement
enseigne1Etablissement enseigne2Etablissement enseigne3Etablissement denominationUsuelleEtablissement
activitePrincipaleEtablissement nomenclatureActivitePrincipaleEtablissement caractereEmployeurEtablissement
activitePrincipaleNAF25Etablissement"""
COLUMNS = tuple(_COLUMNS.split())
DIGITS = "[CAST(base[k] AS INT) * (1 + k % 2) FOR k IN range(1, 14)]"
KEY = f"(10 - list_sum([CASE WHEN d > 9 THEN d - 9 ELSE d END FOR d IN {DIGITS}]) % 10) % 10"
TOLD = {
    "siren": "base[1:9]", "nic": "(base || key)[10:14]", "siret": "base || key",
    "statutDiffusionEtablissement": "'O'", "dateCreationEtablissement": "'2009-12-23'",
    "trancheEffectifsEtablissement": "['NN', '', '01', '11', '12'][1 + i % 5]",
    "dateDernierTraitementEtablissement": "'2024-03-22T15:40:57'", "etablissementSiege": "'true'",
    "nombrePeriodesEtablissement": "'3'", "numeroVoieEtablissement": "CAST(i % 200 AS VARCHAR)",
    "typeVoieEtablissement": "'RUE'", "libelleVoieEtablissement": "'DES ETABLISSEMENTS INVENTES'",
    "codePostalEtablissement": "'54250'", "libelleCommuneEtablissement": "'COMMUNE ' || CAST(i % 35000 AS VARCHAR)",
    "codeCommuneEtablissement": "lpad(CAST(1000 + i * 7919 % 95000 AS VARCHAR), 5, '0')",
    "coordonneeLambertAbscisseEtablissement": "CAST(930000 + i % 9000 AS VARCHAR)",
    "coordonneeLambertOrdonneeEtablissement": "CAST(6850000 + i % 9000 AS VARCHAR)",
    "dateDebut": "'2011-10-21'", "etatAdministratifEtablissement": "CASE WHEN i % 3 = 0 THEN 'F' ELSE 'A' END",
    "enseigne1Etablissement": "CASE WHEN i % 6 = 0 THEN 'L''ENSEIGNE \"' || CAST(i AS VARCHAR) || '\"' ELSE '' END",
    "activitePrincipaleEtablissement": "'46.69B'", "nomenclatureActivitePrincipaleEtablissement": "'NAFRev2'",
    "caractereEmployeurEtablissement": "'N'", "activitePrincipaleNAF25Etablissement": "'46.64Y'",
}  # fmt: skip
PEER = """
import duckdb, json, sys, time
from bench.memory import peak_mb
path, communes = sys.argv[1], sys.argv[2].split(",")
started = time.monotonic()
rows = duckdb.execute(
    "SELECT * FROM read_csv($1, all_varchar = true) WHERE codeCommuneEtablissement IN (SELECT unnest($2::VARCHAR[]))",
    [path, communes]).fetchall()
seconds = time.monotonic() - started
print(json.dumps({"seconds": seconds, "mb": peak_mb(), "rows": len(rows)}))
"""
OURS = """
import json, sys, time
from bench.memory import peak_mb
from pathlib import Path
from symbiosis.domain.imports import Asked
from symbiosis.importers.sirene import read_sirene
started = time.monotonic()
found = read_sirene([Path(sys.argv[1])], Asked(options={"communes": sys.argv[2]}))
seconds = time.monotonic() - started
assert not found.errors, found.errors[:3]
closed = sum(int(note.value or 0) for note in found.notes if "ferm" in note.remedy)
print(json.dumps({"seconds": seconds, "mb": peak_mb(),
                  "rows": len(found.rows) + closed}))
"""
Measured = dict[str, float]


def make(path: Path, rows: int) -> None:
    """Write made-up establishments, with right check digits, spread over communes of which 13 are asked for."""
    cells = ", ".join(f"{TOLD.get(name, repr(''))} AS {name}" for name in COLUMNS)
    numbered = (
        f"SELECT i, lpad(CAST(i * 1009 % 1000000000 AS VARCHAR), 9, '0') || '0001' AS base FROM range({rows}) t(i)"
    )
    keyed = f"SELECT i, base, CAST({KEY} AS VARCHAR) AS key FROM ({numbered})"
    duckdb.execute(f"COPY (SELECT {cells} FROM ({keyed})) TO '{path}' (HEADER, DELIMITER ',')")


def ours(path: Path) -> Measured:
    """Return what our reader needs in a fresh process."""
    return _measured(OURS, path)


def duckdbs(path: Path) -> Measured:
    """Return what DuckDB's read_csv and filter need in a fresh process."""
    return _measured(PEER, path)


def _measured(program: str, path: Path) -> Measured:
    command = [sys.executable, "-c", program, str(path), ",".join(COMMUNES)]
    done = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)
    found: Measured = json.loads(done.stdout.splitlines()[-1])
    return found
