"""Accounts made and changed from the shell, and what a start says of them."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from symbiosis.domain.access import Account
from symbiosis.services import sign_in
from symbiosis.store import engine
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store
from tests import territories
from tests.test_commands import Shell


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """Return a shell whose home holds a made-up territory."""
    home = tmp_path_factory.mktemp("accounts")
    shell = Shell(home)
    loaded = shell("territory", "load", territories.write(home / "folder"))
    assert loaded.returncode == 0, loaded.stderr
    yield shell
    engine.stop(home / "graph")


def test_an_account_is_made_listed_changed_and_removed(shell: Shell) -> None:
    made = shell("accounts", "add", "Ines@Test.example", "--name", "Inès B.", "--role", "admin")
    secret = made.stdout.strip()
    assert made.returncode == 0 and len(secret) == 19 and secret not in made.stderr
    firm = shell("accounts", "add", "paul", "--name", "Paul R.", "--role", "company", "--firm", "f-mill")
    assert firm.returncode == 0
    listed = shell("accounts", "list").stdout.splitlines()
    assert listed[0].split("\t") == ["ines@test.example", "admin", "Inès B.", "-", "never"]
    assert listed[1].split("\t") == ["paul", "company", "Paul R.", "f-mill", "never"]
    assert shell("accounts", "password", "paul").stdout.strip() != firm.stdout.strip()
    assert shell("accounts", "role", "paul", "analyst").returncode == 0
    assert shell("accounts", "sign-out", "paul").returncode == 0
    last = shell("accounts", "remove", "paul", "ines@test.example")
    assert last.returncode == 1 and "paul: removed" in last.stderr and "last administrator" in last.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "x", "--name", "X", "--role", "admin"), "A login has 2 to 100"),
        (("add", "xx", "--name", "X", "--role", "company"), "--firm FIRM_ID"),
        (("add", "xx", "--name", "X", "--role", "company", "--firm", "none"), "--firm FIRM_ID"),
        (("role", "nobody", "admin"), "No account has this login"), (("remove", "nobody"), "No account has"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence(shell: Shell, words: tuple[str, ...], told: str) -> None:
    said = shell("accounts", *words)
    assert said.returncode == 1 and told in said.stderr and "Traceback" not in said.stderr


def test_production_refuses_accounts_without_a_password(shell: Shell) -> None:
    store = Store(embedded(shell.home / "graph"))
    sign_in.as_demonstration(store, Account.ANALYST)
    store.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    given = {"SYMBIOSIS_ENV": "production", "SYMBIOSIS_SECRET": "x", "PORT": port, "SYMBIOSIS_KEY": _key(shell.home)}
    said = shell("run", **given)
    assert said.returncode == 1 and "demonstration-analyst" in said.stderr and "http://" not in said.stderr
    assert "1 accounts of the demonstration removed" in shell("accounts", "remove", "--demonstration").stderr
    assert "demonstration-" not in shell("accounts", "list").stdout


def _key(home: Path) -> str:
    """Return the key that the home was made with."""
    return (home / "key").read_text().strip()
