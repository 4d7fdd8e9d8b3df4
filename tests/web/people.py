"""Signs people in for the tests of the pages, without the cost of a password."""

import time

from flask import Flask
from flask.testing import FlaskClient

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import BadAccount
from symbiosis.services import accounts, sign_in
from symbiosis.services.accounts import Wanted
from symbiosis.store.session import Store
from symbiosis.web import state, visitor


def database(app: Flask) -> Store:
    """Return the application's database."""
    held: state.State = app.extensions[state.KEY]
    return held.store


def enter(app: Flask, client: FlaskClient, role: Account, name: str = "", firm: str = "") -> None:
    """Sign somebody in: the role's account of the demonstration, or a person of that name, made when missing."""
    if not name:
        hold(client, sign_in.as_demonstration(database(app), role).token)
        return
    login = f"p{name.encode().hex()}.{role.value}@test.example"
    wanted = Wanted(login, name, role, firm, subject=f"test|{login}")
    assert accounts.add(database(app), wanted)[0] in (None, BadAccount.LOGIN_TAKEN)
    held = accounts.find(database(app), wanted.login)
    hold(client, sign_in.open_session(database(app), held.id, held.stamp))


def hold(client: FlaskClient, token: str, seen: float | None = None) -> None:
    """Put a session's secret in the browser's cookie."""
    with client.session_transaction() as cookie:
        cookie.update({visitor.TOKEN: token, visitor.SEEN: int(time.time() if seen is None else seen)})
