"""A firm's rights over its data: taken away whole, and erased without undoing what people judged."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Direction, Judgement, SynergyKind, Unit
from symbiosis.domain.errors import Refused
from symbiosis.domain.firm_file import Note, NoteKind
from symbiosis.domain.flows import Flow
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.workshops import Said
from symbiosis.knowledge import Knowledge
from symbiosis.services import backup, cards, draft, firm_file, invite, own, personal, workshops
from symbiosis.services.decide import Order, decide
from symbiosis.services.draft import Draft
from symbiosis.services.own import Seen
from symbiosis.services.record import record
from symbiosis.services.rematch import rematch
from symbiosis.store import contacts, firms, synergies
from symbiosis.store.session import Store
from tests import territories
from tests.services.conftest import quiet

FIRM = "f-store"
NEED = Flow("flow-need", FIRM, Direction.NEED, "sciure de cèdre", quantity=271.5, unit=Unit.TONNE, as_of="2026")


@pytest.fixture
def told(loaded: Store, knowledge: Knowledge) -> Store:
    """Return a territory in which one firm told much, changed it, and one of its leads was judged."""
    record(loaded, knowledge, NEED)
    own.edit(loaded, knowledge, Seen(NEED.id, FIRM, 1, "Zoë Martinez"), replace(NEED, quantity=314.5))
    contacts.put(loaded, Contact("", FIRM, "Zoë Martinez", mail="zoe@exemple.test"))
    draft.keep(loaded, FIRM, Draft("need", "copeaux zorglubins", ("copeaux zorglubins",)))
    invite.make(loaded, FIRM, "Anne")
    firm_file.note(
        loaded, FIRM, Note("", NoteKind.CALL, "2026-05-04", "rappeler Martinez au sujet du cèdre", "Anne", "")
    )
    room = workshops.create(loaded, "Atelier du test", "2026-11-30", "Salle 1", "Anne")
    cards.hand_in(
        loaded, knowledge, room, Said(Direction.OFFER, "copeaux zorglubins", firm_id=FIRM, once="1", by="Anne")
    )
    return loaded


def judged(store: Store) -> str:
    rows = (r for r in synergies.standing(store) if NEED.id in r["flow_ids"])
    lead = str(next(r["id"] for r in rows if r["kind"] == SynergyKind.SUBSTITUTION))
    decide(store, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    return lead


def test_all_that_is_held_is_given_and_comes_as_a_table(told: Store) -> None:
    data = personal.held(told, FIRM)
    assert data["firm"]["id"] == FIRM
    flow = next(f for f in data["flows"] if f["id"] == NEED.id)
    assert (flow["quantity"], [before["quantity"] for before in flow["before"]]) == (314.5, [271.5])
    assert data["contacts"][0]["mail"] == "zoe@exemple.test" and len(data["invitations"]) == 1
    assert [card["text"] for card in data["cards"]] == ["copeaux zorglubins"]
    assert data["notes"] == [{"kind": "call", "on": "2026-05-04"}]
    lines = personal.table(data | {"flows": [flow | {"text": "=1+1"}]}).decode("utf-8-sig").splitlines()
    assert len(lines) == 2 and ";'=1+1;" in lines[1] and ";314,5;" in lines[1]


def test_erasing_leaves_the_judgement_and_nothing_of_what_was_said(told: Store, tmp_path: Path) -> None:
    lead = judged(told)
    before = synergies.get(told, lead)
    name = firms.get(told, FIRM)["name"]
    personal.ask_erasure(told, FIRM, "Zoë Martinez")
    personal.erase(told, FIRM, "Anne")
    rematch(told, quiet)
    after = synergies.get(told, lead)
    for kept in ("judgement", "points", "score", "criteria", "version"):
        assert after[kept] == before[kept]
    backup.save(told, tmp_path / "b.gz")
    text = gzip.decompress((tmp_path / "b.gz").read_bytes()).decode()
    for gone in (name, "cèdre", "zorglubins", "271.5", "314.5", "zoe@", "Martinez"):
        assert gone not in text, gone
    assert workshops.board(told, workshops.listed(told)[0].id).cards == ()
    assert not [r for r in synergies.standing(told) if FIRM in r["firm_ids"]]
    assert contacts.of_firm(told, FIRM, EVERYTHING) == () and draft.held(told, FIRM) is None
    with pytest.raises(Refused):
        personal.erase(told, FIRM, "Anne")


def test_loading_the_folder_again_brings_nothing_back(told: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    personal.erase(told, FIRM, "Anne")
    territories.load(told, knowledge, territories.write(tmp_path / "again"))
    assert firms.get(told, FIRM)["name"] == personal.NAMELESS
    assert personal.held(told, FIRM)["flows"] == []
