"""What programs read: pages of firms, flows, resources and leads, and how to know that nothing changed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from symbiosis.store import api
from symbiosis.store.session import Store

Row = dict[str, Any]
KINDS: dict[str, Callable[[Store, Row], list[Row]]] = {
    "firms": api.firms, "flows": api.flows, "resources": api.resources, "synergies": api.synergies,
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Some rows by id; `next` is the id after which the following ones begin, None after the last."""

    rows: list[Row]
    next: str | None


def page(store: Store, kind: str, wanted: Row) -> Part:
    """Return a page; `wanted` holds the filters, `after` and `limit`."""
    limit = wanted["limit"]
    rows = [_whole(kind, row) for row in KINDS[kind](store, wanted | {"limit": limit + 1})]
    return Part(rows[:limit], rows[limit - 1]["id"] if len(rows) > limit else None)


def one(store: Store, kind: str, thing: str) -> Row | None:
    """Return one thing by its id, None when there is none."""
    rows = KINDS[kind](store, {"id": thing, "limit": 1})
    return _whole(kind, rows[0]) if rows else None


def state(store: Store) -> str:
    """Return a text that changes whenever an answer may."""
    return hashlib.sha256(repr(sorted((api.state(store) or {}).items())).encode()).hexdigest()


def _whole(kind: str, row: Row) -> Row:
    """Return a row with the reasons of a lead side by side."""
    if kind != "synergies":
        return row
    columns = [row.pop(name) or [] for name in ("criteria", "points", "left", "right", "sources")]
    names = ("criterion", "points", "left", "right", "source")
    evidence = [dict(zip(names, reason, strict=True)) for reason in zip(*columns, strict=True)]
    return row | {"evidence": evidence, "firms": [firm for firm in row["firms"] if firm["id"]]}
