"""Accounts, for whoever administers: who may sign in, as what."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Account, Right
from symbiosis.domain.accounts import BadAccount
from symbiosis.services import accounts
from symbiosis.services.accounts import Wanted
from symbiosis.web.access import needs
from symbiosis.web.account_pages import AccountsPage, HolderPage, SecretPage
from symbiosis.web.account_words import FIELD, wrong
from symbiosis.web.forms import Form, typed, with_errors
from symbiosis.web.pages import show
from symbiosis.web.state import store

bp = Blueprint("accounts", __name__, url_prefix="/accounts")
Answer = Response | tuple[str, int] | str


@bp.get("")
@needs(Right.ADMINISTER)
def every() -> str:
    """Show every account."""
    return show(AccountsPage(tuple(accounts.every(store()))))


@bp.post("")
@needs(Right.ADMINISTER)
def add() -> Answer:
    """Make an account; its password is shown once."""
    form = typed(request.form)
    wanted = Wanted(form.get("login"), form.get("name"), _role(form), form.get("firm"))
    problem, secret = accounts.add(store(), wanted)
    if problem:
        mended = with_errors(form, **{FIELD[problem]: wrong(problem)})
        return show(AccountsPage(tuple(accounts.every(store())), mended)), 422
    return show(SecretPage(accounts.find(store(), wanted.login), secret))


@bp.get("/<account_id>")
@needs(Right.ADMINISTER)
def one(account_id: str) -> str:
    """Show one account, to change."""
    held = accounts.get(store(), account_id)
    return show(HolderPage(held, Form({"role": held.role.value, "firm": held.firm_id})))


@bp.post("/<account_id>/role")
@needs(Right.ADMINISTER)
def change_role(account_id: str) -> Answer:
    """Give somebody another role."""
    form = typed(request.form)
    return _told(account_id, accounts.set_role(store(), account_id, _role(form), form.get("firm")), form, "role")


@bp.post("/<account_id>/password")
@needs(Right.ADMINISTER)
def reset(account_id: str) -> str:
    """Give somebody another password, shown once."""
    _problem, secret = accounts.reset_password(store(), account_id)
    return show(SecretPage(accounts.get(store(), account_id), secret))


@bp.post("/<account_id>/sessions")
@needs(Right.ADMINISTER)
def end_sessions(account_id: str) -> Answer:
    """End somebody's sessions."""
    accounts.end_sessions(store(), account_id)
    return _told(account_id, None, Form(), "sessions")


@bp.post("/<account_id>/remove")
@needs(Right.ADMINISTER)
def remove(account_id: str) -> Answer:
    """Remove an account."""
    held = accounts.get(store(), account_id)
    problem = accounts.remove(store(), account_id)
    if problem:
        return _told(account_id, problem, Form({"role": held.role.value, "firm": held.firm_id}), "")
    flash("removed", "account")
    return redirect(url_for("accounts.every"), 303)  # type: ignore[return-value]


def _told(account_id: str, problem: BadAccount | None, form: Form, done: str) -> Answer:
    if problem:
        mended = with_errors(form, **{FIELD[problem]: wrong(problem)})
        return show(HolderPage(accounts.get(store(), account_id), mended)), 422
    flash(done, "account")
    return redirect(url_for("accounts.one", account_id=account_id), 303)  # type: ignore[return-value]


def _role(form: Form) -> Account:
    if form.get("role") not in set(Account):
        abort(400)
    return Account(form.get("role"))
