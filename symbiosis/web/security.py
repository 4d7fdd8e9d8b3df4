"""What every answer says to the browser: nothing from elsewhere, nothing inside others' pages."""

from functools import partial
from typing import Protocol
from urllib.parse import urlsplit

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


class Rules(Protocol):
    """The settings that concern safety; `proxies` servers in front of this one are believed."""

    @property
    def secret(self) -> str: ...  # noqa: D102
    @property
    def production(self) -> bool: ...  # noqa: D102
    @property
    def proxies(self) -> int: ...  # noqa: D102
    @property
    def oidc_issuer(self) -> str: ...  # noqa: D102


def install(app: Flask, rules: Rules) -> None:
    """Set the cookies' and the answers' rules."""
    app.config.update(
        SECRET_KEY=rules.secret, MAX_CONTENT_LENGTH=LARGEST_FORM, SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax", WTF_CSRF_TIME_LIMIT=None, SESSION_COOKIE_SECURE=rules.production,
        SESSION_COOKIE_NAME="__Host-symbiosis" if rules.production else "session",
    )  # fmt: skip
    if rules.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, rules.proxies, rules.proxies, rules.proxies)  # type: ignore[method-assign]
    app.after_request(partial(_protect, _headers(rules)))


def _headers(rules: Rules) -> dict[str, str]:
    """Return what every answer says; a form may lead on to the identity provider, which ends its session too."""
    provider = urlsplit(rules.oidc_issuer)
    policy = POLICY.replace("form-action 'self'", f"form-action 'self' {provider.scheme}://{provider.netloc}")
    more = {"Content-Security-Policy": policy} if rules.oidc_issuer else {}
    return HEADERS | more | (ONLY_HTTPS if rules.production else {})


def _protect(headers: dict[str, str], answer: Response) -> Response:
    for name, value in headers.items():
        answer.headers.setdefault(name, value)
    return answer
