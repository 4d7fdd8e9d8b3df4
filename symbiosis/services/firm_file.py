"""A firm's file: people, notes, the firm itself written by hand, and two records that are one firm."""

from dataclasses import replace
from uuid import uuid4

from symbiosis.domain.clock import now
from symbiosis.domain.contacts import Contact
from symbiosis.domain.errors import NotFound, Refused
from symbiosis.domain.firm_file import FirmDossier, Merger, Note
from symbiosis.domain.firms import Firm
from symbiosis.domain.fold import fold
from symbiosis.domain.ids import stable_id
from symbiosis.domain.sight import Sight
from symbiosis.importers import siret as register
from symbiosis.importers.cells import BadCellError
from symbiosis.store import contacts, firms, jobs, mergers, notes, territory, views
from symbiosis.store.session import Store


def dossier(store: Store, firm_id: str, sight: Sight) -> FirmDossier:
    """Return a firm with its people and notes; NotFound when there is none."""
    row = firms.get(store, firm_id)
    people, told = contacts.of_firm(store, row["id"], sight), notes.of_firm(store, row["id"])
    return FirmDossier(views.firm(row), row["commune_name"] or "", people, told)


def note(store: Store, firm_id: str, said: Note) -> None:
    """Write a note about a firm; NotFound without the firm."""
    notes.put(store, firm_id, replace(said, id=said.id or f"note-{uuid4().hex}", at=now()))


def forget_note(store: Store, firm_id: str, note_id: str) -> None:
    """Remove a note; NotFound where there is none."""
    if not notes.remove(store, firm_id, note_id):
        raise NotFound(f"note {note_id}")


def put_contact(store: Store, person: Contact) -> None:
    """Write a person of a firm, anew or changed; NotFound without the firm."""
    contacts.put(store, person)


def forget_contact(store: Store, firm_id: str, contact_id: str, sight: Sight) -> None:
    """Forget a person for good; NotFound where they are none of the firm's."""
    if contacts.get(store, contact_id, sight).firm_id != firm_id:
        raise NotFound(f"contact {contact_id}")
    contacts.remove(store, contact_id)


def siret(text: str) -> str | None:
    """Return the digits of a SIRET, None where it is none."""
    try:
        return register.siret(text) if sum(map(str.isdigit, text)) == register.LENGTH else None
    except BadCellError:
        return None


def new_id(name: str, commune: str) -> str:
    """Return the id of a firm without a SIRET: the same name in the same commune is the same firm."""
    return stable_id("local", fold(name), commune)


def held(store: Store, firm_id: str) -> bool:
    """Tell whether there is such a firm."""
    try:
        return bool(firms.get(store, firm_id))
    except NotFound:
        return False


def write(store: Store, firm: Firm, who: str) -> None:
    """Write a firm as a person knows it; loading a file again leaves it alone from then on."""
    firms.write(store, firm, now(), who)
    territory.touch(store)


def merger(store: Store, gone_id: str, kept_id: str, sight: Sight) -> Merger:
    """Return what would move; NotFound where one of the two is not there, Refused where they are the same."""
    gone, kept = (views.firm(firms.get(store, firm)) for firm in (gone_id, kept_id))
    if gone.id == kept.id:
        raise Refused("A firm is not merged with itself.")
    people = contacts.of_firm(store, gone.id, sight)
    return Merger(gone, kept, people=len(people), **mergers.preview(store, gone.id, kept.id))


def merge(store: Store, gone_id: str, kept_id: str, who: str) -> None:
    """Make two records one: all moves, the id that goes leads to the other, and everything is matched again."""
    if not mergers.merge(store, gone_id, kept_id, now(), who):
        raise NotFound(f"firm {gone_id} or {kept_id}")
    territory.touch(store)
    jobs.queue(store, "rematch", "", now())
