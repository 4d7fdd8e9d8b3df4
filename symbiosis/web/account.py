"""One's own account: what it may do, its password, its sessions."""

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.services import accounts, sign_in
from symbiosis.web import visitor
from symbiosis.web.access import needs
from symbiosis.web.account_pages import AccountPage
from symbiosis.web.account_words import FIELD, wrong
from symbiosis.web.forms import Form, with_errors
from symbiosis.web.pages import show
from symbiosis.web.state import store

bp = Blueprint("account", __name__, url_prefix="/account")


@bp.get("")
@needs(Right.SIGNED_IN)
def own() -> str:
    """Show one's own account."""
    return show(AccountPage(visitor.me()))


@bp.post("/password")
@needs(Right.SIGNED_IN)
def change() -> Response | tuple[str, int]:
    """Change one's own password; every other session ends."""
    old, new, again = (request.form.get(name, "") for name in ("old", "new", "again"))
    if new != again:
        return _mend(again=_("Les deux nouveaux mots de passe diffèrent."))
    problem = accounts.change_password(store(), visitor.me(), old, new)
    if problem:
        return _mend(**{FIELD[problem]: wrong(problem)})
    _enter_again()
    flash("password", "account")
    return redirect(url_for("account.own"), 303)  # type: ignore[return-value]


@bp.post("/sessions")
@needs(Right.SIGNED_IN)
def end_others() -> Response:
    """End every session of this account but this one."""
    accounts.end_sessions(store(), visitor.me().id)
    _enter_again()
    flash("sessions", "account")
    return redirect(url_for("account.own"), 303)  # type: ignore[return-value]


def _enter_again() -> None:
    """Go on here, in a new session of the account as it is now."""
    held = accounts.get(store(), visitor.me().id)
    visitor.enter(sign_in.open_session(store(), held.id, held.stamp))


def _mend(**errors: object) -> tuple[str, int]:
    return show(AccountPage(visitor.me(), with_errors(Form(), **errors))), 422
