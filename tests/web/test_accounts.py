"""Accounts, as whoever administers sees them."""

import re

import pytest

from symbiosis.domain.access import Account
from symbiosis.services import accounts
from symbiosis.store.session import Store
from tests.databases import ask
from tests.web.conftest import Visitor

SECRET = re.compile(r"\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b")
NEW = {"login": "zoe@test.example", "name": "Zoé T.", "role": "animator", "firm": ""}


@pytest.fixture
def admin(stranger: Visitor, town: Store) -> Visitor:
    """Return an administrator, in a town without the account the tests make."""
    ask(town, "MATCH (a:Account {login: $login}) DETACH DELETE a", login=NEW["login"])
    ask(town, "MATCH (t:Throttle) DELETE t")
    return stranger.become(Account.ADMIN)


def test_an_account_is_made_and_enters(admin: Visitor, visitor: Visitor) -> None:
    secret = SECRET.search(admin.look(admin.post("/accounts", **NEW)).text)
    assert secret
    assert visitor.post("/sign-in", login=NEW["login"], password=secret[0]).status_code == 303
    assert "Zoé T." in admin.get("/accounts").text
    assert "déjà pris" in admin.look(admin.post("/accounts", **NEW), 422).text
    again = NEW | {"login": "zoe2@test.example"}
    assert "porte ce nom" in admin.look(admin.post("/accounts", **again), 422).text


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"login": "é"}, "Un identifiant a"), ({"login": "x" * 101}, "Un identifiant a"), ({"name": ""}, "Un nom a"),
        ({"name": "x" * 61}, "Un nom a"), ({"role": "company"}, "demande le numéro"),
        ({"role": "company", "firm": "nowhere"}, "demande le numéro"), ({"firm": "t-alpha"}, "demande le numéro"),
        ({"name": "<b>" * 400}, "Un nom a"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_the_field(admin: Visitor, change: dict[str, str], told: str) -> None:
    page = admin.look(admin.post("/accounts", **NEW | change), 422)
    assert told in page.text and not page.all("b")
    assert admin.look(admin.post("/accounts", **NEW | {"role": "king"}), 400)


def test_rights_are_changed_sessions_closed_and_accounts_removed(admin: Visitor, town: Store) -> None:
    admin.post("/accounts", **NEW)
    held = accounts.find(town, NEW["login"])
    page = admin.look(admin.follow(f"/accounts/{held.id}/role", role="company", firm="t-alpha"))
    assert "Compte modifié" in page.text and "Maison Alpha" in page.text
    assert "Ses sessions sont fermées" in admin.look(admin.follow(f"/accounts/{held.id}/sessions")).text
    assert SECRET.search(admin.look(admin.post(f"/accounts/{held.id}/password")).text)
    assert "Compte supprimé" in admin.look(admin.follow(f"/accounts/{held.id}/remove")).text
    for action in ("role", "sessions", "password", "remove"):
        admin.look(admin.post(f"/accounts/{held.id}/{action}", role="analyst"), 404)


def test_the_last_administrator_stays(admin: Visitor, town: Store) -> None:
    me = "Administration (démonstration)"
    ask(town, "MATCH (a:Account {role: 'admin'}) WHERE a.name <> $me DETACH DELETE a", me=me)
    held = next(one for one in accounts.every(town) if one.role is Account.ADMIN)
    assert [one.role for one in accounts.every(town)].count(Account.ADMIN) == 1
    assert "dernière personne" in admin.look(admin.post(f"/accounts/{held.id}/remove"), 422).text
    assert "dernière personne" in admin.look(admin.post(f"/accounts/{held.id}/role", role="analyst"), 422).text
