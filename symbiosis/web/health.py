"""Whether the process answers; the database is not asked."""

from flask import Blueprint, Response

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> Response:
    """Answer ok."""
    return Response("ok", mimetype="text/plain")
