"""A real Neo4j for the tests: the one the environment names, or one started on data of the tests' own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from symbiosis.store.connection import Connect, remote
from tools import neo4j_server

ROOT = Path(__file__).parents[1]
JARS = ROOT / "var" / "neo4j"
Reach = Callable[[str | None], Connect]  # takes the name of a database, None for the login's own
URI = "SYMBIOSIS_TEST_NEO4J_URI"


def available() -> bool:
    """Tell whether the environment names a server or `make neo4j` brought the means to start one."""
    return bool(os.environ.get(URI)) or neo4j_server.complete(JARS)


@contextmanager
def served(data: Path) -> Iterator[Reach]:
    """Give a way to reach the server's databases; one that was started here is stopped at the end."""
    login = (os.environ.get("SYMBIOSIS_TEST_NEO4J_USERNAME", ""), os.environ.get("SYMBIOSIS_TEST_NEO4J_PASSWORD", ""))
    if named := os.environ.get(URI):
        yield partial(remote, named, *login)
        return
    try:
        yield partial(remote, _tool("start", data, "--bolt-port", "0"), "", "")
    finally:
        _tool("stop", data)


def can_start() -> bool:
    """Tell whether `make neo4j` brought the means to start a server."""
    return neo4j_server.complete(JARS)


@contextmanager
def of_its_own(data: Path) -> Iterator[str]:
    """Give the address of a server of a test's own, whatever the environment names; it is stopped at the end."""
    try:
        yield _tool("start", data, "--bolt-port", "0")
    finally:
        _tool("stop", data)


def _tool(command: str, data: Path, *options: str) -> str:
    line = [sys.executable, neo4j_server.__file__, command, "--home", str(JARS), "--data", str(data), *options]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
