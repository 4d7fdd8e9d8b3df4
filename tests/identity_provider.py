"""A small OpenID Connect provider on loopback, with ProConnect's ways: what the tests sign in with."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "symbiose", "a secret between the two"


@dataclass
class Persona:
    """Who signs in next, and how the provider misbehaves: `wrong` names what it says falsely."""

    claims: dict[str, Any]
    wrong: str = ""
    signed: bool = True


@dataclass
class World:
    """What the provider remembers."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": secrets.token_hex(4)}))
    persona: Persona = field(default_factory=lambda: Persona({"sub": "nobody"}))
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)
    ended: list[dict[str, str]] = field(default_factory=list)

    def sign(self, claims: dict[str, Any]) -> str:
        key = RSAKey.generate_key(2048, {"kid": str(self.key.kid)}) if self.persona.wrong == "key" else self.key
        header = {"alg": "none" if self.persona.wrong == "alg" else "RS256", "kid": key.kid}
        if header["alg"] == "none":
            return ".".join([*(_base64(json.dumps(part).encode()) for part in (header, claims)), ""])
        return jwt.encode(header, claims, key)

    def id_token(self, nonce: str) -> str:
        age = {"expired": 600, "ahead": -4, "far_ahead": -600}.get(self.persona.wrong, 0)
        claims = {
            "iss": self.issuer, "aud": CLIENT, "sub": self.persona.claims["sub"], "nonce": nonce,
            "iat": int(time.time()) - age, "exp": int(time.time()) - age + 60,
        }  # fmt: skip
        lies = {"issuer": {"iss": "https://evil.example"}, "audience": {"aud": "another"}, "nonce": {"nonce": "old"}}
        return self.sign(claims | lies.get(self.persona.wrong, {}))


class _Handler(BaseHTTPRequestHandler):
    world: World

    def log_message(self, *_: Any) -> None:
        pass

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/.well-known/openid-configuration":
            self._json(_about(self.world.issuer))
        elif parts.path == "/jwks":
            self._json({"keys": [self.world.key.as_dict(private=False)]})
        elif parts.path == "/authorize":
            self._authorize(asked)
        elif parts.path == "/userinfo":
            self._userinfo()
        elif parts.path == "/end":
            self.world.ended.append(asked)
            self._go(asked["post_logout_redirect_uri"])
        else:
            self._json({"error": "not found"}, 404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        sent = {name: values[0] for name, values in parse_qs(body).items()}
        kept = self.world.codes.pop(sent.get("code", ""), None)
        digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
        challenge = _base64(digest)
        good = kept and (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)
        if not (kept and good and challenge == kept["code_challenge"] and sent["redirect_uri"] == kept["redirect_uri"]):
            self._json({"error": "invalid_grant"}, 400)
            return
        token = secrets.token_hex(8)
        self.world.tokens.add(token)
        answer = {"access_token": token, "token_type": "Bearer", "expires_in": 60}
        self._json(answer | {"id_token": self.world.id_token(kept["nonce"])})

    def _authorize(self, asked: dict[str, str]) -> None:
        assert asked["response_type"] == "code" and asked["code_challenge_method"] == "S256"
        assert asked["client_id"] == CLIENT and "openid" in asked["scope"].split()
        if self.world.persona.wrong == "denied":
            self._go(asked["redirect_uri"], error="access_denied", state=asked["state"])
            return
        code = secrets.token_hex(8)
        self.world.codes[code] = asked
        self._go(asked["redirect_uri"], code=code, state=asked["state"])

    def _userinfo(self) -> None:
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in self.world.tokens:
            self._json({"error": "invalid_token"}, 401)
            return
        persona = self.world.persona
        claims = persona.claims | ({"sub": "another"} if persona.wrong == "subject" else {})
        if persona.signed:
            self._send(200, "application/jwt", self.world.sign(claims | {"iss": self.world.issuer, "aud": CLIENT}))
        else:
            self._json(claims)

    def _go(self, address: str, **more: str) -> None:
        self.send_response(302)
        self.send_header("Location", f"{address}?{urlencode(more)}" if more else address)
        self.end_headers()

    def _json(self, data: dict[str, Any], status: int = 200) -> None:
        self._send(status, "application/json", json.dumps(data))

    def _send(self, status: int, kind: str, text: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _about(issuer: str) -> dict[str, Any]:
    return {
        "issuer": issuer, "authorization_endpoint": f"{issuer}/authorize", "token_endpoint": f"{issuer}/token",
        "userinfo_endpoint": f"{issuer}/userinfo", "jwks_uri": f"{issuer}/jwks",
        "end_session_endpoint": f"{issuer}/end", "token_endpoint_auth_methods_supported": ["client_secret_post"],
    }  # fmt: skip


@contextmanager
def served() -> Iterator[World]:
    """Run a provider on a free port."""
    world = World()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"world": world}))
    world.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield world
    finally:
        server.shutdown()
        server.server_close()
