"""A plan → the lines that people read and download."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import KnownSynergy, RowError
from symbiosis.domain.imports import Deed, OutcomeLine, Plan, Step, Thing
from symbiosis.importers.plan import changes

CONFIDENTIAL = "(confidentiel)"
SHOWN = 60  # characters of a value
COLUMNS = ("deed", "noun", "id", "name", "file", "line", "column", "value", "remedy")


def lines(plan: Plan, means: Mapping[str, str]) -> list[OutcomeLine]:
    """Return one line per row: the refused ones first, then as `Deed` orders them.

    `means` is the resource that the text of a synergy is taken for.
    """
    told = [
        *(_wrong(Deed.REFUSED, error) for error in plan.refused),
        *(_wrong(Deed.NOTED, note) for note in plan.notes),
        *(_line(step, means) for step in plan.steps),
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


def rows(told: Iterable[OutcomeLine], words: Mapping[Deed, str]) -> Iterator[tuple[str | int, ...]]:
    """Yield each line as a row of a table, with its deed in words."""
    for line in told:
        cells = vars(line) | {"deed": words[line.deed], "line": line.line or ""}
        yield tuple(cells[column] for column in COLUMNS)


def _wrong(deed: Deed, error: RowError) -> OutcomeLine:
    return OutcomeLine(deed, "", "", "", error.file, error.line, error.column, error.value, error.remedy)


def _line(step: Step, means: Mapping[str, str]) -> OutcomeLine:
    if step.deed is Deed.KEPT:
        return replace(_of(step, step.before or step.after), remedy=step.why)
    differing = changes(step.before, step.after) if step.before and step.deed is not Deed.UNCHANGED else {}
    told = " ; ".join(f"{_short(old)} → {_short(new)}" for old, new in differing.values())
    secret = any(isinstance(thing, Flow) and thing.confidential for thing in (step.before, step.after))
    line = _of(step, step.after)
    if isinstance(step.after, KnownSynergy) and step.deed is Deed.CREATED:
        told = f"→ {means.get(step.after.resource_text) or 'ressource à préciser'}"
    return line if secret else replace(line, column=", ".join(differing), value=told)


def _of(step: Step, thing: Thing) -> OutcomeLine:
    return OutcomeLine(step.deed, noun(thing), step.id, name(thing), step.told.file, step.told.line)


def _short(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
