"""An animator changes a firm's flows for it: the same acts as in the firm's own space."""

from flask import Blueprint

from symbiosis.domain.access import Right
from symbiosis.web import changes
from symbiosis.web.access import needs
from symbiosis.web.changes import Answer
from symbiosis.web.sight import Side

bp = Blueprint("firm_flows", __name__, url_prefix="/firms/<firm_id>/flows/<flow_id>")


@bp.get("")
@needs(Right.JUDGE)
def flow(firm_id: str, flow_id: str) -> str:
    """Show a flow."""
    return changes.flow(Side(firm_id, own=False), flow_id)


@bp.get("/edit")
@needs(Right.JUDGE)
def form(firm_id: str, flow_id: str) -> str:
    """Show the form that corrects a flow."""
    return changes.form(Side(firm_id, own=False), flow_id)


@bp.post("/edit")
@needs(Right.JUDGE)
def edit(firm_id: str, flow_id: str) -> Answer:
    """Correct a flow."""
    return changes.edit(Side(firm_id, own=False), flow_id)


@bp.post("/confirm")
@needs(Right.JUDGE)
def confirm(firm_id: str, flow_id: str) -> Answer:
    """Note that a flow is still true."""
    return changes.act(Side(firm_id, own=False), flow_id, "confirm")


@bp.post("/withdraw")
@needs(Right.JUDGE)
def withdraw(firm_id: str, flow_id: str) -> Answer:
    """Withdraw a flow."""
    return changes.act(Side(firm_id, own=False), flow_id, "withdraw")


@bp.post("/restore")
@needs(Right.JUDGE)
def restore(firm_id: str, flow_id: str) -> Answer:
    """Bring a flow back."""
    return changes.act(Side(firm_id, own=False), flow_id, "restore")
