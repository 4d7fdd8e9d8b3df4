"""The tokens with which a person's programs ask the API."""

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.services import tokens
from symbiosis.web.access import needs
from symbiosis.web.console_pages import TokensPage
from symbiosis.web.forms import Form, too_long, typed, with_errors
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.token_person import person

bp = Blueprint("tokens", __name__)
LONGEST_NAME, MOST = 60, 10


@bp.get("/account/tokens")
@needs(Right.ANALYSE)
def every() -> str:
    """Show this person's tokens."""
    return show(TokensPage(tokens.of(store(), person())))


@bp.post("/account/tokens")
@needs(Right.ANALYSE)
def make() -> tuple[str, int]:
    """Make a token, and show its secret this once."""
    form = typed(request.form)
    held = tokens.of(store(), person())
    checked = with_errors(form, name=_problem(form, len(held)))
    if checked.errors:
        return show(TokensPage(held, form=checked)), 422
    secret = tokens.make(store(), person(), form.get("name"))
    return show(TokensPage(tokens.of(store(), person()), secret)), 200


@bp.post("/account/tokens/<token_id>/forget")
@needs(Right.ANALYSE)
def forget(token_id: str) -> Response:
    """Take a token away; programs that use it are refused from then on."""
    tokens.forget(store(), token_id, person())
    return redirect(url_for("tokens.every"), 303)  # type: ignore[return-value]


def _problem(form: Form, held: int) -> str:
    if not form.get("name"):
        return str(_("Donnez-lui un nom, pour le reconnaître plus tard."))
    if held >= MOST:
        return str(_("Au plus %(most)s jetons : retirez-en un d'abord.", most=MOST))
    return too_long(form, "name", LONGEST_NAME)
