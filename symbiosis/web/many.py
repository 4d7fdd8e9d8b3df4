"""Several leads at once: decided with a preview and an outcome for each, or compared side by side."""

from dataclasses import dataclass, replace
from datetime import date

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import NotFound
from symbiosis.services import browse, decide
from symbiosis.web import where as addresses
from symbiosis.web.access import needs
from symbiosis.web.animator_pages import BulkDonePage, BulkPage, BulkPreviewPage, ComparePage, Picked
from symbiosis.web.forms import NOTE, Decision, Form, read_deferral, read_refusal, too_long, typed, with_errors
from symbiosis.web.lead import lead
from symbiosis.web.pages import show
from symbiosis.web.side_by_side import side_by_side
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.where import Where, whole

bp = Blueprint("many", __name__, url_prefix="/synergies")
Answer = str | Response | tuple[str, int]
MOST, COMPARED = 100, 3
OUTCOMES = (Judgement.CONFIRMED, Judgement.REFUSED, Judgement.DEFERRED)


@dataclass(frozen=True)
class Wish:
    """What the form says: which leads, in which version, and what becomes of them."""

    form: Form
    picked: tuple[tuple[str, int], ...]
    judgement: Judgement
    decision: Decision


@bp.get("/bulk")
@needs(Right.JUDGE)
def choose() -> str:
    """Show a page of leads to choose from; none is chosen beforehand."""
    return show(_page(Form(), frozenset()))


@bp.post("/bulk/preview")
@needs(Right.JUDGE)
def preview() -> Answer:
    """Show what would become of the chosen leads."""
    wish = _wish()
    if wish.form.errors or not wish.picked:
        chosen = frozenset(name for name, _version in wish.picked)
        return show(replace(_page(wish.form, chosen), nothing=not wish.picked)), 422
    picked = tuple(_picked(name, version) for name, version in wish.picked)
    return show(BulkPreviewPage(_where(), picked, wish.judgement, wish.decision))


@bp.post("/bulk/apply")
@needs(Right.JUDGE)
def apply() -> Answer:
    """Decide each of the chosen leads, and say how it went."""
    wish = _wish()
    if wish.form.errors or not wish.picked:
        abort(400)
    d = wish.decision
    orders = [decide.Order(i, v, wish.judgement, who(), d.reason, d.note, d.until, firm=d.firm) for i, v in wish.picked]
    outcomes = decide.decide_many(store(), orders)
    decide.follow_many(store(), state().known.current(store()), outcomes)
    return show(BulkDonePage(_where(), _told(outcomes), wish.judgement))


@bp.post("/bulk/undo")
@needs(Right.JUDGE)
def undo() -> Answer:
    """Take back what was just decided on several leads."""
    picked = _chosen()
    if not picked:
        abort(400)
    outcomes = decide.undo_many(store(), picked, who())
    decide.follow_many(store(), state().known.current(store()), outcomes)
    return show(BulkDonePage(_where(), _told(outcomes), None))


@bp.post("/compare")
@needs(Right.READ)
def to_compare() -> Response:
    """Lead to the comparison of the chosen leads."""
    ids = [name for name, _version in _chosen()][:COMPARED]
    return redirect(url_for("many.compare", id=ids), 303)  # type: ignore[return-value]


@bp.get("/compare")
@needs(Right.READ)
def compare() -> str:
    """Show two or three leads side by side."""
    ids = list(dict.fromkeys(request.args.getlist("id")))[:COMPARED]
    leads = tuple(lead(browse.synergy(store(), name)) for name in ids)
    return show(ComparePage(leads, side_by_side(leads)))


def _page(form: Form, chosen: frozenset[str]) -> BulkPage:
    where = _where()
    queue = browse.queue(store(), where.filters, where.page)
    if not queue.lines and queue.total:
        queue = browse.queue(store(), where.filters, queue.pages)
    return BulkPage(replace(where, page=queue.number), queue, form, chosen)


def _where() -> Where:
    return replace(addresses.read(request.args), selected="", at=0, alone=False)


def _wish() -> Wish:
    wanted = typed(request.form).get("judgement")
    judgement = Judgement(wanted) if wanted in {j.value for j in OUTCOMES} else Judgement.CONFIRMED
    form = typed(request.form)
    form, decision = with_errors(form, note=too_long(form, "note", NOTE)), Decision(note=form.get("note"))
    today = date.fromisoformat(now()[:10])
    if judgement is Judgement.REFUSED:
        form, decision = read_refusal(request.form, today)
    if judgement is Judgement.DEFERRED:
        form, decision = read_deferral(request.form, today)
    if wanted != judgement:
        form = replace(form, errors={"judgement": str(_("Choisissez une décision."))})
    return Wish(form, _chosen(), judgement, decision)


def _chosen() -> tuple[tuple[str, int], ...]:
    """Return the chosen leads, each with the version that was seen."""
    parts = (text.rpartition(":") for text in request.form.getlist("pick")[:MOST])
    return tuple({name[:80]: whole(version, -1) for name, _, version in parts if name}.items())


def _picked(synergy_id: str, version: int) -> Picked:
    try:
        line = browse.synergy(store(), synergy_id).line
    except NotFound:
        return Picked(synergy_id, version, None)
    return Picked(synergy_id, version, line)


def _told(outcomes: tuple[decide.Outcome, ...]) -> tuple[tuple[decide.Outcome, Picked], ...]:
    return tuple((outcome, _picked(outcome.synergy_id, outcome.version)) for outcome in outcomes)
