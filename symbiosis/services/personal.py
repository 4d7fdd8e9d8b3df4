"""A firm's rights over its data: all that is held about it, and its erasure."""

import csv
import io
from dataclasses import asdict
from typing import Any

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.domain.flows import Telling
from symbiosis.domain.sight import Sight
from symbiosis.store import contacts, erasures, firms, introductions, invitations, territory, told
from symbiosis.store.session import Row, Store

NAMELESS = "Établissement effacé"
COLUMNS = (
    "id", "direction", "text", "waste_code", "quantity", "unit", "rhythm", "temperature_c", "quality", "use_text",
    "provenance", "as_of", "confidential", "withdrawn", "version",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
        "erasure": next((row for row in erasures.every(store) if row["firm"] == firm_id), None),
    }


def table(data: dict[str, Any]) -> str:
    """Return the flows of a firm's data as CSV: one line each, cells that begin like a formula made harmless."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for flow in data["flows"]:
        writer.writerow([_cell(flow[name]) for name in COLUMNS])
    return stream.getvalue()


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
    firms.get(store, firm_id)
    if firm_id in erasures.erased(store):
        raise Refused(f"{firm_id} was erased already.")
    erasures.erase(store, {"firm": firm_id, "name": NAMELESS, "at": now(), "by": who})
    territory.touch(store)


def _flow(store: Store, telling: Telling, sight: Sight) -> Row:
    said = dict(vars(telling.flow)) | {"withdrawn": telling.withdrawn, "version": telling.version}
    history = told.history(store, telling.flow.id, sight)
    return said | {"before": [{"change": e.change, "at": e.at, "by": e.by} | dict(vars(e.flow)) for e in history]}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
