"""The sign-in page, and the way out."""

import hashlib
import hmac
import math
from contextlib import suppress

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from symbiosis.domain.access import Account, Right
from symbiosis.domain.clock import now, seconds_between
from symbiosis.domain.errors import ProviderTrouble
from symbiosis.services import enter_by_provider, sign_in
from symbiosis.services.sign_in import Attempt
from symbiosis.web import visitor
from symbiosis.web.access import needs
from symbiosis.web.account_pages import SignInPage
from symbiosis.web.account_words import ended
from symbiosis.web.forms import Form, typed, with_errors
from symbiosis.web.landing import land
from symbiosis.web.pages import show
from symbiosis.web.state import demonstration, state, store

bp = Blueprint("sign_in", __name__)
FIRST = (Account.ANIMATOR, Account.COMPANY, Account.ANALYST, Account.ADMIN)
Answer = Response | tuple[str, int]


@bp.get("/sign-in")
@needs(Right.PUBLIC)
def door() -> str:
    """Show where to sign in."""
    return show(sign_in_page(request.args.get("next", "")))


@bp.post("/sign-in")
@needs(Right.PUBLIC)
def enter() -> Answer:
    """Sign in with a login and a password."""
    form = typed(request.form)
    login, password = form.get("login"), request.form.get("password", "")
    attempt = sign_in.with_password(store(), login, password, _origin())
    if attempt.token:
        return _in(attempt)
    told = Form({"login": login[:100]})
    return show(
        sign_in_page(form.get("next"), with_errors(told, login=_trouble(attempt)))
    ), 429 if attempt.wait_until else 422


@bp.post("/sign-in/demonstration")
@needs(Right.PUBLIC)
def enter_demonstration() -> Response:
    """Enter the demonstration at a click."""
    role = request.form.get("role", "")
    if not demonstration() or role not in set(Account):
        abort(404)
    return _in(sign_in.as_demonstration(store(), Account(role)))


@bp.post("/sign-out")
@needs(Right.SIGNED_IN)
def out() -> Response:
    """End the session, here and in the database."""
    elsewhere = _at_the_provider(visitor.found().provider_token)
    sign_in.out(store(), visitor.token())
    visitor.leave()
    answer: Response = redirect(elsewhere or url_for("home.home"), 303)  # type: ignore[assignment]
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def _at_the_provider(token: str) -> str:
    """Return where the session at the identity provider ends, '' where there is none or it does not answer."""
    provider = state().provider
    if provider is None or not token:
        return ""
    with suppress(ProviderTrouble):
        return enter_by_provider.goodbye(provider, token, url_for("home.home", _external=True))
    return ""


def sign_in_page(back: str, form: Form | None = None, kept: dict[str, str] | None = None, said: str = "") -> SignInPage:
    """Return the page; `back` is where one was going, `kept` what was typed and could not be recorded."""
    why, rules, provider = visitor.found().ended, state().rules, state().provider
    return SignInPage(
        next=back if visitor.inside(back) else "", form=form or Form(),
        message=said or (ended(why) if why else ""), provider=provider.client.label if provider else "",
        demonstration=FIRST if demonstration() else (), kept=kept or {},
        unsafe=rules.production and not request.is_secure, contact=rules.contact,
    )  # fmt: skip


def _in(attempt: Attempt) -> Response:
    visitor.enter(attempt.token)
    return land(request.form.get("next", ""))


def _trouble(attempt: Attempt) -> str:
    if not attempt.wait_until:
        return str(_("Identifiant ou mot de passe inconnu."))
    minutes = max(1, math.ceil(seconds_between(now(), attempt.wait_until) / 60))
    return str(
        ngettext(
            "Trop d'essais : attendez une minute avant de recommencer.",
            "Trop d'essais : attendez %(num)s minutes avant de recommencer.", minutes,
        )
    )  # fmt: skip


def _origin() -> str:
    """Return what tells the places apart from which people try, without being an address."""
    return hmac.new(state().rules.secret.encode(), (request.remote_addr or "").encode(), hashlib.sha256).hexdigest()
