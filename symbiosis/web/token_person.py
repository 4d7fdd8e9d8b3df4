"""Whose a token, a favourite or a running question is."""

from symbiosis.web.visitor import who


def person() -> str:
    """Return what tells the reader apart from everybody else."""
    return who()


def may_ask(_person: str) -> bool:
    """Tell whether somebody may ask the API."""
    return True
