"""My day: what is late, what to decide, whom to call, what is new."""

from flask import Blueprint, Response, redirect, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.follow_up import Only, Wanted
from symbiosis.domain.sight import EVERYTHING
from symbiosis.domain.views import Filters
from symbiosis.services import ask, browse, follow_up, still_true, today
from symbiosis.web.access import needs
from symbiosis.web.animator_pages import TodayPage
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who

bp = Blueprint("today", __name__)


@bp.get("/today")
@needs(Right.JUDGE)
def my_day() -> str:
    """Show what the day starts with."""
    held = store()
    late, asleep = (follow_up.listed(held, Wanted(only=only.value), 1) for only in (Only.LATE, Only.ASLEEP))
    calls = ask.call_list(held, state().known.current(held))
    old = still_true.old_flows(held, 1, EVERYTHING)
    queue = browse.queue(held, Filters(guesses=False), 1)
    return show(
        TodayPage(late, asleep, today.due(held), queue, calls, today.news(held, who()), old, today.requests(held))
    )


@bp.post("/today/seen")
@needs(Right.JUDGE)
def seen() -> Response:
    """Note that the reader has seen all that is new."""
    today.seen(store(), who())
    return redirect(url_for("today.my_day"), 303)  # type: ignore[return-value]
