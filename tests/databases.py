"""Disposable databases: a test database says that it is one, and nothing else is ever wiped."""

from functools import cache

from symbiosis.domain.clock import now
from symbiosis.knowledge import seeds
from symbiosis.store import schema
from symbiosis.store.session import Store

MARKED = "MATCH (m:TestDatabase {id: 'disposable'}) RETURN count(m) AS n"
MARK = "MERGE (m:TestDatabase {id: 'disposable'})"
WIPE = "MATCH (n) WHERE NOT n:Schema AND NOT n:TestDatabase DETACH DELETE n"


def ask(store: Store, cypher: str, **parameters: object) -> list[dict[str, object]]:
    """Run any Cypher in a transaction of its own."""
    return store.together(lambda tx: tx.run_text(cypher, **parameters))


def make_disposable(store: Store) -> None:
    """Mark an empty database as one that tests may wipe; leave every other alone."""
    if ask(store, MARKED)[0]["n"] == 0:
        assert schema.is_empty(store), "this database holds data and does not say that it is for tests"
        schema.apply(store, now())
        ask(store, MARK)
    schema.apply(store, now())


def wipe(store: Store) -> Store:
    """Empty a test database; fails on any other."""
    assert ask(store, MARKED)[0]["n"] == 1, "not a test database"
    ask(store, WIPE)
    return store


KNOWN = (
    "Resource",
    "Use",
    "Purpose",
    "Sector",
    "WasteCode",
    "WasteSection",
    "Sharing",
    "Precedent",
    "Knowledge",
    "Commune",
)
KEPT = " AND ".join(f"NOT n:{label}" for label in ("Schema", "TestDatabase", *KNOWN))
RESOURCES = "MATCH (r:Resource) WHERE r.corrected IS NULL RETURN count(r) AS n"
FORGET = f"MATCH (n) WHERE {KEPT} DETACH DELETE n"


@cache
def _how_many() -> int:
    return len(seeds.read_knowledge().resources)


def forget_territory(store: Store) -> Store:
    """Empty a test database of all but the knowledge, whose writing takes seconds; fails on any other."""
    if int(str(ask(store, RESOURCES)[0]["n"])) != _how_many():  # a test put its own: no knowledge to keep
        return wipe(store)
    assert ask(store, MARKED)[0]["n"] == 1, "not a test database"
    ask(store, FORGET)
    ask(store, "MATCH (n) WHERE n.corrected DETACH DELETE n")
    ask(store, "MATCH (n:Sector) WHERE n.fr IS NULL DETACH DELETE n")
    ask(store, "MATCH (k:Knowledge) SET k.corrections = null")
    return store
