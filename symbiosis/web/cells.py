"""Values of an answer, as a page shows them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from symbiosis.domain.answers import Answered, AnswerRow, Edge, Node, Path, Value
from symbiosis.web.i18n import number

LONGEST, MOST_PARTS, MOST_NAMES = 300, 12, 3
Bars = tuple[list[tuple[str, float]], str]
PAGES = {"Firm": ("firms.firm", "firm_id"), "Synergy": ("review.synergy", "synergy_id")}


@dataclass(frozen=True)
class Cell:
    """One value: its words, where it leads to, and what sort of node it is."""

    text: str
    link: str = ""
    label: str = ""
    numeric: bool = False


def cell(value: Value) -> Cell:
    """Return a value as a cell; what is very long is cut, and whole in every file."""
    if isinstance(value, bool):
        return Cell(str(_("oui")) if value else str(_("non")))
    if isinstance(value, int | float):
        return Cell(number(value, 6) if isfinite(value) else str(value), numeric=True)
    if isinstance(value, Node):
        return Cell(_cut(value.name), _page(value), value.label)
    return Cell(_cut(_text(value)))


def _page(node: Node) -> str:
    if node.label not in PAGES or "id" not in node.properties:
        return ""
    endpoint, argument = PAGES[node.label]
    return url_for(endpoint, **{argument: node.properties["id"]})


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, Edge):
        return f"[{value.type}]"
    if isinstance(value, Path):
        return " → ".join(node.name for node in value.nodes)
    if isinstance(value, list):
        told = [cell(part).text for part in value[:MOST_PARTS]]
        return ", ".join(told + ["…"] * (len(value) > MOST_PARTS))
    if isinstance(value, dict):
        return ", ".join(f"{name} : {cell(part).text}" for name, part in list(value.items())[:MOST_PARTS])
    return str(value)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


Coded = Callable[[str, str], str]  # takes a column and a value of it, gives its words


def bars(answer: Answered, measure: str = "", coded: Coded = lambda _column, text: text) -> Bars | None:
    """Return (name, value) of each row and the column that is measured, the first with figures unless one is named.

    None where no column can be drawn.
    """
    columns = list(range(len(answer.columns)))
    figures = [i for i in columns if _all(answer.rows, i, (int, float))]
    named = [i for i in columns if _all(answer.rows, i, (str, Node))][:MOST_NAMES]
    measured = next((i for i in figures if measure in (answer.columns[i], "")), None)
    if measured is None or not named:
        return None
    told = ((row, [coded(answer.columns[i], cell(row[i]).text) for i in named]) for row in answer.rows)
    lines = [(" · ".join(filter(None, words)), row[measured]) for row, words in told]
    return [(name, float(value)) for name, value in lines if value is not None], answer.columns[measured]


def _all(rows: Sequence[AnswerRow], i: int, kinds: tuple[type, ...]) -> bool:
    held: list[Any] = [row[i] for row in rows if row[i] is not None]
    return bool(held) and all(isinstance(v, kinds) and not isinstance(v, bool) for v in held)
