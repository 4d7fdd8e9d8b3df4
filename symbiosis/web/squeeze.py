"""Sends pages, styles and files compressed to whoever reads gzip: an order of magnitude less on a telephone.

A secret in a compressed page could be guessed by its length, were another site able to make a browser ask for pages
with its own guesses in them. It is not: the session's cookie is SameSite, so such pages are asked for by a stranger.
"""

import zlib
from collections.abc import Iterable, Iterator
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from werkzeug.datastructures import Accept, Headers
from werkzeug.http import parse_accept_header
from werkzeug.test import run_wsgi_app
from werkzeug.wsgi import ClosingIterator

TEXTS = ("text/", "application/json", "application/geo+json", "application/xml", "image/svg+xml")
SMALLEST, LEVEL, AS_GZIP = 600, 5, 16 + zlib.MAX_WBITS  # bytes worth the work


def squeezed(app: WSGIApplication) -> WSGIApplication:
    """Return the application whose texts are compressed on their way out."""

    def serve(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        body, status, headers = run_wsgi_app(app, environ)
        if _is_text(headers):
            headers.add("Vary", "Accept-Encoding")
        if not (_is_text(headers) and _reads_gzip(environ) and _worth(environ, status, headers)):
            start(status, headers.to_wsgi_list())
            return body
        del headers["Content-Length"]
        headers["Content-Encoding"] = "gzip"
        start(status, headers.to_wsgi_list())
        return ClosingIterator(_gzip(body), getattr(body, "close", None))

    return serve


def _is_text(headers: Headers) -> bool:
    return headers.get("Content-Type", "").startswith(TEXTS)


def _reads_gzip(environ: WSGIEnvironment) -> bool:
    return parse_accept_header(environ.get("HTTP_ACCEPT_ENCODING"), Accept)["gzip"] > 0


def _worth(environ: WSGIEnvironment, status: str, headers: Headers) -> bool:
    whole = status.startswith(("2", "4", "5")) and not status.startswith(("204", "206"))
    length = headers.get("Content-Length")
    return (
        whole and environ["REQUEST_METHOD"] != "HEAD" and "Content-Encoding" not in headers
        and (length is None or int(length) >= SMALLEST)
    )  # fmt: skip


def _gzip(body: Iterable[bytes]) -> Iterator[bytes]:
    made = zlib.compressobj(LEVEL, zlib.DEFLATED, AS_GZIP)
    for piece in body:
        yield made.compress(piece)
    yield made.flush()
