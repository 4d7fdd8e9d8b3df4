"""Write to the firms of a lead, and remember that they were asked; the letter itself is sent by a person."""

from symbiosis.domain.approaches import Outreach, Reached
from symbiosis.domain.clock import now
from symbiosis.domain.sight import Sight
from symbiosis.domain.views import SynergyFile
from symbiosis.store import approaches, contacts
from symbiosis.store.session import Store


def outreach(store: Store, file: SynergyFile, sight: Sight) -> Outreach:
    """Return the firms of a lead with their people, and who asked them already."""
    ids = [party.firm.id for party in file.parties]
    people, asked = contacts.of_firms(store, ids, sight), approaches.of_lead(store, file.line.id)
    firms = tuple(Reached(p, people.get(p.firm.id, ()), asked.get(p.firm.id, ())) for p in file.parties)
    return Outreach(file, firms)


def asked(store: Store, synergy_id: str, firm_id: str, who: str) -> None:
    """Remember that somebody asked a firm; NotFound where it takes no part."""
    approaches.put(store, synergy_id, firm_id, who, now())
