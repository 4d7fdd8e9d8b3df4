"""What every answer says to the browser: nothing from elsewhere, nothing inside others' pages."""

from flask import Flask, Response, request

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
LARGEST_FORM = 1024 * 1024
LARGEST_UPLOAD = 300 * 1024 * 1024
UPLOADS = frozenset({"imports.send"})  # endpoints that take files


def install(app: Flask, secret: str) -> None:
    """Set the cookies' and the answers' rules."""
    app.config.update(
        SECRET_KEY=secret, MAX_CONTENT_LENGTH=LARGEST_FORM, SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax", WTF_CSRF_TIME_LIMIT=None,
    )  # fmt: skip
    app.before_request(_allow_files)
    app.after_request(_protect)


def _allow_files() -> None:
    if request.endpoint in UPLOADS:
        request.max_content_length = LARGEST_UPLOAD


def _protect(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
