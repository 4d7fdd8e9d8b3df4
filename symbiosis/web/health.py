"""Whether the process answers, and whether it can do its work; no name, no figure of the territory."""

from flask import Blueprint, Response

from symbiosis.domain.access import Right
from symbiosis.services.readiness import lacking
from symbiosis.web.access import needs
from symbiosis.web.state import store

bp = Blueprint("health", __name__)
NOT_READY = 503


@bp.get("/healthz")
@needs(Right.PUBLIC)
def healthz() -> Response:
    """Answer ok without asking the database."""
    return Response("ok", mimetype="text/plain")


@bp.get("/readyz")
@needs(Right.PUBLIC)
def readyz() -> Response:
    """Answer ready, or 503 with what is lacking: database, schema, knowledge, territory."""
    missing = lacking(store())
    if missing:
        return Response(f"not ready: {', '.join(missing)}\n", NOT_READY, mimetype="text/plain")
    return Response("ready\n", mimetype="text/plain")
