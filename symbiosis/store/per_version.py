"""Keeps what was read as long as the territory says that nothing changed."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from symbiosis.store.session import Store

T = TypeVar("T")


def per_version(read: Callable[[Store], T]) -> Callable[[Store], T]:
    """Make a reading happen once per process and version of the territory; the version is asked for at each use."""
    held: WeakKeyDictionary[Store, tuple[str, T]] = WeakKeyDictionary()

    @wraps(read)
    def kept(store: Store) -> T:
        rows = store.read("territory/get")
        if not rows:
            return read(store)
        version = rows[0]["version"]
        if store not in held or held[store][0] != version:
            held[store] = (version, read(store))
        return held[store][1]

    return kept
