"""Bringing firms together, a page per lead: a letter asks each, its answer is noted, another letter introduces them."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.approaches import Outreach, Reached
from symbiosis.domain.enums import Agreed
from symbiosis.domain.errors import Refused
from symbiosis.domain.introductions import Readiness
from symbiosis.domain.sight import EVERYTHING
from symbiosis.services import approach, browse, introduce
from symbiosis.web import letters
from symbiosis.web.access import needs
from symbiosis.web.introduction_pages import IntroductionPage, Side
from symbiosis.web.lead import title
from symbiosis.web.pages import show
from symbiosis.web.state import place, store
from symbiosis.web.visitor import who

bp = Blueprint("introductions", __name__, url_prefix="/synergies/<synergy_id>/introduction")


@bp.get("")
@needs(Right.CONFIDENTIAL)
def show_state(synergy_id: str) -> str:
    """Show each firm with its people, the letter that is due to it, and what it said."""
    return _page(synergy_id)


@bp.post("/asked")
@needs(Right.JUDGE)
def asked(synergy_id: str) -> Response:
    """Remember that a firm was asked."""
    approach.asked(store(), synergy_id, request.form.get("about", ""), who())
    flash({"what": "asked"}, "told")  # type: ignore[arg-type]
    return _back(synergy_id)


@bp.post("/answers")
@needs(Right.JUDGE)
def note(synergy_id: str) -> Response | tuple[str, int]:
    """Note what a firm said on the telephone."""
    said = request.form.get("agreed", "")
    if said not in (Agreed.YES, Agreed.NO):
        abort(400)
    try:
        introduce.agree(store(), synergy_id, request.form.get("about", ""), Agreed(said))
    except Refused:
        return _page(synergy_id, refused=True), 409
    return _back(synergy_id)


@bp.post("")
@needs(Right.JUDGE)
def meet(synergy_id: str) -> Response | tuple[str, int]:
    """Introduce firms that all agreed."""
    try:
        introduce.introduce(store(), synergy_id, who())
    except Refused:
        return _page(synergy_id, refused=True), 409
    flash({"what": "introduced"}, "told")  # type: ignore[arg-type]
    return _back(synergy_id)


def _page(synergy_id: str, refused: bool = False) -> str:
    file, ready = browse.synergy(store(), synergy_id, EVERYTHING), introduce.readiness(store(), synergy_id)
    outreach = approach.outreach(store(), file, EVERYTHING)
    sides = tuple(_side(outreach, reached, ready) for reached in outreach.firms)
    return show(IntroductionPage(synergy_id, title(file), ready, sides, refused))


def _side(outreach: Outreach, reached: Reached, ready: Readiness) -> Side:
    """Return a firm with the letter that is due: the one that asks, the one that introduces, none after a no."""
    here = place()
    sender = letters.Sender(who(), here.name if here else "")
    answer = next(a for a in ready.answers if a.firm_id == reached.party.firm.id)
    if ready.ready or ready.introduced_at:
        letter = letters.meeting(outreach, reached, sender)
    elif answer.agreed is Agreed.UNKNOWN:
        letter = letters.asking(outreach, reached, sender)
    else:
        letter = None
    return Side(reached, answer, letter)


def _back(synergy_id: str) -> Response:
    return redirect(url_for("introductions.show_state", synergy_id=synergy_id), 303)  # type: ignore[return-value]
