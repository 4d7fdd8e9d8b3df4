"""Our own CSS and JavaScript, served by WhiteNoise under addresses that change with their content."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any
from wsgiref.headers import Headers
from wsgiref.types import WSGIApplication

from whitenoise import WhiteNoise

FOLDER = Path(__file__).parents[2] / "static"
PREFIX = "/static/"
MAX_AGE = 86_400


@cache
def address(name: str) -> str:
    """Return the address of a static file."""
    digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()[:10]
    return f"{PREFIX}{name}?v={digest}"


def served_before(app: WSGIApplication) -> Any:
    """Return the application with its static files in front of it."""
    return WhiteNoise(
        app, root=str(FOLDER), prefix=PREFIX, max_age=MAX_AGE, allow_all_origins=False,
        add_headers_function=_protect,
    )  # fmt: skip


def _protect(headers: Headers, _path: str, _url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
