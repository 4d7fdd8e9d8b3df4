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
        "flow_id",
        "quantity_max",
        "quantity_text",
        "confidential",
        "source",
        "operation",
    ),
)
BELOW = "< seuil"  # a register's word for a quantity below its threshold: neither zero nor unknown

_direction = parse.member_of(Direction)
_unit = parse.member_of(Unit)
_rhythm = parse.member_of(Rhythm)
_provenance = parse.member_of(Provenance)

Key = tuple[str, str, str, str]


def read_flows(path: Path, firm_ids: Container[str]) -> Part[Flow]:
    """Return the flows of the known firms; the same words of one firm are told apart by their rank."""
    ranks: Counter[Key] = Counter()
    lines: dict[str, int] = {}

    def make(cells: Cells) -> Flow:
        flow = _flow(cells, firm_ids, ranks)
        if flow.id in lines:
            cells.refuse("flow_id", f"flux déjà dit à la ligne {lines[flow.id]} : n'en garder qu'une")
        elif not cells.errors:
            lines[flow.id] = cells.line
        return flow

    return read_part(path, FLOW_COLUMNS, make)


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
    row_id = cells.text("flow_id") or flow_id(*key, ranks[key] - 1)
    # A row without direction is refused already; it is built all the same to gather its other errors.
    return _details(cells, Flow(row_id, firm_id, direction or Direction.OFFER, text, code))


def _details(cells: Cells, flow: Flow) -> Flow:
    below = cells.text("quantity").replace(" ", "").lower() == BELOW.replace(" ", "")
    quantity, unit = (None, None) if below else _quantity(cells)
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
        quantity_text=cells.text("quantity_text"),
        confidential=cells.value("confidential", parse.boolean) or False,
        quantity_max=_most(cells, quantity),
        below_threshold=below,
        source=cells.text("source"),
        operation=cells.text("operation"),
    )


def _most(cells: Cells, least: float | None) -> float | None:
    most = cells.value("quantity_max", parse.quantity)
    if most is not None and (least is None or most < least):
        cells.refuse("quantity_max", "fin d'une fourchette dont quantity est le début : la remplir, plus petite")
    return most


def _quantity(cells: Cells) -> tuple[float | None, Unit | None]:
    if not cells.text("quantity"):
        return None, None
    quantity = cells.value("quantity", parse.quantity)
    if not cells.text("unit"):
        cells.refuse("unit", f"quantité sans unité : écrire l'une de {', '.join(Unit)}")
    return quantity, cells.value("unit", _unit)
