"""Signing in through an identity provider that runs beside the tests; only the browser between the two is ours."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
import requests
from flask import Flask
from joserfc.jwk import RSAKey
from werkzeug.test import TestResponse

from symbiosis.domain.access import Account
from symbiosis.domain.errors import BadSetting
from symbiosis.domain.provided import Provided, read_rules, role_of
from symbiosis.services import accounts
from symbiosis.services.accounts import Wanted
from symbiosis.settings import Settings, read
from symbiosis.store.session import Store
from symbiosis.web import create_app
from tests.databases import ask
from tests.identity_provider import CLIENT, SECRET, Persona, World, served
from tests.web.conftest import Visitor

RULES = "odile@ville.example=admin, *@ville.example=animator, siret=company"
LEA = {"sub": "lea-1", "email": "lea@ville.example", "given_name": "Léa", "usual_name": "Martin"}


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """Return a provider of the tests' own."""
    with served() as found:
        yield found


@pytest.fixture
def provided(settings: Settings, town: Store, world: World) -> Flask:
    """Return the application with that provider, in a town where nobody came through it."""
    ask(town, "MATCH (a:Account) WHERE a.subject STARTS WITH $issuer DETACH DELETE a", issuer=world.issuer)
    changed = replace(
        settings, oidc_issuer=world.issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET, oidc_name="ProConnect",
        oidc_scopes="openid email siret", contact="Odile, 03 00 00 00 00", oidc_allow=read_rules(RULES),
    )  # fmt: skip
    return create_app(changed, town)


def come(app: Flask, world: World, persona: Persona, back: str = "/synergies") -> tuple[Visitor, TestResponse]:
    """Go to the provider and come back; return the browser and what it was shown."""
    world.persona = persona
    visitor = Visitor(app, app.test_client())
    left = visitor.client.get("/sign-in/provider", query_string={"next": back})
    assert left.status_code == 303 and left.location.startswith(world.issuer)
    returned = requests.get(left.location, allow_redirects=False, timeout=10).headers["Location"]
    parts = urlsplit(returned)
    return visitor, visitor.client.get(f"{parts.path}?{parts.query}")


@pytest.mark.parametrize("signed", [True, False])
def test_somebody_of_the_domain_enters_and_is_the_same_next_time(
    provided: Flask, world: World, town: Store, signed: bool
) -> None:
    for _ in range(2):
        visitor, answer = come(provided, world, Persona(LEA, signed=signed))
        assert (answer.status_code, answer.location) == (303, "/synergies")
        assert "Léa Martin" in visitor.get("/synergies").text
    held = [one for one in accounts.every(town) if one.subject == f"{world.issuer}|lea-1"]
    assert [(one.login, one.role) for one in held] == [("lea@ville.example", Account.ANIMATOR)]


def test_the_first_rule_that_fits_gives_the_role_and_what_is_changed_here_stays(
    provided: Flask, world: World, town: Store
) -> None:
    come(provided, world, Persona(LEA | {"sub": "odile", "email": "Odile@Ville.example"}))
    held = next(one for one in accounts.every(town) if one.login == "odile@ville.example")
    assert held.role is Account.ADMIN
    accounts.add(town, Wanted("autre.admin@test.example", "Autre A.", Account.ADMIN, subject="x"))
    accounts.set_role(town, held.id, Account.ANALYST)
    come(provided, world, Persona(LEA | {"sub": "odile", "email": "Odile@Ville.example"}))
    assert accounts.get(town, held.id).role is Account.ANALYST


def test_a_siret_ties_to_its_firm_and_follows_the_person(provided: Flask, world: World, town: Store) -> None:
    paul = {"sub": "paul", "email": "paul@firme.example", "given_name": "Paul", "usual_name": "Roux"}
    for siret in ("t-golf", "t-hotel"):
        come(provided, world, Persona(paul | {"siret": siret}))
        held = next(one for one in accounts.every(town) if one.login == "paul@firme.example")
        assert (held.role, held.firm_id) == (Account.COMPANY, siret)
    visitor, answer = come(provided, world, Persona(paul | {"siret": "99999999999999"}))
    assert "n'est pas dans ce territoire" in visitor.look(answer, 403).text
    assert visitor.client.get("/account").status_code == 303


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "mallory@evil.example"}, {"email": ""}, {"email": "x@evil.example@ville.example"},
        {"email": "lea@ville.example", "email_verified": False}, {"email": "lea@sousville.example"},
    ],
)  # fmt: skip
def test_whom_no_rule_knows_is_told_whom_to_ask(
    provided: Flask, world: World, town: Store, claims: dict[str, object]
) -> None:
    before = len(accounts.every(town))
    visitor, answer = come(provided, world, Persona(LEA | {"sub": "stranger"} | claims))
    page = visitor.look(answer, 403)
    assert page.all("h1")[0].text == "Compte inconnu ici" and "Odile, 03 00 00 00 00" in page.text
    assert visitor.client.get("/synergies").status_code == 303 and len(accounts.every(town)) == before


def test_an_account_with_a_password_is_never_taken_over(provided: Flask, world: World, town: Store) -> None:
    accounts.add(town, Wanted("zoe@ville.example", "Zoé V.", Account.ADMIN, password="une phrase assez longue"))
    visitor, answer = come(provided, world, Persona(LEA | {"sub": "zoe", "email": "zoe@ville.example"}))
    assert "porte déjà votre adresse" in visitor.look(answer, 403).text
    assert accounts.find(town, "zoe@ville.example").subject == ""
    accounts.remove(town, accounts.find(town, "zoe@ville.example").id)


@pytest.mark.parametrize("wrong", ["issuer", "audience", "nonce", "expired", "far_ahead", "key", "alg", "subject"])
def test_what_the_provider_did_not_say_is_not_believed(provided: Flask, world: World, wrong: str) -> None:
    visitor, answer = come(provided, world, Persona(LEA, wrong=wrong))
    assert "ne répond pas comme il faut" in visitor.look(answer, 502).text
    assert visitor.client.get("/account").status_code == 303


def test_a_clock_a_little_ahead_is_forgiven(provided: Flask, world: World) -> None:
    _, answer = come(provided, world, Persona(LEA, wrong="ahead"))
    assert answer.status_code == 303


def test_a_new_key_of_the_provider_is_read_again(provided: Flask, world: World) -> None:
    come(provided, world, Persona(LEA))
    world.key = RSAKey.generate_key(2048, {"kid": "new"})
    _, answer = come(provided, world, Persona(LEA))
    assert answer.status_code == 303


def test_whoever_says_no_at_the_provider_is_back_at_the_door(provided: Flask, world: World) -> None:
    visitor, answer = come(provided, world, Persona(LEA, wrong="denied"))
    assert "n'a pas confirmé" in visitor.look(answer, 403).text


def test_an_answer_that_was_not_asked_for_or_comes_twice_is_refused(provided: Flask, world: World) -> None:
    stranger = Visitor(provided, provided.test_client())
    stranger.look(stranger.client.get("/sign-in/provider/back?code=x&state=y"), 400)
    world.persona = Persona(LEA)
    left = stranger.client.get("/sign-in/provider").location
    back = urlsplit(requests.get(left, allow_redirects=False, timeout=10).headers["Location"])
    victim = Visitor(provided, provided.test_client())
    victim.look(victim.client.get(f"{back.path}?{back.query}"), 400)
    stranger.look(stranger.client.get(f"{back.path}?{back.query.replace('state=', 'state=x')}"), 400)
    stranger.look(stranger.client.get(f"{back.path}?{back.query}"), 400)


def test_signing_out_ends_the_session_at_the_provider_too(provided: Flask, world: World) -> None:
    visitor, _ = come(provided, world, Persona(LEA))
    answer = visitor.post("/sign-out")
    assert answer.location.startswith(f"{world.issuer}/end?")
    assert requests.get(answer.location, allow_redirects=False, timeout=10).headers["Location"] == "http://localhost/"
    assert world.ended[-1]["id_token_hint"].count(".") == 2
    assert f"form-action 'self' {world.issuer};" in answer.headers["Content-Security-Policy"]


def test_the_way_back_stays_here(provided: Flask, world: World) -> None:
    assert come(provided, world, Persona(LEA), "//evil.example")[1].location == "/today"


def test_a_provider_that_is_down_is_said(settings: Settings, town: Store, world: World, provided: Flask) -> None:
    app = create_app(replace(settings, oidc_issuer="http://127.0.0.1:9", oidc_client_id="x"), town)
    visitor = Visitor(app, app.test_client())
    assert "ne répond pas comme il faut" in visitor.look(visitor.client.get("/sign-in/provider"), 502).text


def test_without_a_provider_there_is_no_such_way(stranger: Visitor) -> None:
    stranger.look(stranger.client.get("/sign-in/provider"), 404)
    assert "ProConnect" not in stranger.get("/sign-in").text


@pytest.mark.parametrize("rules", ["lea@x.fr", "lea=admin", "*@x.fr=king", "siret=admin", "*@x.fr=company", "@=admin"])
def test_a_rule_that_says_nothing_stops_the_start(rules: str) -> None:
    with pytest.raises(BadSetting, match="SYMBIOSIS_OIDC_ALLOW"):
        read_rules(rules)


def test_half_a_provider_stops_the_start(tmp_path: object) -> None:
    home = {"SYMBIOSIS_HOME": str(tmp_path), "SYMBIOSIS_SECRET": "x"}
    with pytest.raises(BadSetting, match="SYMBIOSIS_OIDC_CLIENT_SECRET"):
        read(home | {"SYMBIOSIS_OIDC_ISSUER": "https://a.example", "SYMBIOSIS_OIDC_CLIENT_ID": "x"})


def test_a_person_is_known_by_the_whole_address_alone() -> None:
    rules = read_rules(RULES)
    assert role_of(Provided("i", "s", "Lea@VILLE.example"), rules) is Account.ANIMATOR
    assert role_of(Provided("i", "s", "lea@notville.example"), rules) is None
    assert role_of(Provided("i", "s", siret="1"), rules) is Account.COMPANY
