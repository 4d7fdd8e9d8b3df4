"""Sessions, and how often somebody tried to open one, in the graph."""

import hashlib
import secrets
from collections.abc import Sequence

from symbiosis.domain.accounts import SESSION_SECONDS, Limit
from symbiosis.domain.clock import now, plus
from symbiosis.store.session import Row, Store


def open_(store: Store, session: Row) -> bool:
    """Open a session {id, account, stamp, at, until, token}; tell whether the account is still what it was."""
    return bool(store.write("sessions/open", **session))


def begin(store: Store, account_id: str, stamp: str, provider_token: str = "") -> str:
    """Open a session; return its secret, of which the database holds a hash, '' if the account changed since."""
    secret, at = secrets.token_urlsafe(32), now()
    session = {
        "id": _id(secret), "account": account_id, "stamp": stamp, "at": at, "until": plus(at, SESSION_SECONDS),
        "token": provider_token,
    }  # fmt: skip
    return secret if open_(store, session) else ""


def get(store: Store, secret: str) -> Row | None:
    """Return the session of a secret with its account, as sessions/get gives it."""
    rows = store.read("sessions/get", id=_id(secret))
    return rows[0] if rows else None


def close(store: Store, secret: str) -> None:
    """End the session of a secret."""
    store.write("sessions/close", id=_id(secret))


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


def _id(secret: str) -> str:
    return "session-" + hashlib.sha256(secret.encode()).hexdigest()
