"""What every test may use: databases on real engines, and the list of what this machine could not run."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter

from symbiosis.store import engine
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store
from symbiosis.store.vault import Vault, new_key
from tests import neo4j_server
from tests.databases import make_disposable, wipe

IN_CI = os.environ.get("CI") == "true"
SHARED = Path(__file__).parents[2] / "shared"
ENGINES = ("embedded", "neo4j")
VAULT = Vault([new_key()])
WANT = "this machine lacks "
_missing: set[str] = set()


def missing(what: str) -> None:
    """Skip a test for want of something this machine lacks; in CI its absence is a failure."""
    if IN_CI:
        pytest.fail(f"CI must provide {what}")
    pytest.skip(f"{WANT}{what}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real sample files, where this machine has it."""
    if not SHARED.exists():
        pytest.skip("no folder of real samples")
    return SHARED


@pytest.fixture(scope="session")
def embedded_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a store on an embedded engine of the tests' own, not wiped."""
    root = tmp_path_factory.mktemp("engine")
    store = Store(embedded(root), VAULT)
    make_disposable(store)
    yield store
    store.close()
    engine.stop(root)


@pytest.fixture(scope="session")
def neo4j_reach(tmp_path_factory: pytest.TempPathFactory) -> Iterator[neo4j_server.Reach]:
    """Return a way to reach the databases of a real Neo4j; never one with a developer's data."""
    if not neo4j_server.available():
        missing("a real Neo4j (make neo4j)")
    with neo4j_server.served(tmp_path_factory.mktemp("neo4j")) as reach:
        yield reach


@pytest.fixture(scope="session")
def neo4j_store(neo4j_reach: neo4j_server.Reach) -> Iterator[Store]:
    """Return a store on a real Neo4j, not wiped."""
    store = Store(neo4j_reach(None), VAULT)
    make_disposable(store)
    yield store
    store.close()


@pytest.fixture
def store(embedded_store: Store) -> Store:
    """Return an empty database with the whole schema."""
    return wipe(embedded_store)


@pytest.fixture(params=ENGINES)
def any_store(request: pytest.FixtureRequest) -> Store:
    """Return an empty database with the whole schema, on each engine in turn."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    return wipe(found)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Gather what could not be run, wherever it was to run."""
    reasons = (report.longrepr for report in terminalreporter.stats.get("skipped", ()))
    texts = [r[2] if isinstance(r, tuple) else str(r) for r in reasons]
    _missing.update(text.split(WANT, 1)[1] for text in texts if WANT in text)


def pytest_unconfigure() -> None:
    """Name, in the last line, what could not be run here."""
    if _missing:
        print(f"Skipped for want of: {', '.join(sorted(_missing))}.")
