"""Which territory this database holds: what every page must say at its head."""

from dataclasses import dataclass
from typing import TypeAlias

from symbiosis.store import territory
from symbiosis.store.session import Store

Database: TypeAlias = Store  # what the web hands from service to service without looking inside


@dataclass(frozen=True)
class Place:
    """A territory's name, and whether its data are made up."""

    name: str
    synthetic: bool


def place(store: Database) -> Place | None:
    """Return the territory, None before one was loaded."""
    held = territory.get(store)
    return Place(held["name"], bool(held["synthetic"])) if held else None
