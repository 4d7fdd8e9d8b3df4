"""Workshops: start one, and take the cards of a room."""

from uuid import uuid4

from flask import Blueprint, Response, flash, jsonify, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.enums import Direction
from symbiosis.domain.errors import Refused
from symbiosis.domain.workshops import Board
from symbiosis.services import cards, workshops
from symbiosis.web.access import needs
from symbiosis.web.forms import Form
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.workshop_form import again, named, read_card, read_workshop, suggestions
from symbiosis.web.workshop_pages import CardForm, EntryPage, Taken, WorkshopsPage

bp = Blueprint("workshops", __name__, url_prefix="/workshops")
KEPT = ("firm", "firm_id", "outside", "shown", "direction")  # from one card to the next


@bp.get("")
@needs(Right.IMPORT)
def listed() -> str:
    """Show all workshops and the form of a new one."""
    return show(WorkshopsPage(tuple(workshops.listed(store())), Form({"day": now()[:10]})))


@bp.post("")
@needs(Right.IMPORT)
def create() -> Response | tuple[str, int]:
    """Start a workshop, or say what to mend."""
    form = read_workshop(request.form)
    if form.errors:
        return show(WorkshopsPage(tuple(workshops.listed(store())), form)), 422
    workshop_id = workshops.create(store(), form.get("name"), form.get("day"), form.get("place"), who())
    return _to_entry(workshop_id)


@bp.get("/firms")
@needs(Right.IMPORT)
def firms() -> Response:
    """Give the firms that a beginning may mean, as they are to be typed."""
    return jsonify([named(line) for line in suggestions(request.args.get("q", "")[:100])])


@bp.get("/<workshop_id>")
@needs(Right.IMPORT)
def entry(workshop_id: str) -> str:
    """Show where the room hands in its cards, and what was understood of the latest one."""
    board = workshops.board(store(), workshop_id)
    kept = {name: request.args.get(name, "")[:200] for name in KEPT}
    kept |= {"direction": kept["direction"] or Direction.OFFER.value, "once": uuid4().hex}
    return show(EntryPage(board, CardForm(Form(kept)), _taken(board, request.args.get("card", ""))))


@bp.post("/<workshop_id>/cards")
@needs(Right.IMPORT)
def hand_in(workshop_id: str) -> Response | tuple[str, int]:
    """Take a card, or ask what has to be known first."""
    form, said = read_card(request.form)
    if said is None:
        return show(EntryPage(workshops.board(store(), workshop_id), form)), 422
    try:
        taken = cards.hand_in(store(), state().known.current(store()), workshop_id, said)
    except Refused:
        return _closed(workshop_id)
    if taken.before:
        flash({"text": taken.before.text, "times": taken.times}, "merged")  # type: ignore[arg-type]
    kept = {name: form.form.get(name) for name in KEPT if form.form.get(name)}
    return _to_entry(workshop_id, card=taken.card_id, **kept)


@bp.get("/<workshop_id>/cards/<card_id>")
@needs(Right.IMPORT)
def mend(workshop_id: str, card_id: str) -> str:
    """Show a card to be corrected."""
    card = cards.one(store(), workshop_id, card_id)
    return show(EntryPage(workshops.board(store(), workshop_id), CardForm(again(card)), mending=card_id))


@bp.post("/<workshop_id>/cards/<card_id>")
@needs(Right.IMPORT)
def mended(workshop_id: str, card_id: str) -> Response | tuple[str, int]:
    """Put a corrected card in place of the former one."""
    form, said = read_card(request.form)
    if said is None:
        return show(EntryPage(workshops.board(store(), workshop_id), form, mending=card_id)), 422
    try:
        taken = cards.mend(store(), state().known.current(store()), workshop_id, card_id, said)
    except Refused:
        return _closed(workshop_id)
    return _to_entry(workshop_id, card=taken.card_id)


@bp.post("/<workshop_id>/cards/<card_id>/withdraw")
@needs(Right.IMPORT)
def withdraw(workshop_id: str, card_id: str) -> Response:
    """Withdraw a card."""
    cards.withdraw(store(), state().known.current(store()), workshop_id, card_id, who())
    flash("", "withdrawn_card")
    return _to_entry(workshop_id)


@bp.post("/<workshop_id>/close")
@needs(Right.IMPORT)
def close(workshop_id: str) -> Response:
    """Take no more cards, or take them again."""
    workshops.close(store(), workshop_id, request.form.get("closed") == "1")
    return _to_entry(workshop_id)


def _closed(workshop_id: str) -> Response:
    flash("", "closed_workshop")
    return _to_entry(workshop_id)


def _to_entry(workshop_id: str, **kept: str) -> Response:
    address = url_for("workshops.entry", workshop_id=workshop_id, **kept)  # type: ignore[arg-type]
    return redirect(address, 303)  # type: ignore[return-value]


def _taken(board: Board, card_id: str) -> Taken | None:
    card = next((c for c in board.standing if c.id == card_id), None)
    if card is None:
        return None
    met = tuple(m for m in board.matches if card in m.cards)
    return Taken(card, cards.understood(state().known.current(store()), card), met)
