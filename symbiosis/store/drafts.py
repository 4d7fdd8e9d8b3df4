"""What a firm is about to declare, kept sealed until it is sent or dropped."""

from symbiosis.domain.ids import stable_id
from symbiosis.store.session import Row, Store


def put(store: Store, firm_id: str, draft: Row) -> None:
    """Keep a draft, in place of the one before."""
    store.write("drafts/put", id=_id(firm_id), firm=firm_id, sealed=store.vault.seal(draft))


def get(store: Store, firm_id: str) -> Row | None:
    """Return a firm's draft, None when there is none."""
    rows = store.read("drafts/get", id=_id(firm_id))
    return store.vault.open(rows[0]["sealed"]) if rows else None


def forget(store: Store, firm_id: str) -> None:
    """Drop a firm's draft."""
    store.write("drafts/forget", id=_id(firm_id))


def _id(firm_id: str) -> str:
    return stable_id("draft", firm_id)
