"""Confidential flows: what they say is sealed beside them, and opened for whoever may see it."""

from collections.abc import Iterable, Sequence

from symbiosis.domain.kept_back import face, payload
from symbiosis.domain.sight import Sight
from symbiosis.store.session import Row, Store, Transaction, Writer


def write(tx: Transaction, rows: Sequence[Row]) -> None:
    """Write flows that are confidential: what shows on the flow, the rest sealed beside it, both or neither."""
    tx.run("flows/put", rows=[face(row) for row in rows])
    tx.run("flows/seal", rows=[{"id": row["id"], "sealed": tx.vault.seal(payload(row))} for row in rows])


def opened(store: Store, rows: Sequence[Row], sight: Sight) -> list[Row]:
    """Return rows of flows with `firm_id` and `confidential`, completed where the reader may see, else `hidden`."""
    mine = [row["id"] for row in rows if row["confidential"] and sight.opens(row["firm_id"])]
    values = {row["id"]: store.vault.open(row["sealed"]) for row in _sealed(store, mine)}
    return [_opened(row, values) for row in rows]


def every(store: Writer) -> dict[str, str]:
    """Return what all confidential flows keep back, sealed, by id."""
    return {row["id"]: row["sealed"] for row in store.read("flows/every_sealed")}


def ids(store: Writer) -> frozenset[str]:
    """Return the ids of the confidential flows."""
    return frozenset(every(store))


def _sealed(store: Store, flow_ids: Iterable[str]) -> list[Row]:
    asked = list(flow_ids)
    return store.read("flows/sealed", ids=asked) if asked else []


def _opened(row: Row, values: dict[str, Row]) -> Row:
    hidden = bool(row["confidential"]) and row["id"] not in values
    return row | {name: value for name, value in values.get(row["id"], {}).items() if name in row} | {"hidden": hidden}
