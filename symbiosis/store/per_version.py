"""Keeps what was read as long as the territory says that nothing changed."""

from collections.abc import Callable
from functools import wraps
from typing import Generic, TypeVar
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


class Latest(Generic[T]):
    """One thing worked out, kept as long as what it was made from stays the same."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._held: tuple[tuple[object, ...], T] | None = None

    def of(self, made_from: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what is held if it was made from the same, else make it."""
        held = self._held
        if held is None or held[0] != made_from:
            held = self._held = (made_from, make())
        return held[1]
