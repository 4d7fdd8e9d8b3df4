"""Who is reading: the account they signed in with, and their language."""

import time
from contextlib import suppress

from flask import Blueprint, Response, g, redirect, request, session, url_for

from symbiosis.domain.access import EVERYBODY, Right
from symbiosis.domain.accounts import IDLE_SECONDS, Ended, Holder
from symbiosis.domain.errors import EngineDown
from symbiosis.services import sign_in
from symbiosis.services.sign_in import Found
from symbiosis.web.access import needs
from symbiosis.web.forms import typed
from symbiosis.web.i18n import LANGUAGES
from symbiosis.web.state import demonstration, store

bp = Blueprint("visitor", __name__)
TOKEN, SEEN = "token", "seen"  # in the signed cookie: the session's secret, and when a page was last asked for
RENEW_SECONDS = 300


def who() -> str:
    """Return the name that decisions are signed with."""
    held = holder()
    return held.name if held else ""


def holder() -> Holder | None:
    """Return who is signed in, read from the database once a request."""
    return found().holder


def me() -> Holder:
    """Return who is signed in, on pages that the guard opens to nobody else."""
    held = holder()
    assert held is not None
    return held


def firm_id() -> str:
    """Return the firm that the reader speaks for, '' when there is none."""
    held = holder()
    return held.firm_id if held else ""


def token() -> str:
    """Return the secret of the session in this browser, '' when there is none."""
    return str(session.get(TOKEN, ""))


def may(right: Right) -> bool:
    """Tell whether the reader has a right."""
    held = holder()
    return held.may(right) if held else right in EVERYBODY


def known() -> Holder | None:
    """Return who is signed in as far as the database answers."""
    with suppress(EngineDown):
        return holder()
    return None


def found() -> Found:
    """Return who is signed in, or why a session is over."""
    if "found" not in g:
        g.found = _find()
    return g.found  # type: ignore[no-any-return]


def enter(token: str) -> None:
    """Begin a session in this browser; nothing of what stood in the cookie before stays but the language."""
    language = session.get("language")
    session.clear()
    session.update({TOKEN: token, SEEN: int(time.time())} | ({"language": language} if language else {}))
    g.pop("found", None)


def leave() -> None:
    """Forget the session in this browser."""
    session.pop(TOKEN, None)
    g.pop("found", None)


def stay() -> None:
    """Note in the cookie that a page was asked for, every few minutes."""
    if time.time() - _seen() > RENEW_SECONDS:
        session[SEEN] = int(time.time())


def inside(path: str) -> bool:
    """Tell whether an address leads to a page of ours, never to another site."""
    return path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()


def _find() -> Found:
    if not token():
        return Found()
    if time.time() - _seen() > IDLE_SECONDS:
        return Found(ended=Ended.IDLE)
    return sign_in.find(store(), token(), demonstration())


def _seen() -> float:
    seen = session.get(SEEN)
    return float(seen) if isinstance(seen, int) else 0.0


@bp.post("/language")
@needs(Right.PUBLIC)
def speak() -> Response:
    """Remember the reader's language."""
    wanted = typed(request.form).get("language")
    if wanted in LANGUAGES:
        session["language"] = wanted
    path = request.form.get("next", "")
    return redirect(path if inside(path) else url_for("home.home"), 303)  # type: ignore[return-value]
