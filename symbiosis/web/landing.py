"""Where one lands after signing in: where one was going, else one's day, one's own firm or the first page."""

from flask import Response, redirect, url_for

from symbiosis.domain.access import Right
from symbiosis.services import today
from symbiosis.web import visitor
from symbiosis.web.state import store


def land(back: str) -> Response:
    """Lead a reader who just signed in, and note the visit of who has a day of their own."""
    decides = visitor.may(Right.JUDGE)
    if decides:
        today.arrive(store(), visitor.who())
    first = url_for("today.my_day" if decides else "mine.home" if visitor.firm_id() else "home.home")
    return redirect(back if visitor.inside(back) else first, 303)  # type: ignore[return-value]
