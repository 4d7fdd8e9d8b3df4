"""What a person asked the console: the latest questions, and the favourites."""

from dataclasses import dataclass
from typing import Any

from symbiosis.domain.clock import now
from symbiosis.store import saved
from symbiosis.store.session import Store

LATEST = 100


@dataclass(frozen=True)
class Saved:
    """A question with its parameters; `name` is what its owner calls it, '' for nothing."""

    id: str
    text: str
    parameters: dict[str, Any]
    at: str
    favourite: bool
    name: str


def remember(store: Store, who: str, text: str, parameters: dict[str, Any]) -> str:
    """Remember that a person asked this; return its id."""
    return saved.remember(store, who, text, parameters, now())


def of(store: Store, who: str) -> tuple[Saved, ...]:
    """Return what a person asked, latest first."""
    return tuple(Saved(**row) for row in saved.of(store, who, LATEST))


def keep(store: Store, saved_id: str, who: str, favourite: bool, name: str = "") -> bool:
    """Make a person's own question a favourite, or no more; tell whether there was one."""
    return saved.keep(store, saved_id, who, favourite, name)


def forget(store: Store, who: str) -> int:
    """Forget what a person asked, favourites apart; return how much."""
    return saved.forget(store, who, now())
