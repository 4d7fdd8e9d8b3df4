"""Every address × every account × one's own firm or another's, made from the table of routes: none is forgotten."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Rule

from symbiosis.domain.access import EVERYBODY, RIGHTS, Account, Right
from symbiosis.settings import Settings
from symbiosis.store.session import Store
from symbiosis.web import create_app
from symbiosis.web.access import HELD_IN, needs
from tests.web.addresses import PAGES
from tests.web.conftest import Visitor
from tests.web.people import database
from tests.web.reading import parse

OWN, OTHER = "t-alpha", "t-bravo"
READERS = (None, *Account)
# What stands in an address besides a firm; a name that is not here fails, so that a new address is thought of.
VALUES = {"synergy_id": "none", "flow_id": "none", "question_id": "none", "correction_id": "none", "account_id": "none"}
VALUES |= {"thing": "none", "saved_id": "none", "kind": "csv", "name": "none", "card_id": "none", "import_id": "none"}
VALUES |= {"invitation_id": "none", "table": "none", "token": "none", "workshop_id": "none", "token_id": "none"}
VALUES |= {"view_id": "none", "note_id": "none", "contact_id": "none", "ending": "csv", "title": "none"}
# Without a token of the page a form is not read: what the guard says comes before, so nothing is ever written here.
REFUSED = 403
BY_TOKEN, DESCRIPTION = "/api/v1", "api.described"


def rules(app: Flask) -> Iterator[tuple[Rule, str, Right]]:
    """Yield every route with a method it answers and the right it needs."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield rule, method, getattr(app.view_functions[rule.endpoint], HELD_IN)


def address(app: Flask, rule: Rule, firm: str) -> str:
    values = {name: firm if name == "firm_id" else VALUES[name] for name in rule.arguments}
    with app.test_request_context():
        return str(app.url_map.bind("localhost").build(rule.endpoint, values))


def expected(role: Account | None, right: Right, own: bool) -> str:
    """Return what must happen: worked out from the table of rights alone."""
    if right in EVERYBODY:
        return "open"
    if role is None:
        return "door"
    if right not in RIGHTS[role]:
        return "refused"
    return "open" if right is not Right.OWN_FIRM or own else "refused"


def happened(visitor: Visitor, method: str, path: str) -> str:
    answer = visitor.client.open(path, method=method)
    if answer.status_code == 303 and urlsplit(answer.location).path == "/sign-in":
        return "door"
    if answer.status_code == 401:
        return "door"
    assert answer.status_code < 500, (method, path, answer.status_code)
    return "refused" if answer.status_code == REFUSED else "open"


@pytest.mark.parametrize("role", READERS, ids=str)
@pytest.mark.parametrize("firm", [OWN, OTHER])
def test_every_address_opens_to_whoever_has_its_right_and_to_nobody_else(
    app: Flask, stranger: Visitor, role: Account | None, firm: str
) -> None:
    if role:
        stranger.become(role, f"Lecteur {role}", OWN if role is Account.COMPANY else "")
    wrong = {}
    for rule, method, right in rules(app):
        if rule.endpoint == "sign_in.out":  # it would end the walk; tests/web/test_signing_in.py
            continue
        want = expected(role, right, firm == OWN or "firm_id" not in rule.arguments)
        if rule.rule.startswith(BY_TOKEN) and rule.endpoint != DESCRIPTION:
            want = "door"  # a session opens none of them: tests/web/test_api.py
        got = happened(stranger, method, address(app, rule, firm))
        if got != want:
            wrong[f"{method} {rule}"] = f"{right}: {got}, not {want}"
    assert wrong == {}


def test_every_address_needs_a_right(app: Flask) -> None:
    assert [name for name, view in app.view_functions.items() if not hasattr(view, HELD_IN)] == []


@pytest.fixture
def other(settings: Settings, town: Store, app: Flask) -> Flask:
    """Return an application of its own, for addresses that the product does not have."""
    return create_app(settings, database(app))


def test_an_address_without_a_right_is_opened_to_nobody(other: Flask) -> None:
    other.add_url_rule("/forgotten", "forgotten", lambda: "secret")
    for role in READERS:
        visitor = Visitor(other, other.test_client())
        answer = (visitor.become(role) if role else visitor).client.get("/forgotten")
        assert answer.status_code in (303, REFUSED) and "secret" not in answer.text


@pytest.mark.parametrize(
    ("path", "opens"),
    [("/own/t-alpha", True), ("/own/t-bravo", False), ("/own?firm=t-alpha", True), ("/own?firm=t-bravo", False),
     ("/own?firm=t-alpha&firm=t-bravo", False), ("/own", True)],
)  # fmt: skip
def test_a_company_opens_what_is_its_own_firm_s_and_nothing_else(other: Flask, path: str, opens: bool) -> None:
    other.add_url_rule("/own/<firm_id>", "own", needs(Right.OWN_FIRM)(lambda firm_id: "secret"))
    other.add_url_rule("/own", "own_too", needs(Right.OWN_FIRM)(lambda: "secret"))
    visitor = Visitor(other, other.test_client()).become(Account.COMPANY, "Paul A.", OWN)
    answer = visitor.client.get(path)
    assert ("secret" in answer.text, answer.status_code) == ((True, 200) if opens else (False, REFUSED))


def test_a_company_without_a_firm_opens_nothing_of_a_firm(other: Flask, town: Store) -> None:
    other.add_url_rule("/own", "own", needs(Right.OWN_FIRM)(lambda: "secret"))
    visitor = Visitor(other, other.test_client()).become(Account.COMPANY, "Paule B.", "t-bravo")
    town.write("accounts/untie", id=next(r["id"] for r in town.read("accounts/list") if r["name"] == "Paule B."))
    page = visitor.look(visitor.client.get("/own"), REFUSED)
    assert "rattaché à aucun établissement" in page.text


def test_whoever_is_refused_learns_who_may_and_whom_to_ask(stranger: Visitor) -> None:
    Visitor(stranger.app, stranger.app.test_client()).become(Account.ADMIN, "Odile R.")
    page = stranger.become(Account.ANALYST).look(stranger.client.get("/declare"), REFUSED)
    assert page.all("h1")[0].text == "Accès réservé" and "animation" in page.text and "Odile R." in page.text


@pytest.mark.parametrize("role", READERS, ids=str)
def test_no_page_leads_where_its_reader_may_not_go(stranger: Visitor, app: Flask, role: Account | None) -> None:
    if role:
        stranger.become(role)
    seen, dead = 0, set()
    for path in PAGES:
        answer = stranger.client.get(path)
        if answer.status_code == 200:
            seen += 1
            dead |= {(path, way) for way in _ways(answer.text) if not _open(app, role, *way)}
    assert seen > 1
    assert dead <= ({(path, way) for path, way in dead if way[1] == "GET"} if role is None else set())


def _ways(html: str) -> Iterator[tuple[str, str]]:
    page = parse(html)
    yield from ((form.attributes["action"], form.attributes["method"].upper()) for form in page.all("form"))
    yield from ((a.attributes["href"], "GET") for a in page.all("a") if a.attributes["href"].startswith("/"))


def _open(app: Flask, role: Account | None, address: str, method: str) -> bool:
    try:
        endpoint, _ = app.url_map.bind("localhost").match(urlsplit(address).path, method=method)
    except HTTPException:
        return False
    return getattr(app.view_functions[endpoint], HELD_IN) in (RIGHTS[role] if role else EVERYBODY)
