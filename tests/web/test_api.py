"""The API: who may ask, how often, what exactly; and everything its description allows, and does not."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from werkzeug.test import TestResponse

from symbiosis.domain.access import Account
from symbiosis.services import accounts, tokens
from symbiosis.store.session import Store
from tests.databases import ask
from tests.web.conftest import Visitor

PATHS = ("", "/firms", "/flows", "/resources", "/synergies", "/explore?q=palettes")
EXAMPLES = 30


@pytest.fixture
def token(visitor: Visitor, town: Store) -> Iterator[str]:
    page = visitor.post("/account/tokens", name="essai").text
    yield page.split("<pre>", 1)[1].split("</pre>", 1)[0]
    ask(town, "MATCH (t:ApiToken) DETACH DELETE t")


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


def get(client: FlaskClient, path: str, token: str, **headers: str) -> TestResponse:
    return client.get(f"/api/v1{path}", headers={"Authorization": f"Bearer {token}", **headers})


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_told_without_a_good_token(client: FlaskClient, path: str) -> None:
    for headers in (
        {},
        {"Authorization": "Bearer symb_wrong"},
        {"Authorization": "Basic x"},
        {"Authorization": "Bearer"},
    ):
        answer = client.get(f"/api/v1{path}", headers=headers)
        assert answer.status_code == 401
        assert answer.mimetype == "application/problem+json" and answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_token_is_shown_once_kept_as_a_digest_and_taken_away(visitor: Visitor, town: Store, token: str) -> None:
    assert token not in visitor.get("/account/tokens").text
    assert token not in repr(ask(town, "MATCH (t:ApiToken) RETURN properties(t) AS p"))
    assert get(visitor.client, "", token).status_code == 200
    held = visitor.client.get("/account/tokens").text.split("/account/tokens/", 1)[1].split("/", 1)[0]
    visitor.post(f"/account/tokens/{held}/forget")
    assert get(visitor.client, "", token).status_code == 401


def test_a_company_makes_no_token_and_one_it_had_is_refused(app: Flask, town: Store, client: FlaskClient) -> None:
    company = Visitor(app, app.test_client()).become(Account.COMPANY)
    assert company.client.get("/account/tokens").status_code == 403
    assert company.client.get("/console").status_code == 403
    (held,) = [a for a in accounts.every(town) if a.role is Account.COMPANY][:1]
    assert get(client, "/firms", tokens.make(town, held.id, "x")).status_code == 403
    assert get(client, "/firms", tokens.make(town, "account-nobody", "x")).status_code == 403


def test_a_token_needs_a_name(visitor: Visitor) -> None:
    answer = visitor.post("/account/tokens", name=" ")
    assert answer.status_code == 422 and "Donnez-lui un nom" in answer.text


def test_pages_follow_one_another_until_the_last(client: FlaskClient, token: str) -> None:
    found, after = [], ""
    for _ in range(10):
        page = get(client, f"/firms?limit=5{after}", token).get_json()
        found += [firm["id"] for firm in page["items"]]
        after = f"&after={page['next']}"
        if page["next"] is None:
            break
    assert len(found) == len(set(found)) == 12 and found == sorted(found)


def test_a_lead_comes_with_evidence_that_adds_up(client: FlaskClient, token: str) -> None:
    leads = get(client, "/synergies?kind=substitution", token).get_json()["items"]
    scored = [lead for lead in leads if lead["score"] is not None]
    assert scored
    for lead in scored:
        assert sum(reason["points"] for reason in lead["evidence"]) == pytest.approx(lead["score"], abs=0.02)
        assert get(client, f"/synergies/{lead['id']}", token).get_json() == lead


@pytest.mark.parametrize("path", PATHS)
def test_what_did_not_change_is_not_sent_again(client: FlaskClient, token: str, path: str) -> None:
    first = get(client, path, token)
    assert first.status_code == 200
    again = get(client, path, token, **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304 and not again.data


def test_a_decision_changes_the_tag(client: FlaskClient, token: str, town: Store) -> None:
    before = get(client, "/synergies", token).headers["ETag"]
    ask(town, "CREATE (d:Decision {id: 'for-the-tag'})")
    try:
        assert get(client, "/synergies", token).headers["ETag"] != before
    finally:
        ask(town, "MATCH (d:Decision {id: 'for-the-tag'}) DELETE d")


@pytest.mark.parametrize(
    "wrong",
    [
        "/firms?limit=0", "/firms?limit=201", "/firms?limit=x", "/firms?limit=1&limit=2", "/firms?nothing=1",
        "/firms?commune=%27", "/flows?direction=up", "/flows?after=", "/synergies?judgement=maybe", "/explore",
        "/explore?q=", "/explore?q=a%00b", "/explore?q=palettes&page=0", "/explore?q=palettes&supply=perhaps",
        "/firms?nace=x%27%20OR%201=1", "/firms?after=x%27%7D)%20DETACH%20DELETE%20n%20//",
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_guessed(client: FlaskClient, token: str, wrong: str) -> None:
    answer = get(client, wrong, token)
    assert answer.status_code == 422 and answer.mimetype == "application/problem+json"
    assert answer.get_json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/firms?limit=9" + "9" * 5000, "/firms?limit=%EF%BC%91", "/firms?limit=1e2", "/firms?limit=", "/firms?limit=-1",
        "/firms?after='%20OR%201=1%20//", "/firms?after=%00", "/firms?after=%ff", "/firms?after=%ed%a0%80",
        "/firms?after=" + "z" * 4000, "/firms?after[]=x", "/firms?$where=1", "/firms?id=x", "/flows?confidential=false",
        "/flows?text=x", "/synergies?judgement=", "/synergies?judgement=proposed'%7D)%20DETACH%20DELETE%20n//",
        "/explore?q=%00", "/explore?q=%0a", "/explore?q=x&page=99999999999", "/explore?q=x&supply=maybe",
        "/explore?q=x&nace='", "/explore?q=x&near=%00", "/firms?token=x", "/firms?limit=1&limit=1",
    ],
)  # fmt: skip
def test_attacks_by_parameters_are_refused(client: FlaskClient, token: str, town: Store, path: str) -> None:
    before = ask(town, "MATCH (f:Firm) RETURN count(f) AS n")
    answer = get(client, path, token)
    assert answer.status_code == 422 and answer.mimetype == "application/problem+json"
    assert ask(town, "MATCH (f:Firm) RETURN count(f) AS n") == before


@pytest.mark.parametrize(
    "thing", ["'%7D)%20DETACH%20DELETE%20n", "%00", "..%2f..%2faccounts", "%ff", "*", "%25", "t-alpha%00", "T-ALPHA"]
)
@pytest.mark.parametrize("kind", ["firms", "flows", "resources", "synergies"])
def test_no_odd_id_opens_anything(client: FlaskClient, token: str, kind: str, thing: str) -> None:
    answer = get(client, f"/{kind}/{thing}", token)
    assert answer.status_code == 404 and answer.mimetype == "application/problem+json"


@pytest.mark.parametrize("path", ["/firms/nobody", "/nowhere", "/firms/a/b"])
def test_what_does_not_exist_is_a_404_as_data(client: FlaskClient, token: str, path: str) -> None:
    answer = get(client, path, token)
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: FlaskClient, token: str, method: str) -> None:
    answer = getattr(client, method)("/api/v1/firms", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code in (400, 405)


def test_who_asks_too_often_waits(client: FlaskClient, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "A_MINUTE", 2)
    told = [get(client, "", token) for _ in range(6)]  # a minute may end between two of them
    late = [answer for answer in told if answer.status_code == 429]
    assert late and 0 < int(late[0].headers["Retry-After"]) <= 60


def test_any_version_will_do_only_where_there_is_one(client: FlaskClient, token: str) -> None:
    asked = {"Authorization": f"Bearer {token}", "If-None-Match": "*"}
    assert client.get("/api/v1/firms/nobody", headers=asked).status_code == 404
    assert client.get("/api/v1/firms", headers=asked).status_code == 304


def test_everything_the_description_allows_and_does_not(
    app: Flask, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hundreds of made-up requests: no server error, no answer beside the description, nothing wrong taken."""
    monkeypatch.setattr(tokens, "A_MINUTE", 1_000_000)
    described: Any = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)

    for operation in described.get_all_operations():
        _each(operation.ok(), token)


def _each(operation: Any, token: str) -> None:
    modes = [schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE]
    right, wrong = (operation.as_strategy(generation_mode=mode) for mode in modes)

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(case=right | wrong)
    def check(case: Any) -> None:
        case.call_and_validate(headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"})

    check()
