"""« Toujours vrai ? »: old flows, each confirmed, corrected or withdrawn at a click."""

from collections.abc import Callable
from dataclasses import replace

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Unit
from symbiosis.domain.errors import FlowChanged
from symbiosis.domain.flows import Flow
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.today import OldFlow
from symbiosis.services import own, still_true
from symbiosis.web.access import needs
from symbiosis.web.animator_pages import OldFlowPage, OldFlowsPage
from symbiosis.web.declare_form import amount_errors, decimal, told_amount
from symbiosis.web.forms import Form, too_long, typed, with_errors
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.where import page_number, whole

bp = Blueprint("still_true", __name__, url_prefix="/still-true")
Answer = Response | tuple[str, int]
TEXT = 200


@bp.get("")
@needs(Right.JUDGE)
def listed() -> str:
    """Show the flows older than twelve months."""
    found = still_true.old_flows(store(), page_number(request.args), EVERYTHING)
    if not found.lines and found.total:
        found = still_true.old_flows(store(), found.pages, EVERYTHING)
    return show(OldFlowsPage(found))


@bp.post("/<flow_id>/yes")
@needs(Right.JUDGE)
def yes(flow_id: str) -> Response:
    """Note that a flow is still true."""
    return _done(flow_id, own.confirm, "confirmed")


@bp.post("/<flow_id>/withdrawn")
@needs(Right.JUDGE)
def withdrawn(flow_id: str) -> Response:
    """Take a flow out: it is true no more."""
    return _done(flow_id, own.withdraw, "withdrawn")


@bp.post("/<flow_id>/restore")
@needs(Right.JUDGE)
def restore(flow_id: str) -> Response:
    """Bring a flow back that was just withdrawn."""
    return _act(still_true.any_one(store(), flow_id, EVERYTHING), own.restore, "restored")


@bp.get("/<flow_id>/changed")
@needs(Right.JUDGE)
def changing(flow_id: str) -> str:
    """Show what can be corrected."""
    return show(OldFlowPage(still_true.one(store(), flow_id, EVERYTHING), Form()))


@bp.post("/<flow_id>/changed")
@needs(Right.JUDGE)
def changed(flow_id: str) -> Answer:
    """Correct a flow, or say what to mend."""
    old, form = still_true.one(store(), flow_id, EVERYTHING), typed(request.form)
    text = too_long(form, "quality", TEXT)
    checked = with_errors(form, quality=text, **amount_errors(form))
    if checked.errors:
        return show(OldFlowPage(old, checked)), 422
    try:
        own.edit(store(), state().known.current(store()), _seen(old), _said(old, form))
    except FlowChanged:
        return show(OldFlowPage(still_true.one(store(), flow_id, EVERYTHING), checked, conflict=True)), 409
    _tell("changed", old)
    return _back()


def _said(old: OldFlow, form: Form) -> Flow:
    amount = told_amount(form)
    words = "" if decimal(amount.typed) is not None else amount.typed
    unit = amount.unit or (Unit(form.get("unit")) if form.get("unit") and amount.value is not None else None)
    return replace(old.flow, quantity=amount.value, unit=unit, quantity_text=words, quality=form.get("quality"))


def _done(flow_id: str, act: Callable[..., None], what: str) -> Response:
    return _act(still_true.one(store(), flow_id, EVERYTHING), act, what)


def _act(old: OldFlow, act: Callable[..., None], what: str) -> Response:
    try:
        act(store(), state().known.current(store()), _seen(old))
        _tell(what, old)
    except FlowChanged:
        _tell("conflict", old)
    return _back()


def _tell(what: str, old: OldFlow) -> None:
    said = {"what": what, "id": old.flow.id, "version": old.version + 1, "text": old.flow.text}
    flash(said, "old_flow")  # type: ignore[arg-type]


def _seen(old: OldFlow) -> own.Seen:
    version = whole(typed(request.form).get("version"), -1)
    if version < 0:
        abort(400)
    return own.Seen(old.flow.id, old.flow.firm_id, version, who())


def _back() -> Response:
    endpoint = "today.my_day" if request.args.get("back") == "today" else "still_true.listed"
    return redirect(url_for(endpoint), 303)  # type: ignore[return-value]
