"""People to speak to in firms, sealed; whoever asks says how far they may see."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from uuid import uuid4

from symbiosis.domain.contacts import Contact
from symbiosis.domain.errors import NotFound
from symbiosis.domain.sight import Sight
from symbiosis.store.session import Row, Store


def put(store: Store, contact: Contact) -> str:
    """Write a person of an existing firm, anew or changed, and return their id; NotFound without the firm."""
    named = replace(contact, id=contact.id or f"contact-{uuid4().hex}")
    sealed = store.vault.seal(asdict(named))
    if not store.write("contacts/put", id=named.id, firm=named.firm_id, sealed=sealed):
        raise NotFound(f"firm {contact.firm_id}")
    return named.id


def of_firm(store: Store, firm_id: str, sight: Sight) -> tuple[Contact, ...]:
    """Return the people of a firm, by name; nobody to a reader who may not see them."""
    return of_firms(store, [firm_id], sight).get(firm_id, ())


def of_firms(store: Store, firm_ids: Iterable[str], sight: Sight) -> dict[str, tuple[Contact, ...]]:
    """Return the people of several firms by firm, without the firms the reader may not see into."""
    asked = sorted({firm_id for firm_id in firm_ids if sight.opens(firm_id)})
    found: dict[str, tuple[Contact, ...]] = {}
    for row in store.read("contacts/of_firms", firms=asked) if asked else ():
        found[row["firm"]] = (*found.get(row["firm"], ()), _opened(store, row))
    return {firm: tuple(sorted(people, key=lambda p: (p.name, p.id))) for firm, people in found.items()}


def get(store: Store, contact_id: str, sight: Sight) -> Contact:
    """Return one person; NotFound where there is none, and to a reader who may not see them."""
    rows = store.read("contacts/get", id=contact_id)
    if not rows or not sight.opens(rows[0]["firm"]):
        raise NotFound(f"contact {contact_id}")
    return _opened(store, rows[0])


def remove(store: Store, contact_id: str) -> None:
    """Forget a person for good."""
    store.write("contacts/remove", id=contact_id)


def _opened(store: Store, row: Row) -> Contact:
    """Return the person of a row; the firm is the one the graph says, also after two firms were merged."""
    return Contact(**(store.vault.open(row["sealed"]) | {"id": row["id"], "firm_id": row["firm"]}))
