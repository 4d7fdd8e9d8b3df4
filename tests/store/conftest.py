"""Engines of a test's own, ended with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from symbiosis.store import engine
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store
from tests.store.processes import kill_engines

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
