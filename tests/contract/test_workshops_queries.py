"""Workshops, cards and votes: every question on both engines, on rows of its own."""

from typing import Any

import pytest

from symbiosis.store import synergies
from symbiosis.store.session import Row, Store
from tests.contract.registry import asks
from tests.contract.test_write_queries import PROPOSAL, values
from tests.contract.world import EVENING, MORNING, NOON
from tests.databases import ask

ROOM = {"id": "room", "name": "Atelier", "day": "2026-05-04", "place": "Salle", "by": "Léa", "at": MORNING}
CARD: Row = {
    "id": "card-1", "workshop": "room", "firm": "mill", "flow": "flow-c1", "reuses": False, "direction": "offer",
    "text": "palettes", "quantity_text": "10 t/an", "shown": True, "outside": False, "matched": False, "by": "Léa",
    "at": MORNING,
}  # fmt: skip
VOTE = {"id": "vote-1", "workshop": "room", "firm": "farm", "by": "Léa", "at": NOON}


@pytest.fixture
def room(fresh_world: Store) -> Store:
    fresh_world.write("workshops/put", **ROOM)
    fresh_world.write("workshops/put_card", row=CARD)
    return fresh_world


def raised(store: Store, **more: Any) -> list[str]:
    rows = [PROPOSAL | more]
    return [r["id"] for r in store.write("workshops/propose", rows=rows, workshop="room", at=EVENING)]


@asks("workshops/put", "workshops/get", "workshops/list", "workshops/close")
def test_a_workshop_is_started_once_closed_and_opened_again(room: Store) -> None:
    room.write("workshops/put", **(ROOM | {"place": "ailleurs", "at": EVENING}))
    wanted = {"id": "room", "name": "Atelier", "day": "2026-05-04", "place": "Salle", "closed_at": "", "cards": 1}
    assert room.read("workshops/get", id="room") == [wanted] == room.read("workshops/list")
    assert room.read("workshops/get", id="none") == []
    room.write("workshops/close", id="room", at=NOON)
    assert room.read("workshops/get", id="room")[0]["closed_at"] == NOON


@asks("workshops/put_card", "workshops/cards", "workshops/say_again")
def test_a_card_is_read_with_its_firm_and_what_was_understood(room: Store) -> None:
    assert room.write("workshops/say_again", id="card-1", once="x", text="palettes") == [{"times": 1}]
    assert room.write("workshops/say_again", id="card-1", once="y", text="pal'") == [{"times": 2}]
    assert room.write("workshops/say_again", id="card-1", once="y", text="pal'") == [{"times": 2}]
    (card,) = room.read("workshops/cards", workshop="room")
    assert card == {
        "id": "card-1", "firm_id": "mill", "firm_name": "Moulin Noir", "nace": ["10.61", "46.21"], "direction": "offer",
        "text": "palettes", "quantity_text": "10 t/an", "shown": True, "outside": False, "by": "Léa", "at": MORNING,
        "times": 2, "also": ["pal'"], "reuses": False, "withdrawn_at": "", "flow_id": "flow-c1", "quantity": 10.0,
        "unit": "t", "resource_id": "pallet", "resource_fr": "palette", "resource_en": "pallet",
    }  # fmt: skip
    assert room.read("workshops/cards", workshop="none") == []


@asks("workshops/withdraw_card")
def test_a_withdrawn_card_counts_no_more_until_it_is_handed_in_again(room: Store) -> None:
    room.write("workshops/withdraw_card", id="card-1", by="Zoë", at=NOON)
    assert room.read("workshops/get", id="room")[0]["cards"] == 0
    assert room.read("workshops/cards", workshop="room")[0]["withdrawn_at"] == NOON
    assert room.read("workshops/matches", workshop="room") == []
    room.write("workshops/put_card", row=CARD | {"text": "palettes cassées"})
    (card,) = room.read("workshops/cards", workshop="room")
    assert (card["withdrawn_at"], card["text"], card["at"]) == ("", "palettes cassées", MORNING)


@asks("workshops/matches")
def test_a_workshop_s_leads_rest_on_its_cards_or_were_voted_for(room: Store) -> None:
    assert room.read("workshops/matches", workshop="room") == [{"id": "sub-reuse", "flow": "flow-c1"}]
    room.write("workshops/put_vote", **VOTE, synergy="sub-feed")
    rows = {(row["id"], row["flow"]) for row in room.read("workshops/matches", workshop="room")}
    assert rows == {("sub-reuse", "flow-c1"), ("sub-feed", "")}


@asks("workshops/known")
def test_what_people_know_already_is_found_by_cards_that_say_it_again(room: Store) -> None:
    again = [{"id": "sub-reuse", "flow": "flow-c1"}]
    assert room.read("workshops/known", workshop="room") == again
    assert room.read("workshops/known", workshop="none") == []
    ask(room, "MATCH (w:Flow {id: 'flow-d1'}) SET w.confidential = true")
    assert room.read("workshops/known", workshop="room") == []
    ask(room, "MATCH (w:Flow {id: 'flow-d1'}) SET w.confidential = false")
    ask(room, "MATCH (s:Synergy {id: 'sub-reuse'}) SET s.judgement = 'proposed'")
    assert room.read("workshops/known", workshop="room") == []
    ask(room, "MATCH (s:Synergy {id: 'sub-reuse'}) SET s.origin = 'identified'")
    assert room.read("workshops/known", workshop="room") == again
    ask(room, "MATCH (s:Synergy {id: 'sub-reuse'})-[p:INVOLVES]->(:Firm {id: 'mill'}) SET p.role = 'taker'")
    assert room.read("workshops/known", workshop="room") == []


@asks("workshops/propose")
def test_a_lead_between_cards_is_the_workshop_s_and_a_judged_one_is_left(room: Store) -> None:
    assert raised(room) == ["sub-new"]
    held = values(room, "Synergy", "sub-new")
    assert (held["origin"], held["workshop"], held["judgement"], held["score"]) == ("workshop", "room", "proposed", 2.0)
    before = values(room, "Synergy", "sub-reuse")
    assert raised(room, id="sub-reuse") == []
    assert {k: v for k, v in values(room, "Synergy", "sub-reuse").items() if k != "touched"} == {
        k: v for k, v in before.items() if k != "touched"
    }
    assert raised(room, id="sub-feed") == ["sub-feed"]
    assert values(room, "Synergy", "sub-feed")["origin"] == "workshop"
    assert "sub-feed" not in {row["id"] for row in synergies.standing(room)}


@asks("workshops/drop")
def test_what_a_card_made_is_dropped_unless_somebody_cares(room: Store) -> None:
    raised(room)
    raised(room, id="mut-new", kind="mutualisation", resource="forklift", flows=["flow-c2", "flow-d2"])
    asked = {"workshop": "room", "flow": "flow-e1", "resource": "forklift"}
    room.write("workshops/put_vote", **VOTE, synergy="mut-new")
    assert room.write("workshops/drop", **asked) == [{"n": 1}]
    left = {row["id"] for row in ask(room, "MATCH (s:Synergy {workshop: 'room'}) RETURN s.id AS id")}
    assert left == {"mut-new"}
    assert room.write("workshops/drop", **(asked | {"workshop": "other"})) == [{"n": 0}]


@asks("workshops/put_vote", "workshops/remove_vote", "workshops/lower", "workshops/votes")
def test_a_vote_counts_once_and_what_it_raised_goes_back_with_the_last(room: Store) -> None:
    for _ in range(2):
        room.write("workshops/put_vote", **VOTE, synergy="sub-feed")
    room.write("workshops/put_vote", **(VOTE | {"id": "vote-2", "firm": "mill", "at": EVENING}), synergy="sub-feed")
    names = [(row["id"], row["synergy"], row["firm_name"]) for row in room.read("workshops/votes", workshop="room")]
    assert names == [("vote-1", "sub-feed", "Ferme d'Été"), ("vote-2", "sub-feed", "Moulin Noir")]
    for vote, origin in (("vote-1", "workshop"), ("vote-2", "matcher")):
        room.write("workshops/remove_vote", id=vote)
        room.write("workshops/lower", synergy="sub-feed")
        assert values(room, "Synergy", "sub-feed")["origin"] == origin
    room.write("workshops/put_vote", **VOTE, synergy="sub-reuse")
    assert values(room, "Synergy", "sub-reuse")["origin"] == "matcher"


@asks("workshops/unmatched", "workshops/matched")
def test_a_card_waits_to_be_matched_until_it_is_or_counts_no_more(room: Store) -> None:
    room.write("workshops/put_card", row=CARD | {"id": "card-2", "flow": "flow-c2", "matched": True})
    waiting = [{"id": "card-1", "flow": "flow-c1"}]
    assert room.read("workshops/unmatched", workshop="room") == waiting
    assert room.read("workshops/unmatched", workshop="other") == []
    room.write("workshops/matched", id="card-1")
    assert room.read("workshops/unmatched", workshop="room") == []
    room.write("workshops/put_card", row=CARD)
    assert room.read("workshops/unmatched", workshop="room") == waiting
    room.write("workshops/withdraw_card", id="card-1", by="Léa", at=NOON)
    assert room.read("workshops/unmatched", workshop="room") == []


@asks("workshops/united")
def test_a_group_of_the_matcher_that_unites_two_firms_is_found(room: Store) -> None:
    ask(room, "MATCH (s:Synergy {id: 'idn-truck'}) SET s.origin = 'matcher'")
    for firms, n in ((["mill", "press", "farm"], 1), (["mill", "farm"], 0), ([], 0)):
        assert room.read("workshops/united", resource="forklift", firms=firms) == [{"n": n}]
    assert room.read("workshops/united", resource="pallet", firms=["mill", "press"]) == [{"n": 0}]
