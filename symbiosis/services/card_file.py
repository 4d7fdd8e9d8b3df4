"""A spreadsheet of cards: looked at first, handed in once somebody agrees."""

from pathlib import Path

from symbiosis.domain.workshops import CardRow
from symbiosis.importers.card_rows import read_cards
from symbiosis.store import firms, workshops
from symbiosis.store.session import Store


def look(store: Store, workshop_id: str, path: Path, by: str) -> tuple[CardRow, ...]:
    """Return what each row of a file says or lacks; writes nothing. NotFound without the workshop."""
    workshops.get(store, workshop_id)
    return read_cards(path, firms.known(store), by)
