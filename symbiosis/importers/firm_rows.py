"""firms.csv → firms."""

from pathlib import Path

from symbiosis.domain.firms import Firm
from symbiosis.importers import cells as parse
from symbiosis.importers.codes import nace_codes, naf2025_code
from symbiosis.importers.header import Columns
from symbiosis.importers.rows import Cells, Part, read_part
from symbiosis.importers.siret import siret

FIRM_COLUMNS = Columns(
    required=("firm_id", "name"),
    optional=("nace", "commune", "lat", "lon", "headcount", "activity", "siret", "naf2025", "closed_at"),
)


def read_firms(path: Path) -> Part[Firm]:
    """Return the firms; the second row with one firm_id is an error."""
    lines: dict[str, int] = {}

    def make(cells: Cells) -> Firm:
        firm_id = _firm_id(cells, lines)
        firm = _firm(firm_id, cells)
        if not cells.errors:
            lines[firm_id] = cells.line
        return firm

    return read_part(path, FIRM_COLUMNS, make)


def _firm_id(cells: Cells, lines: dict[str, int]) -> str:
    firm_id = cells.needed("firm_id")
    if firm_id in lines:
        cells.refuse("firm_id", f"identifiant déjà pris à la ligne {lines[firm_id]} : en donner un autre")
    if "|" in firm_id:
        cells.refuse("firm_id", "le caractère | sépare les identifiants ailleurs : l'enlever")
    return firm_id


def _firm(firm_id: str, cells: Cells) -> Firm:
    lat, lon = _position(cells)
    return Firm(
        id=firm_id,
        name=cells.needed("name"),
        nace=cells.value("nace", nace_codes) or (),
        commune=cells.text("commune"),
        lat=lat,
        lon=lon,
        headcount=cells.value("headcount", parse.headcount),
        activity=cells.text("activity"),
        siret=cells.value("siret", siret) or "",
        naf2025=cells.value("naf2025", naf2025_code) or "",
        closed_at=cells.value("closed_at", parse.day) or "",
    )


def _position(cells: Cells) -> tuple[float | None, float | None]:
    for column, other in (("lat", "lon"), ("lon", "lat")):
        if cells.text(other) and not cells.text(column):
            cells.refuse(column, f"{other} est rempli sans {column} : remplir les deux ou aucun")
    return cells.value("lat", parse.latitude), cells.value("lon", parse.longitude)
