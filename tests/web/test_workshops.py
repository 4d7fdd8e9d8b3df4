"""The pages of a workshop: entry, the wall, votes, the report."""

from collections.abc import Iterator
from html import unescape
from io import BytesIO

import pytest
from openpyxl import load_workbook

from symbiosis.services import workshops
from symbiosis.store.session import Store
from tests.web.conftest import Visitor

CARD = {"firm": "Maison Delta", "direction": "offer", "text": "palettes bois perdues", "quantity": "40 palettes/sem"}
NEED = {"firm": "Maison Kilo", "direction": "need", "text": "palettes bois", "shown": "1"}


@pytest.fixture
def room(visitor: Visitor, request: pytest.FixtureRequest) -> Iterator[str]:
    answer = visitor.post("/workshops", name=f"Atelier {request.node.name}"[:100], day="2026-11-30", place="Salle 1")
    yield answer.location


def test_a_card_is_understood_at_once_and_its_firm_stays_for_the_next(visitor: Visitor, room: str) -> None:
    page = visitor.look(visitor.follow(f"{room}/cards", **CARD))
    assert "Carte prise" in page.text and "2 080" in page.text.replace("\u202f", " ").replace("\xa0", " ")
    kept = {i.attributes.get("name"): i.attributes.get("value") for i in page.all("input")}
    assert kept["firm"] == "Maison Delta" and not kept["text"]


def test_said_twice_it_is_said_so(visitor: Visitor, room: str) -> None:
    visitor.post(f"{room}/cards", **CARD, once="a")
    again = visitor.follow(f"{room}/cards", **(CARD | {"text": "palettes perdues en bois"}), once="b")
    assert "Déjà dit" in visitor.look(again).text


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [("text", "", "quelques mots"), ("firm", "", "quelle entreprise"), ("firm", "Maison", "lequel"),
     ("firm", "Zorglub", "hors du territoire"), ("direction", "steal", "je cherche"), ("text", "x" * 301, "301")],
)  # fmt: skip
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    visitor: Visitor, room: str, field: str, value: str, word: str
) -> None:
    page = visitor.look(visitor.post(f"{room}/cards", **(CARD | {field: value})), 422)
    assert word in page.text.replace("\xa0", " ")
    kept = {
        i.attributes.get("name"): i.attributes.get("value")
        for i in page.all("input")
        if i.attributes.get("type") != "radio"
    }
    assert kept["quantity"] == CARD["quantity"] and kept["text"] == (value if field == "text" else CARD["text"])


def test_an_absurd_quantity_is_asked_about_and_the_card_is_kept(visitor: Visitor, room: str) -> None:
    page = visitor.look(visitor.follow(f"{room}/cards", **(CARD | {"quantity": "1e12 t/an"})))
    assert "vouliez-vous dire" in page.text and "Carte prise" in page.text


def test_a_firm_from_elsewhere_is_named(visitor: Visitor, room: str) -> None:
    page = visitor.look(visitor.follow(f"{room}/cards", **(CARD | {"firm": "Menuiserie <b>", "outside": "1"})))
    assert "Menuiserie <b>" in page.text and "hors du territoire" in page.text


def test_a_name_typed_anew_is_another_firm_whatever_was_kept(visitor: Visitor, town: Store, room: str) -> None:
    kept = {"firm_id": "t-delta", "firm_was": "Maison Delta", "outside": "1"}
    visitor.post(f"{room}/cards", **(CARD | kept | {"firm": "Maison Kilo"}))
    visitor.post(f"{room}/cards", **(CARD | kept | {"firm": "Maison Delta"}))
    held = {card.firm_id for card in workshops.board(town, room.rsplit("/", 1)[1]).standing}
    assert held == {"t-kilo", "t-delta"}
    elsewhere = {"firm": "Maison", "firm_was": "Maison", "firm_id": "outside"}
    assert "hors du territoire" in visitor.look(visitor.follow(f"{room}/cards", **(CARD | elsewhere))).text


def test_the_wall_names_nobody_who_did_not_say_so(visitor: Visitor, room: str) -> None:
    visitor.post(f"{room}/cards", **CARD)
    visitor.post(f"{room}/cards", **NEED)
    answer = visitor.client.get(f"{room}/projector")
    visitor.look(answer)
    assert "Maison Kilo" in answer.text and "Maison Delta" not in answer.text
    assert "refresh" in answer.text
    names = ("Alpha", "Bravo", "Charlie", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Lima")
    assert not any(f"Maison {name}" in answer.text for name in names)


def test_the_wall_is_sent_again_only_when_something_changed(visitor: Visitor, room: str) -> None:
    visitor.post(f"{room}/cards", **CARD)
    first = visitor.client.get(f"{room}/live")
    tag = first.headers["ETag"]
    assert visitor.client.get(f"{room}/live", headers={"If-None-Match": tag}).status_code == 304
    visitor.post(f"{room}/cards", **NEED)
    assert visitor.client.get(f"{room}/live", headers={"If-None-Match": tag}).status_code == 200


def test_a_vote_is_noted_taken_back_and_reported(visitor: Visitor, town: Store, room: str) -> None:
    visitor.post(f"{room}/cards", **CARD)
    visitor.post(f"{room}/cards", **NEED)
    (match, *_) = workshops.board(town, room.rsplit("/", 1)[1]).matches
    voted = {"synergy": match.line.id, "firm": "t-kilo"}
    page = visitor.look(visitor.follow(f"{room}/votes", **voted))
    assert "1 intéressé" in page.text.replace("\xa0", " ")
    report = visitor.get(f"{room}/report").text
    assert "Appeler au sujet de" in report and "588" in report
    assert "1 intéressé" not in visitor.look(visitor.follow(f"{room}/votes", **voted, take_back="1")).text
    for name, kind in (
        ("report.xlsx", "spreadsheet"),
        ("cards.csv", "csv"),
        ("matches.csv", "csv"),
        ("steps.csv", "csv"),
    ):
        answer = visitor.client.get(f"{room}/{name}")
        assert answer.status_code == 200 and kind in str(answer.mimetype) and answer.data
    visitor.get(f"{room}/secrets.csv", 404)
    visitor.look(visitor.post(f"{room}/votes", synergy=match.line.id), 400)
    visitor.look(visitor.post(f"{room}/votes", synergy="none", firm="t-kilo"), 404)


def test_a_formula_leaves_as_text(visitor: Visitor, room: str) -> None:
    visitor.post(f"{room}/cards", **(CARD | {"text": "=HYPERLINK(1)"}))
    assert ";'=HYPERLINK(1);" in visitor.client.get(f"{room}/cards.csv").text
    book = load_workbook(BytesIO(visitor.client.get(f"{room}/report.xlsx").data))
    assert [row[2].value for row in book.worksheets[0]][1] == "'=HYPERLINK(1)"


def test_a_card_is_corrected_and_withdrawn(visitor: Visitor, town: Store, room: str) -> None:
    visitor.post(f"{room}/cards", **CARD)
    name = room.rsplit("/", 1)[1]
    (card,) = workshops.board(town, name).standing
    assert "palettes bois perdues" in visitor.client.get(f"{room}/cards/{card.id}").text
    visitor.look(visitor.follow(f"{room}/cards/{card.id}", **(CARD | {"text": "cartons"})))
    (mended,) = workshops.board(town, name).standing
    assert mended.text == "cartons"
    visitor.look(visitor.follow(f"{room}/cards/{mended.id}/withdraw"))
    assert workshops.board(town, name).standing == ()
    visitor.get(f"{room}/cards/none", 404)


def test_a_closed_workshop_says_so(visitor: Visitor, room: str) -> None:
    visitor.look(visitor.follow(f"{room}/close", closed="1"))
    assert "est fermé" in visitor.look(visitor.follow(f"{room}/cards", **CARD)).text
    visitor.look(visitor.follow(f"{room}/close", closed="0"))


@pytest.mark.parametrize(("field", "value"), [("name", ""), ("day", "demain"), ("place", "x" * 121)])
def test_a_workshop_needs_a_name_and_a_day(visitor: Visitor, field: str, value: str) -> None:
    sent = {"name": "Atelier", "day": "2026-11-30", "place": "", field: value}
    visitor.look(visitor.post("/workshops", **sent), 422)


def test_suggestions_are_typed_as_they_stand(visitor: Visitor) -> None:
    names = visitor.client.get("/workshops/firms?q=maison+al").get_json()
    assert names == ["Maison Alpha (Champigneulles)"]
    assert visitor.client.get("/workshops/firms?q=").get_json() == []


def test_cards_of_a_spreadsheet_are_shown_then_taken(visitor: Visitor, town: Store, room: str) -> None:
    visitor.get(f"{room}/file")
    lines = ("Entreprise;J'ai;Je cherche;Quantité", "Maison Delta;palettes bois;;40 palettes/sem", "Maison Lima;;;")
    table = "\n".join((*lines, "Maison Kilo;;palettes bois;"))
    sent = {"csrf_token": visitor.token(), "file": (BytesIO(table.encode()), "cartes.csv")}
    answer = visitor.client.post(f"{room}/file", data=sent, content_type="multipart/form-data")
    page = visitor.look(answer)
    assert "2 cartes lues" in page.text.replace("\xa0", " ") and "1 ligne à corriger" in page.text.replace("\xa0", " ")
    name = room.rsplit("/", 1)[1]
    assert workshops.board(town, name).standing == ()
    good = next(i.attributes["value"] for i in page.all("input") if i.attributes.get("name") == "cards")
    for _ in range(2):
        visitor.look(visitor.follow(f"{room}/file/cards", cards=unescape(good)))
    board = workshops.board(town, name)
    assert [c.times for c in board.standing] == [1, 1] and any(m.in_room for m in board.matches)
    visitor.look(visitor.post(f"{room}/file/cards", cards="{nonsense"), 400)
    visitor.look(visitor.post(f"{room}/file"), 422)
