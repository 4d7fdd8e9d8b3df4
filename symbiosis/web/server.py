"""What gunicorn does when a worker starts: the knowledge is read before anybody waits for it."""

from contextlib import suppress
from threading import Thread
from typing import Any

from flask import Flask

from symbiosis.domain.errors import SymbiosisError
from symbiosis.web.state import state, store


def post_worker_init(worker: Any) -> None:
    """Read and index the knowledge beside the first requests; gunicorn calls this in each worker."""
    Thread(target=warm, args=(worker.wsgi,), daemon=True).start()


def warm(app: Flask) -> None:
    """Make what the first question or declaration would wait for; without a database, leave it to that one."""
    with app.app_context(), suppress(SymbiosisError):
        known = state().known.current(store())
        _ = known.explorer, known.declarations
