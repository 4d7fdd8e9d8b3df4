"""An OpenID Connect provider, ProConnect's ways included: PKCE, userinfo as a signed JWT, leeway, sign-out."""

import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from authlib.integrations.base_client.errors import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from symbiosis.domain.errors import ProviderTrouble
from symbiosis.domain.provided import Journey, Provided, Rule

ALGORITHMS = ("RS256", "ES256", "PS256")  # signed with the provider's own key, never with a shared secret
LEEWAY_SECONDS, PATIENCE_SECONDS, KEPT_SECONDS = 5, 10, 3600
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Client:
    """How this service is known to a provider, and whom it lets in."""

    issuer: str
    client_id: str
    client_secret: str
    scopes: str
    label: str
    rules: tuple[Rule, ...]


@dataclass
class Provider:
    """One provider; what it says of itself is asked for at the first use and again after an hour."""

    client: Client
    _told: dict[str, Any] = field(default_factory=dict)
    _keys: KeySet | None = None
    _asked_at: float = 0.0

    def leave(self, back: str) -> tuple[str, Journey]:
        """Return the address to send the browser to, `back` being where it returns, and what to keep meanwhile."""
        journey = Journey(secrets.token_urlsafe(32), secrets.token_urlsafe(32), secrets.token_urlsafe(48))
        with self._session(back) as session:
            address, _ = session.create_authorization_url(
                self._about()["authorization_endpoint"], state=journey.state, nonce=journey.nonce,
                code_verifier=journey.verifier,
            )  # fmt: skip
        return str(address), journey

    def arrive(self, code: str, journey: Journey, back: str) -> Provided:
        """Return whom the provider vouches for; ProviderTrouble when it does not answer, or says what is not so."""
        try:
            with self._session(back) as session:
                tokens = session.fetch_token(
                    self._about()["token_endpoint"], code=code, code_verifier=journey.verifier, timeout=PATIENCE_SECONDS
                )
                claims = self._read(tokens["id_token"], {"nonce": journey.nonce})
                person = claims | self._user(session, str(claims["sub"]))
        except (requests.RequestException, OAuthError, JoseError, KeyError, ValueError, TypeError) as error:
            raise ProviderTrouble(f"{self.client.issuer}: {type(error).__name__}: {error}") from error
        return _provided(self.client.issuer, person, str(tokens["id_token"]))

    def goodbye(self, token: str, back: str) -> str:
        """Return the address that ends the session at the provider too, '' where it has none."""
        address = str(self._about().get("end_session_endpoint") or "")
        given = {"id_token_hint": token, "post_logout_redirect_uri": back, "state": secrets.token_urlsafe(16)}
        return f"{address}{'&' if '?' in address else '?'}{urlencode(given)}" if address and token else ""

    def _session(self, back: str) -> OAuth2Session:
        return OAuth2Session(
            self.client.client_id, self.client.client_secret, scope=self.client.scopes, redirect_uri=back,
            code_challenge_method="S256", token_endpoint_auth_method=self._method(), leeway=LEEWAY_SECONDS,
        )  # fmt: skip

    def _method(self) -> str:
        offered = self._about().get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        return next((m for m in ("client_secret_post", "client_secret_basic") if m in offered), "client_secret_basic")

    def _user(self, session: OAuth2Session, subject: str) -> dict[str, Any]:
        """Return what the provider says of the person, signed or not; of nobody but the one who signed in."""
        answer = session.get(self._about()["userinfo_endpoint"], timeout=PATIENCE_SECONDS)
        answer.raise_for_status()
        signed = answer.headers.get("Content-Type", "").startswith("application/jwt")
        person = self._read(answer.text, {}) if signed else answer.json()
        if person["sub"] != subject:
            raise ValueError("userinfo speaks of somebody else")
        return dict(person)

    def _read(self, token: str, must: dict[str, str]) -> dict[str, Any]:
        """Return what a token signed by this provider says to this service; JoseError for any other."""
        must = must | {"iss": self.client.issuer, "aud": self.client.client_id}
        wanted: dict[str, Any] = {name: {"essential": True, "value": value} for name, value in must.items()}
        wanted |= {"sub": {"essential": True}} | ({"exp": {"essential": True}} if "nonce" in must else {})
        rules = jwt.JWTClaimsRegistry(leeway=LEEWAY_SECONDS, **wanted)
        claims = self._verified(token)
        rules.validate(claims)
        return claims

    def _verified(self, token: str) -> dict[str, Any]:
        """Return the claims of a token; the provider's keys are read again when it signed with a new one."""
        self._about()
        try:
            return dict(jwt.decode(token, self._keys, ALGORITHMS).claims)  # type: ignore[arg-type]
        except (JoseError, ValueError):
            self._asked_at = 0.0
            self._about()
            return dict(jwt.decode(token, self._keys, ALGORITHMS).claims)  # type: ignore[arg-type]

    def _about(self) -> dict[str, Any]:
        if not self._told or time.monotonic() - self._asked_at > KEPT_SECONDS or not self._asked_at:
            try:
                told = _fetch(f"{self.client.issuer.rstrip('/')}/.well-known/openid-configuration")
                if told.get("issuer") != self.client.issuer:
                    raise ValueError(f"it calls itself {told.get('issuer')}")
                self._keys = KeySet.import_key_set(_fetch(str(told["jwks_uri"])))  # type: ignore[arg-type]
            except (requests.RequestException, JoseError, KeyError, ValueError) as error:
                raise ProviderTrouble(f"{self.client.issuer}: {type(error).__name__}: {error}") from error
            self._told, self._asked_at = told, time.monotonic()
        return self._told


def origin(address: str) -> str:
    """Return scheme, host and port of an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _fetch(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ValueError(f"{address} is not https")
    answer = requests.get(address, timeout=PATIENCE_SECONDS, allow_redirects=False)
    answer.raise_for_status()
    return dict(answer.json())


def _provided(issuer: str, person: dict[str, Any], token: str) -> Provided:
    def text(name: str) -> str:
        return " ".join(str(person.get(name) or "").split())[:100]

    family = text("usual_name") or text("family_name")
    name = text("name") or f"{text('given_name')} {family}".strip()
    email = "" if person.get("email_verified") is False else text("email")
    return Provided(issuer, str(person["sub"]), email, name or email.partition("@")[0], text("siret"), token)
