"""The follow-up after a confirmation: the board, one lead, its next step and its results."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now, this_year
from symbiosis.domain.errors import AlreadyDecided, Refused
from symbiosis.domain.follow_up import FOLLOWED, SLEEPS_AFTER, FollowUp, Track, standing
from symbiosis.domain.saved_views import Listed
from symbiosis.services import browse, decide, follow_up, keep_view
from symbiosis.web.access import needs
from symbiosis.web.follow_up_form import Step, read_result, read_step, stages
from symbiosis.web.follow_up_pages import FollowedPage, FollowUpPage, read_wanted
from symbiosis.web.forms import Form, typed
from symbiosis.web.lead import line_title
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.visitor import who
from symbiosis.web.where import page_number, whole

bp = Blueprint("follow_up", __name__)
Answer = Response | tuple[str, int]
NONE = Form()


@bp.get("/follow-up")
@needs(Right.READ)
def board() -> str:
    """Show what was confirmed, by stage, or one list."""
    wanted = read_wanted(request.args)
    found = follow_up.listed(store(), wanted, page_number(request.args)) if wanted.stage or wanted.only else None
    if found and not found.lines and found.total:
        found = follow_up.listed(store(), wanted, found.pages)
    views = keep_view.of(store(), who(), Listed.FOLLOW_UP)
    communes, resources = tuple(browse.communes(store())), tuple(browse.resources_in_leads(store()))
    return show(FollowUpPage(wanted, follow_up.board(store(), wanted), found, communes, resources, views))


@bp.get("/follow-up/<synergy_id>")
@needs(Right.READ)
def one(synergy_id: str) -> str | Response:
    """Show the follow-up of one lead; one that nobody confirmed is the review's."""
    file = follow_up.file(store(), synergy_id)
    if file.line.judgement not in FOLLOWED:
        return redirect(url_for("review.synergy", synergy_id=synergy_id))  # type: ignore[return-value]
    return show(_page(file))


@bp.post("/follow-up/<synergy_id>/step")
@needs(Right.JUDGE)
def step(synergy_id: str) -> Answer:
    """Move a lead on, or plan what comes next."""
    file, version = follow_up.file(store(), synergy_id), _version()
    if file.line.version != version or file.line.judgement not in FOLLOWED:
        return _conflict(synergy_id, step=typed(request.form))
    form, said = read_step(request.form, file.line.judgement, file.step, date.fromisoformat(now()[:10]))
    if said is None:
        return show(replace(_page(file), step=form)), 422
    try:
        decide.decide(store(), _order(synergy_id, version, said))
    except (AlreadyDecided, Refused):
        return _conflict(synergy_id, step=form)
    return _done(synergy_id, "step")


@bp.post("/follow-up/<synergy_id>/result")
@needs(Right.JUDGE)
def result(synergy_id: str) -> Answer:
    """Note what a lead brought about in a year, or take a figure back."""
    form, said = read_result(request.form, who(), this_year())
    if said is None:
        return show(replace(_page(follow_up.file(store(), synergy_id)), result=form)), 422
    try:
        follow_up.realise(store(), synergy_id, _version(), said)
    except AlreadyDecided:
        return _conflict(synergy_id, result=form)
    except Refused:
        abort(400)
    return _done(synergy_id, "taken_back" if said.amount is None else "result")


@bp.post("/follow-up/<synergy_id>/undo")
@needs(Right.JUDGE)
def undo(synergy_id: str) -> Answer:
    """Take the last step back."""
    try:
        decide.undo(store(), synergy_id, _version(), who())
    except AlreadyDecided:
        return _conflict(synergy_id)
    except Refused:
        abort(400)
    return _done(synergy_id, "undone")


def _order(synergy_id: str, version: int, said: Step) -> decide.Order:
    return decide.Order(synergy_id, version, said.stage, who(), said.reason, said.note, step=said.planned)


def _page(file: FollowUp) -> FollowedPage:
    today, line = date.fromisoformat(now()[:10]), file.line
    track = Track(line.id, line.judgement, line.kind, line.origin, "", file.moved_at, file.step)
    latest = file.decisions[0] if file.decisions else None
    return FollowedPage(
        file=file, title=line_title(line), stages=stages(line.judgement), results=standing(file.results),
        late=track.late(today), asleep=track.asleep(today, SLEEPS_AFTER), today=today,
        undoable=latest is not None and latest.reason != decide.UNDO,
    )  # fmt: skip


def _conflict(synergy_id: str, step: Form = NONE, result: Form = NONE) -> Answer:
    """Show how the lead stands now, and keep what was typed: it can be looked at and sent again."""
    file = follow_up.file(store(), synergy_id)
    last = max([(d.at, d.who) for d in file.decisions] + [(r.at, r.who) for r in file.results], default=("", ""))
    told = AlreadyDecided(synergy_id, file.line.judgement, last[1], last[0])
    page = _page(file) if file.line.judgement in FOLLOWED else _unfollowed(file)
    return show(replace(page, conflict=told, step=step, result=result)), 409


def _unfollowed(file: FollowUp) -> FollowedPage:
    """Return the page of a lead whose confirmation was taken back meanwhile: nothing to move on."""
    today = date.fromisoformat(now()[:10])
    return FollowedPage(file, line_title(file.line), (), standing(file.results), 0, 0, today, False)


def _version() -> int:
    version = whole(typed(request.form).get("version"), -1)
    if version < 0:
        abort(400)
    return version


def _done(synergy_id: str, what: str) -> Response:
    flash(what, "followed")
    return redirect(url_for("follow_up.one", synergy_id=synergy_id), 303)  # type: ignore[return-value]
