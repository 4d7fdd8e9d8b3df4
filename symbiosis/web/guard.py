"""Lets nobody through without the right an address needs: to the sign-in page, or to a page that says who may."""

from flask import Flask, Response, current_app, json, make_response, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import EVERYBODY, RIGHTS, Account, Right
from symbiosis.domain.accounts import Holder
from symbiosis.services import accounts
from symbiosis.web import visitor
from symbiosis.web.access import HELD_IN
from symbiosis.web.account_pages import ForbiddenPage
from symbiosis.web.pages import show
from symbiosis.web.sign_in import sign_in_page
from symbiosis.web.state import store
from symbiosis.web.uploads import LARGEST

OPEN_BEFORE_CHANGE = ("account.own", "account.change", "sign_in.out", "visitor.speak")
SECRET = frozenset({Right.OWN_FIRM, Right.CONFIDENTIAL, Right.ADMINISTER, Right.SIGNED_IN})
HTML, JSON = "text/html", "application/json"


def install(app: Flask) -> None:
    """Check every request before anything else looks at it."""
    app.before_request(_check)
    app.after_request(_keep_out_of_caches)


def right_of(endpoint: str) -> Right | None:
    """Return what an address needs, None where it says nothing: then nobody may."""
    return getattr(current_app.view_functions.get(endpoint), HELD_IN, None)


def opens(endpoint: str) -> bool:
    """Tell whether the reader may use an address."""
    right, holder = right_of(endpoint), visitor.known()
    return right in (RIGHTS[holder.role] if holder else EVERYBODY)


def invites(endpoint: str) -> bool:
    """Tell whether an address is worth showing: the reader may use it, or may once signed in."""
    return opens(endpoint) or visitor.known() is None


def _check() -> Response | None:
    if request.endpoint is None:  # no such address: said by the page of errors
        return None
    right = right_of(request.endpoint)
    if right in EVERYBODY:
        return None
    holder = visitor.holder()
    if holder is None:
        return _to_sign_in()
    if right is None or not holder.may(right) or not _own(right, holder):
        return _forbidden(right, holder)
    visitor.stay()
    if holder.must_change and request.endpoint not in OPEN_BEFORE_CHANGE:
        return redirect(url_for("account.own"), 303)  # type: ignore[return-value]
    return None


def _own(right: Right, holder: Holder) -> bool:
    """Tell whether an address that names a firm names the reader's own."""
    if right is not Right.OWN_FIRM:
        return True
    named = {(request.view_args or {}).get("firm_id"), *request.values.getlist("firm")} - {None}
    return bool(holder.firm_id) and named <= {holder.firm_id}


def _to_sign_in() -> Response:
    if request.accept_mimetypes.best_match([HTML, JSON], HTML) == JSON:
        return Response(json.dumps({"error": "sign in first"}), 401, mimetype=JSON)
    if request.method in ("GET", "HEAD"):
        return redirect(url_for("sign_in.door", next=request.full_path.rstrip("?")), 303)  # type: ignore[return-value]
    sent = {} if request.endpoint in LARGEST else request.form  # a stranger's file is not even received
    kept = {name: text for name, text in sent.items() if name not in ("csrf_token", "version", "next")}
    return make_response(show(sign_in_page(_form_page(), kept=kept)), 401)


def _form_page() -> str:
    """Return the page a form stood on."""
    _scheme, _sep, path = (request.referrer or "").partition(request.host_url.rstrip("/"))
    return path if visitor.inside(path) else "/"


def _forbidden(right: Right | None, holder: Holder) -> Response:
    able = tuple(role for role in Account if right in RIGHTS[role])
    if right is Right.OWN_FIRM and holder.may(right):
        advice = (
            _("Votre compte ne parle que pour son propre établissement.") if holder.firm_id
            else _("Votre compte n'est rattaché à aucun établissement.")
        )  # fmt: skip
    else:
        advice = _("Votre compte ne donne pas ce droit.")
    page = ForbiddenPage(str(advice), able, tuple(accounts.administrators(store())))
    return make_response(show(page), 403)


def _keep_out_of_caches(answer: Response) -> Response:
    """Keep what only one reader may see out of the browser's cache, and every file that is taken away."""
    secret = request.endpoint is not None and right_of(request.endpoint) in SECRET
    if secret or "Content-Disposition" in answer.headers:
        answer.headers["Cache-Control"] = "private, no-store"
    return answer
