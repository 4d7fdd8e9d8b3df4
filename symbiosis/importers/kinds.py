"""Every sort of file that can be loaded, a line each: who reads it, and how its rows meet those held."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from symbiosis.domain.imports import Asked, Found, ImportKind
from symbiosis.importers.companies import read_companies
from symbiosis.importers.identified_table import read_identified
from symbiosis.importers.irep import read_irep
from symbiosis.importers.sirene import read_sirene
from symbiosis.importers.territory_files import read_territory
from symbiosis.importers.trackdechets import read_trackdechets
from symbiosis.importers.workbook import read_workbook

Read = Callable[[Sequence[Path], Asked], Found]


@dataclass(frozen=True)
class Importer:
    """`keep`: an empty value never erases one that is held; `real`: it speaks of firms that exist."""

    read: Read
    keep: bool = True
    real: bool = True


IMPORTERS: dict[ImportKind, Importer] = {
    ImportKind.SIRENE: Importer(read_sirene),
    ImportKind.COMPANIES: Importer(read_companies),
    ImportKind.IREP: Importer(read_irep),
    ImportKind.TRACKDECHETS: Importer(read_trackdechets),
    ImportKind.TERRITORY: Importer(read_territory, keep=False, real=False),
    ImportKind.WORKBOOK: Importer(read_workbook, real=False),
    ImportKind.IDENTIFIED: Importer(read_identified, real=False),
}
