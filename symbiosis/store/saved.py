"""What people asked the console, and keep, in the graph."""

import json

from symbiosis.domain.ids import stable_id
from symbiosis.store.session import Row, Store


def remember(store: Store, who: str, text: str, parameters: dict[str, object], at: str) -> str:
    """Remember that a person asked this; the same again is the same. Return its id."""
    told = json.dumps(parameters, ensure_ascii=False, sort_keys=True)
    saved = stable_id("query", who, text, told)
    store.write("saved/put", row={"id": saved, "who": who, "text": text, "parameters": told, "at": at})
    return saved


def of(store: Store, who: str, limit: int) -> list[Row]:
    """Return what a person asked, latest first."""
    rows = store.read("saved/of", who=who, limit=limit)
    return [row | {"parameters": json.loads(row["parameters"])} for row in rows]


def keep(store: Store, saved: str, who: str, favourite: bool, name: str) -> bool:
    """Make a person's own question a favourite, or no more; tell whether there was one."""
    return bool(store.write("saved/keep", id=saved, who=who, favourite=favourite, name=name))


def forget(store: Store, who: str, before: str) -> int:
    """Forget what a person asked before a moment, favourites apart; return how much."""
    return int(store.write("saved/forget", who=who, before=before)[0]["n"])
