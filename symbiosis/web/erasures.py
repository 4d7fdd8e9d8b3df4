"""What firms ask to be erased: carried out by an administrator, after the firm's own request or on paper."""

from flask import Blueprint, Response, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.errors import Refused
from symbiosis.services import personal, work
from symbiosis.web.access import needs
from symbiosis.web.mine_pages import ErasuresPage
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.visitor import who

bp = Blueprint("erasures", __name__, url_prefix="/erasures")


@bp.get("")
@needs(Right.CONFIDENTIAL)
def every() -> str:
    """Show what firms asked for."""
    return show(ErasuresPage(tuple(personal.requests(store()))))


@bp.post("")
@needs(Right.CONFIDENTIAL)
def erase() -> Response:
    """Erase a firm that asked for it, and match again."""
    firm = request.form.get("about", "")
    if firm in {row["firm"] for row in personal.requests(store())}:
        try:
            personal.erase(store(), firm, who())
            work.ask(store(), "rematch")
            flash({"what": "erased"}, "told")  # type: ignore[arg-type]
        except Refused:
            pass  # the second click of a double click
    return redirect(url_for("erasures.every"), 303)  # type: ignore[return-value]
