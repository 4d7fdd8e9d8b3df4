"""The key of what is kept back: does it open everything, and changing it."""

from symbiosis.store import sealed
from symbiosis.store import vault as keys
from symbiosis.store.session import Store


def key() -> str:
    """Return a fresh key."""
    return keys.new_key()


def check(store: Store) -> None:
    """Find out at once whether the key opens what the database holds; VaultShut where it does not."""
    sealed.check(store)


def count(store: Store) -> int:
    """Open everything that is sealed; return how many values. VaultShut at the first one that stays shut."""
    return sealed.count(store)


def renew(store: Store) -> int:
    """Seal everything anew with the first key; return how many values."""
    return sealed.renew(store)
