"""The reading copy: what is in it, what cannot be done to it, and that nobody waits for a bad question."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from symbiosis.domain.answers import Cypher, Found, Node, Stop, Stopped, Wrong
from symbiosis.domain.clock import plus
from symbiosis.domain.errors import EngineDown
from symbiosis.domain.readable import LABELS, RELATIONS
from symbiosis.services import export
from symbiosis.store import complaints, engine, reading_copy
from symbiosis.store.connection import Connection
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store
from tests.databases import ask
from tests.store.reading import SECRET, answer, copied, is_live, load

BACK_SECONDS = 95.0  # what a start may take on a busy machine; `make bench` measures it on a quiet one
PATIENCE_SECONDS = 110.0
LATER = "2026-05-04T08:30:00.000+00:00"
HIDDEN_LATER = {"csv": "f6", "xlsx": "f7"}
COUNTS = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN labels(n)[0] AS l, count(DISTINCT n) AS n, count(r) AS r ORDER BY l"
)

WRITES = [
    "CREATE (n:Firm {id: 'x'})", "CREATE (n:Firm {id: 'x'}) RETURN n", "MERGE (n:Firm {id: 'x'}) RETURN n",
    "MATCH (n:Firm) SET n.name = 'x' RETURN n", "MATCH (n:Firm) SET n += {name: 'x'} RETURN count(n)",
    "MATCH (n:Firm) SET n:Other RETURN n", "MATCH (n:Firm) REMOVE n.name RETURN n", "MATCH (n:Firm) REMOVE n:Firm",
    "MATCH (n:Firm) DELETE n", "MATCH (n:Firm) DETACH DELETE n", "MATCH ()-[r:OFFERS]->() DELETE r",
    "MATCH (a:Firm), (b:Firm) CREATE (a)-[:KNOWS]->(b)", "FOREACH (x IN [1, 2] | CREATE (:Firm {id: 'x' + x}))",
    "MATCH (n:Firm) CALL { WITH n SET n.name = 'x' RETURN 1 AS one } RETURN one",
    "UNWIND range(1, 3) AS i CREATE (:Firm {id: 'x' + i})", "CALL { CREATE (:Firm {id: 'x'}) } RETURN 1",
    "MATCH (n:Firm) WITH n LIMIT 1 SET n.x = 1", "OPTIONAL MATCH (n:Nothing) MERGE (m:Firm {id: 'x'}) RETURN m",
    "RETURN 1 UNION CREATE (n:Firm {id: 'x'}) RETURN 1", "cReAtE (n:Firm {id: 'x'}) reTURN n",
    "/* just reading */ CREATE (n:Firm {id: 'x'})", "MATCH (n) // RETURN n\nDETACH DELETE n",
    "MATCH (n:Firm) RETURN n /*\n*/ UNION MATCH (n:Firm) DETACH DELETE n", "CR\u0045ATE (n:Firm {id: 'x'})",
    "\\u0043REATE (n:Firm {id: 'x'})", "\ufeffCREATE (n:Firm {id: 'x'})", "CREATE\u00a0(n:Firm {id: 'x'})",
    "MATCH (n:Firm) RETURN n; MATCH (n:Firm) DETACH DELETE n", "EXPLAIN CREATE (n:Firm {id: 'x'}) ; CREATE (n:Firm)",
    "PROFILE CREATE (n:Firm {id: 'x'}) RETURN n", "CYPHER 5 CREATE (n:Firm {id: 'x'})",
    "CREATE INDEX x FOR (n:Firm) ON (n.name)", "CREATE CONSTRAINT x FOR (n:Firm) REQUIRE n.name IS UNIQUE",
    "DROP INDEX firm_commune", "DROP CONSTRAINT firm_id", "CREATE DATABASE x", "DROP DATABASE symbiose",
    "CREATE USER x SET PASSWORD 'yyyyyyyy'", "ALTER USER reader SET PASSWORD 'yyyyyyyy'", "GRANT ROLE admin TO reader",
    "COMMIT", "ROLLBACK", "CALL { MATCH (n:Firm) DETACH DELETE n } IN TRANSACTIONS",
    "MATCH (n:Firm) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10 ROWS", "RETURN 1; CREATE (n)",
    "\uff23\uff32\uff25\uff21\uff34\uff25 (n:Firm)", "CRE\u200bATE (n:Firm)", "\u202eCREATE (n:Firm)",
    "CREATE\u2028(n:Firm)",
    "CREATE\x00(n:Firm)", "RETURN '\u0027' CREATE (n:Firm)", "/* /* */ CREATE (n:Firm) */", "TRUNCATE TYPE Firm",
    "ALTER DATABASE x 1", "REBUILD INDEX *", "ALIGN DATABASE", "g.V().drop()", "sql:DELETE FROM Firm",
    "DELETE FROM Firm", "INSERT INTO Firm SET id = 'x'", "DROP TYPE Firm UNSAFE", "{sql} DELETE FROM Firm",
]  # fmt: skip
CALLS = [
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV FROM '/etc/passwd' AS line RETURN line",
    "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1/' AS line RETURN line",
    "load  csv from 'https://example.org' as l return l",
    "LOAD CSV FROM 'file://../../engine.password' AS line RETURN line",
    "CALL apoc.cypher.runWrite('CREATE (n:X)', {})", "CALL apoc.load.json('file:///etc/passwd')",
    "CALL apoc.periodic.iterate('MATCH (n) RETURN n', 'DELETE n', {})",
    "CALL apoc.do.when(true, 'CREATE (n:X)', '', {})",
    "RETURN apoc.cypher.runFirstColumn('MATCH (n) RETURN n', {})", "CALL db.createLabel('X')",
    "CALL db.create.setNodeVectorProperty(null, 'x', [1.0])", "CALL dbms.security.createUser('x', 'y', false)",
    "CALL dbms.listConfig()", "CALL dbms.killQuery('1')", "CALL db.clearQueryCaches()", "CALL gds.graph.drop('x')",
    "SHOW TRANSACTIONS", "  /* x */ show // y\n transactions", "\ufeff\u00a0SHOW\u2003TRANSACTIONS", "SHOW DATABASES",
    "EXPLAIN\nSHOW DATABASES", "PROFILE SHOW TRANSACTIONS YIELD *", "TERMINATE TRANSACTIONS 'x'", ";SHOW DATABASES",
    "SHOW DATABASE symbiose", "SHOW PROCEDURES", "CALL dbms.listDatabases()", "CALL `dbms`.showDatabase()",
    "RETURN 1 AS one UNION SHOW TRANSACTIONS", "USE symbiose SHOW TRANSACTIONS", "\\u0053HOW TRANSACTIONS",
    "CYPHER 5 SHOW DATABASES", "CALL apoc.util.sleep(30000)", "RETURN apoc.util.sleep(30000)",
    "RETURN util.sleep(3000)",
    "CALL apoc.meta.schema()", "CALL meta.stats()", "CALL algo.pagerank()", "CALL do.when(true, 'RETURN 1', '', {})",
    "CALL path.expand(null, '', '', 1, 2)", "RETURN apoc.create.uuid()", "CALL db.index.fulltext.queryNodes('x', 'y')",
    "RETURN env('HOME')", "RETURN system('x')", "RETURN file('/etc/passwd')", "{js} 1 + 1", "{gremlin} g.V()",
    "{graphql} {a}",
    "SELECT FROM schema:types", "TRAVERSE out() FROM Firm", "BACKUP DATABASE", "IMPORT DATABASE file:///etc/passwd",
    "EXPORT DATABASE file:///tmp/x", "CALL apoc.export.csv.all('/tmp/x', {})", "CALL apoc.help('x')", "CALL db.info()",
    "CALL vector.search()", "RETURN 1 AS `'` UNION SHOW TRANSACTIONS //'", "USE `'` SHOW TRANSACTIONS //'",
    "SHOW\x00TRANSACTIONS", "SHOW/**/TRANSACTIONS", "\u017fHOW TRANSACTIONS", "\u015eHOW TRANSACTIONS",
    "show current user",
    "SHOW INDEXES", "SHOW FUNCTIONS", "RETURN apoc.text.regexGroups('aaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+b')",
    "CALL backup.database()", "CALL import.database('file:///etc/passwd')", "SHOW USERS", "SHOW SETTINGS",
]  # fmt: skip
HEAVY = [
    "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id + e.id = 'x' RETURN count(*)",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b)",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN collect([a, b])",
    "RETURN range(1, 1000000000000)",
    "RETURN reduce(s = 'x', i IN range(1, 40) | s + s) AS s",
    "RETURN [a IN range(1, 1000000) | 'a rather long text that is repeated a million times over' + toString(a)]",
    "MATCH p = (a)-[*1..30]-(b) RETURN count(p)",
    "UNWIND range(1, 900000) AS a RETURN a ORDER BY toString(a) + 'x' DESC",
    "RETURN apoc.text.random(1000000000)",
    "RETURN text.lpad('x', 2000000000, 'y')",
    "RETURN text.format('%2000000000d', [1])",
    "RETURN reduce(l = [1], i IN range(1, 40) | l + l) AS l",
    f"RETURN {'(' * 3000}1{')' * 3000}",
    f"RETURN {'NOT ' * 5000}true",
    f"RETURN {'CASE WHEN true THEN ' * 1500}1{' END' * 1500}",
    f"{'CALL { ' * 300}RETURN 1 AS x{' }' * 300} RETURN x",
    f"MATCH (n) WHERE {' OR '.join(f'n.a = {i}' for i in range(5000))} RETURN n",
    " UNION ALL ".join(["RETURN 1 AS x"] * 3000),
    "RETURN split(reduce(s = 'x', i IN range(1, 24) | s + s), 'x')",
    "MATCH (f:Firm) WHERE 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+b' RETURN f",
]


@pytest.fixture(scope="module")
def reader(embedded_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    load(embedded_store)
    with copied(embedded_store, tmp_path_factory.mktemp("home")) as found:
        yield found


@pytest.fixture(scope="module", params=["copy", "live"])
def either(request: pytest.FixtureRequest) -> Reader:
    """Return each way to ask in turn: the copy, and a Neo4j directly."""
    found: Reader = request.getfixturevalue("reader" if request.param == "copy" else "live_reader")
    assert is_live(found) == (request.param == "live")
    return found


def test_nothing_secret_is_in_the_copy(reader: Reader) -> None:
    """Whatever the label, the property or the relation: the word is nowhere."""
    nodes = answer(reader, "MATCH (n) RETURN n")
    edges = answer(reader, "MATCH ()-[r]->() RETURN r")
    assert len(nodes) == 60 and len(edges) > 80
    assert SECRET not in repr(nodes) + repr(edges)
    assert {row[0].label for row in nodes} <= set(LABELS)
    assert {row[0].type for row in edges} <= set(RELATIONS)
    for (node,) in nodes:
        assert isinstance(node, Node) and set(node.properties) <= LABELS[node.label]


def test_the_names_of_what_is_secret_are_not_in_the_copy_either(reader: Reader) -> None:
    labels = {row[0] for row in answer(reader, "CALL db.labels() YIELD label RETURN label")}
    assert labels <= set(LABELS)
    for label in ("Account", "Session", "Contact", "Secret", "ApiToken", "Trace", "SavedQuery", "SomethingNew"):
        assert answer(reader, f"MATCH (n:{label}) RETURN n") == []


def test_no_property_name_tells_of_what_is_secret(reader: Reader) -> None:
    names = {name for (name,) in answer(reader, "MATCH (n) UNWIND keys(n) AS name RETURN DISTINCT name")}
    names |= {name for (name,) in answer(reader, "MATCH ()-[r]->() UNWIND keys(r) AS name RETURN DISTINCT name")}
    known = {name for allowed in (*LABELS.values(), *RELATIONS.values()) for name in allowed}
    assert names and names <= known
    listed = repr(answer(reader, "CALL db.schema()") + answer(reader, "CALL db.propertyKeys()"))
    secret = ("Account", "Contact", "Secret", "Session", "password", "sealed", "telephone", "HAS_CONTACT", "WITHDREW")
    assert not [word for word in secret if word in listed]


@pytest.mark.parametrize(
    "text",
    [
        "RETURN reduce(l = [], i IN range(1, 150) | [l]) AS l",
        "RETURN reduce(l = [], i IN range(1, 2000) | [l]) AS l",
        "RETURN reduce(m = {}, i IN range(1, 3000) | {m: m}) AS m",
        "RETURN apoc.convert.toJson(reduce(l = [], i IN range(1, 20000) | [l])) AS t",
    ],
)
def test_what_lies_too_deep_in_lists_is_refused_and_the_next_question_answered(reader: Reader, text: str) -> None:
    time.sleep(complaints.JUST_NOW_SECONDS)  # an answer cut off before is no news any more
    with pytest.raises(Stopped) as told:
        answer(reader, text)
    assert told.value.why is Stop.DEEP
    assert answer(reader, "RETURN reduce(l = [], i IN range(1, 90) | [l]) AS l") != []


def test_what_may_be_read_is_all_there(reader: Reader) -> None:
    copy = reader.copy()
    assert copy is not None
    assert (copy.version, copy.loaded_at, copy.matched_at) == ("v1", "l1", "m1")
    assert (copy.labels["Firm"], copy.labels["Flow"], copy.labels["Synergy"], copy.labels["Decision"]) == (7, 13, 9, 2)
    assert ("Firm", "POOLS", "Flow", 4) in copy.relations
    rows = answer(reader, "MATCH (f:Firm {id: $id})-[:OFFERS]->(w) RETURN w.text, w.quantity ORDER BY w.id", id="forge")
    assert rows == [("chaleur", 500.0), ("huile", 2.0)]


@pytest.mark.parametrize("text", WRITES)
def test_nothing_can_be_written(either: Reader, text: str) -> None:
    before = answer(either, COUNTS)
    with pytest.raises(Wrong):
        answer(either, text)
    assert answer(either, COUNTS) == before


@pytest.mark.parametrize("text", CALLS)
def test_nothing_can_be_fetched_or_called_that_does_more_than_read(either: Reader, text: str) -> None:
    with pytest.raises(Wrong):
        answer(either, text)


def test_words_of_administration_may_stand_in_a_question(either: Reader) -> None:
    assert answer(either, "RETURN 'SHOW TRANSACTIONS' AS show, 1 AS terminate // CALL dbms") == [
        ("SHOW TRANSACTIONS", 1)
    ]
    assert answer(either, "WITH 1 AS show\nRETURN show ORDER BY show") == [(1,)]


def test_functions_that_make_a_value_of_values_remain(reader: Reader) -> None:
    assert answer(reader, "RETURN apoc.text.join(['a', 'b'], '-') AS t, toUpper('x') AS u") == [("a-b", "X")]
    assert answer(reader, "UNWIND [1, 2, 3] AS n RETURN avg(n) AS a, percentileCont(n, 0.5) AS p, stDev(n) AS s") == [
        (2.0, 2.0, 1.0)
    ]


def test_a_parameter_is_a_value_and_never_cypher(either: Reader) -> None:
    evil = "x'}) DETACH DELETE n //"
    assert answer(either, "MATCH (n:Firm {id: $id}) RETURN n", id=evil) == []
    assert answer(either, "RETURN $id AS id", id=evil) == [(evil,)]
    for text in ("MATCH (n:$id) RETURN n", "MATCH (n) WHERE n:$id RETURN n"):
        with pytest.raises(Wrong):
            answer(either, text, id="Firm) DETACH DELETE (n")


def test_a_mistake_is_told_with_its_place(either: Reader) -> None:
    with pytest.raises(Wrong) as told:
        answer(either, "MATCH (f:Firm)\nRETRUN f")
    assert (told.value.line, told.value.column, told.value.found) == (2, 1, Found.TOLD)
    assert "RETRUN" in told.value.message


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("MATCH (f:Firm) // g\nRETURN 'g', f.g,\n  g.name", (3, 3)),
        ("MATCH (f:Firm)\nRETURN foo(f)", (2, 8)),
        ("MATCH (f) WITH f.name AS n RETURN n, f", (1, 38)),
        ("RETURN size(1, 2)", (1, 8)),
        ("WITH 'date(' AS t\nRETURN t, date('x')", (2, 11)),
        ("RETURN 1 AS n,\n head( 1)", (2, 2)),
        ("RETURN range(1, 100000000)", (1, 8)),
        ("MATCH (f:Firm) RETURN f limit -1", (1, 25)),
        ("MATCH (f:Firm) RETURN f\nSKIP f", (2, 1)),
        ("MATCH (f:Firm) WHERE count(f) > 1 RETURN f", (1, 16)),
        ("RETURN 1 AS a UNION RETURN 2 AS b", (1, 15)),
        ("RETURN duration('zz')", (1, 17)),
        ("MATCH (f:Firm)\nRETURN f LIMIT 'a'", (2, 16)),
        ("RETURN head([1]) + head(1)", (0, 0)),
        ("RETURN 1 / 0", (0, 0)),
    ],
)
def test_a_word_that_the_engine_names_is_found_where_it_stands_once(
    reader: Reader, text: str, place: tuple[int, int]
) -> None:
    with pytest.raises(Wrong) as told:
        answer(reader, text)
    assert (told.value.line, told.value.column) == place
    assert told.value.found is (Found.GUESSED if place[0] else Found.NOWHERE)
    assert "Exception" not in told.value.message


@pytest.mark.parametrize("text", HEAVY)
def test_a_question_too_heavy_is_ended_and_the_next_one_answered(reader: Reader, text: str) -> None:
    started = time.monotonic()
    try:
        answer(reader, text)
    except Stopped as stopped:
        assert stopped.why in (Stop.TIME, Stop.MEMORY, Stop.SIZE)
    except Wrong as wrong:
        assert wrong.message
    assert time.monotonic() - started < PATIENCE_SECONDS
    assert answer(reader, "RETURN 1 AS one") == [(1,)]


def test_a_question_is_cancelled_by_whoever_asked_it_and_by_nobody_else(either: Reader) -> None:
    told: list[Stop] = []

    def ask_heavy() -> None:
        try:
            answer(either, HEAVY[1], who="léa")
        except Stopped as stopped:
            told.append(stopped.why)

    running = Thread(target=ask_heavy)
    running.start()
    time.sleep(1)
    assert not either.cancel("tom")
    assert either.cancel("léa")
    running.join(PATIENCE_SECONDS)
    assert told == [Stop.CANCELLED]
    started = time.monotonic()
    assert answer(either, "RETURN 1 AS one") == [(1,)]
    assert time.monotonic() - started < BACK_SECONDS
    assert not either.cancel("léa")


def test_a_third_question_is_told_that_two_run_already(either: Reader) -> None:
    with either.ask(Cypher("RETURN 1", {}, "a"), 10), either.ask(Cypher("RETURN 1", {}, "b"), 10):
        with pytest.raises(Stopped) as told:
            answer(either, "RETURN 1")
        assert told.value.why is Stop.BUSY
    assert answer(either, "RETURN 1 AS one") == [(1,)]


def test_an_engine_killed_under_a_reader_is_started_again(reader: Reader) -> None:
    copy = reader.copy()
    assert copy is not None and answer(reader, "RETURN 1 AS one") == [(1,)]
    engine.kill(reading_copy.folder(reader._home) / copy.folder)
    assert answer(reader, "RETURN 2 AS two") == [(2,)]


def test_a_question_lost_with_its_engine_is_asked_again_for_what_is_left_of_its_time(reader: Reader) -> None:
    copy, told = reader.copy(), []
    assert copy is not None and answer(reader, "RETURN 1 AS one") == [(1,)]
    root = reading_copy.folder(reader._home) / copy.folder

    def ask_heavy() -> None:
        try:
            answer(reader, HEAVY[1])
        except Stopped as stopped:
            told.append((stopped.why, time.monotonic()))

    running = Thread(target=ask_heavy)
    running.start()
    time.sleep(10)
    engine.kill(root)
    again = engine.ensure_running(root)
    started = time.monotonic()
    running.join(PATIENCE_SECONDS)
    ((why, ended),) = told
    assert why is Stop.TIME and again.pid
    assert ended - started < reading_copy.LIMIT_SECONDS - 3


def test_only_what_is_asked_for_is_fetched(either: Reader) -> None:
    rows = answer(either, "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a, b", most=100)
    assert len(rows) == 101


def test_a_new_copy_takes_the_place_of_the_former_one_while_it_is_read(
    embedded_store: Store, reader: Reader, tmp_path: Path
) -> None:
    before = reader.copy()
    assert before is not None and not reading_copy.is_due(embedded_store, reader._home, LATER)
    ask(embedded_store, "MATCH (t:Territory) SET t.matched_at = 'm2'")
    ask(embedded_store, "CREATE (f:Firm {id: 'newcomer', name: 'Nouveau'})")
    assert reading_copy.is_due(embedded_store, reader._home, LATER)
    assert answer(reader, "MATCH (f:Firm {id: 'newcomer'}) RETURN f.name") == []
    reading_copy.make(embedded_store, reader._home, "2026-05-05T08:00:00.000+00:00")
    assert answer(reader, "MATCH (f:Firm {id: 'newcomer'}) RETURN f.name") == [("Nouveau",)]
    assert not (reading_copy.folder(reader._home) / before.folder).exists()


def after_a_while(reader: Reader) -> None:
    """Make the last taking out one of a minute ago."""
    copy = reader.copy()
    assert copy is not None
    then = time.time() - 60
    os.utime(reading_copy.folder(reader._home) / copy.folder / "tells.json", (then, then))


def change(store: Store, version: str, statement: str) -> None:
    ask(store, statement)
    ask(store, "MATCH (t:Territory) SET t.version = $version", version=version)


def test_what_is_hidden_cannot_be_read_from_that_moment_on_and_the_rest_can(
    embedded_store: Store, reader: Reader
) -> None:
    leads, copy = "MATCH (s:Synergy) RETURN s.id ORDER BY s.id", reader.copy()
    resting = "MATCH (s:Synergy)-[:RESTS_ON]->(w:Flow {id: 'f5'}) RETURN DISTINCT s.id"
    gone, before = answer(reader, resting), answer(reader, leads)
    assert copy is not None and gone and set(gone) < set(before)
    hidden = "MATCH (w:Flow {id: 'f5'}) SET w.confidential = true, w.text = '', w.quantity = null"
    change(embedded_store, "v2", hidden)
    assert answer(reader, "MATCH (w:Flow {id: 'f5'}) RETURN w") == []
    assert answer(reader, leads) == sorted(set(before) - set(gone))
    assert answer(reader, "MATCH (f:Firm) RETURN count(f)") == [(copy.labels["Firm"],)]
    left = reader.copy()
    assert left is not None and (left.folder, left.taken_out) == (copy.folder, 1)
    assert left.labels["Flow"] == copy.labels["Flow"] - 1
    with pytest.raises(Wrong):
        answer(reader, "MATCH (n) DETACH DELETE n")


def test_many_that_are_hidden_one_by_one_make_one_pause_and_nothing_is_told_meanwhile(
    embedded_store: Store, reader: Reader
) -> None:
    copy = reader.copy()
    assert copy is not None and copy.taken_out == 1
    root = reading_copy.folder(reader._home) / copy.folder
    before = engine.ensure_running(root).pid
    hidden = (
        "MATCH (f:Firm)-[d:OFFERS]->(w:Flow {id: 'f3'}) CREATE (f)-[:WITHDREW]->(w) DELETE d",
        "MATCH (f:Firm {id: 'farm'}) SET f.erased_at = '2026', f.name = ''",
        "MATCH (w:Flow {id: 'f8'}) SET w.text = 'huile usée', w.version = 2",
    )
    for number, statement in enumerate(hidden, 3):
        change(embedded_store, f"v{number}", statement)
        with pytest.raises(Stopped) as told:
            answer(reader, "RETURN 1 AS one")
        assert told.value.why is Stop.HIDING
    assert engine.ensure_running(root).pid == before
    after_a_while(reader)
    for gone in ("(n:Flow {id: 'f3'})", "(n:Firm {id: 'farm'})", "(n:Flow {id: 'f8'})", "(n:Flow {text: 'huile'})"):
        assert answer(reader, f"MATCH {gone} RETURN n") == []
    assert answer(reader, "MATCH (s:Synergy)-[:INVOLVES]->(f:Firm) RETURN count(*) > 0") == [(True,)]
    left = reader.copy()
    assert left is not None and left.taken_out > 3


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_answer_that_is_written_to_a_file_ends_once_something_in_the_copy_is_hidden(
    embedded_store: Store, reader: Reader, kind: str
) -> None:
    after_a_while(reader)
    many = Cypher("UNWIND range(1, 60000) AS n RETURN n, toString(n) + ' and more' AS text", {}, kind)
    pieces = export.export(reader, many, export.FORMATS[kind], export.Words(lambda _l, _n: "", lambda _w, _n: ""))
    assert next(pieces)
    change(embedded_store, f"hidden-{kind}", f"MATCH (w:Flow {{id: '{HIDDEN_LATER[kind]}'}}) SET w.confidential = true")
    time.sleep(3)
    with pytest.raises(Stopped) as told:
        list(pieces)
    assert told.value.why is Stop.CHANGED
    after_a_while(reader)
    assert answer(reader, f"MATCH (w:Flow {{id: '{HIDDEN_LATER[kind]}'}}) RETURN w") == []


def test_without_the_graph_that_knows_what_is_hidden_nothing_is_told(reader: Reader) -> None:
    def connect() -> Connection:
        raise EngineDown("down")

    with pytest.raises(Stopped) as told:
        answer(Reader(reader._home, Store(connect)), "RETURN 1")
    assert told.value.why is Stop.NO_GRAPH


def test_what_was_never_in_the_copy_makes_nobody_wait_when_it_is_hidden(embedded_store: Store, reader: Reader) -> None:
    after_a_while(reader)
    assert answer(reader, "RETURN 1 AS one") == [(1,)]
    before = reader.copy()
    new = "MATCH (f:Firm {id: 'forge'}) CREATE (f)-[:OFFERS]->(:Flow {id: 'fresh', confidential: true})"
    change(embedded_store, "v5", new)
    assert answer(reader, "RETURN 1 AS one") == [(1,)]
    assert reader.copy() == before


def test_a_copy_that_lost_something_is_made_anew_once_it_is_old(embedded_store: Store, reader: Reader) -> None:
    copy = reader.copy()
    assert copy is not None and copy.taken_out > 0
    assert not reading_copy.is_due(embedded_store, reader._home, plus(copy.made_at, 800))
    assert reading_copy.is_due(embedded_store, reader._home, plus(copy.made_at, 1000))
    reading_copy.make(embedded_store, reader._home, plus(copy.made_at, 1100))
    assert answer(reader, "MATCH (w:Flow {id: 'f5'}) RETURN w.text, w.quantity") == [("", None)]
    assert not reading_copy.is_due(embedded_store, reader._home, plus(copy.made_at, 9000))


def test_a_copy_made_by_other_rules_is_not_read_and_is_made_anew(embedded_store: Store, reader: Reader) -> None:
    file = reading_copy.folder(reader._home) / "current.json"
    held = file.read_text()
    file.write_text(json.dumps(json.loads(held) | {"rules": "of yesterday"}))
    with pytest.raises(Stopped) as told:
        answer(reader, "RETURN 1")
    assert told.value.why is Stop.NO_COPY
    assert reading_copy.is_due(embedded_store, reader._home, LATER)
    file.write_text(held)
    assert answer(reader, "RETURN 1 AS one") == [(1,)]


def test_a_copy_of_a_real_neo4j_is_the_same_and_keeps_the_same_secrets(neo4j_store: Store, tmp_path: Path) -> None:
    load(neo4j_store)
    with copied(neo4j_store, tmp_path) as found:
        held = answer(found, "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r")
        assert SECRET not in repr(held)
        assert answer(found, "MATCH (f:Firm) RETURN count(f)") == [(7,)]
        with pytest.raises(Wrong):
            answer(found, "MATCH (n) DETACH DELETE n")


def test_without_a_copy_there_is_no_answer_and_it_is_said(embedded_store: Store, tmp_path: Path) -> None:
    with pytest.raises(Stopped) as told:
        answer(Reader(tmp_path, embedded_store), "RETURN 1")
    assert told.value.why is Stop.NO_COPY
