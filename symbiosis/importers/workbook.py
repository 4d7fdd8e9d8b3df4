"""A firm's own spreadsheet, or an animator's of several firms, with whatever columns → flows."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from symbiosis.domain.amounts import Amount
from symbiosis.domain.enums import Direction, Provenance, Rhythm
from symbiosis.domain.flows import Flow
from symbiosis.domain.free_columns import OF_FLOWS, SAYS, Column, NameAsked
from symbiosis.domain.ids import flow_id
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers import cells as parse
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.codes import waste_code
from symbiosis.importers.free_sheet import Cells, FreeSheet, Reader, read_sheets
from symbiosis.importers.grids import numbered
from symbiosis.importers.header import fold
from symbiosis.importers.words import DIRECTIONS, OWN, RHYTHMS, name_problem

PLAIN = re.compile(r"[\d\s.,]*(?: (?:t|kg|m3|m³|L|kWh|MWh|pièces|heures)(?:/an)?)?")  # says no more than the figures
T = TypeVar("T")


@dataclass
class _Sheet(FreeSheet):
    firm: str = ""  # whose flows these are where a row does not say
    ranks: Counter[tuple[str, ...]] = field(default_factory=Counter)


def read_workbook(paths: Sequence[Path], asked: Asked) -> Found:
    """Return the flows of every sheet; no row vanishes without an error, and nothing is raised."""
    return read_sheets(paths, asked, Reader(OF_FLOWS, SAYS, _opened, _flows))


def _opened(sheet: FreeSheet) -> _Sheet:
    """Return the sheet with whose it is: told with the file, else by the one reference that its rows have."""
    position = sheet.layout.at(Column.FIRM_REF)
    refs = set() if position is None else {row[position] for _, row in numbered(sheet.grid)}
    refs -= {"", "" if position is None else sheet.layout.names[position]}
    own = next(iter(refs)) if len(refs) == 1 else ""
    return _Sheet(**vars(sheet), firm=sheet.asked.options.get("firm", "") or own)


def _flows(sheet: _Sheet, line: int, cells: Cells) -> Iterator[Flow]:
    """Yield what a row says: one flow for each column of it that names a thing."""
    named = [(c, cells[c]) for c in SAYS if cells.get(c)]
    if not named:
        wanted = next(c for c in SAYS if sheet.layout.at(c) is not None)
        sheet.refuse(line, wanted, "", "rien n'est nommé sur cette ligne : dire de quoi il s'agit, ou la vider")
        return
    firm = _firm(sheet, line, cells)
    for position, (column, text) in enumerate(named):
        direction = OWN.get(column) or _direction(sheet, line, cells)
        yield _flow(sheet, line, cells if position == 0 else {}, Flow("", firm, direction, text[:300]))


def _firm(sheet: _Sheet, line: int, cells: Cells) -> str:
    """Return whose row it is: by its reference, its SIRET, its name, else the firm the whole file is of."""
    for column in (Column.FIRM_REF, Column.SIRET, Column.FIRM):
        written = cells.get(column, "")
        if not written:
            continue
        found = sheet.names.find(written)
        if isinstance(found, NameAsked):
            sheet.refuse(line, column, written, name_problem(found))
            return ""
        return found
    if not sheet.firm:
        sheet.refuse(
            line, Column.FIRM, "", "établissement inconnu : l'écrire dans une colonne « Entreprise » ou « SIRET »"
        )
    return sheet.firm


def _direction(sheet: _Sheet, line: int, cells: Cells) -> Direction:
    written = cells.get(Column.DIRECTION, "")
    found = next((d for words, d in DIRECTIONS if fold(written) in words), None)
    if found is None:
        remedy = "sens attendu : j'ai, je cherche ou je partage"
        sheet.refuse(line, Column.DIRECTION, written, remedy)
    return found or Direction.OFFER


def _flow(sheet: _Sheet, line: int, cells: Cells, said: Flow) -> Flow:
    reference, amount = _reference(sheet, line, cells, said.firm_id), _amount(sheet, line, cells)
    code = _parsed(sheet, line, _at(cells, Column.WASTE_CODE), waste_code) or ""
    key = (said.firm_id, said.direction.value, said.text, code)
    sheet.ranks[key] += 1
    return replace(
        said, id=reference or flow_id(*key, sheet.ranks[key] - 1), waste_code=code,
        quantity=amount.value, unit=amount.unit, quantity_text="" if PLAIN.fullmatch(amount.typed) else amount.typed,
        rhythm=_parsed(sheet, line, _at(cells, Column.RHYTHM), _rhythm) or amount.rhythm,
        temperature_c=_parsed(sheet, line, _at(cells, Column.TEMPERATURE), parse.temperature),
        quality=cells.get(Column.QUALITY, "")[:200], use_text=cells.get(Column.USE, "")[:200],
        provenance=Provenance.DECLARED, as_of=_parsed(sheet, line, _at(cells, Column.DATE), _day) or "",
    )  # fmt: skip


def _reference(sheet: _Sheet, line: int, cells: Cells, firm_id: str) -> str:
    """Return the flow a row is about, '' for a new one; one of another firm is refused."""
    written = cells.get(Column.FLOW_REF, "")
    if written and sheet.asked.owners.get(written) != firm_id:
        sheet.refuse(line, Column.FLOW_REF, written, "ce n'est pas un flux de cet établissement : laisser la case vide")
    return written


def _amount(sheet: _Sheet, line: int, cells: Cells) -> Amount:
    written = cells.get(Column.QUANTITY, "")
    typed = f"{written} {cells.get(Column.UNIT, '')}".strip() if written else ""
    amount = sheet.asked.measure(typed, sheet.layout.usual)
    if amount.doubt:
        sheet.refuse(line, Column.QUANTITY, written, amount.doubt.fr)
    return amount


def _parsed(sheet: _Sheet, line: int, cell: tuple[Column, str], read: Callable[[str], T]) -> T | None:
    column, written = cell
    try:
        return read(written) if written else None
    except BadCellError as bad:
        sheet.refuse(line, column, written, bad.remedy)
        return None


def _at(cells: Cells, column: Column) -> tuple[Column, str]:
    return column, cells.get(column, "")


def _rhythm(text: str) -> Rhythm:
    found = next((rhythm for words, rhythm in RHYTHMS if fold(text) in words), None)
    if found is None:
        raise BadCellError(
            "rythme attendu : en continu, chaque jour, semaine ou mois, saisonnier, par lots, une seule fois"
        )
    return found


def _day(text: str) -> str:
    french = text.split("/")
    if len(french) == 3:  # noqa: PLR2004
        text = "-".join(part.zfill(2) for part in reversed(french))
    return parse.day(text[:10])
