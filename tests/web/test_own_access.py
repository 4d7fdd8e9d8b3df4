"""A company that came by a link chooses a password, comes back with it, and gives it up; so may an animator for it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import own_limit
from symbiosis.services import accounts
from symbiosis.store.session import Store
from tests.databases import ask
from tests.web.company import enter, link, post
from tests.web.conftest import Visitor
from tests.web.reading import inspect

FIRM, PAGE, LOGIN = "t-kilo", "/mine/access", "paul@kilo.example"
GOOD, OTHER = "une longue phrase du matin", "une autre phrase du soir"


@pytest.fixture
def client(app: Flask, town: Store) -> FlaskClient:
    """Return a company's browser, in a town where it has not chosen anything yet."""
    ask(town, "MATCH (a:Account)-[:SPEAKS_FOR]->(:Firm {id: $firm}) DETACH DELETE a", firm=FIRM)
    ask(town, "MATCH (t:Throttle) DELETE t")
    return enter(app, town, FIRM)


def choose(client: FlaskClient, **changes: str) -> tuple[int, str]:
    fields = {"login": LOGIN, "new": GOOD, "again": GOOD} | changes
    answer = post(client, "/mine", PAGE, **fields)
    return answer.status_code, answer.text


def sign_in(app: Flask, password: str = GOOD, login: str = LOGIN) -> tuple[int, FlaskClient]:
    client = app.test_client()
    return post(client, "/sign-in", "/sign-in", login=login, password=password).status_code, client


def account(town: Store) -> str:
    return accounts.find(town, LOGIN).id


def test_a_company_chooses_a_password_and_comes_back_with_it(app: Flask, client: FlaskClient) -> None:
    assert "sans nouveau lien" in client.get("/mine").text
    assert [choose(client)[0] for _ in range(2)] == [303, 303]  # a second click changes nothing
    page = inspect(app, client.get(PAGE).text)
    assert LOGIN in page.text and "Choisir un mot de passe" not in page.text
    assert "sans nouveau lien" not in client.get("/mine").text
    status, later = sign_in(app)
    assert status == 303 and "Maison Kilo" in later.get("/mine").text
    assert sign_in(app, OTHER)[0] == 422


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"login": "é"}, "Un identifiant a"), ({"login": "invitation-1"}, "Un identifiant a"),
        ({"login": "demonstration-admin"}, "Un identifiant a"), ({"login": "x" * 900_000}, "Un identifiant a"),
        ({"new": "court", "again": "court"}, "au moins douze"), ({"again": OTHER}, "diffèrent"),
        ({"new": f"{LOGIN}1", "again": f"{LOGIN}1"}, "sans votre"), ({"login": '"><b>'}, "Un identifiant a"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_login_kept(
    app: Flask, client: FlaskClient, changes: dict[str, str], told: str
) -> None:
    status, text = choose(client, **changes)
    page = inspect(app, text)
    assert status == 422 and told in page.text and GOOD not in text and not page.all("b")
    assert client.get("/mine").status_code == 200 and sign_in(app)[0] == 422


def test_a_login_of_somebody_else_stays_theirs_and_trying_is_limited(
    app: Flask, town: Store, client: FlaskClient, visitor: Visitor
) -> None:
    taken = next(held.login for held in accounts.every(town) if held.role is Account.ANIMATOR)
    most = own_limit("x")[0].most
    assert [choose(client, login=taken)[0] for _ in range(most + 1)] == [422] * most + [429]
    status, text = choose(client)
    assert status == 429 and "attendez cinq minutes" in text
    assert accounts.find(town, taken).firm_id == ""


def test_it_is_changed_and_given_up_and_the_session_goes_on(app: Flask, town: Store, client: FlaskClient) -> None:
    choose(client)
    changed = post(client, PAGE, "/account/password", old=GOOD, new=OTHER, again=OTHER)
    assert changed.status_code == 303 and sign_in(app)[0] == 422
    other = sign_in(app, OTHER)[1]
    post(client, PAGE, f"{PAGE}/{account(town)}/remove")
    assert sign_in(app, OTHER)[0] == 422
    for browser in (client, other):
        assert "Choisir un mot de passe" in browser.get(PAGE).text
    assert choose(client)[0] == 303 and sign_in(app)[0] == 303


def test_a_forgotten_password_goes_by_a_new_link(app: Flask, town: Store, client: FlaskClient) -> None:
    choose(client)
    later = enter(app, town, FIRM)
    assert choose(later)[0] == 422  # the login is still that of the first
    assert post(later, PAGE, f"{PAGE}/{account(town)}/remove").status_code == 303
    assert client.get("/mine").status_code == 303
    assert choose(later)[0] == 303


def test_taking_the_invitation_back_ends_the_password_too(app: Flask, town: Store, visitor: Visitor) -> None:
    ask(town, "MATCH (a:Account)-[:SPEAKS_FOR]->(:Firm {id: $firm}) DETACH DELETE a", firm=FIRM)
    client, (path, made) = app.test_client(), link(app, town, FIRM)
    post(client, path, path)
    choose(client)
    visitor.post(f"/firms/{FIRM}/invitations/{made}/revoke")
    assert client.get("/mine").status_code == 303 and sign_in(app)[0] == 422


def test_an_animator_sees_it_and_takes_it_away(app: Flask, town: Store, client: FlaskClient, visitor: Visitor) -> None:
    choose(client)
    assert LOGIN in visitor.get(f"/firms/{FIRM}/invitations").text
    visitor.look(visitor.post(f"/firms/t-bravo/invitations/access/{account(town)}/remove"), 404)
    told = visitor.follow(f"/firms/{FIRM}/invitations/access/{account(town)}/remove")
    assert "Mot de passe supprimé" in told.text and LOGIN not in told.text
    assert sign_in(app)[0] == 422 and client.get("/mine").status_code == 303


def test_a_company_takes_away_no_account_but_its_own(
    app: Flask, town: Store, client: FlaskClient, stranger: Visitor, visitor: Visitor
) -> None:
    stranger.become(Account.COMPANY, "Nadia S.", FIRM)
    given = next(held.id for held in accounts.every(town) if held.name == "Nadia S.")
    choose(client)
    for other in (given, next(held.id for held in accounts.every(town) if held.role is Account.ANIMATOR)):
        assert post(client, PAGE, f"{PAGE}/{other}/remove").status_code == 404
    assert "Maison Kilo" in stranger.client.get("/mine").text
    assert post(enter(app, town, "t-bravo"), PAGE, f"{PAGE}/{account(town)}/remove").status_code == 404
    assert stranger.post(PAGE, login="nadia@kilo.example", new=GOOD, again=GOOD).status_code == 303
    assert sign_in(app, login="nadia@kilo.example")[0] == 422
