"""What the product relies on, on both engines."""

import re
from typing import Any

import pytest
from neo4j.exceptions import ConstraintError, Neo4jError

from symbiosis.store import models, schema
from symbiosis.store.session import BATCH, Row, Store, Transaction
from tests.contract.exact import exact
from tests.databases import ask

LABELS = re.findall(r"FOR \(n:(\w+)\) REQUIRE n\.id IS UNIQUE", schema.files()[0].read_text(encoding="utf-8"))
WORDS = ["Évry", "e\u0301", "œuf « à la coque »", "\\n \\ 'x' \"y\"", "a\nb\tc", "$id; DROP", "日本", "🏭", "مصنع", ""]


def commune(number: int) -> Row:
    return {"id": f"{number:05}", "name": f"Commune {number}", "lat": 48.0, "lon": 2.5, "population": number}


def everything(store: Store) -> list[Any]:
    rows = ask(store, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS p")
    return sorted((exact(row) for row in rows), key=repr)


def points(store: Store, version: str) -> object:
    return ask(store, "MATCH (m:Model {id: $id}) RETURN m.points AS points", id=version)[0]["points"]


def test_no_two_nodes_of_a_label_share_an_id(any_store: Store) -> None:
    assert len(LABELS) >= 15
    for label in LABELS:
        ask(any_store, f"CREATE (:{label} {{id: 'once'}})")
        with pytest.raises(ConstraintError):
            ask(any_store, f"CREATE (:{label} {{id: 'once'}})")
        assert ask(any_store, f"MATCH (n:{label} {{id: 'once'}}) RETURN count(n) AS n") == [{"n": 1}]
    ask(any_store, "MATCH (n {id: 'once'}) DELETE n")


def test_a_failing_second_statement_keeps_nothing_of_the_first(any_store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.run("communes/put", rows=[commune(1), commune(2)])
        tx.run_text("CREATE (:Commune {id: '00003'}) WITH 1 AS one RETURN one / 0")

    with pytest.raises(Neo4jError):
        any_store.together(work)
    assert any_store.read("communes/list") == []


def test_an_error_between_two_statements_keeps_nothing_even_of_many_rows(any_store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.run_text("UNWIND range(1, 25000) AS i CREATE (:Commune {id: toString(i)})")
        raise KeyError("interrupted")

    with pytest.raises(KeyError):
        any_store.together(work)
    assert ask(any_store, "MATCH (c:Commune) RETURN count(c) AS n") == [{"n": 0}]


def test_what_one_statement_wrote_the_next_one_sees(any_store: Store) -> None:
    def work(tx: Transaction) -> list[Row]:
        tx.run("communes/put", rows=[commune(1)])
        return tx.run("communes/list")

    assert [row["id"] for row in any_store.together(work)] == ["00001"]


def test_lists_of_floats_stay_floats_whatever_was_written_first(any_store: Store) -> None:
    written: list[list[float]] = [[1.0, 2.0], [1.75, 2.0], [0.1, -3.5e-7, 1e300], []]
    for number, wanted in enumerate(written):
        models.put(any_store, f"m{number}", {f"c{rank}": value for rank, value in enumerate(wanted)})
    for number, wanted in enumerate(written):
        assert exact(points(any_store, f"m{number}")) == exact(wanted)


def test_single_floats_stay_floats(any_store: Store) -> None:
    for lat in (48.0, 48.123456789012, -0.5):
        any_store.write("communes/put", rows=[commune(1) | {"lat": lat}])
        assert exact(any_store.read("communes/list")[0]["lat"]) == exact(lat)


def test_texts_and_lists_of_texts_come_back_as_they_went_in(any_store: Store) -> None:
    any_store.write("models/put", version="m", criteria=WORDS, points=[])
    assert ask(any_store, "MATCH (m:Model) RETURN m.criteria AS c") == [{"c": WORDS}]
    for word in WORDS:
        any_store.write("communes/put", rows=[commune(1) | {"name": word}])
        assert any_store.read("communes/list")[0]["name"] == word


def test_an_id_is_found_by_its_exact_characters(any_store: Store) -> None:
    for word in WORDS[:-1]:
        any_store.write("knowledge/put_uses", rows=[{"id": word, "fr": "", "en": "", "treatment": False, "source": ""}])
    assert {row["id"] for row in any_store.read("knowledge/uses")} == set(WORDS[:-1])


def test_null_removes_a_property(any_store: Store) -> None:
    any_store.write("communes/put", rows=[commune(1)])
    any_store.write("communes/put", rows=[commune(1) | {"population": None}])
    keys = ask(any_store, "MATCH (c:Commune) RETURN keys(c) AS keys")[0]["keys"]
    assert set(keys) == {"id", "name", "lat", "lon"}  # type: ignore[call-overload]


def test_a_thousand_rows_fit_in_one_question(any_store: Store) -> None:
    any_store.write("communes/put", rows=[commune(number) for number in range(1000)])
    assert sum(row["population"] for row in any_store.read("communes/list")) == 499_500


def test_many_rows_are_written_batch_by_batch_and_twice_changes_nothing(any_store: Store) -> None:
    rows = [commune(number) for number in range(2 * BATCH + 1)]
    assert any_store.write_rows("communes/put", iter(rows)) == len(rows)
    once = everything(any_store)
    assert len(any_store.read("communes/list")) == len(rows)
    assert any_store.write_rows("communes/put", iter(rows)) == len(rows)
    assert everything(any_store) == once
