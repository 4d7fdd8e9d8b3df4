"""The portfolio: the best set of leads, dated, and a button to work it out again."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, Response, redirect, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.effects import Measure, Range
from symbiosis.services import plan, work
from symbiosis.services.plan import Plan
from symbiosis.web.access import needs
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.worth import span

bp = Blueprint("plan", __name__)


@dataclass(frozen=True)
class PortfolioPage:
    """The best set of leads, None before it was worked out."""

    template: ClassVar[str] = "portfolio.html"
    plan: Plan | None


@bp.get("/portfolio")
@needs(Right.READ)
def portfolio() -> str:
    """Show the best set as it was last worked out."""
    return show(PortfolioPage(plan.shown(store())))


@bp.post("/portfolio")
@needs(Right.JUDGE)
def compute() -> Response:
    """Queue the work of making it anew."""
    work.ask(store(), "portfolio")
    return redirect(url_for("jobs.latest"), 303)  # type: ignore[return-value]


def euros(value: Range) -> str:
    """Return a range of € a year."""
    return span(value, Measure.EURO)
