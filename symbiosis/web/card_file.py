"""Cards that were written in a spreadsheet: shown row by row first, then handed in."""

import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Blueprint, Response, abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Direction
from symbiosis.domain.errors import Refused
from symbiosis.domain.workshops import Said
from symbiosis.services import card_file, cards, workshops
from symbiosis.web.access import needs
from symbiosis.web.forms import Form
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.workshop_pages import CardFilePage

bp = Blueprint("card_file", __name__, url_prefix="/workshops")
MOST, LONGEST_NAME = 500, 80
TEXTS = ("text", "quantity_text", "firm_id", "outside", "once")


@bp.get("/<workshop_id>/file")
@needs(Right.IMPORT)
def start(workshop_id: str) -> str:
    """Ask for a spreadsheet of cards."""
    return show(CardFilePage(workshops.one(store(), workshop_id)))


@bp.post("/<workshop_id>/file")
@needs(Right.IMPORT)
def look(workshop_id: str) -> str | tuple[str, int]:
    """Show what each row of the file says; nothing is taken yet."""
    sent = request.files.get("file")
    workshop = workshops.one(store(), workshop_id)
    if sent is None or not sent.filename:
        form = Form(errors={"file": str(_("Choisissez au moins un fichier."))})
        return show(CardFilePage(workshop, form=form)), 422
    with TemporaryDirectory(prefix="symbiosis-") as folder:
        path = Path(folder) / ("".join(c for c in sent.filename if c.isalnum() or c in " ._-")[-LONGEST_NAME:] or "f")
        sent.save(path)
        rows = card_file.look(store(), workshop_id, path, who())[:MOST]
    good = json.dumps([asdict(row.card) for row in rows if row.card])
    return show(CardFilePage(workshop, rows, good))


@bp.post("/<workshop_id>/file/cards")
@needs(Right.IMPORT)
def take(workshop_id: str) -> Response:
    """Hand in the cards that were shown."""
    try:
        said = [_said(card) for card in json.loads(request.form.get("cards", ""))][:MOST]
    except (ValueError, TypeError, AttributeError, KeyError):
        abort(400)
    try:
        taken = cards.hand_in_all(store(), state().known.current(store()), workshop_id, said)
        flash({"taken": len(taken), "merged": sum(t.before is not None for t in taken)}, "card_file")  # type: ignore[arg-type]
    except Refused:
        flash("", "closed_workshop")
    return redirect(url_for("workshops.entry", workshop_id=workshop_id), 303)  # type: ignore[return-value]


def _said(card: dict[str, object]) -> Said:
    text, quantity, firm, outside, once = (str(card[name]) for name in TEXTS)
    return Said(Direction(str(card["direction"])), text, quantity, firm, outside, bool(card["shown"]), once, by=who())
