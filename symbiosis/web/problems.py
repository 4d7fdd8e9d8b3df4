"""What is wrong, for programs (RFC 9457)."""

from http import HTTPStatus

from flask import Response, json

API = "/api/"


def problem(status: int, detail: str) -> Response:
    """Return an error as data."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(json.dumps(told, ensure_ascii=False), status, mimetype="application/problem+json")
