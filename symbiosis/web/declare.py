"""A firm tells a flow and sees what it may lead to; and the flows that nobody understood."""

from flask import Blueprint, Response, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.services import browse
from symbiosis.services.declare import declare, outcome
from symbiosis.web.access import needs
from symbiosis.web.declare_form import read_declaration
from symbiosis.web.firms import LONGEST, found_firms
from symbiosis.web.forms import Form
from symbiosis.web.pages import ChoosePage, DeclaredPage, DeclarePage, UnclearPage, show
from symbiosis.web.sight import sight
from symbiosis.web.state import state, store
from symbiosis.web.where import page_number

bp = Blueprint("declare", __name__)


@bp.get("/declare")
@needs(Right.JUDGE)
def start() -> str:
    """Show the form of a firm, or let one be chosen first."""
    firm_id = request.args.get("firm", "")
    if firm_id:
        return _form(firm_id, Form())
    text = request.args.get("q", "").strip()[:LONGEST]
    return show(ChoosePage(text, found_firms(text, "", page_number(request.args)) if text else None))


@bp.post("/declare")
@needs(Right.JUDGE)
def send() -> Response | tuple[str, int]:
    """Record a declaration, or say what to mend."""
    firm_id = request.args.get("firm", "")
    form, flow = read_declaration(request.form, firm_id)
    if flow is None:
        return _form(firm_id, form), 422
    flow_id = declare(store(), state().known.current(store()), flow)
    return redirect(url_for("declare.told", flow_id=flow_id), 303)  # type: ignore[return-value]


@bp.get("/declare/<flow_id>")
@needs(Right.JUDGE)
def told(flow_id: str) -> str:
    """Show what was understood and what it may lead to."""
    return show(DeclaredPage(outcome(store(), state().known.current(store()), flow_id, sight())))


@bp.get("/unclear")
@needs(Right.READ)
def unclear() -> str:
    """Show the flows that nobody understood yet."""
    return show(UnclearPage(browse.unclear(store(), page_number(request.args))))


def _form(firm_id: str, form: Form) -> str:
    firm = browse.firm(store(), firm_id).firm
    return show(DeclarePage(firm.id, firm.name, form))
