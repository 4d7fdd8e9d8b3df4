"""Whose a token, a favourite or a running question is."""

from symbiosis.domain.access import Right
from symbiosis.domain.errors import NotFound
from symbiosis.services import accounts
from symbiosis.services.tokens import Use
from symbiosis.web.state import store
from symbiosis.web.visitor import holder


def person() -> str:
    """Return the id of the reader's account."""
    held = holder()
    return held.id if held else ""


def may_ask(use: Use) -> bool:
    """Tell whether a token's account may ask the API, and is the one that the token was made for."""
    try:
        held = accounts.get(store(), use.who)
    except NotFound:
        return False
    return held.may(Right.ANALYSE) and held.made_at <= use.made_at
