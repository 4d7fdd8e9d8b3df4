"""Background work: one worker takes the queued jobs one at a time and says how far it is.

Previews of imports only read: they are made beside, one at a time too, and nobody waits for a run of the matcher.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

from symbiosis.domain.answers import Stopped
from symbiosis.domain.clock import now
from symbiosis.domain.enums import JobState
from symbiosis.domain.errors import EngineDown, Refused, SymbiosisError
from symbiosis.store import jobs, locks, reading_copy
from symbiosis.store.session import Row, Store

Progress = Callable[[str, int, int], None]
Handler = Callable[[Store, str, Progress], str]  # parameter and progress in, a message out
PAUSE_SECONDS = 1.0
COPY_AGAIN_SECONDS = 60.0  # one that could not be made is not tried without end
log = logging.getLogger(__name__)


def ask(store: Store, kind: str, parameter: str = "") -> str:
    """Queue a job, unless the same one waits already; return its id."""
    return jobs.queue(store, kind, parameter, now())


def work(store: Store, home: Path, handlers: dict[str, Handler], stop: Event) -> None:
    """Take jobs until told to stop; Refused when another worker serves this home.

    Whatever a dead worker left running is queued again first: every job can run twice without doing anything twice.
    """
    lock = locks.open_lock(home / "worker.lock")
    if not locks.try_exclusive(lock):
        raise Refused("Another worker already serves this territory.")
    beside = {kind: handler for kind, handler in handlers.items() if kind in jobs.BESIDE}
    others = {kind: handler for kind, handler in handlers.items() if kind not in jobs.BESIDE}
    waiting = 0.0

    def idle() -> None:
        nonlocal waiting
        waiting = _look_at_copy(store, home, others, waiting)

    previews = Thread(target=_previews, args=(store, beside, stop), name="previews")
    previews.start()
    try:
        _until_stopped(store, others, stop, idle)
    finally:
        previews.join()


def _previews(store: Store, handlers: dict[str, Handler], stop: Event) -> None:
    try:
        _until_stopped(store, handlers, stop, lambda: None)
    except Exception:
        log.exception("the worker stops, to be started again")


def _until_stopped(store: Store, handlers: dict[str, Handler], stop: Event, idle: Callable[[], None]) -> None:
    """Take the jobs that have a handler; whatever goes wrong beyond one stops all, to be started again as new."""
    orphans_left = True
    try:
        while not stop.is_set():
            try:
                if orphans_left:
                    jobs.requeue_orphans(store, list(handlers))
                    orphans_left = False
                if not work_once(store, handlers):
                    idle()
                    stop.wait(PAUSE_SECONDS)
            except EngineDown as error:
                log.warning("waiting for the database: %s", error)
                orphans_left = True
                stop.wait(PAUSE_SECONDS)
    finally:
        stop.set()


def _look_at_copy(store: Store, home: Path, handlers: dict[str, Handler], waiting: float) -> float:
    """Queue a due reading copy, and after that leave it alone for a while; return until when."""
    if "reading" not in handlers:
        return waiting
    with suppress(Stopped):  # what has to wait for the next time is taken out then
        reading_copy.hide(store, home)  # whoever reads does it too; done here, nobody waits for it
    if time.monotonic() < waiting or not reading_copy.is_due(store, home, now()):
        return waiting
    ask(store, "reading")
    return time.monotonic() + COPY_AGAIN_SECONDS


def work_once(store: Store, handlers: dict[str, Handler]) -> bool:
    """Take one job that has a handler and finish it, well or badly; tell whether there was one."""
    job = jobs.claim(store, now(), list(handlers))
    if job is None:
        return False
    state, message = _run(store, job, handlers)
    jobs.finish(store, job["id"], state, message, now())
    return True


def _run(store: Store, job: Row, handlers: dict[str, Handler]) -> tuple[JobState, str]:
    def progress(stage: str, done: int, total: int) -> None:
        jobs.progress(store, job["id"], stage, done, total)

    try:
        return JobState.DONE, handlers[job["kind"]](store, job["parameter"], progress)
    except EngineDown:
        raise
    except SymbiosisError as error:
        return JobState.FAILED, str(error)
    except Exception:
        log.exception("job %s failed", job["id"])
        return JobState.FAILED, "internal_error"
