"""Background jobs: how far they are, and a button to start one."""

from flask import Blueprint, Response, make_response, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.enums import JobState
from symbiosis.services import browse, console, work
from symbiosis.services.learn import in_force
from symbiosis.web import read_from
from symbiosis.web.access import needs
from symbiosis.web.pages import JobsPage, show
from symbiosis.web.state import state, store

bp = Blueprint("jobs", __name__)
RENEWED_SECONDS = 3


@bp.get("/jobs")
@needs(Right.READ)
def latest() -> Response:
    """Show the latest jobs; the page renews itself while one runs, unless asked not to."""
    jobs = tuple(browse.recent_jobs(store()))
    busy = any(job.state in (JobState.QUEUED, JobState.RUNNING) for job in jobs)
    live = busy and request.args.get("live") != "0"
    reads = read_from.told(console.live(state().reading))
    answer = make_response(show(JobsPage(jobs, busy, live, in_force(store()), reads)))
    if live:
        answer.headers["Refresh"] = str(RENEWED_SECONDS)
    return answer


@bp.post("/jobs/learn")
@needs(Right.IMPORT)
def learn() -> Response:
    """Queue a revision of the model after the decisions taken."""
    work.ask(store(), "learn")
    return redirect(url_for("jobs.latest"), 303)  # type: ignore[return-value]


@bp.post("/jobs/rematch")
@needs(Right.IMPORT)
def rematch() -> Response:
    """Queue a new run of the matcher."""
    work.ask(store(), "rematch")
    return redirect(url_for("jobs.latest"), 303)  # type: ignore[return-value]
