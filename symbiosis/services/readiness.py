"""Whether the service can do its work: the database answers, and holds the newest schema and knowledge."""

from enum import StrEnum
from functools import cache

from symbiosis.domain.errors import SymbiosisError
from symbiosis.knowledge import seeds
from symbiosis.store import knowledge, schema, territory
from symbiosis.store.session import Store


class Lack(StrEnum):
    """What keeps the service from being ready."""

    DATABASE = "database"
    SCHEMA = "schema"
    KNOWLEDGE = "knowledge"
    TERRITORY = "territory"


def lacking(store: Store) -> tuple[Lack, ...]:
    """Return what is missing; nothing where the service is ready."""
    try:
        found = (
            (Lack.SCHEMA, bool(schema.pending(store))),
            (Lack.KNOWLEDGE, knowledge.version(store) != _shipped()),
            (Lack.TERRITORY, territory.get(store) is None),
        )
    except SymbiosisError:
        return (Lack.DATABASE,)
    return tuple(lack for lack, missing in found if missing)


@cache
def _shipped() -> str:
    return seeds.version()
