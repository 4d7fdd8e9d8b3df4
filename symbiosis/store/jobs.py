"""Background jobs, in the graph."""

from collections.abc import Sequence

from symbiosis.domain.enums import JobState
from symbiosis.domain.ids import stable_id
from symbiosis.store.session import Row, Store

MOST_ATTEMPTS = 3
BESIDE = ("import_preview",)  # kinds that are done beside all others
LOOKED_AT = 50


def queue(store: Store, kind: str, parameter: str, at: str) -> str:
    """Queue a job unless the same one is waiting already; return its id."""
    waiting = store.read("jobs/waiting", kind=kind, parameter=parameter)
    if waiting:
        return str(waiting[0]["id"])
    job_id = stable_id("job", kind, parameter, at)
    store.write("jobs/put", id=job_id, kind=kind, parameter=parameter, at=at)
    return job_id


def claim(store: Store, at: str, kinds: Sequence[str]) -> Row | None:
    """Take the oldest waiting job of these kinds, or None."""
    rows = store.write("jobs/claim", at=at, kinds=list(kinds))
    return rows[0] if rows else None


def progress(store: Store, job_id: str, stage: str, done: int, total: int) -> None:
    """Say how far a job is."""
    store.write("jobs/progress", id=job_id, stage=stage, done=done, total=total)


def finish(store: Store, job_id: str, state: JobState, message: str, at: str) -> None:
    """Close a job."""
    store.write("jobs/finish", id=job_id, state=state.value, message=message, at=at)


def requeue_orphans(store: Store, kinds: Sequence[str]) -> int:
    """Queue again what a dead worker of these kinds left running; return how many jobs that concerns."""
    count: int = store.write("jobs/requeue", most=MOST_ATTEMPTS, kinds=list(kinds))[0]["n"]
    return count


def ahead(store: Store, kind: str) -> tuple[Row, Row | None] | None:
    """Return the job that one of this kind waits for, with the last of the same sort that was done; None without."""
    rows = latest(store, LOOKED_AT)
    beside = kind in BESIDE
    running = next((r for r in rows if r["state"] == JobState.RUNNING and (r["kind"] in BESIDE) == beside), None)
    if running is None:
        return None
    return running, next((r for r in rows if r["state"] == JobState.DONE and r["kind"] == running["kind"]), None)


def latest(store: Store, limit: int) -> list[Row]:
    """Return the latest jobs."""
    return store.read("jobs/list", limit=limit)


def about(store: Store, parameter: str) -> Row | None:
    """Return the latest job about something, or None."""
    rows = store.read("jobs/about", parameter=parameter)
    return rows[0] if rows else None
