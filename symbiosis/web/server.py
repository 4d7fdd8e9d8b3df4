"""What gunicorn does when a worker starts: the knowledge is read before anybody waits for it."""

from contextlib import suppress
from threading import Thread
from typing import Any

from flask import Flask

from symbiosis.domain.errors import SymbiosisError
from symbiosis.web import metrics
from symbiosis.web.state import state, store


def post_worker_init(worker: Any) -> None:
    """Read and index the knowledge beside the first requests; gunicorn calls this in each worker."""
    Thread(target=warm, args=(worker.wsgi,), daemon=True).start()


def child_exit(_server: Any, worker: Any) -> None:
    """Tell the metrics that a worker ended; gunicorn calls this in its master."""
    metrics.worker_ended(worker.pid)


def warm(app: Flask) -> None:
    """Make what the first question to the explorer would wait for; without a database, leave it to that question."""
    with app.app_context(), suppress(SymbiosisError):
        _ = state().known.current(store()).explorer
