"""Signing in through an identity provider: there and back."""

import hmac
import logging

from flask import Blueprint, Response, abort, make_response, redirect, request, session, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.errors import ProviderTrouble
from symbiosis.services import enter_by_provider
from symbiosis.services.enter_by_provider import Journey, Known, Stranger
from symbiosis.web import visitor
from symbiosis.web.access import needs
from symbiosis.web.account_pages import UnknownPage
from symbiosis.web.account_words import STRANGER
from symbiosis.web.landing import land
from symbiosis.web.pages import show
from symbiosis.web.sign_in import sign_in_page
from symbiosis.web.state import state, store

bp = Blueprint("provider", __name__, url_prefix="/sign-in/provider")
KEPT = "provider"
log = logging.getLogger(__name__)


@bp.get("")
@needs(Right.PUBLIC)
def leave() -> Response:
    """Send the browser to the provider."""
    try:
        address, journey = enter_by_provider.leave(_provider(), _back())
    except ProviderTrouble as error:
        return _trouble(error, request.args.get("next", ""))
    session[KEPT] = [journey.state, journey.nonce, journey.verifier, request.args.get("next", "")[:500]]
    return redirect(address, 303)  # type: ignore[return-value]


@bp.get("/back")
@needs(Right.PUBLIC)
def back() -> Response:
    """Let in whom the provider vouches for; what the browser kept is used once."""
    provider, (state_, nonce, verifier, then) = _provider(), session.pop(KEPT, None) or ("", "", "", "")
    if not state_ or not hmac.compare_digest(state_.encode(), request.args.get("state", "").encode()):
        return _again(_("La connexion n'a pas abouti : recommencez."), then, 400)
    if "code" not in request.args:
        return _again(_("Le fournisseur d'identité n'a pas confirmé votre connexion."), then, 403)
    try:
        journey = Journey(state_, nonce, verifier)
        secret = enter_by_provider.arrive(store(), provider, request.args["code"], journey, _back())
    except ProviderTrouble as error:
        return _trouble(error, then)
    if isinstance(secret, Stranger):
        return make_response(show(UnknownPage(str(STRANGER[secret]), state().rules.contact)), 403)
    visitor.enter(secret)
    return land(then)


def _provider() -> Known:
    return state().provider or abort(404)


def _back() -> str:
    return url_for("provider.back", _external=True)


def _trouble(error: ProviderTrouble, then: str) -> Response:
    log.warning("identity provider: %s", error)
    return _again(_("Le fournisseur d'identité ne répond pas comme il faut : réessayez dans un moment."), then, 502)


def _again(why: str, then: str, status: int) -> Response:
    return make_response(show(sign_in_page(then, said=str(why))), status)
