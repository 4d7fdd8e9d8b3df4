"""A plan → the lines that people read and download."""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace

from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Deed, OutcomeLine, Plan, Step, Thing
from symbiosis.importers.plan import changes

CONFIDENTIAL = "(confidentiel)"
SHOWN = 60  # characters of a value
FORMULA = tuple("=+-@\t\r")  # how a spreadsheet recognises a formula: a quote in front makes it a text
COLUMNS = ("deed", "noun", "id", "name", "file", "line", "column", "value", "remedy")


def lines(plan: Plan) -> list[OutcomeLine]:
    """Return one line per row: the refused ones first, then as `Deed` orders them."""
    told = [
        *(_wrong(Deed.REFUSED, error) for error in plan.refused),
        *(_wrong(Deed.NOTED, note) for note in plan.notes),
        *(_line(step) for step in plan.steps),
    ]
    order = {deed: rank for rank, deed in enumerate(Deed)}
    return sorted(told, key=lambda line: order[line.deed])


def noun(thing: Thing) -> str:
    """Return what a thing is, in a word of the code."""
    return "firm" if isinstance(thing, Firm) else "flow" if isinstance(thing, Flow) else "synergy"


def name(thing: Thing) -> str:
    """Return what people call a thing; what is confidential is not told."""
    if isinstance(thing, Firm):
        return thing.name
    if isinstance(thing, Flow):
        return CONFIDENTIAL if thing.confidential else thing.text
    return thing.resource_text


def to_csv(told: Iterable[OutcomeLine], words: dict[Deed, str], head: Iterable[str]) -> Iterable[str]:
    """Yield the table line by line: a header, then each line with its deed in words; no cell is a formula."""
    yield _row(head)
    for line in told:
        cells = vars(line) | {"deed": words[line.deed], "line": line.line or ""}
        yield _row(_harmless(str(cells[column])) for column in COLUMNS)


def _wrong(deed: Deed, error: RowError) -> OutcomeLine:
    return OutcomeLine(deed, "", "", "", error.file, error.line, error.column, error.value, error.remedy)


def _line(step: Step) -> OutcomeLine:
    if step.deed is Deed.KEPT:
        return replace(_of(step, step.before or step.after), remedy="modifié ici par quelqu'un : laissé comme il est")
    differing = changes(step.before, step.after) if step.before and step.deed is not Deed.UNCHANGED else {}
    told = " ; ".join(f"{_short(old)} → {_short(new)}" for old, new in differing.values())
    secret = any(isinstance(thing, Flow) and thing.confidential for thing in (step.before, step.after))
    line = _of(step, step.after)
    return line if secret else replace(line, column=", ".join(differing), value=told)


def _of(step: Step, thing: Thing) -> OutcomeLine:
    return OutcomeLine(step.deed, noun(thing), step.id, name(thing), step.told.file, step.told.line)


def _short(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _row(cells: Iterable[str]) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerow(cells)
    return stream.getvalue()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
