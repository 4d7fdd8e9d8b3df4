from pathlib import Path
from threading import Event, Thread

import pytest

from symbiosis.domain.enums import JobState
from symbiosis.domain.errors import Refused
from symbiosis.services.browse import recent_jobs
from symbiosis.services.work import Handler, Progress, ask, work, work_once
from symbiosis.store import jobs
from symbiosis.store.session import Store


def fine(_store: Store, parameter: str, progress: Progress) -> str:
    progress("half", 1, 2)
    return f"done {parameter}"


def refuses(*_: object) -> str:
    raise Refused("not like this")


def breaks(*_: object) -> str:
    raise ZeroDivisionError


HANDLERS: dict[str, Handler] = {"fine": fine, "refuses": refuses, "breaks": breaks}


def test_a_job_says_how_far_it_is_and_how_it_ended(store: Store) -> None:
    ask(store, "fine", "it")
    assert work_once(store, HANDLERS)
    job = recent_jobs(store)[0]
    assert (job.state, job.message, job.done, job.total, job.stage) == (JobState.DONE, "done it", 1, 2, "half")


@pytest.mark.parametrize(("kind", "message"), [("refuses", "not like this"), ("breaks", "internal_error")])
def test_a_job_that_fails_says_why_and_the_worker_goes_on(store: Store, kind: str, message: str) -> None:
    ask(store, kind)
    ask(store, "fine")
    assert work_once(store, HANDLERS) and work_once(store, HANDLERS)
    assert {(j.state, j.message) for j in recent_jobs(store)} == {
        (JobState.FAILED, message), (JobState.DONE, "done "),
    }  # fmt: skip


def test_the_same_waiting_job_is_queued_once(store: Store) -> None:
    assert ask(store, "fine") == ask(store, "fine")
    assert len(recent_jobs(store)) == 1


def test_what_a_dead_worker_left_is_done_once_more_but_not_for_ever(store: Store) -> None:
    ask(store, "fine")
    for _ in range(jobs.MOST_ATTEMPTS):
        assert jobs.claim(store, "2026-01-01T00:00:00", ["fine"]) is not None
        jobs.requeue_orphans(store, ["fine"])
    assert jobs.claim(store, "2026-01-01T00:00:00", ["fine"]) is None
    assert recent_jobs(store)[0].state is JobState.FAILED


def test_one_worker_serves_a_home(store: Store, tmp_path: Path) -> None:
    stop = Event()
    first = Thread(target=work, args=(store, tmp_path, HANDLERS, stop))
    first.start()
    try:
        while not (tmp_path / "worker.lock").exists():
            stop.wait(0.01)
        stop.wait(0.2)
        with pytest.raises(Refused):
            work(store, tmp_path, HANDLERS, stop)
    finally:
        stop.set()
        first.join()


def test_a_preview_is_made_while_another_job_runs(store: Store, tmp_path: Path) -> None:
    stop, previewed = Event(), Event()

    def rematch(*_: object) -> str:
        return "beside" if previewed.wait(20) else "alone"

    def preview(*_: object) -> str:
        previewed.set()
        return ""

    ask(store, "rematch")
    ask(store, "import_preview", "one")
    worker = Thread(target=work, args=(store, tmp_path, {"rematch": rematch, "import_preview": preview}, stop))
    worker.start()
    try:
        while any(job.state is not JobState.DONE for job in recent_jobs(store)):
            stop.wait(0.05)
        assert {job.message for job in recent_jobs(store)} == {"beside", ""}
    finally:
        stop.set()
        worker.join()


def test_what_ends_the_previews_ends_the_worker_which_is_then_started_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_store: Store, kinds: list[str]) -> None:
        if "import_preview" in kinds:
            raise ZeroDivisionError

    monkeypatch.setattr(jobs, "requeue_orphans", broken)
    stop = Event()
    work(store, tmp_path, HANDLERS | {"import_preview": fine}, stop)
    assert stop.is_set()
