"""A card is handed in, mended or withdrawn: it becomes a flow, and meets the other cards of the room at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from symbiosis.domain.amounts import Amount
from symbiosis.domain.clock import now, this_year
from symbiosis.domain.enums import FlowChange, Provenance
from symbiosis.domain.errors import NotFound, Refused
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, LinkedFlow
from symbiosis.domain.fold import fold
from symbiosis.domain.ids import stable_id
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.workshops import CardLine, Said, Workshop
from symbiosis.knowledge import Knowledge
from symbiosis.matching import model, room
from symbiosis.matching.territory import build
from symbiosis.services.record import note, record
from symbiosis.store import experience, firms, flows, jobs, models, synergies, territory, told, views, workshops
from symbiosis.store.directions import DIRECTION
from symbiosis.store.session import Row, Store

MATCH = "cards"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class HandedIn:
    """A card that was taken; `before` is the card it was merged with, None for a new one."""

    card_id: str
    times: int
    before: CardLine | None


def hand_in(store: Store, knowledge: Knowledge, workshop_id: str, said: Said) -> HandedIn:
    """Take a card; one that says what another of the firm says already is merged with it.

    Refused when the workshop is closed, NotFound without the workshop or the firm.
    """
    taken = _take(store, knowledge, workshop_id, said)
    _meet(store, knowledge, workshop_id)
    jobs.queue(store, MATCH, workshop_id, now())
    return taken


def hand_in_all(store: Store, knowledge: Knowledge, workshop_id: str, said: Sequence[Said]) -> list[HandedIn]:
    """Take many cards at once: they meet each other now, and the territory in one run of the matcher."""
    taken = [_take(store, knowledge, workshop_id, one, matched=True) for one in said]
    _meet(store, knowledge, workshop_id)
    jobs.queue(store, "rematch", "", now())
    return taken


def match(store: Store, knowledge: Knowledge, workshop_id: str, progress: Progress) -> int:
    """Match the cards that wait for it with the territory, one by one; return how many."""
    waiting = workshops.unmatched(store, workshop_id)
    for done, (card_id, flow_id) in enumerate(waiting):
        progress(MATCH, done, len(waiting))
        record(store, knowledge, told.get(store, flow_id, EVERYTHING).flow)
        workshops.matched(store, card_id)
    return len(waiting)


def _take(store: Store, knowledge: Knowledge, workshop_id: str, said: Said, matched: bool = False) -> HandedIn:
    """Write a card and its flow: at once, whatever the size of the territory it is matched with afterwards."""
    workshop = _open(store, workshop_id)
    flow = _flow(knowledge, said, said.firm_id or _outside(store, said.outside), workshop.day)
    card_id = card_key(knowledge, workshop_id, flow, said.apart)
    held = next((c for c in workshops.cards(store, workshop_id) if c.id == card_id and not c.withdrawn), None)
    told_now = replace(_merged(knowledge, flow, held), id=_own_flow(card_id))
    written = _write(store, knowledge, workshop_id, told_now)
    first = held.text if held else said.text
    row = {"id": card_id, "workshop": workshop_id, "firm": flow.firm_id, "flow": written.id, "by": said.by, "at": now()}
    words = {"direction": said.direction.value, "text": first, "shown": said.shown, "outside": bool(said.outside)}
    quantity = said.quantity_text or (held.quantity_text if held else "")
    reuses = written.id != _own_flow(card_id)
    workshops.put_card(store, row | words | {"quantity_text": quantity, "reuses": reuses, "matched": matched or reuses})
    times = workshops.say_again(store, card_id, said.once, said.text)
    return HandedIn(card_id, times, held)


def mend(store: Store, knowledge: Knowledge, workshop_id: str, card_id: str, said: Said) -> HandedIn:
    """Put a card in place of another one; NotFound without it, Refused when the workshop is closed."""
    _open(store, workshop_id)
    withdraw(store, knowledge, workshop_id, card_id, said.by)
    return hand_in(store, knowledge, workshop_id, said)


def withdraw(store: Store, knowledge: Knowledge, workshop_id: str, card_id: str, who: str) -> None:
    """Withdraw a card and what it made; what people judged or voted for stays, without the card."""
    card = one(store, workshop_id, card_id)
    if card.withdrawn:
        return
    resting = [lead for lead, on in workshops.matches(store, workshop_id).items() if card.flow_id in on]
    workshops.withdraw_card(store, card_id, who, now())
    workshops.drop(store, workshop_id, card.flow_id, card.resource.id if card.resource else "")
    if not card.reuses:
        before = told.get(store, card.flow_id, EVERYTHING)
        told.change(store, told.Change(before, before.linked, FlowChange.WITHDRAWN, now(), who))
        synergies.withdraw(store, resting)
        jobs.queue(store, "rematch", "", now())
    _meet(store, knowledge, workshop_id)


def one(store: Store, workshop_id: str, card_id: str) -> CardLine:
    """Return a card; NotFound when there is none."""
    found = next((c for c in workshops.cards(store, workshop_id) if c.id == card_id), None)
    if found is None:
        raise NotFound(f"card {card_id}")
    return found


def understood(knowledge: Knowledge, card: CardLine) -> Amount:
    """Return what is understood of a card's quantity, or the question it raises."""
    return _amount(knowledge, card.text, card.quantity_text)


def _open(store: Store, workshop_id: str) -> Workshop:
    workshop = workshops.get(store, workshop_id)
    if not workshop.open:
        raise Refused("This workshop takes no more cards: open it again first.")
    return workshop


def card_key(knowledge: Knowledge, workshop_id: str, flow: Flow, apart: bool) -> str:
    """Return the id of a card: one per firm, direction and thing, unless the firm says that it is another thing."""
    link = None if apart else knowledge.recognition.best(flow.text)
    thing = link.resource_id if link else fold(flow.text)
    return stable_id("card", workshop_id, flow.firm_id, flow.direction.value, thing)


def _flow(knowledge: Knowledge, said: Said, firm_id: str, day: str) -> Flow:
    amount = _amount(knowledge, said.text, said.quantity_text)
    return Flow(
        id="", firm_id=firm_id, direction=said.direction, text=said.text, quantity=amount.value, unit=amount.unit,
        rhythm=amount.rhythm, provenance=Provenance.OBSERVED, as_of=day, quantity_text=amount.typed,
    )  # fmt: skip


def _amount(knowledge: Knowledge, text: str, quantity_text: str) -> Amount:
    """Return the quantity of a card: its own words, else one that its text tells clearly."""
    if quantity_text:
        return knowledge.amount(quantity_text, text)
    in_text = knowledge.amount(text, text)
    return Amount() if in_text.doubt else in_text


def _merged(knowledge: Knowledge, flow: Flow, held: CardLine | None) -> Flow:
    """Return the flow in the words of the first card, with the quantity of the latest that told one."""
    if held is None:
        return flow
    amount = understood(knowledge, held) if flow.quantity is None else None
    words = {"text": held.text}
    if amount:
        words |= {"quantity": amount.value, "unit": amount.unit, "rhythm": amount.rhythm, "quantity_text": amount.typed}  # type: ignore[dict-item]
    return Flow(**(vars(flow) | words))


def _write(store: Store, knowledge: Knowledge, workshop_id: str, flow: Flow) -> Flow:
    """Write the flow of a card, unless the firm told it before in its own declaration or a register does."""
    linked = knowledge.understand(flow)
    before = _told_before(store, linked)
    named = replace(flow, id=before or flow.id)
    workshops.drop(store, workshop_id, named.id, linked.link.resource_id if linked.link else "")
    if not before and not _changed_since(store, named.id):
        note(store, knowledge, named)
    return named


def _changed_since(store: Store, flow_id: str) -> bool:
    """Tell whether the firm itself changed what a card became: then its own words hold."""
    if not flows.held(store, flow_id):
        return False
    return told.get(store, flow_id, EVERYTHING).version > 1


def _told_before(store: Store, linked: LinkedFlow) -> str:
    """Return the flow of the same firm about the same thing in the same direction that is no guess, '' for none."""
    if linked.link is None:
        return ""
    every = flows.of_firm(store, linked.flow.firm_id)
    return next((row["id"] for row in every if row["id"] != linked.flow.id and _same(row, linked)), "")


def _same(row: Row, linked: LinkedFlow) -> bool:
    """Tell whether a flow says the same in the open: a guess says nothing, and what is confidential stays apart."""
    resource = linked.link.resource_id if linked.link else ""
    known = row["provenance"] != Provenance.HYPOTHESIS and not row["confidential"]
    return known and DIRECTION[row["relation"]] is linked.flow.direction and row["resource_id"] == resource


def _own_flow(card_id: str) -> str:
    return stable_id("flow", card_id)


def _outside(store: Store, name: str) -> str:
    """Return the firm of that name that is not of the territory, made by its first card; NotFound without a name."""
    if not name.strip():
        raise NotFound("firm")
    firm_id = stable_id("outside", fold(name.strip()))
    if not firms.lines(store, [firm_id]):
        firms.put(store, [Firm(firm_id, name.strip())], frozenset())
    return firm_id


def _meet(store: Store, knowledge: Knowledge, workshop_id: str) -> None:
    """Propose what the cards of the room make together, beside what the matcher proposes with the territory."""
    cards = [c for c in workshops.cards(store, workshop_id) if not c.withdrawn and c.resource]
    about = frozenset(c.resource.id for c in cards if c.resource)
    here = {c.flow_id for c in cards}
    spoken = [linked for linked in flows.every(store, about, EVERYTHING) if linked.flow.id in here]
    present = [views.firm(firms.get(store, firm_id)) for firm_id in sorted({c.firm_id for c in cards})]
    table = build(present, spoken, knowledge.rows, this_year(), experience.get(store))
    found = room.meetings(knowledge.listener.listen(table, spoken), synergies.known(store))
    new = [p for p in found if not workshops.united(store, p)]
    workshops.propose(store, workshop_id, new, {"model": model.version(models.current(store)), "at": now()})
    territory.touch(store)
