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
