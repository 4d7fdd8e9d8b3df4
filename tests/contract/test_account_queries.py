"""Accounts, sessions and attempts, on both engines."""

from typing import Any

import pytest

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import BadAccount, limits
from symbiosis.domain.clock import plus
from symbiosis.services import accounts as service
from symbiosis.store import accounts, sessions
from symbiosis.store.session import Row, Store
from tests.contract.registry import asks
from tests.contract.test_concurrency import WORKERS, at_once
from tests.databases import ask

AT = "2026-06-01T08:00:00.000+00:00"


def row(login: str, role: str = "animator", **changes: Any) -> Row:
    usual = {
        "id": f"account-{login}", "login": login, "name": login.title(), "role": role, "password": "hash",
        "subject": "", "demonstration": False, "must_change": False, "stamp": f"s-{login}", "changed": "",
        "made_at": AT,
    }  # fmt: skip
    return usual | changes


def session(store: Store, login: str, stamp: str = "", number: int = 1) -> bool:
    given = {"id": f"session-{login}-{number}", "account": f"account-{login}", "stamp": stamp or f"s-{login}"}
    return sessions.open_(store, given | {"at": AT, "until": plus(AT, 3600), "token": ""})


@asks("accounts/add", "accounts/list", "accounts/password", "accounts/tie")
def test_an_account_is_made_once_and_its_password_is_not_listed(fresh_world: Store) -> None:
    assert accounts.add(fresh_world, row("lea"), "") is None
    assert accounts.add(fresh_world, row("lea", stamp="other", role="admin"), "") is BadAccount.LOGIN_TAKEN
    assert accounts.add(fresh_world, row("leon", name="Lea"), "") is BadAccount.NAME_TAKEN
    assert accounts.add(fresh_world, row("brewery", "company"), "brewery") is None
    held = {one.login: one for one in accounts.every(fresh_world)}
    assert (held["lea"].role, held["lea"].stamp, held["brewery"].firm_id) == (Account.ANIMATOR, "s-lea", "brewery")
    assert "hash" not in str(fresh_world.read("accounts/list"))
    assert accounts.password(fresh_world, "account-lea") == {"password": "hash", "stamp": "s-lea"}
    assert accounts.password(fresh_world, "account-none") is None


@asks("sessions/open", "sessions/get", "sessions/close", "sessions/forget")
def test_a_session_lasts_until_it_is_closed_or_over(fresh_world: Store) -> None:
    accounts.add(fresh_world, row("brewery", "company"), "brewery")
    assert session(fresh_world, "brewery") and not session(fresh_world, "brewery", "older", 2)
    found = sessions.get(fresh_world, "session-brewery-1")
    assert found and (found["valid"], found["firm_id"], found["role"]) == (True, "brewery", "company")
    assert accounts.holder(found).signed_in_at == AT
    sessions.forget(fresh_world, AT)
    assert sessions.get(fresh_world, "session-brewery-1")
    sessions.forget(fresh_world, plus(AT, 7200))
    assert sessions.get(fresh_world, "session-brewery-1") is None
    assert session(fresh_world, "brewery")
    sessions.close(fresh_world, "session-brewery-1")
    assert sessions.get(fresh_world, "session-brewery-1") is None


@asks("accounts/set_password", "accounts/set_role", "accounts/untie", "accounts/stamp", "accounts/remove")
def test_every_change_of_an_account_ends_its_sessions_and_says_why(fresh_world: Store) -> None:
    accounts.add(fresh_world, row("brewery", "company"), "brewery")
    for number, why in enumerate(("role", "password", "everywhere"), 1):
        held = next(one for one in accounts.every(fresh_world) if one.login == "brewery")
        assert session(fresh_world, "brewery", held.stamp, number)
        if why == "role":
            service.set_role(fresh_world, held.id, Account.ANALYST)
        elif why == "password":
            assert accounts.set_password(fresh_world, held.id, "new", True, "s-new")
        else:
            assert accounts.stamp(fresh_world, held.id, "s-newer")
        found = sessions.get(fresh_world, f"session-brewery-{number}")
        assert found and (found["valid"], found["changed"], found["firm_id"]) == (False, why, None)
    accounts.remove(fresh_world, "account-brewery", AT)
    found = sessions.get(fresh_world, "session-brewery-3")
    assert found and (found["id"], found["valid"]) == (None, None)
    assert not accounts.set_password(fresh_world, "account-brewery", "x", False, "y")
    assert not accounts.stamp(fresh_world, "account-brewery", "y")


@asks("accounts/admins")
def test_of_administrators_who_remove_each_other_at_once_one_stays(any_store: Store) -> None:
    for number in range(WORKERS):
        accounts.add(any_store, row(f"admin{number}", "admin"), "")
    results = at_once(lambda number: accounts.remove(any_store, f"account-admin{number}", AT))
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
    found = accounts.telling_firm(fresh_world)
    assert bool(found) == told
    if told:
        flows = fresh_world.read("flows/of_firm", firm=found)
        assert any((f["relation"], f["provenance"]) == ("OFFERS", "declared") for f in flows)
