"""A room: cards become flows, meet each other first, and what people judged stays as they left it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from symbiosis.domain.enums import Direction, Judgement, Origin, Provenance, SynergyKind
from symbiosis.domain.errors import NotFound, Refused
from symbiosis.domain.workshops import Board, Match, Next, Said, conversion, next_steps
from symbiosis.knowledge import Knowledge
from symbiosis.services import cards, workshops
from symbiosis.services.decide import Order, decide
from symbiosis.services.rematch import rematch
from symbiosis.store import flows, synergies
from symbiosis.store.session import Store
from tests.databases import ask
from tests.services.conftest import quiet

HAVE = Said(Direction.OFFER, "palettes bois perdues", "40 palettes/sem", firm_id="f-shop", once="1", by="Anne")
WANT = Said(Direction.NEED, "palettes bois", "", firm_id="f-office", shown=True, once="2", by="Anne")
LEND = Said(Direction.SHARE, "chariot élévateur", firm_id="f-office", once="3", by="Anne")


@pytest.fixture
def room(loaded: Store) -> str:
    return workshops.create(loaded, "Atelier du test", "2026-11-30", "Salle 1", "Anne")


def hand_in(store: Store, knowledge: Knowledge, room: str, *said: Said) -> Board:
    for card in said:
        cards.hand_in(store, knowledge, room, card)
    return workshops.board(store, room)


def in_room(board: Board) -> list[Match]:
    return [m for m in board.matches if m.in_room]


def ids(matches: Sequence[Match]) -> set[str]:
    return {m.line.id for m in matches}


def test_two_cards_meet_at_once_and_the_lead_is_of_the_workshop(loaded: Store, knowledge: Knowledge, room: str) -> None:
    board = hand_in(loaded, knowledge, room, HAVE, WANT)
    (meeting,) = in_room(board)
    assert meeting.line.origin is Origin.WORKSHOP and meeting.line.kind is SynergyKind.SUBSTITUTION
    assert [p.firm_id for p in meeting.parties] == ["f-shop", "f-office"]
    assert board.matches[0] == meeting


def test_the_room_sees_a_name_only_where_the_card_says_so(loaded: Store, knowledge: Knowledge, room: str) -> None:
    (meeting,) = in_room(hand_in(loaded, knowledge, room, HAVE, WANT))
    assert [p.name for p in meeting.parties] == ["", "Bureau du Test"]
    assert meeting.parties[0].nace == ("25.62",)
    others = [p for m in workshops.board(loaded, room).matches for p in m.parties if not p.here]
    assert all(p.name == "" for p in others)


def test_a_card_is_an_observed_flow_that_keeps_what_was_typed(loaded: Store, knowledge: Knowledge, room: str) -> None:
    (card,) = hand_in(loaded, knowledge, room, HAVE).cards
    row = flows.get(loaded, card.flow_id)
    assert (row["provenance"], row["as_of"]) == (Provenance.OBSERVED, "2026-11-30")
    assert (row["quantity"], row["unit"], row["quantity_text"]) == (40 * 52, "piece", "40 palettes/sem")


def test_a_rematch_leaves_the_leads_of_the_room(loaded: Store, knowledge: Knowledge, room: str) -> None:
    board = hand_in(loaded, knowledge, room, HAVE, WANT)
    rematch(loaded, quiet)
    assert ids(in_room(workshops.board(loaded, room))) == ids(in_room(board))


def test_what_was_said_twice_is_one_card_and_one_click_more_is_not_twice(
    loaded: Store, knowledge: Knowledge, room: str
) -> None:
    first = cards.hand_in(loaded, knowledge, room, HAVE)
    again = replace(HAVE, text="des palettes en bois perdues", quantity_text="", once="9")
    merged = cards.hand_in(loaded, knowledge, room, again)
    assert merged.card_id == first.card_id and merged.before and merged.before.text == HAVE.text
    cards.hand_in(loaded, knowledge, room, again)
    (card,) = workshops.board(loaded, room).cards
    assert (card.times, card.also, card.text) == (2, ("des palettes en bois perdues",), HAVE.text)
    assert card.quantity == 40 * 52
    apart = cards.hand_in(loaded, knowledge, room, replace(again, apart=True, once="10"))
    assert apart.card_id != first.card_id


def test_the_territory_is_matched_in_the_background_as_a_declaration_would_be(
    loaded: Store, knowledge: Knowledge, room: str
) -> None:
    need = Said(Direction.NEED, "sciure", firm_id="f-store", once="1", by="Anne")
    hand_in(loaded, knowledge, room, need)
    assert cards.match(loaded, knowledge, room, quiet) == 1
    found = workshops.board(loaded, room).matches
    assert any({p.firm_id for p in m.parties} == {"f-mill", "f-store"} and not m.in_room for m in found)
    at_once = synergies.standing(loaded)
    rematch(loaded, quiet)
    assert synergies.standing(loaded) == at_once
    assert cards.match(loaded, knowledge, room, quiet) == 0


def test_four_hands_at_once_lose_no_card_and_meet(loaded: Store, knowledge: Knowledge, room: str) -> None:
    wanted = [HAVE, WANT, LEND, replace(LEND, firm_id="f-brewery", once="4")]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda said: cards.hand_in(loaded, knowledge, room, said), wanted))
    board = workshops.board(loaded, room)
    assert len(board.standing) == 4 and in_room(board)


def test_a_flow_the_firm_told_before_is_not_told_twice(loaded: Store, knowledge: Knowledge, room: str) -> None:
    before = len(flows.of_firm(loaded, "f-mill"))
    said = Said(Direction.OFFER, "sciure", firm_id="f-mill", once="1", by="Anne")
    (card,) = hand_in(loaded, knowledge, room, said).cards
    assert card.reuses and len(flows.of_firm(loaded, "f-mill")) == before
    cards.withdraw(loaded, knowledge, room, card.id, "Anne")
    assert len(flows.of_firm(loaded, "f-mill")) == before


def test_a_judged_lead_that_a_card_meets_stays_as_it_was_judged(loaded: Store, knowledge: Knowledge, room: str) -> None:
    lead = next(
        r for r in synergies.standing(loaded) if r["kind"] == SynergyKind.SUBSTITUTION and not r["hypothetical"]
    )
    decide(loaded, Order(lead["id"], 1, Judgement.CONFIRMED, "Anne"))
    before = synergies.get(loaded, lead["id"])
    giver, taker = lead["firm_ids"]
    told = [
        Said(Direction.OFFER, "drêches", firm_id=giver, once="1"),
        Said(Direction.NEED, "drêches", firm_id=taker, once="2"),
    ]
    board = hand_in(loaded, knowledge, room, *told)
    workshops.vote(loaded, room, lead["id"], taker, "Anne")
    assert synergies.get(loaded, lead["id"]) == before
    assert lead["id"] in ids(in_room(board))


def test_a_vote_raises_a_proposal_and_its_withdrawal_gives_it_back(
    loaded: Store, knowledge: Knowledge, room: str
) -> None:
    lead = synergies.standing(loaded)[0]
    firm = lead["firm_ids"][0]
    for _ in range(2):
        workshops.vote(loaded, room, lead["id"], firm, "Anne")
    (match,) = workshops.board(loaded, room).matches
    assert match.line.origin is Origin.WORKSHOP and len(match.votes) == 1
    rematch(loaded, quiet)
    assert synergies.get(loaded, lead["id"])["origin"] == Origin.WORKSHOP
    workshops.unvote(loaded, room, lead["id"], firm)
    assert synergies.get(loaded, lead["id"])["origin"] == Origin.MATCHER
    assert workshops.board(loaded, room).matches == ()


def test_a_withdrawn_card_takes_its_leads_with_it_but_for_those_voted_for(
    loaded: Store, knowledge: Knowledge, room: str
) -> None:
    board = hand_in(loaded, knowledge, room, HAVE, WANT)
    card = next(c for c in board.cards if c.firm_id == "f-shop")
    cards.withdraw(loaded, knowledge, room, card.id, "Anne")
    assert not in_room(workshops.board(loaded, room)) and not flows.held(loaded, card.flow_id)
    again = hand_in(loaded, knowledge, room, HAVE)
    (meeting,) = in_room(again)
    workshops.vote(loaded, room, meeting.line.id, "f-office", "Anne")
    cards.withdraw(loaded, knowledge, room, card.id, "Anne")
    left = workshops.board(loaded, room)
    assert meeting.line.id in ids(left.matches) and not in_room(left)


def test_a_mended_card_keeps_its_firm_and_changes_what_it_meets(loaded: Store, knowledge: Knowledge, room: str) -> None:
    board = hand_in(loaded, knowledge, room, HAVE, WANT)
    card = next(c for c in board.cards if c.firm_id == "f-shop")
    cards.mend(loaded, knowledge, room, card.id, replace(HAVE, text="sciure de bois", once="7"))
    mended = workshops.board(loaded, room)
    assert not in_room(mended)
    assert {c.text for c in mended.standing} == {"sciure de bois", WANT.text}


def test_a_firm_from_elsewhere_is_made_by_its_first_card(loaded: Store, knowledge: Knowledge, room: str) -> None:
    said = [replace(HAVE, firm_id="", outside="Menuiserie d'Ailleurs", once=str(i)) for i in range(2)]
    board = hand_in(loaded, knowledge, room, *said, WANT)
    assert len(board.cards) == 2 and in_room(board)
    with pytest.raises(NotFound):
        cards.hand_in(loaded, knowledge, room, replace(HAVE, firm_id="", outside=" "))


def test_a_closed_workshop_takes_no_card_and_loses_none(loaded: Store, knowledge: Knowledge, room: str) -> None:
    (card,) = hand_in(loaded, knowledge, room, HAVE).cards
    workshops.close(loaded, room, True)
    for act in (cards.hand_in, lambda s, k, r, said: cards.mend(s, k, r, card.id, said)):
        with pytest.raises(Refused):
            act(loaded, knowledge, room, replace(HAVE, text="cartons"))
    assert [c.withdrawn for c in workshops.board(loaded, room).cards] == [False]


def test_the_next_steps_and_the_conversion(loaded: Store, knowledge: Knowledge, room: str) -> None:
    odd = Said(Direction.OFFER, "zorglub", firm_id="f-brewery", once="5")
    board = hand_in(loaded, knowledge, room, HAVE, WANT, odd)
    (meeting,) = in_room(board)
    assert conversion(board.matches).retained == 0 and conversion(board.matches).rate is None
    workshops.vote(loaded, room, meeting.line.id, "f-office", "Anne")
    for version, judgement in enumerate((Judgement.CONFIRMED, Judgement.IMPLEMENTED), start=1):
        decide(loaded, Order(meeting.line.id, version, judgement, "Anne"))
    board = workshops.board(loaded, room)
    assert (conversion(board.matches).done, conversion(board.matches).rate) == (1, 1.0)
    steps = {f.firm_id: [s.kind for s in f.steps] for f in next_steps(board)}
    assert steps["f-brewery"][0] is Next.CLARIFY and Next.CALL in steps["f-shop"] and Next.MEASURE in steps["f-office"]


def test_a_card_that_says_what_is_known_already_shows_it_with_its_status(
    loaded: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    first = workshops.create(loaded, "Premier atelier", "2026-11-02", "", "Anne")
    (lead,) = in_room(hand_in(loaded, knowledge, first, HAVE, WANT))
    decide(loaded, Order(lead.line.id, 1, Judgement.REFUSED, "Anne", "too_far"))
    flow = lead.cards[0].flow_id
    ask(loaded, "MATCH (s:Synergy {id: $id})-[r:RESTS_ON]->() DELETE r", id=lead.line.id)  # it rested on others, once
    second = workshops.create(loaded, "Second atelier", "2026-11-30", "", "Anne")
    board = hand_in(loaded, knowledge, second, HAVE, WANT)
    (known,) = [m for m in board.matches if m.line.id == lead.line.id]
    assert known.repeated and known.in_room and known.line.judgement is Judgement.REFUSED
    assert [p.name for p in known.parties] == ["", "Bureau du Test"] and flow
    assert ids(in_room(board)) == {lead.line.id}, "and nothing is proposed beside it"
    found = conversion(board.matches)
    assert lead.line.id not in {m.line.id for m in board.matches if not m.repeated}
    assert (found.retained, found.followed) == (0, 0), "what was known before is none of this workshop's success"
