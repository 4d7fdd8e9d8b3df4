"""Notes who saw and did what, and shows it to whoever administers.

Ordinary reading leaves no trace: signing in and out, every writing, every refusal, every file taken away, and every
look at what is confidential do. Addresses are noted without what was asked or typed in them.
"""

import logging

from flask import Blueprint, Flask, Response, g, request
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.accounts import Holder
from symbiosis.domain.errors import EngineDown
from symbiosis.domain.traces import Did, Trace
from symbiosis.services import audit
from symbiosis.web import visitor
from symbiosis.web.access import needs
from symbiosis.web.account_pages import AuditPage
from symbiosis.web.guard import right_of
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.where import page_number

bp = Blueprint("audit", __name__, url_prefix="/audit")
log = logging.getLogger(__name__)
LOOKED_AT = frozenset({Right.CONFIDENTIAL, Right.ADMINISTER})
ENTRIES = ("sign_in.enter", "sign_in.enter_demonstration", "provider.back")
LONGEST, REFUSED, WRONG = 200, 403, 400


def install(app: Flask) -> None:
    """Note what is to be noted, after each answer is made; installed before the guard, whose refusals count."""
    app.before_request(_remember)
    app.after_request(_note)


@bp.get("")
@needs(Right.ADMINISTER)
def latest() -> str:
    """Show what was noted, latest first."""
    did, who = _asked()
    return show(AuditPage(did, who, audit.page(store(), did, who, page_number(request.args))))


@bp.get("/audit.csv")
@needs(Right.ADMINISTER)
def table() -> Response:
    """Give what was noted as a file."""
    names = (_("Quand"), _("Qui"), _("Compte"), _("A fait"), _("Adresse"), _("Réponse"))
    answer = Response(audit.table(store(), *_asked(), tuple(map(str, names))), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=audit.csv"
    return answer


def _asked() -> tuple[str, str]:
    did = request.args.get("did", "")
    return did if did in set(Did) else "", request.args.get("who", "")[:LONGEST]


def _remember() -> None:
    """Keep who asks: after signing out there is nobody left to name."""
    g.asker = visitor.known() if request.endpoint and right_of(request.endpoint) is not Right.PUBLIC else None


def _note(answer: Response) -> Response:
    did = _did(answer)
    if did:
        who: Holder | None = (visitor.known() if did is Did.ENTERED else g.get("asker")) or None
        name, role, account = (who.name, who.role.value, who.id) if who else ("", "", "")
        try:
            audit.note(store(), Trace(name, role, did, _what(), answer.status_code, account))
        except EngineDown as error:  # what was done is done; the log tells what the graph could not
            log.error("not noted: %s %s: %s", did, _what(), error)
    return answer


def _did(answer: Response) -> Did | None:
    """Return what was done that is worth a line, None for nothing."""
    endpoint, wrong = request.endpoint or "", answer.status_code >= WRONG
    if endpoint in ENTRIES:
        return Did.FAILED if wrong else Did.ENTERED
    if g.get("asker") is None:
        return None
    if answer.status_code == REFUSED:
        return Did.REFUSED
    return None if wrong else _done(endpoint, answer)


def _done(endpoint: str, answer: Response) -> Did | None:
    if endpoint == "sign_in.out":
        return Did.LEFT
    if request.method not in ("GET", "HEAD"):
        return Did.WROTE
    if "Content-Disposition" in answer.headers:
        return Did.TOOK
    return Did.READ if right_of(endpoint) in LOOKED_AT else None


def _what() -> str:
    return f"{request.method} {request.path}"[:LONGEST]
