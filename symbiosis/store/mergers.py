"""Two records of one firm become one, in the graph."""

from symbiosis.store.session import Row, Store, Transaction


def preview(store: Store, gone: str, kept: str) -> Row:
    """Return what would move: flows, leads, judged, both, notes."""
    rows = store.read("mergers/preview", gone=gone, kept=kept)
    return rows[0] if rows else {"flows": 0, "leads": 0, "judged": 0, "both": 0, "notes": 0}


def merge(store: Store, gone: str, kept: str, at: str, by: str) -> bool:
    """Move everything from one record to the other and remember the id; tell whether both were there."""
    return store.together(lambda tx: _merge(tx, {"gone": gone, "kept": kept}, at, by))


def _merge(tx: Transaction, both: Row, at: str, by: str) -> bool:
    if not tx.run("mergers/record", at=at, by=by, **both):
        return False
    tx.run("mergers/redirect", **both)
    tx.run("mergers/flows", **both)
    tx.run("mergers/leads", **both)
    tx.run("mergers/rest", **both)
    tx.run("mergers/own_leads", kept=both["kept"])
    tx.run("mergers/remove", gone=both["gone"])
    return True
