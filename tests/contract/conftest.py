"""The fixed world, on each engine in turn."""

import pytest

from symbiosis.store.session import Store
from tests.conftest import ENGINES
from tests.contract import world
from tests.databases import wipe

pytest.register_assert_rewrite("tests.contract.exact")


@pytest.fixture(scope="module", params=ENGINES)
def any_world(request: pytest.FixtureRequest) -> Store:
    """Return the world, loaded once for a module whose tests only read."""
    store: Store = request.getfixturevalue(f"{request.param}_store")
    world.load(wipe(store))
    return store


@pytest.fixture
def fresh_world(any_store: Store) -> Store:
    """Return the world, loaded for this test alone."""
    world.load(any_store)
    return any_store
