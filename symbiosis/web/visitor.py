"""Who is reading: their name on decisions, and their language."""

from flask import Blueprint, Response, redirect, request, session, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import RIGHTS, Account, Right
from symbiosis.web.access import needs
from symbiosis.web.forms import WHO, typed
from symbiosis.web.i18n import LANGUAGES

bp = Blueprint("visitor", __name__)


def who() -> str:
    """Return the name that decisions are signed with."""
    return str(session.get("who") or _("démonstration"))


def firm_id() -> str:
    """Return the firm that the reader speaks for, '' when there is none."""
    return str(session.get("firm", ""))


def may(right: Right) -> bool:
    """Tell whether the reader has a right."""
    return right in RIGHTS[Account.COMPANY if firm_id() else Account.ADMIN]


@bp.post("/who")
@needs(Right.PUBLIC)
def rename() -> Response:
    """Remember the reader's name."""
    session["who"] = typed(request.form).get("who")[:WHO]
    return _back()


@bp.post("/language")
@needs(Right.PUBLIC)
def speak() -> Response:
    """Remember the reader's language."""
    wanted = typed(request.form).get("language")
    if wanted in LANGUAGES:
        session["language"] = wanted
    return _back()


def _back() -> Response:
    """Return to the page the form stood on, never to another site."""
    path = request.form.get("next", "")
    inside = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return redirect(path if inside else url_for("home.home"), 303)  # type: ignore[return-value]
