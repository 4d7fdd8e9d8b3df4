"""Make, use and take away the tokens of the API."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from symbiosis.domain.clock import now
from symbiosis.domain.errors import SymbiosisError
from symbiosis.store import tokens
from symbiosis.store.session import Store

PREFIX = "symb_"
DAYS = 365
A_MINUTE = 120  # requests of one token


@dataclass(frozen=True)
class Token:
    """A token as its owner sees it; `last_used` is '' for never."""

    id: str
    name: str
    made_at: str
    until: str
    last_used: str


@dataclass(frozen=True)
class Use:
    """One request: whose, since when the token is theirs, and how many it has left this minute."""

    who: str
    made_at: str
    left: int
    wait_seconds: int


class NotKnown(SymbiosisError):
    """No such token, or one past its time."""


class TooMany(SymbiosisError):
    """A token asked more than it may within a minute."""

    def __init__(self, wait_seconds: int) -> None:
        """Remember how long to wait."""
        super().__init__(f"wait {wait_seconds} s")
        self.wait_seconds = wait_seconds


def make(store: Store, who: str, name: str) -> str:
    """Make a token; return its secret, which is shown once and kept nowhere."""
    secret = PREFIX + secrets.token_urlsafe(32)
    until = (datetime.now(UTC) + timedelta(days=DAYS)).date().isoformat()
    tokens.put(store, {"id": _digest(secret), "who": who, "name": name, "made_at": now(), "until": until})
    return secret


def of(store: Store, who: str) -> tuple[Token, ...]:
    """Return a person's tokens, latest first."""
    return tuple(Token(**row) for row in tokens.of(store, who))


def use(store: Store, secret: str) -> Use:
    """Count one request; NotKnown or TooMany when it may not be answered."""
    if not secret.startswith(PREFIX):
        raise NotKnown("token")
    moment = datetime.now(UTC)
    used = tokens.use(store, _digest(secret), moment.strftime("%Y-%m-%dT%H:%M"))
    if used is None:
        raise NotKnown("token")
    wait = 60 - moment.second
    if used["used"] > A_MINUTE:
        raise TooMany(wait)
    return Use(used["who"], used["made_at"], A_MINUTE - used["used"], wait)


def forget(store: Store, token_id: str, who: str) -> bool:
    """Take a person's own token away; tell whether there was one."""
    return tokens.forget(store, token_id, who)


def _digest(secret: str) -> str:
    """Return what is kept of a secret: with 256 bits of chance in it, a fast digest is as good as a slow one."""
    return hashlib.sha256(secret.encode()).hexdigest()
