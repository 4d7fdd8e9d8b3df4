"""The introduction of firms: what each said, and the animator's act that lets them know each other."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Agreed
from symbiosis.domain.errors import Refused
from symbiosis.services import browse, introduce
from symbiosis.web.access import needs
from symbiosis.web.lead import title
from symbiosis.web.mine_pages import IntroductionPage
from symbiosis.web.pages import show
from symbiosis.web.sight import sight
from symbiosis.web.state import store
from symbiosis.web.visitor import who

bp = Blueprint("introductions", __name__, url_prefix="/synergies/<synergy_id>/introduction")


@bp.get("")
@needs(Right.JUDGE)
def show_state(synergy_id: str) -> str:
    """Show what each firm said."""
    return _page(synergy_id)


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
    words = title(browse.synergy(store(), synergy_id, sight()))
    return show(IntroductionPage(synergy_id, words, introduce.readiness(store(), synergy_id), refused))


def _back(synergy_id: str) -> Response:
    return redirect(url_for("introductions.show_state", synergy_id=synergy_id), 303)  # type: ignore[return-value]
