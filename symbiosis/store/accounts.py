"""Accounts, in the graph."""

import secrets

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import BadAccount, Holder, NewAccount, account_id, same_login
from symbiosis.domain.clock import now
from symbiosis.store.session import Row, Store, Transaction


def add(store: Store, new: NewAccount, firm_id: str) -> BadAccount | None:
    """Make an account, tied to a firm unless its id is ''; return why not, where its login or name is taken."""
    row = _row(new)
    return store.together(lambda tx: _add(tx, row, firm_id))


def exchange(store: Store, old: Holder, new: NewAccount) -> BadAccount | None:
    """Put an account in place of another, with its firm and sessions; return why not where its login is taken."""
    return store.together(lambda tx: _exchange(tx, old, _row(new)))


def new_stamp() -> str:
    """Return a stamp that no account had yet."""
    return secrets.token_hex(8)


def every(store: Store) -> list[Holder]:
    """Return all accounts, by name."""
    return [holder(row) for row in store.read("accounts/list")]


def password(store: Store, account_id: str) -> Row | None:
    """Return the hash of the password and the stamp, None when there is no such account."""
    rows = store.read("accounts/password", id=account_id)
    return rows[0] if rows else None


def set_password(store: Store, account_id: str, kept: str, must_change: bool, stamp: str) -> bool:
    """Change the password, which ends every session; tell whether there is such an account."""
    given = {"id": account_id, "password": kept, "must_change": must_change, "stamp": stamp}
    return bool(store.write("accounts/set_password", **given))


def set_role(store: Store, account: Holder, firm_id: str, at: str) -> BadAccount | None:
    """Give the account the holder's role, stamp and a firm ('' for none), unless no administrator were left."""
    return store.together(lambda tx: _set_role(tx, account, firm_id, at))


def remove(store: Store, account_id: str, at: str) -> BadAccount | None:
    """Remove an account, unless no administrator were left."""
    return store.together(lambda tx: _remove(tx, account_id, at))


def forget(store: Store, account_id: str) -> int:
    """Remove an account, the last administrator too; return how many accounts that concerns."""
    store.write("accounts/remove", id=account_id)
    return 1


def stamp(store: Store, account_id: str, new: str) -> bool:
    """End every session; tell whether there is such an account."""
    return bool(store.write("accounts/stamp", id=account_id, stamp=new))


def telling_firm(store: Store) -> str:
    """Return a firm that told flows of its own, '' when there is none."""
    rows = store.read("accounts/telling_firm")
    return str(rows[0]["id"]) if rows else ""


def holder(row: Row) -> Holder:
    """Return who holds the account of a row."""
    return Holder(
        id=row["id"], login=row["login"], name=row["name"], role=Account(row["role"]), stamp=row["stamp"],
        firm_id=row["firm_id"] or "", firm_name=row["firm_name"] or "", subject=row["subject"] or "",
        demonstration=bool(row["demonstration"]), must_change=bool(row["must_change"]), made_at=row["made_at"] or "",
        signed_in_at=row["signed_in_at"] or "",
    )  # fmt: skip


def _row(new: NewAccount) -> Row:
    return dict(vars(new)) | {
        "id": account_id(new.login), "login": same_login(new.login), "role": new.role.value, "stamp": new_stamp(),
        "changed": "", "made_at": now(),
    }  # fmt: skip


def _exchange(tx: Transaction, old: Holder, row: Row) -> BadAccount | None:
    wrong = _add(tx, row, old.firm_id, old.id)
    if wrong is None:
        tx.run("sessions/move", old=old.id, new=row["id"], stamp=row["stamp"])
        tx.run("accounts/remove", id=old.id)
    return wrong


def _add(tx: Transaction, row: Row, firm_id: str, instead: str = "") -> BadAccount | None:
    others = (held for held in tx.run("accounts/list") if held["id"] not in (row["id"], instead))
    if any(held["name"] == row["name"] for held in others):
        return BadAccount.NAME_TAKEN
    if not tx.run("accounts/add", row=row):
        return BadAccount.LOGIN_TAKEN
    if firm_id:
        tx.run("accounts/tie", id=row["id"], firm=firm_id)
    return None


def _set_role(tx: Transaction, account: Holder, firm_id: str, at: str) -> BadAccount | None:
    if account.role is not Account.ADMIN and _is_last_admin(tx, account.id, at):
        return BadAccount.LAST_ADMIN
    tx.run("accounts/set_role", id=account.id, role=account.role.value, stamp=account.stamp)
    tx.run("accounts/untie", id=account.id)
    if firm_id:
        tx.run("accounts/tie", id=account.id, firm=firm_id)
    return None


def _remove(tx: Transaction, account_id: str, at: str) -> BadAccount | None:
    if _is_last_admin(tx, account_id, at):
        return BadAccount.LAST_ADMIN
    tx.run("accounts/remove", id=account_id)
    return None


def _is_last_admin(tx: Transaction, account_id: str, at: str) -> bool:
    return [row["id"] for row in tx.run("accounts/admins", at=at)] == [account_id]
