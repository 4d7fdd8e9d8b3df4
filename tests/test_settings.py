"""The key of what is kept back: made once in a demonstration, demanded in production."""

import stat
from pathlib import Path

import pytest

from symbiosis.domain.errors import BadSetting
from symbiosis.settings import read
from symbiosis.store.vault import Vault, new_key


def test_a_demonstration_makes_its_key_once_and_keeps_it_to_its_owner(tmp_path: Path) -> None:
    first, again = (read({"SYMBIOSIS_HOME": str(tmp_path)}) for _ in range(2))
    assert first.keys == again.keys
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    assert Vault(first.keys).open(Vault(again.keys).seal({"a": 1})) == {"a": 1}


def test_production_demands_a_key_and_says_how_to_make_one(tmp_path: Path) -> None:
    given = {"SYMBIOSIS_HOME": str(tmp_path), "SYMBIOSIS_ENV": "production", "SYMBIOSIS_SECRET": "x" * 40}
    with pytest.raises(BadSetting, match="flask symbiosis vault key"):
        read(given)
    assert not (tmp_path / "key").exists()
    keys = (new_key(), new_key())
    assert read(given | {"SYMBIOSIS_KEY": ", ".join(keys)}).keys == keys


@pytest.mark.parametrize("text", ["secret", "a" * 44, "é" * 32, "A" * 43 + "=," + "short"])
def test_a_wrong_key_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadSetting, match="not a key"):
        read({"SYMBIOSIS_HOME": str(tmp_path), "SYMBIOSIS_KEY": text})


READER = {"NEO4J_URI": "neo4j+s://graph.example.org", "NEO4J_READER_USERNAME": "analysts"}


def test_an_account_that_reads_is_asked_at_the_same_address_unless_another_is_given(tmp_path: Path) -> None:
    home = {"SYMBIOSIS_HOME": str(tmp_path)}
    assert read(home | {"NEO4J_URI": READER["NEO4J_URI"]}).neo4j_reader_username == ""
    found = read(home | READER | {"NEO4J_READER_PASSWORD": "x"})
    assert (found.neo4j_reader_uri, found.neo4j_reader_username, found.neo4j_reader_password) == (
        "neo4j+s://graph.example.org", "analysts", "x",
    )  # fmt: skip
    assert read(home | READER | {"NEO4J_READER_URI": "bolt://replica"}).neo4j_reader_uri == "bolt://replica"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"NEO4J_READER_USERNAME": "analysts"}, "NEO4J_URI names none"),
        ({"NEO4J_URI": "bolt://x", "NEO4J_READER_PASSWORD": "y"}, "NEO4J_READER_USERNAME is missing"),
        ({"NEO4J_URI": "bolt://x", "NEO4J_READER_USERNAME": "neo4j"}, "may only read"),
        (READER | {"NEO4J_READER_URI": "http://x"}, "NEO4J_READER_URI=http://x is not a Neo4j address"),
    ],
)
def test_an_account_that_reads_and_makes_no_sense_is_refused(tmp_path: Path, given: dict[str, str], said: str) -> None:
    with pytest.raises(BadSetting, match=said):
        read({"SYMBIOSIS_HOME": str(tmp_path)} | given)
