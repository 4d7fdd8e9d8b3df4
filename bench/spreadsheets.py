"""A workbook of 5 000 rows, as an animator keeps one, read, understood and checked row by row."""

import time
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from symbiosis.domain.firms import Firm
from symbiosis.domain.imports import Asked
from symbiosis.importers.workbook import read_workbook
from symbiosis.knowledge.amounts import of_anything

ROWS, FIRMS = 5_000, 4_400
HEAD = ("Entreprise", "Déchet", "Quantité", "Fréquence", "Exutoire", "Date")


def measure() -> tuple[float, int, int]:
    """Return the seconds it took, how many rows were good and how many were refused."""
    with TemporaryDirectory() as folder:
        path = _book(Path(folder) / "book.xlsx")
        firms = tuple(Firm(f"f{i}", f"Établissement fictif nº {i}") for i in range(FIRMS))
        asked = Asked(firms, measure=of_anything)
        begun = time.perf_counter()
        found = read_workbook([path], asked)
        return time.perf_counter() - begun, len(found.rows), len(found.errors)


def _book(path: Path) -> Path:
    book = Workbook(write_only=True)
    page = book.create_sheet("Gisements")
    page.append(HEAD)
    for i in range(ROWS):
        amounts = (
            f"{i % 97 + 1},5 t/an",
            f"{i % 31 + 1} bennes de 15 m3 par mois",
            f"{i % 53 + 1}00 L/sem",
            "beaucoup",
        )
        name = f"Établissement fictif nº {i % FIRMS}" if i % 20 else f"Etablissement fictif {i % FIRMS}"
        page.append([name, f"palettes lot {i % 400}", amounts[i % 4], "mensuel", "recyclage", "2026"])
    book.save(path)
    return path
