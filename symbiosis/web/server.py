"""What gunicorn does when a worker starts: the knowledge is read before anybody waits for it."""

import gc
from contextlib import suppress
from threading import Thread
from typing import Any

from flask import Flask

from symbiosis.domain.errors import SymbiosisError
from symbiosis.services import picture
from symbiosis.web import metrics
from symbiosis.web.state import rows, state, store


def post_worker_init(worker: Any) -> None:
    """Read the knowledge and the territory beside the first requests; gunicorn calls this in each worker."""
    Thread(target=warm, args=(worker.wsgi,), daemon=True).start()


def child_exit(_server: Any, worker: Any) -> None:
    """Tell the metrics that a worker ended; gunicorn calls this in its master."""
    metrics.worker_ended(worker.pid)


def warm(app: Flask) -> None:
    """Make what the first question, declaration or picture would wait for; without a database, leave it to them.

    What is made stays: the collector would walk through all of it again and again, 0.2 s each time, while people wait.
    """
    with app.app_context(), suppress(SymbiosisError):
        known = state().known.current(store())
        _ = known.explorer, known.declarations
        _ = picture.scene(store(), rows())
    gc.collect()
    gc.freeze()
