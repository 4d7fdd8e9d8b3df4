"""A new schema file reaches a database that holds data: nothing is lost, whatever interrupts it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j.exceptions import ConstraintError

from symbiosis.domain.errors import Refused
from symbiosis.store import engine, schema, upgrade
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store
from tests.contract import world
from tests.databases import ask, wipe
from tests.store.conftest import Open
from tests.store.processes import end, engines, kill_engines, line, user
from tests.store.test_backup import dump

ADDED = """
CREATE CONSTRAINT test_commune_name IF NOT EXISTS FOR (n:Commune) REQUIRE n.name IS UNIQUE;
CREATE INDEX test_firm_lat IF NOT EXISTS FOR (n:Firm) ON (n.lat);
CREATE INDEX test_synergy_score IF NOT EXISTS FOR (n:Synergy) ON (n.score);
"""
LATER = "9998_test"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the product's schema files and a later one."""
    folder = tmp_path_factory.mktemp("schema")
    for file in schema.files():
        shutil.copy(file, folder)
    (folder / f"{LATER}.cypher").write_text(ADDED)
    return folder


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return a stopped database with today's schema and the small world."""
    root = tmp_path_factory.mktemp("old") / "graph"
    store = Store(embedded(root))
    schema.apply(store, "then")
    world.load(store)
    store.close()
    engine.leave(root)
    engine.stop(root)
    yield root
    kill_engines(root)


@pytest.fixture
def home(old: Path, root: Path) -> Iterator[Path]:
    """Return a copy of that database."""
    shutil.copytree(old, root)
    yield root
    fresh = root.with_name("graph-new")
    engine.leave(fresh)
    kill_engines(fresh)


def bring_up_to_date(store: Store, root: Path | None, folder: Path) -> list[str]:
    said: list[str] = []
    upgrade.bring_up_to_date(store, "now", root, said.append, folder)
    return said


def is_upgraded(store: Store, folder: Path) -> bool:
    """Tell whether the later file is applied and holds, and all of the world is there."""
    assert schema.pending(store, folder) == []
    with pytest.raises(ConstraintError):
        ask(store, "CREATE (:Commune {id: 'other', name: 'Ris-Orangis'})")
    ask(store, "CREATE (:Commune {id: 'new', name: 'Nouvelle', lat: 48.75}) ")
    assert ask(store, "MATCH (c:Commune {id: 'new'}) RETURN c.lat AS lat") == [{"lat": 48.75}]
    ask(store, "MATCH (c:Commune {id: 'new'}) DELETE c")
    places = ask(store, "MATCH (f:Firm) WHERE f.lat IS NOT NULL RETURN f.id AS id, f.lat AS lat, f.lon AS lon")
    assert {(r["id"], r["lat"], r["lon"]) for r in places} == {
        ("brewery", 48.65, 2.41), ("farm", 48.66, 2.42), ("mill", 48.62, 2.43), ("press", 48.61, 2.48)
    }  # fmt: skip
    points = ask(store, "MATCH (s:Synergy) WHERE s.points IS NOT NULL RETURN s.score AS score, s.points AS points")
    assert sorted(map(str, points)) == [
        "{'score': 1.25, 'points': [1.75, -0.5]}", "{'score': 3.0, 'points': [2.0, 1.0]}"
    ]  # fmt: skip
    return True


def names(root: Path) -> set[str]:
    return {path.name for path in root.parent.iterdir() if path.name.startswith("graph")}


def test_a_database_with_data_is_carried_over_whole_and_the_old_one_is_kept(
    home: Path, folder: Path, opened: Open
) -> None:
    store = opened(home)
    before = dump(store)
    said = bring_up_to_date(store, home, folder)
    assert said == ["The graph's schema changed: carrying the database over to a new one; the old one is kept."]
    assert dump(store) == before
    assert is_upgraded(store, folder)
    assert bring_up_to_date(store, home, folder) == []
    assert names(home) == {"graph", "graph-before-1"}
    assert engines(home.with_name("graph-new")) == []
    kept = opened(home.with_name("graph-before-1"))
    assert dump(kept) == before
    saved = home.parent / "backups" / f"before-{LATER}.jsonl.gz"
    assert saved.stat().st_mode & 0o777 == 0o600


def test_one_that_stopped_while_the_new_one_was_filled_starts_over(home: Path, folder: Path, opened: Open) -> None:
    store = opened(home)
    half = opened(home.with_name("graph-new"))  # its engine still runs, as after a kill of the program
    schema.apply(half, "then", folder)
    ask(half, "CREATE (:Commune {id: 'left', name: 'left over'})")
    backups = home.parent / "backups"
    backups.mkdir()
    (backups / f"before-{LATER}.jsonl.gz.partial").write_bytes(b"half")
    half.close()
    engine.leave(home.with_name("graph-new"))
    before = dump(store)
    bring_up_to_date(store, home, folder)
    assert dump(store) == before
    assert is_upgraded(store, folder)
    assert names(home) == {"graph", "graph-before-1"}


def test_one_that_stopped_before_the_old_one_was_put_aside_starts_over(home: Path, folder: Path, opened: Open) -> None:
    shutil.copytree(home, home.with_name("graph-new"))
    (home.with_name("graph-new") / "whole").touch()
    store = opened(home)
    ask(store, "CREATE (:Knowledge {id: 'written since'})")
    before = dump(store)
    bring_up_to_date(store, home, folder)
    assert dump(store) == before
    assert is_upgraded(store, folder)
    assert names(home) == {"graph", "graph-before-1"}


def test_one_that_stopped_between_the_two_last_steps_is_finished(home: Path, old: Path, opened: Open) -> None:
    home.rename(home.with_name("graph-before-1"))
    shutil.copytree(old, home.with_name("graph-new"))
    (home.with_name("graph-new") / "whole").touch()
    store = opened(home)
    assert bring_up_to_date(store, home, schema.FOLDER) == []
    assert {row["id"] for row in store.read("communes/list")} == {"91521", "91228", "91174"}
    assert names(home) == {"graph", "graph-before-1"}
    assert not (home / "whole").exists()


def test_while_another_program_uses_the_database_it_is_left_as_it_is(home: Path, folder: Path, opened: Open) -> None:
    store = opened(home)
    before = dump(store)
    other = user(home)
    assert line(other) == "ready"
    with pytest.raises(Refused, match="Another process uses this database: stop it"):
        bring_up_to_date(store, home, folder)
    assert dump(store) == before
    assert schema.pending(store, folder) != []
    end(other)


def test_a_new_database_gets_the_whole_schema_without_being_carried_over(
    root: Path, folder: Path, opened: Open
) -> None:
    store = opened(root)
    assert bring_up_to_date(store, root, folder) == []
    world.load(store)
    assert is_upgraded(store, folder)
    assert names(root) == {"graph"}


def test_on_neo4j_it_is_applied_in_place(neo4j_world: Store, folder: Path, tmp_path: Path) -> None:
    before = dump(neo4j_world)
    assert bring_up_to_date(neo4j_world, None, folder) == []
    assert dump(neo4j_world) == before
    assert is_upgraded(neo4j_world, folder)


@pytest.fixture
def neo4j_world(neo4j_store: Store) -> Iterator[Store]:
    """Return the small world on a real Neo4j, whose schema is as it was at the end."""
    world.load(wipe(neo4j_store))
    yield neo4j_store
    neo4j_store.run_schema("DROP CONSTRAINT test_commune_name IF EXISTS")
    neo4j_store.run_schema("DROP INDEX test_firm_lat IF EXISTS")
    neo4j_store.run_schema("DROP INDEX test_synergy_score IF EXISTS")
    ask(neo4j_store, "MATCH (s:Schema {id: $id}) DELETE s", id=LATER)
