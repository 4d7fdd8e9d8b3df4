"""A firm declares in two steps: plain words, then what was understood of them, to agree or to change."""

from dataclasses import replace

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Direction
from symbiosis.services import browse, draft, own
from symbiosis.services.declare import declare
from symbiosis.services.draft import Draft
from symbiosis.services.hear import hear
from symbiosis.web import told_form
from symbiosis.web.access import needs
from symbiosis.web.changes import Answer, heard_of
from symbiosis.web.forms import Form, too_long, typed, with_errors
from symbiosis.web.i18n import language
from symbiosis.web.mine_pages import CheckPage, SayPage
from symbiosis.web.pages import show
from symbiosis.web.sight import sight
from symbiosis.web.state import state, store
from symbiosis.web.visitor import firm_id

bp = Blueprint("mine_declare", __name__, url_prefix="/mine/declare")
LONGEST = 1000


@bp.get("")
@needs(Right.OWN_FIRM)
def say() -> str:
    """Ask for plain words."""
    return show(SayPage(Form(), draft.held(store(), firm_id())))


@bp.post("")
@needs(Right.OWN_FIRM)
def said() -> Answer:
    """Understand the words and keep them as a draft."""
    form = typed(request.form)
    empty = "" if form.get("whole") else _("Dites en quelques mots de quoi il s'agit.")
    checked = with_errors(form, whole=empty or too_long(form, "whole", LONGEST))
    if checked.errors:
        return show(SayPage(checked, None)), 422
    direction = form.get("direction") if form.get("direction") in set(Direction) else ""
    things = hear(state().known.current(store()), form.get("whole"), direction, _nace(), language())
    draft.keep(store(), firm_id(), Draft(direction, form.get("whole"), tuple(t.text for t in things)))
    return _go("mine_declare.check")


@bp.get("/check")
@needs(Right.OWN_FIRM)
def check() -> Answer:
    """Show what was understood of the first part of the draft; `like` shows a flow to start from instead."""
    if request.args.get("like"):
        return show(_copy(request.args["like"])), 200
    held = draft.held(store(), firm_id())
    return (show(_page(held)), 200) if held else _go("mine_declare.say")


@bp.post("/check")
@needs(Right.OWN_FIRM)
def agree() -> Answer:
    """Record what was agreed to, and go on to the next part; or say what to mend."""
    held = draft.held(store(), firm_id())
    if request.form.get("one") and held:
        draft.keep(store(), firm_id(), replace(held, parts=(held.whole,), typed={}))
        return _go("mine_declare.check")
    form, flow = told_form.read_telling(request.form, firm_id())
    if flow is None:
        return _mend(held, form)
    flow_id = declare(store(), state().known.current(store()), flow)
    left = _next(held, form.get("part"))
    return redirect(url_for("mine.flow", flow_id=flow_id, left=left or None), 303)  # type: ignore[return-value]


@bp.post("/drop")
@needs(Right.OWN_FIRM)
def drop() -> Response:
    """Forget the draft."""
    draft.drop(store(), firm_id())
    return _go("mine.home")


def _page(held: Draft) -> CheckPage:
    heard = hear(state().known.current(store()), held.parts[0], held.direction, _nace(), language())[0]
    heard = replace(heard, text=held.parts[0])
    form = Form(held.typed) if held.typed else told_form.of_heard(heard)
    return CheckPage(form, heard, url_for("mine_declare.agree"), left=len(held.parts) - 1, part=held.parts[0])


def _copy(flow_id: str) -> CheckPage:
    line = own.one(store(), state().known.current(store()), flow_id, sight()).line
    form = told_form.of_flow(own.flow_of(line), line.resource.id if line.resource else "")
    return CheckPage(form, heard_of(line.text, line.direction), url_for("mine_declare.agree"))


def _mend(held: Draft | None, form: Form) -> Answer:
    if held and held.parts[0] == form.get("part"):
        kept = {name: text for name, text in form.values.items() if name != "csrf_token"}
        draft.keep(store(), firm_id(), replace(held, typed=kept))
    heard = heard_of(form.get("text") or "?", form.get("direction"))
    left = len(held.parts) - 1 if held else 0
    return show(CheckPage(form, heard, url_for("mine_declare.agree"), left=left, part=form.get("part"))), 422


def _next(held: Draft | None, part: str) -> int:
    """Go on to the next part of the draft, unless it is there already; return how many are left."""
    if held is None or held.parts[0] != part:
        return len(held.parts) if held and part else 0
    if len(held.parts) == 1:
        draft.drop(store(), firm_id())
        return 0
    draft.keep(store(), firm_id(), replace(held, parts=held.parts[1:], typed={}))
    return len(held.parts) - 1


def _nace() -> str:
    nace = browse.firm(store(), firm_id()).firm.nace
    return nace[0] if nace else ""


def _go(endpoint: str) -> Response:
    return redirect(url_for(endpoint), 303)  # type: ignore[return-value]
