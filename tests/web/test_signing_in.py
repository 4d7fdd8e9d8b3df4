"""Signing in and out, and what becomes of a session whose account changes."""

import time
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import IDLE_SECONDS, Holder, limits
from symbiosis.domain.clock import now
from symbiosis.services import accounts, sign_in
from symbiosis.services.accounts import Wanted
from symbiosis.settings import Settings
from symbiosis.store import sessions
from symbiosis.store.session import Store
from symbiosis.web import create_app
from tests.databases import ask
from tests.web.conftest import Visitor
from tests.web.people import hold
from tests.web.reading import Node

HOME = ("/", "/today")  # where each begins
PASSWORD = "une phrase de passe tranquille"
OTHER = "une autre phrase, plus longue"


@pytest.fixture
def lea(town: Store) -> Holder:
    """Return an economic developer with a password, whose attempts are forgotten."""
    accounts.add(town, Wanted("lea@test.example", "Léa M.", Account.ANIMATOR, password=PASSWORD))
    held = accounts.find(town, "lea@test.example")
    accounts.reset_password(town, held.id, PASSWORD)
    if held.role is not Account.ANIMATOR:
        accounts.set_role(town, held.id, Account.ANIMATOR)
    ask(town, "MATCH (t:Throttle) DELETE t")
    return accounts.find(town, held.login)


def try_(visitor: Visitor, login: str, password: str, back: str = "") -> tuple[int, str]:
    answer = visitor.post("/sign-in", login=login, password=password, next=back)
    return answer.status_code, answer.location or visitor.look(answer, answer.status_code).text


def said(page: Node) -> str:
    return page.text.replace("\u00a0", " ")


def test_a_stranger_is_led_to_the_door_and_back(stranger: Visitor, lea: Holder) -> None:
    answer = stranger.client.get("/synergies?kind=mutualisation")
    assert (answer.status_code, answer.location) == (303, "/sign-in?next=/synergies?kind%3Dmutualisation")
    page = stranger.get(answer.location)
    back = {i.attributes["value"] for i in page.all("input") if i.attributes.get("name") == "next"}
    assert "/synergies?kind=mutualisation" in back
    assert try_(stranger, " LEA@test.example ", PASSWORD, "/synergies?kind=mutualisation") == (
        303, "/synergies?kind=mutualisation",
    )  # fmt: skip
    assert "Léa M." in stranger.get("/synergies").text


def test_one_click_enters_the_demonstration_in_each_role(stranger: Visitor) -> None:
    for role in Account:
        answer = stranger.post("/sign-in/demonstration", role=role.value, next="/account")
        assert (answer.status_code, answer.location) == (303, "/account")
        assert "(démonstration)" in stranger.get("/account").text
    stranger.look(stranger.post("/sign-in/demonstration", role="king"), 404)


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example", "/\\evil.example", "/a\r\nb", "evil", "/\t/x"]
)
def test_the_way_back_never_leads_to_another_site(stranger: Visitor, lea: Holder, back: str) -> None:
    page = stranger.look(stranger.client.get("/sign-in", query_string={"next": back}))
    ways = {i.attributes["value"] for i in page.all("input") if i.attributes.get("name") == "next"}
    assert all(way == "" or way.startswith("/sign-in?next=") for way in ways)
    assert try_(stranger, lea.login, PASSWORD, back)[1] in HOME
    assert stranger.post("/sign-in/demonstration", role="analyst", next=back).location in HOME


def test_a_wrong_password_and_an_unknown_login_are_told_the_same(stranger: Visitor, lea: Holder) -> None:
    wrong, unknown = (try_(stranger, login, "faux") for login in (lea.login, "personne@test.example"))
    assert wrong[0] == unknown[0] == 422
    assert "Identifiant ou mot de passe inconnu." in wrong[1] and "Identifiant ou mot de passe inconnu." in unknown[1]


def test_an_unknown_login_costs_a_verification_too(town: Store, monkeypatch: pytest.MonkeyPatch, lea: Holder) -> None:
    asked: list[str] = []
    real = PasswordHasher.verify

    def counted(self: PasswordHasher, kept: str, given: str) -> bool:
        asked.append(kept)
        return bool(real(self, kept, given))

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    for login in (lea.login, "personne@test.example", "<script>", ""):
        sign_in.with_password(town, login, "faux", "timing")
    assert len(asked) == 4 and all(kept.startswith("$argon2id$") for kept in asked)


def test_brute_force_is_slowed_and_the_right_password_waits_too(stranger: Visitor, lea: Holder, town: Store) -> None:
    most = limits(lea.login, "x")[0].most
    assert [try_(stranger, lea.login, f"faux {n}")[0] for n in range(most + 1)] == [422] * most + [429]
    status, told = try_(stranger, lea.login, PASSWORD)
    assert status == 429 and "Trop d'essais" in told
    assert sign_in.with_password(town, lea.login, PASSWORD, "elsewhere").token
    ask(town, "MATCH (t:Throttle) DELETE t")
    assert try_(stranger, lea.login, PASSWORD)[0] == 303


def test_a_megabyte_is_no_password(stranger: Visitor, lea: Holder) -> None:
    assert try_(stranger, lea.login, "x" * 900_000)[0] == 422
    assert try_(stranger, "x" * 900_000, PASSWORD)[0] == 422
    stranger.look(stranger.post("/sign-in", login="a", password="x" * 2_000_000), 413)


def test_signing_in_needs_the_token_of_the_page(stranger: Visitor, lea: Holder) -> None:
    answer = stranger.client.post("/sign-in", data={"login": lea.login, "password": PASSWORD})
    assert stranger.look(answer, 400).all("h1")[0].text == "Demande incomprise"


def test_signing_out_ends_the_session_in_the_database(visitor: Visitor) -> None:
    cookie = visitor.client.get_cookie("session")
    assert cookie
    answer = visitor.post("/sign-out")
    assert answer.location == "/" and answer.headers["Clear-Site-Data"] == '"cache"'
    assert visitor.client.get("/synergies").status_code == 303
    visitor.client.set_cookie("session", cookie.value)  # somebody kept a copy
    assert "Votre session est fermée" in said(visitor.look(visitor.client.get("/synergies", follow_redirects=True)))


def test_signing_in_leaves_nothing_of_the_cookie_before(stranger: Visitor, lea: Holder) -> None:
    stranger.post("/language", language="en")
    with stranger.client.session_transaction() as cookie:
        cookie["planted"], before = "x", cookie["csrf_token"]
    try_(stranger, lea.login, PASSWORD)
    with stranger.client.session_transaction() as cookie:
        assert "planted" not in cookie and cookie.get("csrf_token") != before and cookie["language"] == "en"


def test_a_forged_or_altered_cookie_is_nobody(stranger: Visitor, visitor: Visitor) -> None:
    cookie = visitor.client.get_cookie("session")
    assert cookie
    for forged in ("x", cookie.value[:-3] + "abc", "eyJ0b2tlbiI6ImEifQ." + cookie.value.split(".", 1)[1], ""):
        stranger.client.set_cookie("session", forged)
        assert stranger.client.get("/synergies").status_code == 303
    hold(stranger.client, "an invented secret")
    assert stranger.client.get("/synergies").status_code == 303
    hold(stranger.client, "x" * 3000)
    assert stranger.client.get("/synergies").status_code == 303


def change(town: Store, held: Holder, what: str) -> None:
    if what == "role":
        accounts.set_role(town, held.id, Account.ANALYST)
    elif what == "password":
        accounts.reset_password(town, held.id, OTHER)
    elif what == "everywhere":
        accounts.end_sessions(town, held.id)
    else:
        accounts.remove(town, held.id)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("role", "Vos droits ont changé"), ("password", "Le mot de passe de ce compte a changé"),
        ("everywhere", "Vos sessions ont été fermées"), ("removed", "Ce compte n'existe plus"),
    ],
)  # fmt: skip
def test_a_session_ends_with_the_next_request_after_a_change(
    visitor: Visitor, lea: Holder, town: Store, what: str, told: str
) -> None:
    hold(visitor.client, sign_in.open_session(town, lea.id, lea.stamp))
    visitor.get("/synergies")
    change(town, lea, what)
    assert told in said(visitor.look(visitor.client.get("/synergies", follow_redirects=True)))


def test_what_was_typed_in_a_session_that_ended_is_shown_and_not_recorded(
    visitor: Visitor, lea: Holder, town: Store
) -> None:
    hold(visitor.client, sign_in.open_session(town, lea.id, lea.stamp))
    accounts.end_sessions(town, lea.id)
    answer = visitor.client.post(
        "/declare?firm=t-alpha", data={"text": "<b>sciure</b> du mardi", "csrf_token": "secret"},
        headers={"Referer": "http://localhost/declare?firm=t-alpha"},
    )  # fmt: skip
    page = visitor.look(answer, 401)
    assert "<b>sciure</b> du mardi" in page.text and not page.all("b") and "secret" not in page.text
    assert any(i.attributes.get("value") == "/declare?firm=t-alpha" for i in page.all("input"))
    assert not ask(town, "MATCH (w:Flow) WHERE w.text CONTAINS 'du mardi' RETURN w.id AS id")


@pytest.mark.parametrize(("age", "told"), [(IDLE_SECONDS + 60, "quatre heures"), (IDLE_SECONDS - 60, "")])
def test_a_session_left_alone_is_over(visitor: Visitor, town: Store, age: int, told: str) -> None:
    hold(visitor.client, sign_in.as_demonstration(town, Account.ANIMATOR).token, time.time() - age)
    answer = visitor.client.get("/synergies", follow_redirects=True)
    assert told in said(visitor.look(answer)) and (len(answer.history) == bool(told))


def test_a_session_is_over_after_a_day_of_work_however_busy(visitor: Visitor, town: Store) -> None:
    ask(town, "MATCH (s:Session) SET s.until = $now", now=now())
    assert "douze heures" in said(visitor.look(visitor.client.get("/synergies", follow_redirects=True)))


def test_a_page_asked_for_renews_the_idle_time(visitor: Visitor, town: Store) -> None:
    hold(visitor.client, sign_in.as_demonstration(town, Account.ANIMATOR).token, time.time() - 3600)
    visitor.get("/firms")
    with visitor.client.session_transaction() as cookie:
        assert time.time() - cookie["seen"] < 60


def test_the_database_holds_no_secret_that_opens_a_session(town: Store, visitor: Visitor) -> None:
    with visitor.client.session_transaction() as cookie:
        token = cookie["token"]
    held = ask(town, "MATCH (n) WHERE n:Session OR n:Account RETURN properties(n) AS p")
    assert held and token not in str(held) and PASSWORD not in str(held)


def test_a_password_is_changed_by_its_owner_and_other_browsers_leave(
    stranger: Visitor, visitor: Visitor, lea: Holder, town: Store
) -> None:
    hold(visitor.client, sign_in.open_session(town, lea.id, lea.stamp))
    try_(stranger, lea.login, PASSWORD)
    for old, new, again, told in (
        ("faux", OTHER, OTHER, "L'ancien mot de passe"), (PASSWORD, OTHER, PASSWORD, "diffèrent"),
        (PASSWORD, "court", "court", "au moins douze"), (PASSWORD, PASSWORD, PASSWORD, "pas l'ancien"),
        (PASSWORD, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "variés"),
        (PASSWORD, f"{lea.login}1", f"{lea.login}1", "sans votre"),
    ):  # fmt: skip
        assert told in stranger.look(stranger.post("/account/password", old=old, new=new, again=again), 422).text
    page = stranger.look(stranger.follow("/account/password", old=PASSWORD, new=OTHER, again=OTHER))
    assert "Mot de passe changé" in page.text
    assert visitor.client.get("/synergies").status_code == 303
    stranger.get("/synergies")


def test_a_password_that_was_given_is_changed_first(stranger: Visitor, lea: Holder, town: Store) -> None:
    _, secret = accounts.reset_password(town, lea.id)
    assert try_(stranger, lea.login, secret)[0] == 303
    assert stranger.client.get("/synergies").location == "/account"
    assert "votre propre mot de passe" in stranger.get("/account").text
    stranger.post("/account/password", old=secret, new=OTHER, again=OTHER)
    stranger.get("/synergies")


def production(settings: Settings, town: Store) -> tuple[Flask, FlaskClient]:
    app = create_app(replace(settings, production=True), town)
    return app, app.test_client()


def test_production_knows_no_account_without_a_password(settings: Settings, town: Store, app: Flask) -> None:
    app, client = production(settings, town)
    client.environ_base["wsgi.url_scheme"] = "https"
    page = Visitor(app, client).look(client.get("/sign-in", base_url="https://localhost"))
    assert not any("demonstration" in form.attributes["action"] for form in page.all("form"))
    token = sign_in.as_demonstration(town, Account.ADMIN).token
    assert sign_in.find(town, token, demonstration=False).holder is None


def test_production_keeps_its_cookie_to_https_and_says_so_elsewhere(
    settings: Settings, town: Store, app: Flask
) -> None:
    _app, client = production(settings, town)
    answer = client.get("/sign-in", base_url="https://localhost")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-") and "Secure" in cookie and "HttpOnly" in cookie and "Path=/" in cookie
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert "Cette adresse n'est pas en https" in client.get("/sign-in").text


def test_proxies_are_believed_only_as_many_as_are_set(settings: Settings, town: Store) -> None:
    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    for proxies, unsafe in ((0, True), (1, False)):
        app = create_app(replace(settings, production=True, proxies=proxies), town)
        assert ("pas en https" in app.test_client().get("/sign-in", headers=told).text) is unsafe


def test_what_one_reader_alone_may_see_is_not_kept(visitor: Visitor) -> None:
    assert visitor.client.get("/account").headers["Cache-Control"] == "private, no-store"
    assert visitor.client.get("/knowledge/corrections.csv").headers["Cache-Control"] == "private, no-store"
    assert visitor.client.get("/").headers["Cache-Control"] == "private, no-cache"


def test_data_are_not_led_to_a_page(stranger: Visitor) -> None:
    answer = stranger.client.get("/explore?q=palettes", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.mimetype) == (401, "application/json")


def test_sessions_that_are_over_are_removed_when_somebody_enters(lea: Holder, town: Store) -> None:
    old = {"id": "session-old", "account": lea.id, "stamp": lea.stamp, "at": now(), "until": "2020", "token": ""}
    assert sessions.open_(town, old)
    assert sign_in.with_password(town, lea.login, PASSWORD, "x").token
    assert town.read("sessions/get", id="session-old") == []
