"""Everything that is sealed, whatever it is: does the key open it, and sealing it anew with a new key."""

from collections.abc import Iterator

from symbiosis.store.session import Row, Store

PAGE = 500


def check(store: Store) -> None:
    """Open one sealed value of the database, if it holds any; VaultShut when the key does not open it."""
    for row in store.read("sealed/list", after="", limit=1):
        store.vault.open(row["sealed"])


def count(store: Store) -> int:
    """Open every sealed value and return how many there are; VaultShut at the first one the key does not open."""
    return sum(1 for row in _every(store) if store.vault.open(row["sealed"]) is not None)


def renew(store: Store) -> int:
    """Seal everything anew with the first key; return how many values. What is written meanwhile stays as it is."""
    rows = ({"id": row["id"], "old": row["sealed"], "new": store.vault.renew(row["sealed"])} for row in _every(store))
    return store.write_rows("sealed/replace", rows)


def _every(store: Store) -> Iterator[Row]:
    after = ""
    while rows := store.read("sealed/list", after=after, limit=PAGE):
        yield from rows
        after = rows[-1]["id"]
