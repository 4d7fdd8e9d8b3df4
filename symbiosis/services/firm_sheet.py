"""A firm's own workbook, filled with what it told, to be checked, completed and sent back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Rhythm, Unit
from symbiosis.domain.sight import Sight
from symbiosis.exports.firm_workbook import Template, template_file
from symbiosis.store import firms, flows
from symbiosis.store.directions import DIRECTION
from symbiosis.store.session import Row, Store


@dataclass(frozen=True)
class SheetWords:
    """The workbook in the reader's language: its sheets, columns in order, what to do, and the lists' words."""

    title: str
    notice_title: str
    notice: Sequence[str]
    columns: Sequence[str]
    directions: Mapping[Direction, str]
    rhythms: Mapping[Rhythm, str]
    amount: Callable[[float, Unit], str]


def workbook(store: Store, firm_id: str, words: SheetWords, sight: Sight) -> bytes:
    """Return the workbook of a firm; NotFound without the firm. Guesses are left out: nobody told them."""
    firm = firms.get(store, firm_id)
    told = [row for row in flows.of_firm(store, firm_id, sight) if row["provenance"] != "hypothesis"]
    shown = [row for row in told if not row["hidden"]]
    lists = {1: list(words.directions.values()), 4: list(words.rhythms.values())}
    notice = [firm["name"], *words.notice]
    rows = [_row(row, words, firm_id) for row in shown]
    return template_file(Template(words.title, words.notice_title, notice, words.columns, rows, lists, 2))


def _row(row: Row, words: SheetWords, firm_id: str) -> list[str | float | None]:
    quantity = row["quantity_text"] or ""
    if not quantity and row["quantity"] is not None and row["unit"]:
        quantity = words.amount(row["quantity"], Unit(row["unit"]))
    return [
        words.directions[DIRECTION[row["relation"]]], row["text"], quantity,
        words.rhythms[Rhythm(row["rhythm"])] if row["rhythm"] else "", row["temperature_c"], row["quality"] or "",
        row["waste_code"] or "", row["use_text"] or "", row["as_of"] or "", row["id"], firm_id,
    ]  # fmt: skip
