"""Views of lists under a name: kept, opened by their address, forgotten."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.saved_views import Listed, SavedView
from symbiosis.services import keep_view
from symbiosis.web import where as addresses
from symbiosis.web.access import needs
from symbiosis.web.firms import LONGEST
from symbiosis.web.follow_up_pages import args as follow_up_args
from symbiosis.web.follow_up_pages import read_wanted
from symbiosis.web.forms import WHO, typed
from symbiosis.web.state import store
from symbiosis.web.visitor import who

bp = Blueprint("views", __name__)
ENDPOINTS = {Listed.QUEUE: "review.queue", Listed.FOLLOW_UP: "follow_up.board", Listed.FIRMS: "firms.search"}


@bp.get("/views/<view_id>")
@needs(Right.READ)
def opened(view_id: str) -> Response:
    """Lead to the list as it was kept."""
    return _go(keep_view.get(store(), view_id))


@bp.post("/views")
@needs(Right.READ)
def keep() -> Response:
    """Keep the filters of a list under a name."""
    form = typed(request.form)
    listed, name = form.get("list"), form.get("name")[:WHO]
    if listed not in set(Listed):
        abort(400)
    filters = _filters(Listed(listed), dict(parse_qsl(form.get("query"))))
    if not name:
        flash("unnamed", "view")
        return redirect(url_for(ENDPOINTS[Listed(listed)], **filters), 303)  # type: ignore[arg-type,return-value]
    view = keep_view.keep(store(), who(), Listed(listed), name, urlencode(filters))
    flash("kept", "view")
    return _go(view)


@bp.post("/views/<view_id>/forget")
@needs(Right.READ)
def forget(view_id: str) -> Response:
    """Forget a view of one's own."""
    view = keep_view.get(store(), view_id)
    if not keep_view.forget(store(), view_id, who()):
        abort(404)
    flash("forgotten", "view")
    return redirect(url_for(ENDPOINTS[view.list]), 303)  # type: ignore[return-value]


def _go(view: SavedView) -> Response:
    filters = _filters(view.list, dict(parse_qsl(view.query)))
    return redirect(url_for(ENDPOINTS[view.list], **filters), 303)  # type: ignore[arg-type,return-value]


def _filters(listed: Listed, given: Mapping[str, str]) -> dict[str, str]:
    """Return the arguments that the list knows, and no other."""
    if listed is Listed.QUEUE:
        return addresses.Where(addresses.read(given).filters).args()
    if listed is Listed.FOLLOW_UP:
        return follow_up_args(read_wanted(given))
    known = {"q": given.get("q", "")[:LONGEST], "commune": given.get("commune", "")[:20]}
    return {name: text for name, text in known.items() if text}
