"""Who saw and did what, in the graph: written once, never changed."""

from uuid import uuid4

from symbiosis.domain.traces import Did, Trace
from symbiosis.store.session import Store


def put(store: Store, trace: Trace) -> None:
    """Write a trace."""
    row = dict(vars(trace)) | {"id": f"trace-{uuid4().hex}", "did": trace.did.value}
    store.write("traces/put", row=row)


def page(store: Store, did: str, who: str, skip: int, limit: int) -> tuple[list[Trace], int]:
    """Return a page of traces, latest first, and how many there are."""
    rows = store.read("traces/list", did=did, who=who, skip=skip, limit=limit)
    total: int = store.read("traces/count", did=did, who=who)[0]["n"]
    return [Trace(r["who"], r["role"], Did(r["did"]), r["what"], r["status"], at=r["at"]) for r in rows], total


def forget(store: Store, before: str) -> None:
    """Remove the traces older than a moment."""
    store.write("traces/forget", before=before)
