"""Two records that are one firm: found, looked at side by side, merged."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.errors import Refused
from symbiosis.domain.firm_file import Merger
from symbiosis.domain.sight import EVERYTHING
from symbiosis.services import browse, firm_file
from symbiosis.web.access import needs
from symbiosis.web.firm_pages import MergePage
from symbiosis.web.firms import LONGEST, found_firms
from symbiosis.web.forms import typed
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.visitor import who
from symbiosis.web.where import page_number

bp = Blueprint("mergers", __name__, url_prefix="/firms/<firm_id>/merge")


@bp.get("")
@needs(Right.JUDGE)
def look(firm_id: str) -> str:
    """Show what to look for, or what a merger moves."""
    firm = browse.firm(store(), firm_id).firm
    other, text = request.args.get("into", ""), request.args.get("q", "").strip()[:LONGEST]
    if other:
        return show(_preview(_merger(firm.id, other)))
    found = found_firms(text or firm.name, "", page_number(request.args))
    return show(MergePage(firm, text or firm.name, found))


@bp.post("")
@needs(Right.JUDGE)
def merge(firm_id: str) -> Response | tuple[str, int]:
    """Merge a firm into another one, once the reader said that they know what that means."""
    form = typed(request.form)
    merger = _merger(firm_id, form.get("into"))
    if not form.get("sure"):
        return show(_preview(merger, unsure=True)), 422
    firm_file.merge(store(), merger.gone.id, merger.kept.id, who())
    flash("merged", "firm_file")
    return redirect(url_for("firm_file.file", firm_id=merger.kept.id), 303)  # type: ignore[return-value]


def _preview(merger: Merger, unsure: bool = False) -> MergePage:
    names = {commune.id: commune.name for commune in browse.communes(store())}
    return MergePage(merger.gone, "", None, merger, names, unsure)


def _merger(gone: str, kept: str) -> Merger:
    try:
        return firm_file.merger(store(), gone, kept, EVERYTHING)
    except Refused:
        abort(400)
