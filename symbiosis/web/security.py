"""What every answer says to the browser: nothing from elsewhere, nothing inside others' pages."""

from flask import Flask, Response
from werkzeug.middleware.proxy_fix import ProxyFix

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
ONLY_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}
LARGEST_FORM = 1024 * 1024


def install(app: Flask, secret: str, production: bool, proxies: int) -> None:
    """Set the cookies' and the answers' rules; `proxies` servers in front of this one are believed."""
    app.config.update(
        SECRET_KEY=secret, MAX_CONTENT_LENGTH=LARGEST_FORM, SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax", WTF_CSRF_TIME_LIMIT=None, SESSION_COOKIE_SECURE=production,
        SESSION_COOKIE_NAME="__Host-symbiosis" if production else "session",
    )  # fmt: skip
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, proxies, proxies, proxies)  # type: ignore[method-assign]
    app.after_request(_only_https if production else _protect)


def _only_https(answer: Response) -> Response:
    answer.headers.update(ONLY_HTTPS)
    return _protect(answer)


def _protect(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
