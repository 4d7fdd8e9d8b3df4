"""The Neo4j itself, asked with an account that reads: when it is read, when the copy, and how a question ends there."""

import socket
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from symbiosis.domain.answers import AnswerRow, Bar, Barred, Copy, Cypher, Node, Stop, Stopped, Wrong
from symbiosis.domain.readable import LABELS
from symbiosis.services import export, gallery
from symbiosis.store import account_sight, reading_copy
from symbiosis.store.connection import remote
from symbiosis.store.live import Account, Live
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store
from tests.contract.test_gallery_queries import CASES
from tests.databases import ask
from tests.store.reading import answer, is_live
from tests.store.test_reader import HEAVY

ENDLESS = HEAVY[1]
DEEP_BRACKETS = f"RETURN {'(' * 3000}1{')' * 3000}"
LISTS_FILES = "EXISTS { LOAD CSV FROM 'file:///etc/passwd' AS l WITH l WHERE l[0] = toString(%s) RETURN l }"
CALLS = "EXISTS { CALL db.propertyKeys() YIELD propertyKey AS k WHERE k = toString(%s) RETURN k }"
INSIDE = [
    "RETURN [x IN [1] WHERE {of x}] AS l", "RETURN CASE WHEN {of 1} THEN 1 ELSE 2 END AS n",
    "RETURN reduce(n = 0, x IN [1, 2] | n + CASE WHEN {of x} THEN 1 ELSE 0 END) AS n",
    "MATCH (f:Firm) WHERE any(x IN [f.id] WHERE {of x}) RETURN f",
    "MATCH (f:Firm {id: head([x IN ['a'] WHERE {of x}])}) RETURN f",
    "MATCH (f:Firm) WHERE f.id = 'a' OR {of f.id} RETURN f",
    "MATCH (f:Firm) RETURN f ORDER BY [x IN [f.id] WHERE {of x}]",
    "MATCH p = shortestPath((a:Firm)-[*]-(b:Flow)) WHERE all(x IN nodes(p) WHERE {of x.id}) RETURN p",
    "MATCH p = (a:Firm)-[*1..3]-(b:Flow) WHERE all(x IN nodes(p) WHERE {of x.id}) RETURN p",
    "MATCH (a:Firm)-[rs*1..3]-(b:Flow) WHERE all(x IN rs WHERE {of type(x)}) RETURN DISTINCT b",
    "MATCH p = (a:Firm) ((x)-[r]-(y) WHERE {of x.id})+ (b:Flow) RETURN p",
    "MATCH p = SHORTEST 1 (a:Firm) ((x)-[r]-(y) WHERE {of x.id})+ (b:Flow) RETURN p",
    "MATCH (f:Firm) RETURN f.id, collect([x IN [1] WHERE {of x}]) AS l", "UNWIND [x IN [1] WHERE {of x}] AS l RETURN l",
    "RETURN [(a:Firm)-->(b) WHERE {of b.id} | a.id] AS l",
    "MATCH (f:Firm) RETURN f {.id, l: [x IN [1] WHERE {of x}]} AS m",
    "MATCH (f:Firm) CALL (f) { RETURN [x IN [f.id] WHERE {of x}] AS l } RETURN l", "RETURN {of 1} AS found",
    "CALL db.ping() YIELD success WHERE size([x IN [1] WHERE {of x}]) > 0 RETURN success",
    "MATCH (n:$(head([x IN ['Firm'] WHERE {of x}]))) RETURN n", "RETURN [x IN ['`'] WHERE {of x}] AS `a``b`",
]  # fmt: skip


@pytest.fixture
def fresh(live_store: Store, live_reader: Reader) -> Iterator[Reader]:
    """Return the reader, and leave the territory as it was found."""
    assert is_live(live_reader)
    yield live_reader
    ask(live_store, "MATCH (n:Account) DETACH DELETE n")
    ask(live_store, "MATCH (t:Territory) SET t.version = t.version + 'x'")
    if not is_live(live_reader):
        reading_copy.make(live_store, live_reader._home, "2026-05-04T09:00:00.000+00:00")
    assert is_live(live_reader)


def why(reader: Reader) -> Bar | None:
    found = reader.live()
    return found.why if isinstance(found, Barred) else None


def change(store: Store, statement: str) -> None:
    ask(store, statement)
    ask(store, "MATCH (t:Territory) SET t.version = t.version + 'y'")


def read_from(reader: Reader, text: str = "RETURN 1 AS one") -> Copy:
    with reader.ask(Cypher(text, {}, "tests"), 10) as stream:
        list(stream.rows)
        return stream.copy


def inside(pattern: str, what: str) -> str:
    before, _, rest = pattern.partition("{of ")
    value, _, after = rest.partition("}")
    return before + what % value + after


def bare(rows: Iterable[AnswerRow]) -> list[AnswerRow]:
    """Return rows without the keys of their nodes, which every engine has of its own."""
    return [tuple((v.label, v.properties) if isinstance(v, Node) else v for v in row) for row in rows]


@pytest.mark.parametrize(("name", "given"), [case[:2] for case in CASES])
def test_the_gallery_is_answered_by_the_neo4j_as_by_a_copy_of_it(
    live_store: Store, live_reader: Reader, name: str, given: dict[str, Any]
) -> None:
    asked = Cypher(gallery.get(name).text, given, "tests")
    of_copy = Reader(live_reader._home, live_store)
    with of_copy.ask(asked, 1000) as told, live_reader.ask(asked, 1000) as direct:
        assert direct.copy.live and not told.copy.live
        rows = bare(told.rows)
        assert bare(direct.rows) == rows
        assert direct.columns == told.columns or not rows  # the embedded engine names none where it gives none
    of_copy.close()


def test_an_answer_says_that_it_is_read_from_the_database_at_this_moment(fresh: Reader, live_store: Store) -> None:
    assert fresh.copy() == read_from(fresh) or read_from(fresh).live
    ask(live_store, "MATCH (f:Firm {id: 'shop'}) SET f.name = 'Magasin'")
    assert answer(fresh, "MATCH (f:Firm {id: 'shop'}) RETURN f.name AS name") == [("Magasin",)]
    ask(live_store, "MATCH (f:Firm {id: 'shop'}) SET f.name = 'Boutique'")


@pytest.mark.parametrize("what", [CALLS, LISTS_FILES])
@pytest.mark.parametrize("pattern", INSIDE)
def test_what_is_hidden_inside_of_an_expression_is_refused_too(live_reader: Reader, pattern: str, what: str) -> None:
    text = inside(pattern, what)
    with pytest.raises(Wrong) as told:
        answer(live_reader, text)
    assert "not allowed here" in told.value.message, told.value.message


@pytest.mark.parametrize("pattern", INSIDE[:18])
def test_a_subquery_that_only_reads_is_answered_wherever_it_stands(live_reader: Reader, pattern: str) -> None:
    answer(live_reader, inside(pattern, "EXISTS { MATCH (z:Firm) WHERE z.id = toString(%s) }"))
    assert is_live(live_reader)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l", "LOAD CSV"),
        ("CALL dbms.listConfig()", "CALL dbms.listConfig"),
        ("CALL db.labels()", "CALL db.labels"),
        ("SHOW TRANSACTIONS", "SHOW"),
        ("SHOW USERS", "Administration"),
        ("TERMINATE TRANSACTIONS 'x'", "TERMINATE"),
        ("CREATE (n:Firm)", "Writing"),
        ("CREATE INDEX x FOR (n:Firm) ON (n.name)", "Writing"),
        ("CALL { MATCH (n) RETURN n } IN TRANSACTIONS RETURN n", "IN TRANSACTIONS"),
    ],
)
def test_the_plan_tells_what_is_refused(live_reader: Reader, text: str, said: str) -> None:
    with pytest.raises(Wrong) as told:
        answer(live_reader, text)
    assert told.value.message.endswith("is not allowed here.") and said in told.value.message


def test_a_procedure_of_the_list_is_called(live_reader: Reader) -> None:
    assert answer(live_reader, "CALL db.ping()") == [(True,)]


@pytest.mark.parametrize(
    ("text", "ended"),
    [(ENDLESS, Stop.TIME), (HEAVY[2], Stop.MEMORY), (HEAVY[5], Stop.SIZE), (DEEP_BRACKETS, Stop.TIME)],
)
def test_what_is_too_heavy_ends_on_the_server_and_the_next_one_is_answered(
    live_store: Store, live_reader: Reader, text: str, ended: Stop
) -> None:
    started = time.monotonic()
    with pytest.raises(Stopped) as told:
        answer(live_reader, text)
    assert told.value.why is ended
    assert time.monotonic() - started < reading_copy.LIMIT_SECONDS + 8
    assert answer(live_reader, "RETURN 1 AS one") == [(1,)] and is_live(live_reader)
    assert running(live_store) == []


def running(store: Store) -> list[str]:
    """Return the questions of readers that still run on the server; one that ends may take a moment."""
    for _ in range(30):
        found = [
            row["m"] for row in store.ask_server("SHOW TRANSACTIONS YIELD metaData RETURN metaData.symbiosis AS m")
        ]
        if not any(found):
            return []
        time.sleep(0.1)
    return [mark for mark in found if mark]


def test_what_is_cancelled_is_terminated_on_the_server(live_store: Store, live_reader: Reader) -> None:
    told: list[Stop] = []

    def ask_endless() -> None:
        try:
            answer(live_reader, ENDLESS, who="léa")
        except Stopped as stopped:
            told.append(stopped.why)

    asking = Thread(target=ask_endless)
    asking.start()
    time.sleep(1.5)
    assert live_reader.cancel("léa")
    started = time.monotonic()
    asking.join(20)
    assert told == [Stop.CANCELLED] and time.monotonic() - started < 2
    assert running(live_store) == []


def test_an_account_that_sees_a_new_secret_is_not_used_for_the_very_next_question(
    live_store: Store, fresh: Reader
) -> None:
    ask(live_store, "CREATE (:Account {id: 'a', login: 'x'})")
    assert not read_from(fresh).live
    assert answer(fresh, "MATCH (n:Account) RETURN n") == []
    ask(live_store, "MATCH (t:Territory) SET t.version = 'after'")
    assert fresh.live() == Barred(Bar.LABELS, ("Account",))


@pytest.mark.parametrize(
    ("statement", "back", "bar"),
    [
        ("MATCH (f:Firm {id: 'forge'}) SET f.telephone = '1'", "MATCH (f:Firm) SET f.telephone = null",
         Barred(Bar.PROPERTIES, ("Firm.telephone",))),
        ("MATCH (:Firm {id: 'forge'})-[d:OFFERS]->() SET d.whispered = '1'", "MATCH ()-[d]->() SET d.whispered = null",
         Barred(Bar.PROPERTIES, ("OFFERS.whispered",))),
        ("MATCH (a:Firm {id: 'forge'}), (b:Firm {id: 'farm'}) CREATE (a)-[:WHISPERS]->(b)",
         "MATCH ()-[w:WHISPERS]->() DELETE w", Barred(Bar.RELATIONS, ("WHISPERS",))),
        ("CREATE (:Flow {id: 'gone', text: 'x'})", "MATCH (w:Flow {id: 'gone'}) DELETE w",
         Barred(Bar.WITHDRAWN, ("1",))),
    ],
)  # fmt: skip
def test_whatever_the_copy_leaves_out_keeps_the_account_from_being_used(
    live_store: Store, fresh: Reader, statement: str, back: str, bar: Barred
) -> None:
    change(live_store, statement)
    assert fresh.live() == bar
    assert not read_from(fresh).live
    change(live_store, back)
    assert is_live(fresh) and read_from(fresh).live


def test_after_something_was_hidden_the_copy_answers_until_it_is_made_anew(live_store: Store, fresh: Reader) -> None:
    change(live_store, "MATCH (w:Flow {id: 'f5'}) SET w.version = 2")
    assert why(fresh) is Bar.HIDING
    assert answer(fresh, "MATCH (w:Flow {id: 'f5'}) RETURN w") == []
    ask(live_store, "MATCH (w:Flow {id: 'f5'}) SET w.version = null")
    reading_copy.make(live_store, fresh._home, "2026-05-04T08:45:00.000+00:00")
    assert is_live(fresh)


def test_an_answer_under_way_ends_once_something_is_hidden(live_store: Store, fresh: Reader) -> None:
    many = Cypher("UNWIND range(1, 60000) AS n RETURN n, toString(n) + ' and more' AS text", {}, "tests")
    pieces = export.export(fresh, many, export.FORMATS["csv"], export.Words(lambda _l, _n: "", lambda _w, _n: ""))
    assert next(pieces)
    change(live_store, "MATCH (w:Flow {id: 'f6'}) SET w.confidential = true")
    time.sleep(3)
    with pytest.raises(Stopped) as told:
        list(pieces)
    assert told.value.why is Stop.CHANGED
    ask(live_store, "MATCH (w:Flow {id: 'f6'}) SET w.confidential = null")


def test_a_replica_that_is_behind_is_not_read(fresh: Reader, own_neo4j: str, embedded_store: Store) -> None:
    ask(embedded_store, "MATCH (t:Territory) DETACH DELETE t")
    ask(embedded_store, "CREATE (:Territory {id: 'territory', version: 'newer', loaded_at: 'l', matched_at: 'm'})")
    live = Live(Account(own_neo4j, "reader", "any", None), embedded_store, fresh._home)
    reading_copy.make(embedded_store, fresh._home, "2026-05-04T08:50:00.000+00:00")
    assert live.look() == Barred(Bar.BEHIND)
    live.close()


def test_a_server_that_does_not_answer_leaves_the_copy(live_store: Store, fresh: Reader) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = f"neo4j://127.0.0.1:{free.getsockname()[1]}"
    live = Live(Account(nowhere, "reader", "any", None), live_store, fresh._home)
    reader = Reader(fresh._home, live_store, live)
    assert why(reader) is Bar.UNREACHABLE
    assert not read_from(reader).live
    reader.close()


def test_without_a_copy_beside_it_the_neo4j_is_not_read(live_store: Store, own_neo4j: str, tmp_path: Path) -> None:
    live = Live(Account(own_neo4j, "reader", "any", None), live_store, tmp_path)
    assert live.look() == Barred(Bar.NO_COPY)
    with pytest.raises(Stopped) as told:
        answer(Reader(tmp_path, live_store, live), "RETURN 1")
    assert told.value.why is Stop.NO_COPY
    live.close()


def test_a_whole_database_is_never_read_where_every_account_sees_everything(neo4j_store: Store) -> None:
    bar = account_sight.bar(neo4j_store)
    assert bar is not None and bar.why is Bar.LABELS and not set(bar.names) & set(LABELS)


def test_an_account_that_is_refused_is_told_by_the_names_of_its_own_settings() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(Exception, match="NEO4J_READER_URI=bolt"):
        remote(nowhere, "reader", "any", None, settings="NEO4J_READER_")()
