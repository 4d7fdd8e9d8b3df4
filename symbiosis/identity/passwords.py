"""Passwords: hashed with argon2id, made at random, checked in the same time whether or not there is an account."""

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
GROUPS, GROUP = 4, 4
_hasher = PasswordHasher()  # RFC 9106, the second recommended choice: 64 MiB, 3 passes


def made_up() -> str:
    """Return a new random password (79 bits) that can be read out on the telephone."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def hashed(password: str) -> str:
    """Return what is kept of a password."""
    return _hasher.hash(password)


def fits(kept: str, password: str) -> bool:
    """Tell whether the password is the one that was kept; takes as long where none is kept."""
    try:
        return _hasher.verify(kept or _nobody(), password) and bool(kept)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobody() -> str:
    return hashed(secrets.token_urlsafe(16))
