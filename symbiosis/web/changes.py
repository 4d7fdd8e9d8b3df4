"""A firm's flow shown, corrected, confirmed, withdrawn and brought back: by the firm, or by an animator for it."""

from collections.abc import Callable
from typing import Any

from flask import Response, abort, flash, redirect, request

from symbiosis.domain.errors import FlowChanged
from symbiosis.services import own
from symbiosis.services.declare import outcome
from symbiosis.services.hear import Heard, hear
from symbiosis.services.own import OwnFlow, Seen
from symbiosis.web import told_form
from symbiosis.web.forms import Form, typed
from symbiosis.web.i18n import language
from symbiosis.web.mine_pages import CheckPage, FlowConflictPage, OwnFlowPage
from symbiosis.web.pages import show
from symbiosis.web.sight import Side, sight
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.where import whole

Answer = Response | tuple[str, int]
Act = Callable[[Any, Any, Seen], None]
ACTS: dict[str, Act] = {"confirm": own.confirm, "withdraw": own.withdraw, "restore": own.restore}


def flow(side: Side, flow_id: str) -> str:
    """Show a flow with what it may lead to and what it said before."""
    held, knowledge = _held(side, flow_id), state().known.current(store())
    led = None if held.withdrawn else outcome(store(), knowledge, flow_id, sight())
    return show(OwnFlowPage(held, led, side, whole(request.args.get("left", ""), 0)))


def form(side: Side, flow_id: str) -> str:
    """Show the form that corrects a flow."""
    held = _held(side, flow_id)
    resource = held.line.resource.id if held.line.resource else ""
    return show(_page(side, held, told_form.of_flow(own.flow_of(held.line), resource), held.version))


def edit(side: Side, flow_id: str) -> Answer:
    """Correct a flow, or say what to mend, or that somebody else was first."""
    held, version = _held(side, flow_id), _version()
    checked, said = told_form.read_telling(request.form, side.firm_id)
    if said is None:
        return show(_page(side, held, checked, version)), 422
    try:
        own.edit(store(), state().known.current(store()), _seen(side, flow_id, version), said)
    except FlowChanged:
        return show(FlowConflictPage(_held(side, flow_id), own.line_of(said), checked, side, "edit")), 409
    flash({"what": "edited"}, "told")  # type: ignore[arg-type]
    return _to(side, flow_id)


def act(side: Side, flow_id: str, what: str) -> Answer:
    """Confirm, withdraw or bring back a flow, or say that somebody else changed it first."""
    try:
        ACTS[what](store(), state().known.current(store()), _seen(side, flow_id, _version()))
    except FlowChanged:
        return show(FlowConflictPage(_held(side, flow_id), None, Form(), side, what)), 409
    undo = {"undo": side.to("restore", flow_id=flow_id), "version": _version() + 1}
    flash({"what": what, **undo}, "told")  # type: ignore[arg-type]
    return redirect(side.home, 303) if what != "restore" else _to(side, flow_id)  # type: ignore[return-value]


def heard_of(text: str, direction: str) -> Heard:
    """Return what is understood of a flow's words, for its suggestions."""
    return hear(state().known.current(store()), text, direction, lang=language())[0]


def _page(side: Side, held: OwnFlow, form: Form, version: int) -> CheckPage:
    heard = heard_of(form.get("text") or held.line.text, form.get("direction"))
    action = side.to("edit", flow_id=held.line.id)
    return CheckPage(form, heard, action, version=version, back=side.to("flow", flow_id=held.line.id))


def _held(side: Side, flow_id: str) -> OwnFlow:
    held = own.one(store(), state().known.current(store()), flow_id, sight())
    if held.line.firm_id != side.firm_id:
        abort(404)
    return held


def _seen(side: Side, flow_id: str, version: int) -> Seen:
    return Seen(flow_id, side.firm_id, version, who(), side.own)


def _version() -> int:
    version = whole(typed(request.form).get("version"), 0)
    if version < 1:
        abort(400)
    return version


def _to(side: Side, flow_id: str) -> Response:
    return redirect(side.to("flow", flow_id=flow_id), 303)  # type: ignore[return-value]
