"""How the firm enters again: a login and a password of its own, chosen, changed and given up in its space."""

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.accounts import BadAccount
from symbiosis.services import own_access
from symbiosis.web import visitor
from symbiosis.web.access import needs
from symbiosis.web.account_words import FIELD, wrong
from symbiosis.web.forms import Form, typed, with_errors
from symbiosis.web.mine_pages import AccessPage
from symbiosis.web.pages import show
from symbiosis.web.state import store

bp = Blueprint("mine_access", __name__, url_prefix="/mine/access")
Answer = Response | tuple[str, int]


@bp.get("")
@needs(Right.OWN_FIRM)
def own() -> str:
    """Show how the firm enters again."""
    return show(_page(Form()))


@bp.post("")
@needs(Right.OWN_FIRM)
def choose() -> Answer:
    """Choose a login and a password, for whoever came by a link."""
    form, new, me = typed(request.form), request.form.get("new", ""), visitor.me()
    if not me.invited or me.by_password:  # a second click, or nobody who came by a link
        return _own()
    kept = Form({"login": form.get("login")[:100]})
    if new != request.form.get("again", ""):
        return show(_page(with_errors(kept, again=_("Les deux mots de passe diffèrent.")))), 422
    problem = own_access.choose(store(), me, form.get("login"), new)
    if problem:
        status = 429 if problem is BadAccount.TOO_OFTEN else 422
        return show(_page(with_errors(kept, **{FIELD[problem]: wrong(problem)}))), status
    flash({"what": "access_chosen"}, "told")  # type: ignore[arg-type]
    return _own()


@bp.post("/<account_id>/remove")
@needs(Right.OWN_FIRM)
def remove(account_id: str) -> Answer:
    """Give a password of the firm up: one's own, or one that nobody remembers."""
    me = visitor.me()
    if account_id == me.id and me.invited and me.by_password:
        own_access.give_up(store(), me)
    else:
        own_access.remove(store(), me.firm_id, account_id)
    flash({"what": "access_removed"}, "told")  # type: ignore[arg-type]
    return _own()


def _own() -> Response:
    return redirect(url_for("mine_access.own"), 303)  # type: ignore[return-value]


def _page(form: Form) -> AccessPage:
    me = visitor.me()
    return AccessPage(me, own_access.of_firm(store(), me.firm_id), form)
