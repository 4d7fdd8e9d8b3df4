"""A backup carries everything, between engines too; a file that is not one is refused before anything is written."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from symbiosis.domain.errors import Refused
from symbiosis.store import backup
from symbiosis.store.session import Store
from tests.contract import world
from tests.contract.exact import exact
from tests.databases import ask, wipe

NODES = "MATCH (n) WHERE NOT n:Schema AND NOT n:TestDatabase RETURN labels(n) AS labels, properties(n) AS p"
RELATIONS = "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS p, labels(b) AS labels, b.id AS b"
HEADER = {"format": backup.FORMAT, "at": "now", "schema": []}


def dump(store: Store) -> list[Any]:
    """Return all nodes and relations, down to the types of their values."""
    return sorted((exact(row) for question in (NODES, RELATIONS) for row in ask(store, question)), key=repr)


def lines(file: Path) -> list[dict[str, Any]]:
    with gzip.open(file, "rt", encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def write(file: Path, *values: object) -> Path:
    with gzip.open(file, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(value) + "\n" for value in values)
    return file


@pytest.fixture
def saved(store: Store, tmp_path: Path) -> Path:
    """Return a backup of the small world."""
    world.load(store)
    backup.save(store, tmp_path / "backups" / "world.jsonl.gz", "now")
    wipe(store)
    return tmp_path / "backups" / "world.jsonl.gz"


@pytest.mark.parametrize(("source", "target"), [("embedded", "embedded"), ("embedded", "neo4j"), ("neo4j", "embedded")])
def test_from_one_engine_to_the_same_or_the_other_everything_comes_back(
    request: pytest.FixtureRequest, tmp_path: Path, source: str, target: str
) -> None:
    given, taken = (wipe(request.getfixturevalue(f"{name}_store")) for name in (source, target))
    world.load(given)
    ask(given, "MATCH (f:Firm {id: 'press'}) SET f.name = 'a\nb \"c\" 🏭 \\\\'")
    before = dump(given)
    nodes = len(ask(given, NODES))
    saved_nodes = backup.save(given, tmp_path / "b.gz", "now")
    wipe(taken)
    assert dump(taken) == []
    assert backup.load(taken, tmp_path / "b.gz") == saved_nodes == nodes
    assert dump(taken) == before


def test_more_rows_than_a_page_come_back(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "PAGE", 40)
    monkeypatch.setattr(backup, "BATCH", 15)
    many = 87
    ask(store, f"UNWIND range(1, {many}) AS i CREATE (:Firm {{id: 'f' + toString(i), lat: i + 0.5}})")
    ask(store, "CREATE (c:Commune {id: 'c'}) WITH c MATCH (f:Firm) CREATE (f)-[:IN_COMMUNE {since: 2.0}]->(c)")
    before = dump(store)
    backup.save(store, tmp_path / "b.gz", "now")
    wipe(store)
    assert backup.load(store, tmp_path / "b.gz") == many + 1
    assert dump(store) == before


def test_the_file_is_for_its_owner_only_and_appears_whole(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.load(store)
    file = tmp_path / "b.gz"
    backup.save(store, file, "now")
    assert file.stat().st_mode & 0o777 == 0o600
    whole = file.read_bytes()

    def break_off(*_: object) -> None:
        assert (tmp_path / "b.gz.partial").stat().st_mode & 0o777 == 0o600
        raise KeyboardInterrupt

    monkeypatch.setattr(backup, "_relations", break_off)
    with pytest.raises(KeyboardInterrupt):
        backup.save(store, file, "later")
    assert file.read_bytes() == whole


def test_the_file_begins_with_what_it_is_and_holds_no_mark_of_its_database(saved: Path) -> None:
    header, *rest = lines(saved)
    assert header == {"format": 1, "at": "now", "schema": ["0001_initial"]} or header["schema"][0] == "0001_initial"
    assert not {"Schema", "TestDatabase"} & {line.get("node") for line in rest}
    kinds = ["node" in line for line in rest]
    assert kinds == sorted(kinds, reverse=True)


def test_a_database_that_holds_anything_is_left_alone(store: Store, saved: Path) -> None:
    ask(store, "CREATE (:Firm {id: 'mine'})")
    before = dump(store)
    with pytest.raises(Refused, match="This database is not empty: restore into a new SYMBIOSIS_HOME"):
        backup.load(store, saved)
    assert dump(store) == before


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.7, 0.999])
def test_a_truncated_file_is_refused_and_nothing_is_written(store: Store, saved: Path, kept: float) -> None:
    data = saved.read_bytes()
    saved.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(Refused, match=r"world\.jsonl\.gz is not a whole backup file"):
        backup.load(store, saved)
    assert dump(store) == []


def test_a_damaged_file_is_refused_and_nothing_is_written(store: Store, saved: Path) -> None:
    data = bytearray(saved.read_bytes())
    for place in range(len(data) // 2, len(data) // 2 + 40):
        data[place] ^= 0xFF
    saved.write_bytes(bytes(data))
    with pytest.raises(Refused, match="is not a whole backup file"):
        backup.load(store, saved)
    assert dump(store) == []


FOREIGN: list[tuple[list[object], str]] = [
    ([], "is not a whole backup file"),
    (["a text"], "is not a backup of this product"),
    ([[1, 2]], "is not a backup of this product"),
    ([{"name": "package"}], "made by another version"),
    ([HEADER | {"format": 2}], "made by another version of the product"),
    ([HEADER, {"something": "else"}], "is not a backup of this product"),
    ([HEADER, ["node"]], "is not a backup of this product"),
    ([HEADER, {"node": "Firm", "p": {"id": "a"}}, {"node": "Firm"}], "is not a backup of this product"),
    ([HEADER, {"node": "Firm", "p": {"id": "a"}}, {"node": "Firm) DETACH DELETE n //", "p": {}}], "is not a name"),
    ([HEADER, {"relation": "R {x: 1}", "from": "Firm", "to_label": "Firm", "a": "", "b": "", "p": {}}], "not a name"),
]


@pytest.mark.parametrize(("content", "words"), FOREIGN, ids=[str(number) for number in range(len(FOREIGN))])
def test_a_foreign_file_is_refused_and_nothing_is_written(
    store: Store, tmp_path: Path, content: list[object], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        backup.load(store, write(tmp_path / "foreign.gz", *content))
    assert dump(store) == []


def test_what_is_not_compressed_or_not_there_is_refused(store: Store, tmp_path: Path) -> None:
    (tmp_path / "plain.csv").write_text("firm_id,name\n")
    for name in ("plain.csv", "none.gz"):
        with pytest.raises(Refused, match=f"{name} is not a whole backup file"):
            backup.load(store, tmp_path / name)
