"""Sessions, and how often somebody tried to open one, in the graph."""

from collections.abc import Sequence

from symbiosis.domain.accounts import Limit
from symbiosis.domain.clock import plus
from symbiosis.store.session import Row, Store


def open_(store: Store, session: Row) -> bool:
    """Open a session {id, account, stamp, at, until, token}; tell whether the account is still what it was."""
    return bool(store.write("sessions/open", **session))


def get(store: Store, session_id: str) -> Row | None:
    """Return a session with its account, as sessions/get gives it."""
    rows = store.read("sessions/get", id=session_id)
    return rows[0] if rows else None


def close(store: Store, session_id: str) -> None:
    """End a session."""
    store.write("sessions/close", id=session_id)


def forget(store: Store, at: str) -> None:
    """Remove the sessions that are over."""
    store.write("sessions/forget", at=at)


def take(store: Store, limits: Sequence[Limit], at: str) -> str:
    """Count an attempt; return until when to wait, '' where it is allowed."""
    rows = [{"id": limit.key, "until": plus(at, limit.seconds)} for limit in limits]
    taken = {row["id"]: row for row in store.write("throttles/take", rows=rows, at=at)}
    return max((taken[x.key]["until"] for x in limits if taken[x.key]["count"] > x.most), default="")


def clear(store: Store, limits: Sequence[Limit], at: str) -> None:
    """Forget the attempts under these limits, and all that are over."""
    store.write("throttles/clear", ids=[limit.key for limit in limits], at=at)
