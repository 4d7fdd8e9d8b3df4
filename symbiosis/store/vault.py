"""What is kept back is sealed with a key that is never in the database, and opened here alone.

Fernet (AES-128-CBC with HMAC-SHA-256): a sealed value that was changed, or sealed with another key, does not open.
"""

import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from symbiosis.domain.errors import VaultShut

Payload = dict[str, Any]


class Vault:
    """Seals with the first key, opens with any of them: that is how keys are changed."""

    def __init__(self, keys: Sequence[str] = ()) -> None:
        """Take the keys, newest first; without one, nothing can be sealed or opened."""
        self._fernet = MultiFernet([Fernet(key) for key in keys]) if keys else None
        self._first = keys[0] if keys else ""

    def seal(self, payload: Payload) -> str:
        """Return the payload as a text that says nothing; VaultShut without a key."""
        return self._open_box().encrypt(json.dumps(payload, ensure_ascii=False).encode()).decode()

    def open(self, sealed: str) -> Payload:
        """Return a payload that was sealed; VaultShut when no key opens it."""
        try:
            payload: Payload = json.loads(self._open_box().decrypt(sealed.encode()))
        except InvalidToken:
            raise _wrong() from None
        return payload

    def renew(self, sealed: str) -> str:
        """Return the same payload sealed with the first key; VaultShut when no key opens it."""
        try:
            return self._open_box().rotate(sealed.encode()).decode()
        except InvalidToken:
            raise _wrong() from None

    def mark(self, *parts: str) -> str:
        """Return what tells the same parts again and cannot be guessed back from guesses of them."""
        self._open_box()
        return hmac.new(self._first.encode(), "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()

    def _open_box(self) -> MultiFernet:
        if self._fernet is None:
            raise VaultShut("There is no key: SYMBIOSIS_KEY is missing, and contacts and confidential values need it.")
        return self._fernet


def new_key() -> str:
    """Return a fresh random key, as SYMBIOSIS_KEY holds it."""
    return Fernet.generate_key().decode()


def _wrong() -> VaultShut:
    return VaultShut(
        "SYMBIOSIS_KEY does not open the contacts and confidential values of this database. Set it to the key they "
        "were sealed with (several keys, newest first, are separated by commas). A demonstration keeps its own in the "
        "file `key` of its SYMBIOSIS_HOME."
    )
