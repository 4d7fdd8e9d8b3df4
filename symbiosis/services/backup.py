"""Save a whole territory, decisions included, and bring it back."""

from pathlib import Path

from symbiosis.domain.clock import now
from symbiosis.store import backup, schema
from symbiosis.store.session import Store


def save(store: Store, file: Path) -> int:
    """Write everything to one file; return how many nodes it holds."""
    return backup.save(store, file, now())


def restore(store: Store, file: Path) -> int:
    """Fill an empty database from a file; return how many nodes it got. Refused when it is not empty."""
    schema.apply(store, now())
    return backup.load(store, file)
