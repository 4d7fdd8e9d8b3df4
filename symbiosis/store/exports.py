"""What a file takes of the graph."""

from collections.abc import Sequence

from symbiosis.store.session import BATCH, Row, Store, batches


def leads(store: Store, ids: Sequence[str]) -> list[Row]:
    """Return these leads, in this order, with their firms and flows."""
    found: dict[str, Row] = {}
    for batch in batches(({"id": i} for i in ids), BATCH):
        rows = store.read("exports/leads", ids=[row["id"] for row in batch])
        found.update({row["id"]: row for row in rows})
    return [found[i] for i in ids if i in found]
