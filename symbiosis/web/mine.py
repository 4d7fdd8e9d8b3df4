"""A firm's own space: what it told, whom it may meet, and what is held about it. Nothing of others before they met."""

from flask import Blueprint, Response, abort, flash, json, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.enums import Agreed, Direction, Provenance
from symbiosis.domain.errors import Refused
from symbiosis.domain.views import FlowLine
from symbiosis.services import browse, draft, introduce, own, personal
from symbiosis.web import changes
from symbiosis.web.access import needs
from symbiosis.web.changes import Answer
from symbiosis.web.mine_pages import DataPage, MinePage
from symbiosis.web.pages import show
from symbiosis.web.sight import Side, sight
from symbiosis.web.state import state, store
from symbiosis.web.visitor import firm_id, who

bp = Blueprint("mine", __name__, url_prefix="/mine")
JSON, CSV = "application/json", "text/csv"
YEAR = 4  # letters of an ISO day


@bp.get("")
@needs(Right.OWN_FIRM)
def home() -> str:
    """Show what the firm offers, needs and shares."""
    told = own.listed(store(), state().known.current(store()), firm_id(), sight())
    standing = [flow for flow in told if not flow.withdrawn]
    by_direction = ((d, tuple(f for f in standing if f.line.direction is d)) for d in Direction)
    return show(MinePage(
        _name(), tuple(by_direction), tuple(flow for flow in told if flow.withdrawn),
        frozenset(f.line.id for f in standing if _is_to_confirm(f.line)), introduce.of_firm(store(), firm_id()),
        draft.held(store(), firm_id()), _side(),
    ))  # fmt: skip


@bp.get("/flows/<flow_id>")
@needs(Right.OWN_FIRM)
def flow(flow_id: str) -> str:
    """Show one flow."""
    return changes.flow(_side(), flow_id)


@bp.get("/flows/<flow_id>/edit")
@needs(Right.OWN_FIRM)
def form(flow_id: str) -> str:
    """Show the form that corrects a flow."""
    return changes.form(_side(), flow_id)


@bp.post("/flows/<flow_id>/edit")
@needs(Right.OWN_FIRM)
def edit(flow_id: str) -> Answer:
    """Correct a flow."""
    return changes.edit(_side(), flow_id)


@bp.post("/flows/<flow_id>/confirm")
@needs(Right.OWN_FIRM)
def confirm(flow_id: str) -> Answer:
    """Say that a flow is still true."""
    return changes.act(_side(), flow_id, "confirm")


@bp.post("/flows/<flow_id>/withdraw")
@needs(Right.OWN_FIRM)
def withdraw(flow_id: str) -> Answer:
    """Withdraw a flow."""
    return changes.act(_side(), flow_id, "withdraw")


@bp.post("/flows/<flow_id>/restore")
@needs(Right.OWN_FIRM)
def restore(flow_id: str) -> Answer:
    """Bring a withdrawn flow back."""
    return changes.act(_side(), flow_id, "restore")


@bp.post("/introductions/<synergy_id>")
@needs(Right.OWN_FIRM)
def agree(synergy_id: str) -> Response:
    """Say yes or no to being introduced."""
    said = request.form.get("agreed", "")
    if said not in (Agreed.YES, Agreed.NO):
        abort(400)
    try:
        introduce.agree(store(), synergy_id, firm_id(), Agreed(said))
        flash({"what": f"agreed_{said}"}, "told")  # type: ignore[arg-type]
    except Refused:
        flash({"what": "too_late"}, "told")  # type: ignore[arg-type]
    return _home()


@bp.get("/data")
@needs(Right.OWN_FIRM)
def data() -> str:
    """Show what is held about the firm."""
    return show(DataPage(personal.held(store(), firm_id()), ()))


@bp.get("/data.json")
@needs(Right.OWN_FIRM)
def data_json() -> Response:
    """Give all that is held about the firm."""
    text = json.dumps(personal.held(store(), firm_id()), ensure_ascii=False, indent=2)
    return _file(text, JSON, "mes-donnees.json")


@bp.get("/data.csv")
@needs(Right.OWN_FIRM)
def data_csv() -> Response:
    """Give the firm's flows for a spreadsheet."""
    return _file(personal.table(personal.held(store(), firm_id())), CSV, "mes-flux.csv")


@bp.post("/erasure")
@needs(Right.OWN_FIRM)
def ask_erasure() -> Response:
    """Ask for the erasure of what is held, or take that back."""
    if request.form.get("back"):
        personal.take_back(store(), firm_id())
    else:
        personal.ask_erasure(store(), firm_id(), who())
    return redirect(url_for("mine.data"), 303)  # type: ignore[return-value]


def _side() -> Side:
    return Side(firm_id(), own=True)


def _name() -> str:
    return browse.firm(store(), firm_id()).firm.name


def _home() -> Response:
    return redirect(url_for("mine.home"), 303)  # type: ignore[return-value]


def _is_to_confirm(line: FlowLine) -> bool:
    return line.provenance is Provenance.HYPOTHESIS or _is_old(line.as_of)


def _is_old(as_of: str) -> bool:
    """Tell whether a day is more than twelve months ago; a bare year, once it is not this one."""
    today = now()[:10]
    if len(as_of) <= YEAR:
        return as_of != today[:YEAR]
    return as_of[:10] < f"{int(today[:YEAR]) - 1}{today[YEAR:]}"


def _file(content: str | bytes, kind: str, name: str) -> Response:
    answer = Response(content, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
