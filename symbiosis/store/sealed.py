"""Everything that is sealed, whatever it is: does the key open it, and sealing it anew with a new key."""

import json
from collections.abc import Callable, Iterator

from symbiosis.store.session import Row, Store

PAGE, PAGE_OF_PARTS = 500, 50


def check(store: Store) -> None:
    """Open one sealed value of each sort, if there is any; VaultShut when the key does not open it."""
    for sealed in (next(_values(store), None), next(_remembered(store), None)):
        if sealed:
            store.vault.open(sealed)


def count(store: Store) -> int:
    """Open every sealed value and return how many there are; VaultShut at the first one the key does not open."""
    every = (*_values(store), *_remembered(store))
    return sum(1 for sealed in every if store.vault.open(sealed) is not None)


def renew(store: Store) -> int:
    """Seal everything anew with the first key; return how many values. What is written meanwhile stays as it is."""
    values = ({"id": row["id"], "old": row["sealed"], "new": store.vault.renew(row["sealed"])} for row in _every(store))
    many = sum(1 for _ in _remembered(store))
    parts = ({"id": row["id"], "old": row["content"], "new": _anew(row, store.vault.renew)} for row in _parts(store))
    store.write_rows("imports/replace_part", parts)
    return store.write_rows("sealed/replace", values) + many


def _values(store: Store) -> Iterator[str]:
    return (row["sealed"] for row in _every(store))


def _remembered(store: Store) -> Iterator[str]:
    """Yield what imports keep sealed of what they wrote, to be able to take it back."""
    return (thing["sealed"] for row in _parts(store) for thing in json.loads(row["content"]) if "sealed" in thing)


def _anew(row: Row, renew: Callable[[str], str]) -> str:
    things = json.loads(row["content"])
    told = [thing | {"sealed": renew(thing["sealed"])} if "sealed" in thing else thing for thing in things]
    return json.dumps(told, ensure_ascii=False)


def _every(store: Store) -> Iterator[Row]:
    return _pages(store, "sealed/list", PAGE)


def _parts(store: Store) -> Iterator[Row]:
    return _pages(store, "imports/sealed_parts", PAGE_OF_PARTS)


def _pages(store: Store, question: str, limit: int) -> Iterator[Row]:
    after = ""
    while rows := store.read(question, after=after, limit=limit):
        yield from rows
        after = rows[-1]["id"]
