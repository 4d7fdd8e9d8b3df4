"""Whether the process answers; the database is not asked."""

from flask import Blueprint, Response

from symbiosis.domain.access import Right
from symbiosis.web.access import needs

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@needs(Right.PUBLIC)
def healthz() -> Response:
    """Answer ok."""
    return Response("ok", mimetype="text/plain")
