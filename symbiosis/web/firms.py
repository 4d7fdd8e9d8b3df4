"""Firms: a list to search, and all about one."""

from flask import Blueprint, Response, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Direction
from symbiosis.domain.saved_views import Listed
from symbiosis.domain.views import FirmLine, Page
from symbiosis.services import browse, keep_view
from symbiosis.web.access import needs
from symbiosis.web.pages import FirmPage, FirmsPage, show
from symbiosis.web.sight import sight
from symbiosis.web.state import store
from symbiosis.web.visitor import who
from symbiosis.web.where import page_number

bp = Blueprint("firms", __name__)
LONGEST = 100


@bp.get("/firms")
@needs(Right.READ)
def search() -> str:
    """Show firms by name or activity."""
    text, commune = request.args.get("q", "").strip()[:LONGEST], request.args.get("commune", "")[:20]
    found = found_firms(text, commune, page_number(request.args))
    return show(
        FirmsPage(text, commune, found, tuple(browse.communes(store())), keep_view.of(store(), who(), Listed.FIRMS))
    )


@bp.get("/firms/<firm_id>")
@needs(Right.READ)
def firm(firm_id: str) -> str | Response:
    """Show one firm; the id of one that was merged into another leads there."""
    file = browse.firm(store(), firm_id, sight())
    if file.firm.id != firm_id:
        return redirect(url_for("firms.firm", firm_id=file.firm.id))  # type: ignore[return-value]
    flows = ((d, tuple(flow for flow in file.flows if flow.direction is d)) for d in Direction)
    return show(FirmPage(file, tuple((d, lines) for d, lines in flows if lines)))


def found_firms(text: str, commune: str, number: int) -> Page[FirmLine]:
    """Return a page of firms, the last one when there are fewer."""
    found = browse.firm_list(store(), text, commune, number)
    if not found.lines and found.total:
        return browse.firm_list(store(), text, commune, found.pages)
    return found
