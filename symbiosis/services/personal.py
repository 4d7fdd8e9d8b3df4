"""A firm's rights over its data: all that is held about it, and its erasure."""

from dataclasses import asdict
from typing import Any

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.domain.exported import Table
from symbiosis.domain.flows import Telling
from symbiosis.domain.sight import Sight
from symbiosis.exports.csv_file import csv_file
from symbiosis.store import contacts, erasures, firms, introductions, invitations, territory, told
from symbiosis.store.session import Row, Store

NAMELESS = "Établissement effacé"
COLUMNS = (
    "id", "direction", "text", "waste_code", "quantity", "unit", "rhythm", "temperature_c", "quality", "use_text",
    "provenance", "as_of", "confidential", "withdrawn", "version",
)  # fmt: skip
AROUND = {
    "notes": ("Note", ("kind", "on")),
    "cards": ("Card", ("direction", "text", "quantity_text", "said", "also", "shown", "at")),
    "asked": ("Approach", ("at",)),
    "answers": ("Question", ("direction", "answer", "quantity", "unit", "use_text", "at")),
}


def held(store: Store, firm_id: str) -> dict[str, Any]:
    """Return all that is held about a firm as plain data; of others nothing but what an introduction told."""
    sight = Sight(firm_id=firm_id)
    met = introductions.of_firm(store, firm_id)
    return {
        "at": now(),
        "firm": firms.get(store, firm_id),
        "flows": [_flow(store, telling, sight) for telling in told.of_firm(store, firm_id, sight)],
        "contacts": [asdict(person) for person in contacts.of_firm(store, firm_id, sight)],
        "introductions": [{k: row[k] for k in ("id", "kind", "role", "agreed", "introduced_at")} for row in met],
        "invitations": invitations.of_firm(store, firm_id),
        **_around(store, firm_id),
        "erasure": next((row for row in erasures.every(store) if row["firm"] == firm_id), None),
    }


def _around(store: Store, firm_id: str) -> dict[str, list[Row]]:
    """Return what people noted of a firm; of notes their day alone, for their words may name others."""
    found = firms.around(store, firm_id)
    return {
        name: [{key: said[key] for key in keys if key in said} for kind, said in found if kind == label]
        for name, (label, keys) in AROUND.items()
    }


def table(data: dict[str, Any]) -> bytes:
    """Return the flows of a firm's data as CSV for a French spreadsheet, one line each."""
    return csv_file(Table("", COLUMNS, tuple(tuple(flow[name] for name in COLUMNS) for flow in data["flows"])))


def ask_erasure(store: Store, firm_id: str, who: str) -> None:
    """Note that a firm asks for the erasure of what is held about it."""
    erasures.ask(store, firm_id, now(), who)


def take_back(store: Store, firm_id: str) -> None:
    """Take back a request that was not carried out yet."""
    erasures.take_back(store, firm_id)


def requests(store: Store) -> list[Row]:
    """Return what firms asked for, oldest first."""
    return erasures.every(store)


def erase(store: Store, firm_id: str, who: str) -> None:
    """Erase a firm: NotFound without it, Refused where it was erased before.

    What people judged stays, with an empty firm and flows that say nothing but their resource.
    """
    was = firms.get(store, firm_id)["name"]
    if firm_id in erasures.erased(store):
        raise Refused(f"{firm_id} was erased already.")
    erasures.erase(store, {"firm": firm_id, "was": was, "name": NAMELESS, "at": now(), "by": who})
    territory.touch(store)


def _flow(store: Store, telling: Telling, sight: Sight) -> Row:
    said = dict(vars(telling.flow)) | {"withdrawn": telling.withdrawn, "version": telling.version}
    history = told.history(store, telling.flow.id, sight)
    return said | {"before": [{"change": e.change, "at": e.at, "by": e.by} | dict(vars(e.flow)) for e in history]}
