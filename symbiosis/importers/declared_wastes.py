"""What registers say of wastes, movement by movement → one observed flow per firm, direction and code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Provenance, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import RowError
from symbiosis.domain.ids import register_flow_id
from symbiosis.domain.imports import Asked, Told

UNKNOWN = "établissement inconnu ici : charger SIRENE pour sa commune, puis ce fichier de nouveau"


@dataclass(frozen=True)
class Movement:
    """One row of a register; `tonnes` None where it is below the threshold or not told."""

    file: str
    line: int
    siret: str
    direction: Direction
    code: str
    text: str
    year: str
    tonnes: float | None
    below: bool = False
    operation: str = ""


@dataclass(frozen=True)
class Summed:
    """Flows, the movements of nobody known here, and how many rows went into which flows."""

    told: tuple[Told, ...]
    strangers: tuple[RowError, ...]
    notes: tuple[RowError, ...]


def summed(movements: Iterable[Movement], asked: Asked, source: str) -> Summed:
    """Return the flows of the latest year of each firm, direction and code; `source` names the register."""
    groups: dict[tuple[str, Direction, str], list[Movement]] = {}
    strangers: list[RowError] = []
    for one in movements:
        if one.siret in asked.by_siret:
            groups.setdefault((one.siret, one.direction, one.code), []).append(one)
        else:
            strangers.append(RowError(one.file, one.line, "siret", one.siret, UNKNOWN))
    told = [_told(asked.by_siret[siret], group, source) for (siret, _, _), group in groups.items()]
    return Summed(tuple(told), tuple(strangers), _notes(list(groups.values())))


def _told(firm: Firm, group: Sequence[Movement], source: str) -> Told:
    year = max(one.year for one in group)
    mine = [one for one in group if one.year == year]
    first, known = mine[0], [one.tonnes for one in mine if one.tonnes is not None]
    flow = Flow(
        id=register_flow_id(source, firm.id, first.direction, first.code),
        firm_id=firm.id,
        direction=first.direction,
        text=first.text or f"déchet {first.code}",
        waste_code=first.code,
        quantity=round(sum(known), 6) if known else None,
        unit=Unit.TONNE if known else None,
        provenance=Provenance.OBSERVED,
        as_of=year,
        below_threshold=not known and any(one.below for one in mine),
        source=source,
        operation=", ".join(sorted({one.operation for one in mine if one.operation})),
    )
    return Told(flow, first.file, first.line)


def _notes(groups: Sequence[Sequence[Movement]]) -> tuple[RowError, ...]:
    rows = sum(len(group) for group in groups)
    earlier = sum(one.year < max(o.year for o in group) for group in groups for one in group)
    file = groups[0][0].file if groups else ""
    told = (
        (rows - earlier - len(groups), "ligne(s) additionnée(s) à une autre du même établissement, code et année"),
        (earlier, "ligne(s) d'une année antérieure, laissée(s) pour la plus récente du même déchet"),
    )
    return tuple(RowError(file, 0, "", str(many), remedy) for many, remedy in told if many)
