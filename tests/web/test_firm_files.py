"""A firm's file in the interface, the letters, and old flows: what is kept, refused, and told when two people write."""

from collections.abc import Iterator

import pytest

from symbiosis.domain.access import Account
from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Judgement
from symbiosis.domain.sight import EVERYTHING
from symbiosis.services import browse, firm_file, still_true
from symbiosis.services.decide import Order, decide
from symbiosis.store import contacts
from symbiosis.store.session import Store
from tests.web.conftest import Pick, Visitor


def test_notes_keep_their_day_and_stay_text(visitor: Visitor, town: Store) -> None:
    address = "/firms/t-golf/notes"
    for fields in ({"on": "2999-01-01"}, {"on": "hier"}, {"text": ""}, {"kind": "fax"}, {"text": "x" * 2001}):
        good = {"kind": "call", "on": "2026-05-04", "text": "rappeler"}
        visitor.look(visitor.post(address, **good | fields), 422)
    page = visitor.look(visitor.follow(address, kind="visit", on="2026-05-04", text="<b>vu</b>\nla cour"))
    assert "<b>vu</b>" in page.text and not page.all("b")
    note = firm_file.dossier(town, "t-golf", EVERYTHING).notes[0]
    visitor.follow(f"/firms/t-golf/notes/{note.id}/remove")
    visitor.look(visitor.post(f"/firms/t-golf/notes/{note.id}/remove"), 404)


def test_a_person_is_noted_with_their_consent_in_words(visitor: Visitor, town: Store) -> None:
    address = "/firms/t-golf/people"
    for fields in ({"mail": "zoe"}, {"phone": "abc"}, {"consent": "1"}, {"name": ""}):
        visitor.look(visitor.post(address, **{"name": "Zoé Fictive"} | fields), 422)
    visitor.follow(address, name="Zoé Fictive", mail="zoe@exemple.fr", consent="1", consent_wording="par téléphone")
    person = firm_file.dossier(town, "t-golf", EVERYTHING).people[0]
    assert person.consents and person.consent_wording == "par téléphone"
    page = visitor.get(f"/firms/t-golf/file?person={person.id}")
    assert any(i.attributes.get("value") == "zoe@exemple.fr" for i in page.all("input"))
    visitor.look(visitor.follow(f"/firms/t-golf/people/{person.id}/remove"))
    assert firm_file.dossier(town, "t-golf", EVERYTHING).people == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"siret": "73282932000075"}, {"name": ""}, {"nace": "boulangerie"}, {"headcount": "dix"}, {"lat": "48,7"},
        {"lat": "148,7", "lon": "6"}, {"commune": "00000"}, {"name": "x" * 121},
    ],
)  # fmt: skip
def test_a_firm_that_makes_no_sense_is_kept_to_be_mended(visitor: Visitor, fields: dict[str, str]) -> None:
    page = visitor.look(visitor.post("/firms/new", **{"name": "Atelier Neuf"} | fields), 422)
    assert page.all("div") and any("errors" in d.attributes.get("class", "") for d in page.all("div"))


def test_a_firm_is_added_once_edited_and_merged_and_its_address_still_leads(visitor: Visitor, town: Store) -> None:
    fields = {"name": "Atelier Neuf", "commune": "54430", "nace": "1071C", "lat": "48,77", "lon": "6,12"}
    made = visitor.post("/firms/new", **fields).location
    firm_id = made.split("/")[2]
    firm = browse.firm(town, firm_id).firm
    assert (firm.nace, firm.lat) == (("10.71",), 48.77)
    page = visitor.look(visitor.post("/firms/new", **fields), 422)
    assert any(a.attributes["href"] == f"/firms/{firm_id}" for a in page.all("a"))
    edit = visitor.get(f"/firms/{firm_id}/edit")
    seen = next(i.attributes["value"] for i in edit.all("input") if i.attributes.get("name") == "seen")
    visitor.follow(f"/firms/{firm_id}/edit", seen=seen, **fields | {"name": "Atelier Vieux"})
    page = visitor.look(visitor.post(f"/firms/{firm_id}/edit", seen=seen, **fields | {"name": "Autre"}), 409)
    assert any(i.attributes.get("value") == "Autre" for i in page.all("input"))
    visitor.look(visitor.post(f"/firms/{firm_id}/merge", into="t-golf"), 422)
    assert visitor.post(f"/firms/{firm_id}/merge", into="t-golf", sure="1").location == "/firms/t-golf/file"
    assert visitor.client.get(f"/firms/{firm_id}").location == "/firms/t-golf"
    assert visitor.post("/firms/t-golf/merge", into="t-golf", sure="1").status_code == 400


def test_a_synergy_is_entered_with_its_firms_and_its_stage(visitor: Visitor, town: Store) -> None:
    fields = {"kind": "substitution", "resource_text": "palettes", "source": "visite", "judgement": "contacted"}
    visitor.look(visitor.post("/synergies/new?firm=t-golf", **fields), 422)
    visitor.look(visitor.post("/synergies/new?firm=t-golf&firm=t-kilo", **fields | {"source": ""}), 422)
    for _ in range(2):
        made = visitor.post("/synergies/new?firm=t-golf&firm=t-kilo", **fields).location
    file = browse.synergy(town, made.split("/")[-1])
    assert (file.line.origin, file.line.judgement) == ("manual", "contacted")
    assert [d.after for d in file.decisions] == ["contacted", "confirmed"]


def test_letters_name_no_other_firm(visitor: Visitor, pick: Pick) -> None:
    line = pick(kind="substitution")
    page = visitor.get(f"/synergies/{line.id}/introduction")
    names = [party.name for party in line.parties]
    letters = [area.text for area in page.all("textarea")]
    assert len(letters) == len(names) and not any(name in letter for name in names for letter in letters)
    page = visitor.look(visitor.follow(f"/synergies/{line.id}/introduction/asked", about=line.parties[0].id))
    assert "interrogé par" in page.text
    visitor.look(visitor.post(f"/synergies/{line.id}/introduction/asked", about="t-nobody"), 404)


def test_once_all_agreed_letters_name_everybody_and_those_alone_who_consent(
    visitor: Visitor, english: Visitor, town: Store, pick: Pick
) -> None:
    line = pick(kind="substitution")
    giver, taker = (party.id for party in line.parties)
    people = [
        Contact("", giver, "Aurore Perrichon", "directrice", mail="aurore@exemple.test", consent_on="2026-05-04"),
        Contact("", taker, "Basile Muet", "chef d'atelier", phone="06 99 98 97 96"),
    ]
    made = [contacts.put(town, person) for person in people]
    try:
        decide(town, Order(line.id, line.version, Judgement.CONFIRMED, "Anne"))
        here = f"/synergies/{line.id}/introduction"
        visitor.follow(f"{here}/answers", about=giver, agreed="yes")
        assert visitor.post(here).status_code == 409
        assert len(visitor.get(here).all("textarea")) == 1  # who said yes is asked no more
        visitor.follow(f"{here}/answers", about=taker, agreed="yes")
        assert any(a.attributes["href"] == here for a in visitor.get("/today").all("a"))
        for reader in (visitor, english):  # firms are French whoever writes
            to_giver, to_taker = (area.text for area in reader.get(here).all("textarea"))
            assert line.parties[1].name in to_giver and "dès que l'une d'elles l'aura accepté" in to_giver
            assert line.parties[0].name in to_taker and "Aurore Perrichon, directrice" in to_taker
            assert "Bonjour Aurore Perrichon" in to_giver and "Muet" not in to_giver
        page = visitor.look(visitor.follow(here))
        assert "Présentés le" in page.text and len(page.all("textarea")) == 2
        assert here not in {a.attributes["href"] for a in visitor.get("/today").all("a")}
    finally:
        for person in made:
            contacts.remove(town, person)


@pytest.fixture
def old(town: Store) -> Iterator[str]:
    """Return a flow older than a year."""
    yield still_true.old_flows(town, 1, EVERYTHING).lines[0].flow.id


def test_an_old_flow_is_confirmed_corrected_or_withdrawn_at_a_click(visitor: Visitor, town: Store, old: str) -> None:
    before = still_true.old_flows(town, 1, EVERYTHING).total
    version = still_true.one(town, old, EVERYTHING).version
    fields = {"version": str(version), "text": "chariot élévateur", "quality": "neuf"}
    visitor.look(visitor.post(f"/still-true/{old}/changed", quantity="beaucoup", unit="hour", **fields), 422)
    visitor.look(visitor.follow(f"/still-true/{old}/changed", quantity="120", unit="hour", **fields))
    assert still_true.one(town, old, EVERYTHING).flow.quality == "neuf"
    assert still_true.old_flows(town, 1, EVERYTHING).total == before - 1
    page = visitor.look(visitor.follow(f"/still-true/{old}/withdrawn", version=str(version)))
    assert "entre-temps" in page.text
    visitor.follow(f"/still-true/{old}/yes", version=str(version + 1))
    page = visitor.look(visitor.follow(f"/still-true/{old}/withdrawn?back=today", version=str(version + 2)))
    visitor.get(f"/still-true/{old}/changed", 404)
    back = next(f for f in page.all("form") if f.attributes["action"].startswith(f"/still-true/{old}/restore"))
    visitor.look(visitor.follow(back.attributes["action"], version=str(version + 3)))
    assert still_true.one(town, old, EVERYTHING).flow.id == old


def test_a_day_starts_with_what_is_new_to_this_person(visitor: Visitor, town: Store) -> None:
    visitor.become(Account.ANIMATOR, "Nouvelle personne")
    assert "première visite" in visitor.get("/today").text
    page = visitor.look(visitor.follow("/today/seen"))
    assert "Rien de nouveau" in page.text or "flux déclaré" in page.text
