"""Accounts: made, changed and removed, by the same rules from the shell and from the page."""

from dataclasses import dataclass, replace

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import (
    LOGIN,
    LONGEST_NAME,
    BadAccount,
    Holder,
    NewAccount,
    account_id,
    good_password,
    own_limit,
    same_login,
)
from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.identity import passwords
from symbiosis.store import accounts, firms, sessions
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Wanted:
    """An account to make; `firm_id` for a company only; without a password one is made up, to be changed at once."""

    login: str
    name: str
    role: Account
    firm_id: str = ""
    password: str = ""
    subject: str = ""


def add(store: Store, wanted: Wanted) -> tuple[BadAccount | None, str]:
    """Make an account; return what is wrong, None where it was made, and the password that was made up."""
    wrong = _wrong(store, wanted)
    if wrong:
        return wrong, ""
    own = bool(wanted.password or wanted.subject)
    secret = wanted.password if own else passwords.made_up()
    kept = passwords.hashed(secret) if secret else ""
    new = NewAccount(wanted.login, wanted.name.strip(), wanted.role, kept, wanted.subject, must_change=not own)
    wrong = accounts.add(store, new, wanted.firm_id)
    return wrong, "" if wrong or own else secret


def every(store: Store) -> list[Holder]:
    """Return all accounts, by name."""
    return accounts.every(store)


def find(store: Store, login: str) -> Holder:
    """Return the account of a login; NotFound when there is none."""
    try:
        return _get(store, account_id(login))
    except NotFound:
        raise NotFound("No account has this login: see flask symbiosis accounts list") from None


def get(store: Store, account_id: str) -> Holder:
    """Return an account; NotFound when there is none."""
    return _get(store, account_id)


def set_role(store: Store, account_id: str, role: Account, firm_id: str = "") -> BadAccount | None:
    """Change a role, which ends the person's sessions; return what is wrong, None where it was changed."""
    held = _get(store, account_id)
    if (role is Account.COMPANY) != bool(firm_id) or (firm_id and not _is_firm(store, firm_id)):
        return BadAccount.FIRM
    return accounts.set_role(store, replace(held, role=role, stamp=accounts.new_stamp()), firm_id, now())


def reset_password(store: Store, account_id: str, password: str = "") -> tuple[BadAccount | None, str]:
    """Give an account another password, made up unless given; ends the person's sessions; return it if made up."""
    held = _get(store, account_id)
    if password and not good_password(password, held.login):
        return BadAccount.PASSWORD, ""
    secret = password or passwords.made_up()
    accounts.set_password(store, held.id, passwords.hashed(secret), not password, accounts.new_stamp())
    return None, "" if password else secret


def change_password(store: Store, holder: Holder, old: str, new: str) -> BadAccount | None:
    """Let somebody change their own password; ends all their sessions."""
    if sessions.take(store, own_limit(holder.id), now()):
        return BadAccount.TOO_OFTEN
    row = accounts.password(store, holder.id)
    if not row or not passwords.fits(row["password"], old):
        return BadAccount.OLD_PASSWORD
    if not good_password(new, holder.login) or new == old:
        return BadAccount.PASSWORD
    accounts.set_password(store, holder.id, passwords.hashed(new), False, accounts.new_stamp())
    sessions.clear(store, own_limit(holder.id), now())
    return None


def end_sessions(store: Store, account_id: str) -> None:
    """End every session of an account; NotFound when there is none."""
    if not accounts.stamp(store, account_id, accounts.new_stamp()):
        raise NotFound(f"account {account_id}")


def remove(store: Store, account_id: str) -> BadAccount | None:
    """Remove an account and its rights; what it signed stays."""
    return accounts.remove(store, _get(store, account_id).id, now())


def remove_demonstration(store: Store) -> int:
    """Remove every account of the demonstration, its administrator too; return how many there were."""
    made = [held for held in accounts.every(store) if held.demonstration]
    return sum(accounts.forget(store, held.id) for held in made)


def administrators(store: Store) -> list[str]:
    """Return the names of those who may give rights."""
    return [held.name for held in accounts.every(store) if held.role is Account.ADMIN]


def _wrong(store: Store, wanted: Wanted) -> BadAccount | None:
    if not LOGIN.fullmatch(same_login(wanted.login)):
        return BadAccount.LOGIN
    if not 0 < len(wanted.name.strip()) <= LONGEST_NAME or not wanted.name.isprintable():
        return BadAccount.NAME
    tied = bool(wanted.firm_id)
    if (wanted.role is Account.COMPANY) != tied or (tied and not _is_firm(store, wanted.firm_id)):
        return BadAccount.FIRM
    bad = wanted.password and not good_password(wanted.password, wanted.login)
    return BadAccount.PASSWORD if bad else None


def _is_firm(store: Store, firm_id: str) -> bool:
    try:
        return bool(firms.get(store, firm_id))
    except NotFound:
        return False


def _get(store: Store, account_id: str) -> Holder:
    found = next((held for held in accounts.every(store) if held.id == account_id), None)
    if found is None:
        raise NotFound(f"account {account_id}")
    return found
