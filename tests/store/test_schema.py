"""Schema files are applied once, in order, and remembered; a changed one is refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from symbiosis.domain.errors import Refused
from symbiosis.store import schema
from symbiosis.store.session import Store
from tests.databases import ask

FIRST = "// a comment; with a semicolon\nCREATE INDEX test_first IF NOT EXISTS\nFOR (n:Firm) ON (n.name);\n"
SECOND = "CREATE INDEX test_second IF NOT EXISTS FOR (n:Flow) ON (n.text);"
RECORDED = "MATCH (s:Schema) WHERE s.id STARTS WITH 'test_' RETURN s.id AS id, s.applied_at AS at ORDER BY id"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "test_0002.cypher").write_text(SECOND)
    (tmp_path / "test_0001.cypher").write_text(FIRST)
    (tmp_path / "README.md").write_text("no schema")
    return tmp_path


@pytest.fixture
def clean(any_store: Store) -> Iterator[Store]:
    """Return a database that forgets the schema files of a test after it."""
    yield any_store
    ask(any_store, "MATCH (s:Schema) WHERE s.id STARTS WITH 'test_' DELETE s")
    for index in ("test_first", "test_second"):
        any_store.run_schema(f"DROP INDEX {index} IF EXISTS")


def test_the_products_own_schema_is_applied_and_nothing_is_pending(any_store: Store) -> None:
    assert schema.pending(any_store) == []
    assert schema.apply(any_store, "later") == []
    stems = [file.stem for file in schema.files()]
    assert [row["id"] for row in any_store.read("schema/recorded")] == stems


def test_files_apply_once_in_the_order_of_their_numbers(clean: Store, folder: Path) -> None:
    assert schema.apply(clean, "first", folder) == ["test_0001", "test_0002"]
    assert schema.apply(clean, "second", folder) == []
    (folder / "test_0003.cypher").write_text(SECOND)
    assert schema.apply(clean, "third", folder) == ["test_0003"]
    assert [(row["id"], row["at"]) for row in ask(clean, RECORDED)] == [
        ("test_0001", "first"), ("test_0002", "first"), ("test_0003", "third")
    ]  # fmt: skip


def test_an_applied_file_that_was_changed_is_refused(clean: Store, folder: Path) -> None:
    schema.apply(clean, "first", folder)
    (folder / "test_0001.cypher").write_text(FIRST + "// one more word\n")
    with pytest.raises(Refused, match=r"test_0001\.cypher was changed after it was applied: add a new numbered file"):
        schema.apply(clean, "second", folder)


def test_what_fails_half_way_is_not_remembered_and_can_be_tried_again(clean: Store, folder: Path) -> None:
    (folder / "test_0002.cypher").write_text("CREATE NONSENSE")
    with pytest.raises(Exception, match=r"NONSENSE|Invalid|input"):
        schema.apply(clean, "first", folder)
    assert ask(clean, RECORDED) == []
    (folder / "test_0002.cypher").write_text(SECOND)
    assert schema.apply(clean, "second", folder) == ["test_0001", "test_0002"]


def test_a_database_is_empty_until_its_first_node(any_store: Store) -> None:
    assert not schema.is_empty(any_store)  # what was applied is remembered in nodes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("// only; a comment;\n", []),
        ("CREATE A;\nCREATE B;\n", ["CREATE A", "CREATE B"]),
        ("CREATE A;\n// why; and how;\n  // more\nCREATE\n  B;", ["CREATE A", "CREATE\n  B"]),
        ("CREATE A", ["CREATE A"]),
        ("CREATE A;\r\nCREATE B;\r\n", ["CREATE A", "CREATE B"]),
        ("CREATE A {x: 'b;c'};\n\n\nCREATE B;\n;\n", ["CREATE A {x: 'b;c'}", "CREATE B"]),
        ("CREATE A; \nCREATE B;\t\n", ["CREATE A", "CREATE B"]),
    ],
)
def test_statements_end_with_a_semicolon_at_the_end_of_a_line(text: str, wanted: list[str]) -> None:
    assert list(schema.statements(text)) == wanted


def test_every_schema_file_holds_statements_of_schema_only_that_may_run_twice() -> None:
    for file in schema.files():
        statements = list(schema.statements(file.read_text(encoding="utf-8")))
        assert statements
        for statement in statements:
            assert statement.startswith(("CREATE CONSTRAINT ", "CREATE INDEX ", "DROP "))
            assert "IF NOT EXISTS" in statement or "IF EXISTS" in statement
