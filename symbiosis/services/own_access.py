"""How a company enters again without a new link: a login and a password that it chose after it came by an invitation.

Whoever takes the invitation back ends this too; the firm itself gives it up when it likes.
"""

from symbiosis.domain.accounts import (
    LOGIN,
    RESERVED,
    BadAccount,
    Holder,
    NewAccount,
    good_password,
    own_limit,
    same_login,
)
from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.identity import passwords
from symbiosis.store import accounts, sessions
from symbiosis.store.session import Store


def of_firm(store: Store, firm_id: str) -> tuple[Holder, ...]:
    """Return the accounts whose password the firm chose, by name."""
    return tuple(
        held for held in accounts.every(store) if held.firm_id == firm_id and held.invited and held.by_password
    )


def choose(store: Store, holder: Holder, login: str, password: str) -> BadAccount | None:
    """Give whoever came by a link a login and a password, and let the session go on; return what is wrong.

    Trying is limited, because an answer may tell that a login is somebody's.
    """
    if sessions.take(store, own_limit(holder.id), now()):
        return BadAccount.TOO_OFTEN
    return _wrong(same_login(login), password) or _exchange(store, holder, login, passwords.hashed(password))


def give_up(store: Store, holder: Holder) -> None:
    """Take one's own password away; the session goes on until its end, as after the link."""
    _exchange(store, holder, holder.subject, "")


def remove(store: Store, firm_id: str, account_id: str) -> None:
    """Remove a password that the firm chose; NotFound where it is none of its own."""
    if account_id not in {held.id for held in of_firm(store, firm_id)}:
        raise NotFound(f"account {account_id}")
    accounts.remove(store, account_id, now())


def end(store: Store, invitation_id: str) -> None:
    """End whatever an invitation opened."""
    for held in accounts.every(store):
        if held.subject == invitation_id:
            accounts.remove(store, held.id, now())


def _exchange(store: Store, holder: Holder, login: str, kept: str) -> BadAccount | None:
    return accounts.exchange(store, holder, NewAccount(login, holder.name, holder.role, kept, holder.subject))


def _wrong(login: str, password: str) -> BadAccount | None:
    if not LOGIN.fullmatch(login) or login.startswith(RESERVED):
        return BadAccount.LOGIN
    return None if good_password(password, login) else BadAccount.PASSWORD
