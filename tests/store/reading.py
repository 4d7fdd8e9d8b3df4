"""A reading copy for the tests: a small world with secrets of every sort, and a reader on its copy."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from symbiosis.domain.answers import Copy, Cypher, Stopped
from symbiosis.store import engine, reading_copy
from symbiosis.store.live import Account, Live
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store
from tests.contract import gallery_world
from tests.databases import ask, wipe
from tests.store.processes import kill_engines

LIMIT_SECONDS = reading_copy.LIMIT_SECONDS
SECRET = "s3cret-d0-not-tell"
SECRETS = (
    "CREATE (:Account {id: 'acc', login: $secret, password: $secret})",
    "CREATE (:Session {id: 'ses', token: $secret})",
    "CREATE (:ApiToken {id: 'tok', who: $secret})",
    "CREATE (:SavedQuery {id: 'sav', text: $secret, who: $secret})",
    "CREATE (:Trace {id: 'tra', what: $secret})",
    "CREATE (:Job {id: 'job', parameter: $secret})",
    "CREATE (:Correction {id: 'cor', by: $secret, reason: $secret})",
    "CREATE (:SomethingNew {id: 'new', what: $secret})",
    "MATCH (w:Flow {id: 'f1'}) CREATE (:Secret {id: 'f1', sealed: $secret})-[:SEALS]->(w)",
    "MATCH (f:Firm {id: 'forge'}) CREATE (f)-[:HAS_CONTACT {mail: $secret}]->(:Contact {id: 'con', mail: $secret})",
    "MATCH (f:Firm {id: 'forge'}) SET f.telephone = $secret",
    "MATCH (d:Decision {id: 'd1'}) SET d.who = $secret, d.note = $secret",
    "MATCH (q:Question {id: 'q1'}) SET q.by = $secret",
    "MATCH (:Synergy {id: 's1'})-[i:INVOLVES]->(:Firm {id: 'farm'}) SET i.whispered = $secret",
    "MATCH (f:Firm {id: 'farm'}) CREATE (f)-[:WITHDREW]->(:Flow {id: 'gone', text: $secret})",
)


def load(store: Store) -> None:
    """Write a territory with secrets into an empty test database."""
    load_open(store)
    for statement in SECRETS:
        ask(store, statement, secret=SECRET)


def load_open(store: Store) -> None:
    """Write a territory without secrets into an empty test database."""
    gallery_world.load(wipe(store))
    held = {
        "id": "territory",
        "name": "Essai",
        "synthetic": True,
        "version": "v1",
        "loaded_at": "l1",
        "matched_at": "m1",
    }
    ask(store, "CREATE (t:Territory) SET t = $held", held=held)


@contextmanager
def copied(store: Store, home: Path, live: Live | None = None) -> Iterator[Reader]:
    """Give a reader on a copy of a store, or on its Neo4j, whose engine ends with the block."""
    reading_copy.make(store, home, "2026-05-04T08:00:00.000+00:00", LIMIT_SECONDS)
    reader = Reader(home, store, live)
    try:
        _warm(reader)
        yield reader
    finally:
        reader.close()
        for root in reading_copy.folder(home).glob("copy-*"):
            engine.leave(root)
            kill_engines(root)


@contextmanager
def read_live(store: Store, uri: str, home: Path) -> Iterator[Reader]:
    """Give a reader on a Neo4j that holds nothing but what may be read: no schema, no mark of a test database."""
    ask(store, "MATCH (n) WHERE n:Schema OR n:TestDatabase DETACH DELETE n")
    with copied(store, home, Live(Account(uri, "reader", "any", None), store, home)) as reader:
        assert is_live(reader)
        yield reader


def is_live(reader: Reader) -> bool:
    """Tell whether the next question is asked of the Neo4j itself."""
    return isinstance(reader.live(), Copy)


def _warm(reader: Reader) -> None:
    """Ask until an answer comes: on a busy machine, the first one may take longer than the tests' limit."""
    for _ in range(10):
        with suppress(Stopped):
            answer(reader, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r")
            return


def answer(reader: Reader, text: str, most: int = 1000, who: str = "tests", **given: Any) -> list[tuple[Any, ...]]:
    """Return the first rows of an answer."""
    rows = []
    with reader.ask(Cypher(text, given, who), most + 1) as stream:
        for row in stream.rows:
            rows.append(row)
            if len(rows) > most:
                break
    return rows
