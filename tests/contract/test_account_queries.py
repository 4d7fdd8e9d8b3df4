"""Accounts, sessions and attempts, on both engines."""

from collections.abc import Callable
from typing import Any

import pytest

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import BadAccount, Holder, NewAccount, account_id, limits
from symbiosis.domain.clock import plus
from symbiosis.services import accounts as service
from symbiosis.store import accounts, sessions
from symbiosis.store.session import Row, Store
from tests.contract.registry import asks
from tests.contract.test_concurrency import WORKERS, at_once
from tests.databases import ask

AT = "2026-06-01T08:00:00.000+00:00"


def add(store: Store, login: str, role: Account = Account.ANIMATOR, firm: str = "", name: str = "") -> Any:
    return accounts.add(store, NewAccount(login, name or login.title(), role, "hash"), firm)


def held(store: Store, login: str) -> Holder:
    return next(one for one in accounts.every(store) if one.login == login)


def session(store: Store, login: str, stamp: str = "", number: int = 1) -> bool:
    one = held(store, login)
    given = {"id": f"session-{login}-{number}", "account": one.id, "stamp": stamp or one.stamp}
    return sessions.open_(store, given | {"at": AT, "until": plus(AT, 3600), "token": ""})


def found(store: Store, number: int = 1) -> Row:
    return store.read("sessions/get", id=f"session-brewery-{number}")[0]


@asks("accounts/add", "accounts/list", "accounts/password", "accounts/tie")
def test_an_account_is_made_once_and_its_password_is_not_listed(fresh_world: Store) -> None:
    assert add(fresh_world, "Lea") is None
    assert add(fresh_world, "lea", Account.ADMIN) is BadAccount.LOGIN_TAKEN
    assert add(fresh_world, "leon", name="Lea") is BadAccount.NAME_TAKEN
    assert add(fresh_world, "brewery", Account.COMPANY, "brewery") is None
    lea = held(fresh_world, "lea")
    assert (lea.role, lea.id, held(fresh_world, "brewery").firm_id) == (Account.ANIMATOR, account_id("LEA"), "brewery")
    assert "hash" not in str(fresh_world.read("accounts/list"))
    assert accounts.password(fresh_world, lea.id) == {"password": "hash", "stamp": lea.stamp}
    assert accounts.password(fresh_world, "account-none") is None


@asks("sessions/open", "sessions/get", "sessions/close", "sessions/forget")
def test_a_session_lasts_until_it_is_closed_or_over(fresh_world: Store) -> None:
    add(fresh_world, "brewery", Account.COMPANY, "brewery")
    assert session(fresh_world, "brewery") and not session(fresh_world, "brewery", "older", 2)
    row = found(fresh_world)
    assert (row["valid"], row["firm_id"], row["role"]) == (True, "brewery", "company")
    assert accounts.holder(row).signed_in_at == AT
    sessions.forget(fresh_world, AT)
    assert found(fresh_world)
    sessions.forget(fresh_world, plus(AT, 7200))
    assert fresh_world.read("sessions/get", id="session-brewery-1") == []
    secret = sessions.begin(fresh_world, held(fresh_world, "brewery").id, held(fresh_world, "brewery").stamp)
    assert sessions.get(fresh_world, secret)
    sessions.close(fresh_world, secret)
    assert sessions.get(fresh_world, secret) is None


@asks("sessions/move")
def test_an_account_goes_on_under_another_login_with_its_firm_and_sessions(fresh_world: Store) -> None:
    add(fresh_world, "brewery", Account.COMPANY, "brewery")
    add(fresh_world, "lea")
    assert session(fresh_world, "brewery")
    old = held(fresh_world, "brewery")
    taken = NewAccount("lea", old.name, Account.COMPANY, "hash")
    assert accounts.exchange(fresh_world, old, taken) is BadAccount.LOGIN_TAKEN
    assert found(fresh_world)["login"] == "brewery"
    assert accounts.exchange(fresh_world, old, NewAccount("paul", old.name, Account.COMPANY, "hash")) is None
    row = found(fresh_world)
    assert (row["valid"], row["login"], row["name"], row["firm_id"]) == (True, "paul", old.name, "brewery")
    assert accounts.password(fresh_world, old.id) is None and held(fresh_world, "lea").role is Account.ANIMATOR


@asks("accounts/set_password", "accounts/set_role", "accounts/untie", "accounts/stamp", "accounts/remove")
def test_every_change_of_an_account_ends_its_sessions_and_says_why(fresh_world: Store) -> None:
    add(fresh_world, "brewery", Account.COMPANY, "brewery")
    one = held(fresh_world, "brewery")
    changes: dict[str, Callable[[], object]] = {
        "role": lambda: service.set_role(fresh_world, one.id, Account.ANALYST),
        "password": lambda: accounts.set_password(fresh_world, one.id, "new", True, "s-new"),
        "everywhere": lambda: accounts.stamp(fresh_world, one.id, "s-newer"),
    }
    for number, (why, change) in enumerate(changes.items(), 1):
        assert session(fresh_world, "brewery", number=number)
        change()
        row = found(fresh_world, number)
        assert (row["valid"], row["changed"], row["firm_id"]) == (False, why, None)
    accounts.remove(fresh_world, one.id, AT)
    row = found(fresh_world, 3)
    assert (row["id"], row["valid"]) == (None, None)
    assert not accounts.set_password(fresh_world, one.id, "x", False, "y")
    assert not accounts.stamp(fresh_world, one.id, "y")


@asks("accounts/admins")
def test_of_administrators_who_remove_each_other_at_once_one_stays(any_store: Store) -> None:
    for number in range(WORKERS):
        add(any_store, f"admin{number}", Account.ADMIN)
    ids = [one.id for one in accounts.every(any_store)]
    results = at_once(lambda number: accounts.remove(any_store, ids[number], AT))
    assert results.count(BadAccount.LAST_ADMIN) == 1
    assert len(service.administrators(any_store)) == 1
    last = accounts.every(any_store)[0]
    assert service.set_role(any_store, last.id, Account.ANALYST) is BadAccount.LAST_ADMIN
    assert [one.role for one in accounts.every(any_store)] == [Account.ADMIN]


@asks("throttles/take", "throttles/clear")
def test_of_many_attempts_at_once_no_more_than_allowed_pass(any_store: Store) -> None:
    first = limits("léa", "here")
    waits = at_once(lambda _: sessions.take(any_store, first, AT))
    assert waits.count("") == first[0].most < WORKERS
    assert set(waits) - {""} == {plus(AT, first[0].seconds)}
    assert sessions.take(any_store, limits("LÉA ", "here"), AT) and not sessions.take(
        any_store, limits("léa", "there"), AT
    )
    assert not sessions.take(any_store, first, plus(AT, first[0].seconds + 1))
    sessions.clear(any_store, first[:2], AT)
    assert [r["n"] for r in ask(any_store, "MATCH (t:Throttle) RETURN count(t) AS n")] == [3]
    sessions.clear(any_store, (), plus(AT, 86_400))
    assert [r["n"] for r in ask(any_store, "MATCH (t:Throttle) RETURN count(t) AS n")] == [0]


@asks("accounts/telling_firm")
@pytest.mark.parametrize("told", [True, False])
def test_a_firm_that_told_its_own_flows_is_found(fresh_world: Store, told: bool) -> None:
    if not told:
        ask(fresh_world, "MATCH (w:Flow) SET w.provenance = 'hypothesis'")
    firm = accounts.telling_firm(fresh_world)
    assert bool(firm) == told
    if told:
        flows = fresh_world.read("flows/of_firm", firm=firm)
        assert any((f["relation"], f["provenance"]) == ("OFFERS", "declared") for f in flows)
