"""The environment, read once. Every setting is listed in docs/settings.md; a wrong one stops the start."""

import base64
import binascii
import os
import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from symbiosis.domain.errors import BadSetting
from symbiosis.domain.provided import Rule, read_rules

SCHEMES = ("bolt://", "bolt+s://", "bolt+ssc://", "neo4j://", "neo4j+s://", "neo4j+ssc://")
HIGHEST_PORT = 65535
ISSUER = re.compile(r"https://|http://(127\.0\.0\.1|localhost)(:|/|$)")
OIDC = ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "ALLOW")
KEY_BYTES = 32


@dataclass(frozen=True)
class Settings:
    """What the environment says; `neo4j_uri` empty means the embedded engine under `home`."""

    home: Path
    host: str
    port: int
    workers: int
    production: bool
    secret: str
    contact: str
    publisher: str
    proxies: int
    oidc_issuer: str
    oidc_client_id: str
    oidc_client_secret: str
    oidc_scopes: str
    oidc_name: str
    oidc_allow: tuple[Rule, ...]
    keys: tuple[str, ...]  # that seal contacts and confidential values, newest first
    neo4j_uri: str
    neo4j_username: str
    neo4j_password: str
    neo4j_database: str | None
    metrics_token: str = ""
    log_json: bool = False
    neo4j_reader_uri: str = ""
    neo4j_reader_username: str = ""  # empty: analysts read the copy
    neo4j_reader_password: str = ""

    @property
    def graph_folder(self) -> Path | None:
        """Return where the embedded engine keeps its data, None on a Neo4j server."""
        return None if self.neo4j_uri else self.home / "graph"


def read(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings; BadSetting says which one is wrong and what to write."""
    home = Path(environ.get("SYMBIOSIS_HOME") or "var").absolute()
    production = _kind(environ) == "production"
    return Settings(
        home=home,
        host=environ.get("HOST") or "127.0.0.1",
        port=_number(environ, "PORT", 8000, HIGHEST_PORT),
        workers=_number(environ, "WEB_CONCURRENCY", 2, 64),
        production=production,
        secret=_secret(environ.get("SYMBIOSIS_SECRET", ""), home, production),
        contact=environ.get("SYMBIOSIS_CONTACT", ""),
        publisher=environ.get("SYMBIOSIS_PUBLISHER", ""),
        proxies=_number(environ, "SYMBIOSIS_PROXIES", 0, 8),
        **_oidc(environ),
        keys=_keys(environ.get("SYMBIOSIS_KEY", ""), home, production),
        neo4j_uri=_uri(environ.get("NEO4J_URI", "")),
        neo4j_username=environ.get("NEO4J_USERNAME", "neo4j"),
        neo4j_password=environ.get("NEO4J_PASSWORD", ""),
        neo4j_database=environ.get("NEO4J_DATABASE") or None,
        metrics_token=environ.get("METRICS_TOKEN", ""),
        log_json=_log_json(environ, production),
        **_reader(environ),
    )


def _oidc(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return the settings of an identity provider; all of them are needed, or none."""
    given = {name: environ.get(f"SYMBIOSIS_OIDC_{name}", "") for name in OIDC}
    missing = [f"SYMBIOSIS_OIDC_{name}" for name, value in given.items() if not value]
    if missing and any(given.values()):
        raise BadSetting(f"{', '.join(missing)} missing: an identity provider needs each (docs/accounts.md).")
    issuer = given["ISSUER"]
    if issuer and not ISSUER.match(issuer):
        raise BadSetting(f"SYMBIOSIS_OIDC_ISSUER={issuer} does not start with https://.")
    return {
        "oidc_issuer": issuer, "oidc_client_id": given["CLIENT_ID"], "oidc_client_secret": given["CLIENT_SECRET"],
        "oidc_scopes": environ.get("SYMBIOSIS_OIDC_SCOPES") or "openid email profile",
        "oidc_name": environ.get("SYMBIOSIS_OIDC_NAME") or "ProConnect", "oidc_allow": read_rules(given["ALLOW"]),
    }  # fmt: skip


def _reader(environ: Mapping[str, str]) -> dict[str, Any]:
    """Return the account with which analysts read a Neo4j; all empty where there is none."""
    given = {name: environ.get(f"NEO4J_READER_{name}", "") for name in ("URI", "USERNAME", "PASSWORD")}
    if not any(given.values()):
        return {}
    if not environ.get("NEO4J_URI"):
        raise BadSetting("NEO4J_READER_… names an account on a Neo4j, and NEO4J_URI names none (docs/neo4j.md).")
    if not given["USERNAME"]:
        raise BadSetting("NEO4J_READER_USERNAME is missing: which account reads the Neo4j for analysts?")
    if given["USERNAME"] == environ.get("NEO4J_USERNAME", "neo4j"):
        raise BadSetting("NEO4J_READER_USERNAME is NEO4J_USERNAME: analysts read with an account that may only read.")
    uri = _uri(given["URI"] or environ["NEO4J_URI"], "NEO4J_READER_URI")
    return {
        "neo4j_reader_uri": uri, "neo4j_reader_username": given["USERNAME"], "neo4j_reader_password": given["PASSWORD"],
    }  # fmt: skip


def _kind(environ: Mapping[str, str]) -> str:
    kind = environ.get("SYMBIOSIS_ENV") or "demonstration"
    if kind not in ("demonstration", "production"):
        raise BadSetting(f"SYMBIOSIS_ENV={kind} is neither demonstration nor production.")
    return kind


def _number(environ: Mapping[str, str], name: str, default: int, most: int) -> int:
    value, least = environ.get(name) or str(default), min(default, 1)
    if not (value.isascii() and value.isdigit()) or not least <= int(value) <= most:
        raise BadSetting(f"{name}={value} is not a whole number from {least} to {most}.")
    return int(value)


def _log_json(environ: Mapping[str, str], production: bool) -> bool:
    asked = environ.get("LOG_FORMAT") or ("json" if production else "text")
    if asked not in ("json", "text"):
        raise BadSetting(f"LOG_FORMAT={asked} is neither json nor text.")
    return asked == "json"


def _uri(value: str, name: str = "NEO4J_URI") -> str:
    if value and not value.startswith(SCHEMES):
        raise BadSetting(f"{name}={value} is not a Neo4j address: it starts with {', '.join(SCHEMES)}.")
    return value


def _secret(given: str, home: Path, production: bool) -> str:
    if given:
        return given
    if production:
        raise BadSetting("SYMBIOSIS_SECRET is missing: in production, set it to a long random text and keep it.")
    return _kept(home, "secret", lambda: secrets.token_urlsafe(32))


def _keys(given: str, home: Path, production: bool) -> tuple[str, ...]:
    keys = tuple(key for part in given.split(",") if (key := part.strip()))
    if not keys and production:
        raise BadSetting(
            "SYMBIOSIS_KEY is missing: in production, set it to what `flask symbiosis vault key` prints, and keep it "
            "where the backups are not. It seals contacts and confidential values; nothing opens them without it."
        )
    keys = keys or (_kept(home, "key", _new_key).strip(),)
    if not all(_is_key(key) for key in keys):
        raise BadSetting(
            "SYMBIOSIS_KEY is not a key, or keys separated by commas: `flask symbiosis vault key` prints a new one."
        )
    return keys


def _new_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == KEY_BYTES
    except (binascii.Error, ValueError):
        return False


def _kept(home: Path, name: str, make: Callable[[], str]) -> str:
    """Return what a file of the home holds, readable by its owner alone; written the first time."""
    file = home / name
    try:
        home.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w") as stream:
                stream.write(make())
        return file.read_text()
    except OSError as error:
        raise BadSetting(f"SYMBIOSIS_HOME={home} cannot be written: {error.strerror}.") from None
