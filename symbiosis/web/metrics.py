"""What whoever operates the service measures: Prometheus metrics, right with several workers.

Each worker writes to files of its own under PROMETHEUS_MULTIPROC_DIR (set by `flask symbiosis run`), and whichever
worker is asked adds them up. Labels hold the pattern of an address, never an address.
"""

import hmac
import os
import time
from ipaddress import ip_address

from flask import Blueprint, Flask, Response, abort, current_app, g, request
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    multiprocess,
)

from symbiosis.domain.access import Right
from symbiosis.web.access import needs
from symbiosis.web.logs import where

bp = Blueprint("metrics", __name__)
FOLDER, TOKEN = "PROMETHEUS_MULTIPROC_DIR", "METRICS_TOKEN"
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP")
METHODS = {"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"}
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.5, 1, 2.5, 5, 10, 30)
REQUESTS = Counter("symbiosis_requests", "Requests answered", ("method", "route", "status"))
SECONDS = Histogram("symbiosis_request_seconds", "Seconds until the answer", ("route",), buckets=BUCKETS)


def install(app: Flask, token: str) -> None:
    """Count every request."""
    app.config[TOKEN] = token
    app.before_request(_start)
    app.after_request(_count)


@bp.get("/metrics")
@needs(Right.PUBLIC)
def metrics() -> Response:
    """Give the metrics to this machine, or to whoever has the token; 404 to all others."""
    if not _allowed():
        abort(404)
    registry = REGISTRY
    if os.environ.get(FOLDER):
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def worker_ended(pid: int) -> None:
    """Forget what only held while a worker lived; its counts stay."""
    if os.environ.get(FOLDER):
        multiprocess.mark_process_dead(pid)  # type: ignore[no-untyped-call]


def _allowed() -> bool:
    """Tell whether the token is right; without one set, whether the request comes from here and through no proxy."""
    token = str(current_app.config[TOKEN])
    if token:
        return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
    through_proxy = any(name in request.headers for name in FORWARDED)
    return not through_proxy and _is_here(request.remote_addr or "")


def _is_here(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _start() -> None:
    g.counted_from = time.perf_counter()


def _count(answer: Response) -> Response:
    route = where(request)
    method = request.method if request.method in METHODS else "other"
    REQUESTS.labels(method, route, str(answer.status_code)).inc()
    SECONDS.labels(route).observe(time.perf_counter() - g.get("counted_from", time.perf_counter()))
    return answer
