"""Engines of a test's own, ended with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from symbiosis.store import engine
from symbiosis.store.connection import embedded, remote
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store
from tests import neo4j_server
from tests.conftest import missing
from tests.databases import make_disposable
from tests.store.processes import kill_engines
from tests.store.reading import load_open, read_live

Open = Callable[[Path], Store]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Return a way to open stores on folders; at the end their engines are ended."""
    used: list[tuple[Store, Path]] = []

    def open_store(root: Path) -> Store:
        store = Store(embedded(root))
        used.append((store, root))
        return store

    yield open_store
    for store, root in used:
        store.close()
        engine.leave(root)
        kill_engines(root)


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """Return a folder for an engine; whatever serves it is ended with the test."""
    folder = tmp_path / "graph"
    yield folder
    engine.leave(folder)
    kill_engines(folder)


@pytest.fixture(scope="module")
def own_neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a Neo4j that bad questions may stop without harm to others."""
    if not neo4j_server.can_start():
        missing("the means to start a Neo4j (make neo4j)")
    with neo4j_server.of_its_own(tmp_path_factory.mktemp("own")) as uri:
        yield uri


@pytest.fixture(scope="module")
def live_store(own_neo4j: str) -> Iterator[Store]:
    """Return a store on it, with a territory without secrets."""
    store = Store(remote(own_neo4j, "", "", None))
    make_disposable(store)
    load_open(store)
    yield store
    store.close()


@pytest.fixture(scope="module")
def live_reader(live_store: Store, own_neo4j: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Return a reader that asks it directly."""
    with read_live(live_store, own_neo4j, tmp_path_factory.mktemp("live")) as found:
        yield found
