"""What programs read: pages of rows by id, of fixed columns."""

from symbiosis.store.directions import DIRECTION, RELATION
from symbiosis.store.session import Row, Store

__all__ = ["DIRECTION", "firms", "flows", "resources", "state", "synergies"]


def state(store: Store) -> Row | None:
    """Return what changes whenever an answer may, None before a territory was loaded."""
    rows = store.read("api/state")
    return rows[0] if rows else None


def firms(store: Store, wanted: Row) -> list[Row]:
    """Return a page of firms."""
    return store.read("api/firms", **{"id": "", "commune": "", "nace": "", "after": "", "limit": 1} | wanted)


def flows(store: Store, wanted: Row) -> list[Row]:
    """Return a page of flows; `direction` is one of our own values, or ''."""
    relation = {direction.value: relation for direction, relation in RELATION.items()}
    any_of = {"id": "", "firm": "", "resource": "", "provenance": "", "after": "", "limit": 1}
    held = any_of | {"relation": relation.get(wanted.get("direction", ""), "")}
    rows = store.read("api/flows", **held | {k: v for k, v in wanted.items() if k != "direction"})
    return [row | {"direction": DIRECTION[row.pop("relation")]} for row in rows]


def resources(store: Store, wanted: Row) -> list[Row]:
    """Return a page of resources."""
    return store.read("api/resources", **{"id": "", "kind": "", "after": "", "limit": 1} | wanted)


def synergies(store: Store, wanted: Row) -> list[Row]:
    """Return a page of leads with their firms and reasons."""
    names = ("id", "kind", "origin", "judgement", "resource", "firm", "after")
    return store.read("api/synergies", **dict.fromkeys(names, "") | {"limit": 1} | wanted)
