"""Register exports of Trackdéchets, one row per movement → what known firms give up and take in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from symbiosis.domain.enums import Direction
from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers import cells as parse
from symbiosis.importers.archive import unpacked
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.codes import waste_code
from symbiosis.importers.declared_wastes import UNKNOWN, Movement, summed
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.header import Columns, closest, fold
from symbiosis.importers.rows import Cells
from symbiosis.importers.siret import siret
from symbiosis.importers.tabular import Sheet, read_table

SOURCE = "Trackdéchets"
MOST_BYTES = 500_000_000
HEADER = 1
_OPERATION = re.compile(r"\s*([RD])\s?([0-9]{1,2})", re.I)
# What the exports have called each thing over the years, in French and as the API does; the first one found is read.
NAMES: Mapping[str, Sequence[str]] = {
    "code": ("Code du déchet", "Code déchet", "wasteCode"),
    "text": ("Dénomination usuelle", "Dénomination du déchet", "wasteDescription"),
    "emitter": ("Producteur initial SIRET", "Expéditeur SIRET", "Émetteur SIRET", "SIRET de l'émetteur",
                "SIRET du producteur", "initialEmitterCompanySiret", "emitterCompanySiret"),
    "destination": ("Destination SIRET", "Destinataire SIRET", "SIRET du destinataire", "destinationCompanySiret"),
    "received": ("Quantité de déchet entrant (t)", "Quantité réceptionnée nette (t)", "destinationReceptionWeight"),
    "weight": ("Quantité de déchet", "Quantité de déchet (t)", "Poids en tonne", "Quantité (t)", "weight"),
    "operation": ("Code opération réalisé", "Opération réalisée", "destinationOperationCode"),
    "planned": ("Code opération prévu", "destinationPlannedOperationCode"),
    "received_on": ("Date de réception", "destinationReceptionDate"),
    "sent_on": ("Date d'expédition", "transporterTakenOverAt", "Date de prise en charge"),
}  # fmt: skip
NEEDED = {"code": ("code",), "siret": ("emitter", "destination"), "date": ("sent_on", "received_on"),
          "weight": ("weight", "received")}  # fmt: skip
KNOWN = Columns((), tuple({fold(name) for names in NAMES.values() for name in names}))


def read_trackdechets(paths: Sequence[Path], asked: Asked) -> Found:
    """Read exports; a movement counts for its producer as an offer, for its destination as a need. Never raises."""
    try:
        with unpacked(paths, MOST_BYTES) as files:
            parts = [_of_file(path, asked) for path in files]
    except BadFileError as bad:
        return Found(errors=bad.errors)
    flows = summed((m for movements, _ in parts for m in movements), asked, SOURCE)
    sheets = [sheet for _, sheet in parts]
    errors = tuple(error for sheet in sheets for error in sheet.errors)
    return Found(flows.told, errors, flows.notes, sum(sheet.rows_read for sheet in sheets))


def _of_file(path: Path, asked: Asked) -> tuple[list[Movement], Sheet]:
    sheet = read_table(path, KNOWN)
    present = {name for row in sheet.rows[:1] for name in row.cells}
    lacking = [what for what, parts in NEEDED.items() if not any(_column(part, present) for part in parts)]
    if sheet.rows and lacking:
        sheet.errors = [_missing(path.name, what, present) for what in lacking]
        return [], sheet
    movements: list[Movement] = []
    for row in sheet.rows:
        cells = Cells(path.name, row)
        movements.extend(_movements(path.name, cells, present, asked))
        sheet.errors.extend(cells.errors)
    return movements, sheet


def _movements(file: str, cells: Cells, present: set[str], asked: Asked) -> Iterator[Movement]:
    """Yield a movement as each of its firms known here sees it; refuse the row where it is wrong or nobody's."""

    def column(part: str) -> str:
        return next((c for c in _columns(part, present) if cells.text(c)), _column(part, present))

    code = cells.needed_value(column("code"), waste_code) or ""
    year = _year(cells, column("received_on"), column("sent_on"))
    sent, received = (cells.value(column(part), parse.quantity) for part in ("weight", "received"))
    text, operation = cells.text(column("text")), cells.text(column("operation")) or cells.text(column("planned"))
    firms = {d: _siret(cells, column(p)) for d, p in ((Direction.OFFER, "emitter"), (Direction.NEED, "destination"))}
    if cells.errors:
        return
    mine = {direction: name for direction, name in firms.items() if name in asked.by_siret}
    if not mine:
        cells.refuse(column("emitter") or column("destination"), UNKNOWN)
    for direction, name in mine.items():
        first, second = (sent, received) if direction is Direction.OFFER else (received, sent)
        tonnes = second if first is None else first
        yield Movement(file, cells.line, name, direction, code, text, year, tonnes, operation=_operation(operation))


def _year(cells: Cells, *columns: str) -> str:
    column = next((c for c in columns if cells.text(c)), columns[-1])
    return (cells.needed_value(column, _day) or "")[:4]


def _day(text: str) -> str:
    """Return an ISO date; those of exports may carry a time, or be written the French way."""
    plain = text.split("T", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    parts = plain.split("/")
    return parse.day("-".join(reversed(parts)) if len(parts) == len("dmy") else plain)


def _siret(cells: Cells, column: str) -> str:
    """Return a SIRET; a foreign or empty one is nobody known here, and no error."""
    text = cells.text(column)
    try:
        return siret(text)
    except BadCellError as bad:
        if any(c.isdigit() for c in text) and not text[:2].isalpha():
            cells.refuse(column, bad.remedy)
        return ""


def _operation(text: str) -> str:
    """Return the code alone: exports add a mode or words to it."""
    found = _OPERATION.match(text)
    return f"{found[1].upper()}{found[2]}" if found else ""


def _columns(part: str, present: set[str]) -> list[str]:
    return [fold(name) for name in NAMES[part] if fold(name) in present]


def _column(part: str, present: set[str]) -> str:
    return next(iter(_columns(part, present)), "")


def _missing(file: str, what: str, present: set[str]) -> RowError:
    name = NAMES[NEEDED[what][0]][0]
    near = closest(name, sorted(filter(None, present)))[:80]
    hint = f" ; la plus proche : « {near} »" if near else ""
    return RowError(file, HEADER, name, near, f"colonne obligatoire absente : « {name} »{hint} ; la renommer")
