"""Sign in and out, and find again who is signed in: asked at each request."""

from dataclasses import dataclass

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import LONGEST, Ended, Holder, NewAccount, account_id, limits
from symbiosis.domain.clock import now
from symbiosis.identity import passwords
from symbiosis.store import accounts, sessions
from symbiosis.store.session import Store

NAMES = {
    Account.COMPANY: "Entreprise (démonstration)", Account.ANALYST: "Analyse (démonstration)",
    Account.ANIMATOR: "Animation (démonstration)", Account.ADMIN: "Administration (démonstration)",
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """Who is signed in, or None and why a session is over."""

    holder: Holder | None = None
    ended: Ended | None = None
    provider_token: str = ""  # what the identity provider wants to see at sign-out


@dataclass(frozen=True)
class Attempt:
    """What came of trying to sign in: a session's secret, or until when to wait, or neither."""

    token: str = ""
    wait_until: str = ""
    account: str = ""


def with_password(store: Store, login: str, password: str, origin: str) -> Attempt:
    """Try a login and password; says the same, in the same time, of a wrong password and of an unknown login.

    `origin` is where the attempt comes from, in any form that tells places apart.
    """
    tried = limits(login, origin)
    wait = sessions.take(store, tried, now())
    if wait:
        return Attempt(wait_until=wait)
    row = accounts.password(store, account_id(login))
    fits = passwords.fits(row["password"] if row else "", password[: LONGEST + 1])
    if row is None or not fits:
        return Attempt()
    token = open_session(store, account_id(login), row["stamp"])
    sessions.clear(store, tried[:2], now())
    sessions.forget(store, now())
    return Attempt(token, account=account_id(login))


def as_demonstration(store: Store, role: Account) -> Attempt:
    """Enter the demonstration without a password; the account is made by whoever comes first."""
    login = f"demonstration-{role.value}"
    firm = accounts.telling_firm(store) if role is Account.COMPANY else ""
    accounts.add(store, NewAccount(login, NAMES[role], role, demonstration=True), firm)
    held = accounts.password(store, account_id(login))
    return Attempt(open_session(store, account_id(login), held["stamp"]) if held else "", account=account_id(login))


def open_session(store: Store, account_id: str, stamp: str) -> str:
    """Open a session of an account; return its secret, '' if the account changed since."""
    return sessions.begin(store, account_id, stamp)


def find(store: Store, token: str, demonstration: bool) -> Found:
    """Return who a session's secret belongs to; `demonstration` tells whether such accounts may exist here."""
    row = sessions.get(store, token)
    if row is None:
        return Found(ended=Ended.CLOSED)
    if row["id"] is None:
        return Found(ended=Ended.REMOVED)
    if not row["valid"]:
        return Found(ended=Ended(row["changed"] or Ended.EVERYWHERE))
    if row["until"] < now() or (row["demonstration"] and not demonstration):
        return Found(ended=Ended.TOO_OLD)
    return Found(accounts.holder(row), provider_token=row["token"] or "")


def out(store: Store, token: str) -> None:
    """End a session."""
    sessions.close(store, token)
