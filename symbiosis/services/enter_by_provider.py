"""Let in whom an identity provider vouches for: the account is found by their subject, or made by the rules."""

import secrets
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import LONGEST_NAME, Holder, NewAccount
from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.domain.provided import Journey, Provided, role_of
from symbiosis.store import accounts, firms, sessions
from symbiosis.store.session import Store

if TYPE_CHECKING:  # what speaks to a provider is imported where there is one
    from symbiosis.identity.provider import Provider

Known: TypeAlias = "Provider"  # what the web holds without looking inside
__all__ = ["Journey", "Known", "Stranger", "arrive", "goodbye", "leave"]


class Stranger(StrEnum):
    """Why somebody the provider vouches for is not let in."""

    UNKNOWN = "unknown"  # no rule speaks of them
    NO_FIRM = "no_firm"  # they come for a firm that is not of the territory
    LOGIN_TAKEN = "login_taken"  # an account with a password has their address


def leave(provider: Known, back: str) -> tuple[str, Journey]:
    """Return where to send the browser, and what it keeps meanwhile."""
    return provider.leave(back)


def goodbye(provider: Known, token: str, back: str) -> str:
    """Return the address that ends the session at the provider too, '' where it has none."""
    return provider.goodbye(token, back)


def arrive(store: Store, provider: Known, code: str, journey: Journey, back: str) -> str | Stranger:
    """Return the secret of a new session, or why there is none; ProviderTrouble when the provider is at fault."""
    person = provider.arrive(code, journey, back)
    held = _account(store, provider, person)
    if isinstance(held, Stranger):
        return held
    return sessions.begin(store, held.id, held.stamp, person.token) or Stranger.UNKNOWN


def _account(store: Store, provider: Known, person: Provided) -> Holder | Stranger:
    held = _found(store, person)
    if held is None:
        return _made(store, provider, person)
    return _in_their_firm(store, held, person) if held.role is Account.COMPANY else held


def _made(store: Store, provider: Known, person: Provided) -> Holder | Stranger:
    role = role_of(person, provider.client.rules)
    if role is None:
        return Stranger.UNKNOWN
    firm_id = person.siret if role is Account.COMPANY else ""
    if firm_id and not _is_firm(store, firm_id):
        return Stranger.NO_FIRM
    login = person.email or f"{role.value}-{secrets.token_hex(4)}"
    new = NewAccount(login, _free_name(store, person), role, subject=person.id)
    return Stranger.LOGIN_TAKEN if accounts.add(store, new, firm_id) else _found(store, person) or Stranger.UNKNOWN


def _in_their_firm(store: Store, held: Holder, person: Provided) -> Holder | Stranger:
    """Return a company's account, tied to the firm its holder came in for this time."""
    if not _is_firm(store, person.siret):
        return Stranger.NO_FIRM
    if held.firm_id != person.siret:
        accounts.set_role(store, replace(held, stamp=secrets.token_hex(8)), person.siret, now())
    return _found(store, person) or Stranger.UNKNOWN


def _found(store: Store, person: Provided) -> Holder | None:
    return next((held for held in accounts.every(store) if held.subject == person.id), None)


def _free_name(store: Store, person: Provided) -> str:
    """Return the name that decisions will be signed with: two people of one name are told apart."""
    name = (person.name or person.email or "?")[:LONGEST_NAME]
    taken = {held.name for held in accounts.every(store)}
    others = (f"{name[: LONGEST_NAME - 5]} ({n})" for n in range(2, 1000))
    return name if name not in taken else next(other for other in others if other not in taken)


def _is_firm(store: Store, firm_id: str) -> bool:
    try:
        return bool(firm_id and firms.get(store, firm_id))
    except NotFound:
        return False
