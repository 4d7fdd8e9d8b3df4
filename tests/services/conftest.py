"""A small territory, loaded and matched."""

from pathlib import Path

import pytest

from symbiosis.knowledge import Knowledge, build, seeds
from symbiosis.services import prepare
from symbiosis.services.rematch import rematch
from symbiosis.store.session import Store
from tests import territories
from tests.databases import forget_territory


def quiet(*_: object) -> None:
    """Say nothing."""


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return build(seeds.read_knowledge())


@pytest.fixture
def ready(embedded_store: Store) -> Store:
    """Return an empty database that holds the knowledge, which is written anew only where it changed."""
    forget_territory(embedded_store)
    prepare.bring_up_to_date(embedded_store, None, quiet)
    return embedded_store


@pytest.fixture
def loaded(ready: Store, knowledge: Knowledge, tmp_path: Path) -> Store:
    """Return the small territory, matched."""
    territories.load(ready, knowledge, territories.write(tmp_path / "small"))
    rematch(ready, quiet)
    return ready
