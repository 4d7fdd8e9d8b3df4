"""A firm's file: written by hand, noted, merged; what is loaded again never undoes what a person wrote."""

from dataclasses import replace
from pathlib import Path

import pytest

from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.errors import NotFound, Refused
from symbiosis.domain.firm_file import Note, NoteKind
from symbiosis.domain.sight import EVERYTHING, NOTHING
from symbiosis.knowledge import Knowledge
from symbiosis.services import browse, enter, firm_file
from symbiosis.services.decide import Order, decide
from symbiosis.services.enter import Entry
from symbiosis.services.rematch import rematch
from symbiosis.store import synergies
from symbiosis.store.session import Store
from tests import territories
from tests.services.conftest import quiet

CALL = Note("", NoteKind.CALL, "2026-05-04", "rappeler en juin", "Anne")
BOTH = ("f-store", "f-shop")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("732 829 320 00074", "73282932000074"), ("73282932000075", None), ("356 000 000 00048", "35600000000048"),
        ("1234", None), ("732829320", None), ("", None), ("abcdefghijklmn", None),
        ("７３２８２９３２００００７４", None),
    ],
)  # fmt: skip
def test_a_siret_is_checked_however_it_is_spaced(typed: str, read: str | None) -> None:
    assert firm_file.siret(typed) == read


def test_a_firm_written_by_hand_is_found_and_outlives_a_loading(
    loaded: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    mill = browse.firm(loaded, "f-mill").firm
    firm_file.write(loaded, replace(mill, name="Scierie renommée", headcount=26), "Anne")
    territories.load(loaded, knowledge, territories.write(tmp_path / "again"))
    held = browse.firm(loaded, "f-mill")
    assert (held.firm.name, held.firm.headcount) == ("Scierie renommée", 26) and held.commune_name
    assert [line.id for line in browse.firm_list(loaded, "renommée", "", 1).lines] == ["f-mill"]


def test_the_same_name_in_the_same_commune_is_the_same_firm() -> None:
    ids = {firm_file.new_id(name, "54430") for name in ("Café du Port", "cafe du port", "CAFÉ DU PORT")}
    assert len(ids) == 1 and firm_file.new_id("Café du Port", "54150") not in ids


def test_notes_and_people_stay_with_the_firm(loaded: Store) -> None:
    firm_file.note(loaded, "f-mill", CALL)
    firm_file.put_contact(loaded, Contact("", "f-mill", "Zoë Martin", "directrice", mail="zoe@exemple.fr"))
    file = firm_file.dossier(loaded, "f-mill", EVERYTHING)
    assert [n.text for n in file.notes] == ["rappeler en juin"] and [p.name for p in file.people] == ["Zoë Martin"]
    assert firm_file.dossier(loaded, "f-mill", NOTHING).people == ()
    with pytest.raises(NotFound):
        firm_file.forget_contact(loaded, "f-farm", file.people[0].id, EVERYTHING)
    firm_file.forget_contact(loaded, "f-mill", file.people[0].id, EVERYTHING)
    firm_file.forget_note(loaded, "f-mill", file.notes[0].id)
    file = firm_file.dossier(loaded, "f-mill", EVERYTHING)
    assert (file.notes, file.people) == ((), ())


def test_two_records_become_one_with_all_they_had(loaded: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    lead = next(line for line in browse.firm(loaded, "f-store").synergies if line.origin == "identified")
    decide(loaded, Order(lead.id, 1, Judgement.CONFIRMED, "Anne"))
    firm_file.note(loaded, "f-store", CALL)
    seen = firm_file.merger(loaded, *BOTH, EVERYTHING)
    assert (seen.flows, seen.notes, seen.judged, seen.gone.id) == (1, 1, 1, "f-store")
    firm_file.merge(loaded, *BOTH, "Anne")
    kept = browse.firm(loaded, "f-store")  # the old id leads to the one that stays
    assert kept.firm.id == "f-shop" and kept.firm.name == "Atelier du Test"
    assert len(kept.flows) == 2 and lead.id in {line.id for line in kept.synergies}
    assert len(browse.synergy(loaded, lead.id).decisions) == 1
    assert len(firm_file.dossier(loaded, "f-shop", EVERYTHING).notes) == 1
    territories.load(loaded, knowledge, territories.write(tmp_path / "again"))
    rematch(loaded, quiet)
    assert browse.firm(loaded, "f-store").firm.id == "f-shop"
    assert not browse.firm_list(loaded, "Magasin du Test", "", 1).lines
    again = browse.firm(loaded, "f-shop")
    assert len(again.flows) == 2 and browse.synergy(loaded, lead.id).line.judgement is Judgement.CONFIRMED
    assert {p.id for p in browse.synergy(loaded, lead.id).line.parties} == {"f-shop", "f-office"}


def test_a_firm_is_not_merged_with_itself_nor_with_nobody(loaded: Store) -> None:
    with pytest.raises(Refused):
        firm_file.merger(loaded, "f-mill", "f-mill", EVERYTHING)
    with pytest.raises(NotFound):
        firm_file.merger(loaded, "f-mill", "none", EVERYTHING)


def test_a_synergy_entered_by_hand_is_never_proposed_again(loaded: Store, knowledge: Knowledge) -> None:
    matched = next(row for row in synergies.standing(loaded) if row["kind"] == SynergyKind.SUBSTITUTION)
    entry = Entry(SynergyKind.SUBSTITUTION, tuple(matched["firm_ids"]), "drêches de brasserie", "", "visite de mai")
    made, fresh = enter.enter(loaded, knowledge, entry)
    assert fresh and enter.enter(loaded, knowledge, entry) == (made, False)
    line = browse.synergy(loaded, made).line
    assert (line.origin, line.judgement, line.score) == ("manual", "proposed", None)
    assert [p.role for p in line.parties] == ["giver", "taker"] and line.resource
    rematch(loaded, quiet)
    assert matched["id"] not in {row["id"] for row in synergies.standing(loaded)}
    assert browse.synergy(loaded, made).line == line
