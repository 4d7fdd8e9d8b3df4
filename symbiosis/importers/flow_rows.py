"""flows.csv → flows."""

from collections import Counter
from collections.abc import Container
from pathlib import Path

from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit
from symbiosis.domain.flows import Flow
from symbiosis.domain.ids import flow_id
from symbiosis.importers import cells as parse
from symbiosis.importers.codes import waste_code
from symbiosis.importers.header import Columns
from symbiosis.importers.rows import Cells, Part, read_part

FLOW_COLUMNS = Columns(
    required=("firm_id", "direction", "resource_text"),
    optional=(
        "waste_code",
        "quantity",
        "unit",
        "rhythm",
        "temperature_c",
        "quality",
        "use_text",
        "provenance",
        "as_of",
    ),
)

_direction = parse.member_of(Direction)
_unit = parse.member_of(Unit)
_rhythm = parse.member_of(Rhythm)
_provenance = parse.member_of(Provenance)

Key = tuple[str, str, str, str]


def read_flows(path: Path, firm_ids: Container[str]) -> Part[Flow]:
    """Return the flows of the known firms; the same words of one firm are told apart by their rank."""
    ranks: Counter[Key] = Counter()
    return read_part(path, FLOW_COLUMNS, lambda cells: _flow(cells, firm_ids, ranks))


def _flow(cells: Cells, firm_ids: Container[str], ranks: Counter[Key]) -> Flow:
    firm_id = cells.needed("firm_id")
    if firm_id and firm_id not in firm_ids:
        cells.refuse("firm_id", "établissement inconnu : l'ajouter à firms.csv, ou y corriger sa ligne")
    direction = cells.needed_value("direction", _direction)
    text = cells.needed("resource_text")
    code = cells.value("waste_code", waste_code) or ""
    # A row refused for another cell keeps its rank, so that correcting it renames no other flow.
    key = (firm_id, direction or "", text, code)
    ranks[key] += 1
    row_id = flow_id(*key, ranks[key] - 1)
    # A row without direction is refused already; it is built all the same to gather its other errors.
    return _details(cells, Flow(row_id, firm_id, direction or Direction.OFFER, text, code))


def _details(cells: Cells, flow: Flow) -> Flow:
    quantity, unit = _quantity(cells)
    return Flow(
        id=flow.id,
        firm_id=flow.firm_id,
        direction=flow.direction,
        text=flow.text,
        waste_code=flow.waste_code,
        quantity=quantity,
        unit=unit,
        rhythm=cells.value("rhythm", _rhythm),
        temperature_c=cells.value("temperature_c", parse.temperature),
        quality=cells.text("quality"),
        use_text=cells.text("use_text"),
        provenance=cells.value("provenance", _provenance) or Provenance.DECLARED,
        as_of=cells.value("as_of", parse.day) or "",
    )


def _quantity(cells: Cells) -> tuple[float | None, Unit | None]:
    if not cells.text("quantity"):
        return None, None
    quantity = cells.value("quantity", parse.quantity)
    if not cells.text("unit"):
        cells.refuse("unit", f"quantité sans unité : écrire l'une de {', '.join(Unit)}")
    return quantity, cells.value("unit", _unit)
