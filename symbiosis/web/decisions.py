"""The decisions on a lead: each is posted, then the next lead comes by itself."""

from datetime import date

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import AlreadyDecided, Refused
from symbiosis.services import browse, decide
from symbiosis.web import where as addresses
from symbiosis.web.access import needs
from symbiosis.web.forms import Decision, Form, read_deferral, read_refusal, typed
from symbiosis.web.lead import title
from symbiosis.web.pages import ConflictPage, show
from symbiosis.web.review import lead_page, review_page, with_forms
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.where import Where

bp = Blueprint("decisions", __name__, url_prefix="/synergies/<synergy_id>")
Answer = Response | tuple[str, int]


@bp.post("/confirm")
@needs(Right.JUDGE)
def confirm(synergy_id: str) -> Answer:
    """Confirm a lead."""
    return _judge(synergy_id, Judgement.CONFIRMED, typed(request.form), Decision())


@bp.post("/refuse")
@needs(Right.JUDGE)
def refuse(synergy_id: str) -> Answer:
    """Refuse a lead, with a reason."""
    form, decision = read_refusal(request.form, date.fromisoformat(now()[:10]))
    if form.errors:
        return _mend(synergy_id, form, Form())
    return _judge(synergy_id, Judgement.REFUSED, form, decision)


@bp.post("/defer")
@needs(Right.JUDGE)
def defer(synergy_id: str) -> Answer:
    """Put a lead off until a date."""
    form, decision = read_deferral(request.form, date.fromisoformat(now()[:10]))
    if form.errors:
        return _mend(synergy_id, Form(), form)
    return _judge(synergy_id, Judgement.DEFERRED, form, decision)


@bp.post("/undo")
@needs(Right.JUDGE)
def undo(synergy_id: str) -> Answer:
    """Take the last decision back."""
    form = typed(request.form)
    try:
        judgement = decide.undo(store(), synergy_id, _version(form), who())
    except AlreadyDecided as error:
        return _conflict(error, None, form)
    except Refused:
        abort(400)
    decide.follow(store(), state().known.current(store()), synergy_id)
    flash({"id": synergy_id, "judgement": judgement.value, "version": 0}, "undone")  # type: ignore[arg-type]
    return _to(addresses.read(request.args), synergy_id)


def _judge(synergy_id: str, judgement: Judgement, form: Form, decision: Decision) -> Answer:
    version = _version(form)
    what = {"reason": decision.reason, "note": decision.note, "until": decision.until, "firm": decision.firm}
    order = decide.Order(synergy_id, version, judgement, who(), **what)  # type: ignore[arg-type]
    try:
        decide.decide(store(), order)
    except AlreadyDecided as error:
        return _conflict(error, judgement, form)
    gone = decide.follow(store(), state().known.current(store()), synergy_id)
    told = {"id": synergy_id, "judgement": judgement.value, "version": version + 1, "gone": gone}
    flash(told, "decided")  # type: ignore[arg-type]
    return _next(addresses.read(request.args), synergy_id)


def _next(where: Where, decided: str) -> Response:
    """Lead to the item that took the decided one's place in the list."""
    if where.alone:
        return _to(where, decided)
    lines = browse.queue(store(), where.filters, where.page).lines
    if where.at < len(lines) and lines[where.at].id == decided:
        return _go(where.args(at=where.at + 1, selected=""))
    return _go(where.args(selected=""))


def _to(where: Where, synergy_id: str) -> Response:
    if where.alone:
        return redirect(url_for("review.synergy", synergy_id=synergy_id), 303)  # type: ignore[return-value]
    return _go(where.args(selected=synergy_id))


def _go(args: dict[str, str]) -> Response:
    return redirect(url_for("review.queue", **args), 303)  # type: ignore[arg-type,return-value]


def _version(form: Form) -> int:
    version = addresses.whole(form.get("version"), -1)
    if version < 0:
        abort(400)
    return version


def _mend(synergy_id: str, refusal: Form, deferral: Form) -> Answer:
    where = addresses.read({**request.args, "selected": synergy_id})
    page = lead_page(synergy_id) if where.alone else review_page(where)
    return show(with_forms(page, refusal, deferral)), 422


def _conflict(error: AlreadyDecided, wanted: Judgement | None, form: Form) -> Answer:
    held = title(browse.synergy(store(), error.synergy_id))
    back = addresses.read(request.args).args(selected="", alone=False)
    return show(ConflictPage(error, held, wanted, form, back)), 409
