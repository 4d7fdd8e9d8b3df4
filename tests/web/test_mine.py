"""A firm's own space, page by page, and what bad input gets there."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from symbiosis.services import draft
from symbiosis.store.session import Store
from tests.web.company import enter, post
from tests.web.conftest import Visitor
from tests.web.reading import Node, inspect

FIRM, CHECK = "t-lima", "/mine/declare/check"
AGREED = {"direction": "offer", "text": "palettes cassées", "resource": "", "quantity": "1,5", "unit": "t"}


@pytest.fixture
def client(app: Flask, town: Store) -> FlaskClient:
    return enter(app, town, FIRM)


SPACES = str.maketrans("\u00a0\u202f", "  ")


def look(app: Flask, answer: TestResponse, status: int = 200) -> Node:
    assert answer.status_code == status, answer.text
    return inspect(app, answer.text.translate(SPACES))


def declare(client: FlaskClient, **changes: str) -> str:
    """Declare a flow without a draft and return its id."""
    answer = post(client, "/mine", CHECK, **(AGREED | changes))
    assert answer.status_code == 303, answer.text
    return str(answer.location).split("/")[-1].split("?")[0]


def version(client: FlaskClient, flow_id: str) -> str:
    text = client.get(f"/mine/flows/{flow_id}/edit").text
    return text.split('name="version" value="')[1].split('"')[0]


def test_plain_words_are_understood_and_proposed_back(app: Flask, town: Store, client: FlaskClient) -> None:
    words = {"whole": "3 t de sciure par mois et des palettes cassées", "direction": "offer"}
    said = post(client, "/mine/declare", "/mine/declare", **words)
    assert (said.status_code, said.location) == (303, CHECK)
    page = look(app, client.get(CHECK))
    fields = {n.attributes.get("id"): n.attributes.get("value") for n in page.all("input") if "id" in n.attributes}
    assert fields["quantity"] == "36" and "sciure" in str(fields["text"])
    held = draft.held(town, FIRM)
    assert held and len(held.parts) == 2
    first = {**AGREED, "text": "sciure", "quantity": "36", "part": held.parts[0]}
    for _ in range(2):  # a double click skips nothing
        answer = post(client, CHECK, CHECK, **first)
        assert answer.location.endswith("left=1"), answer.location
    held = draft.held(town, FIRM)
    assert held and len(held.parts) == 1
    look(app, client.get(answer.location))
    post(client, CHECK, "/mine/declare/drop")
    assert draft.held(town, FIRM) is None
    assert client.get(CHECK).location == "/mine/declare"


def test_what_is_typed_wrong_stays_in_the_form_and_in_the_draft(app: Flask, town: Store, client: FlaskClient) -> None:
    look(app, post(client, "/mine/declare", "/mine/declare", whole=" "), 422)
    look(app, post(client, "/mine/declare", "/mine/declare", whole="x" * 1001), 422)
    post(client, "/mine/declare", "/mine/declare", whole="palettes")
    bad = {**AGREED, "quantity": "douze", "other_code": "12", "part": "palettes", "text": "<b>palettes</b>"}
    look(app, post(client, CHECK, CHECK, **bad), 422)
    again = client.get(CHECK).text
    assert 'value="douze"' in again and "&lt;b&gt;palettes" in again and "<b>palettes" not in again
    post(client, CHECK, "/mine/declare/drop")


def test_a_flow_is_corrected_and_keeps_its_address_and_its_past(app: Flask, client: FlaskClient) -> None:
    flow = declare(client)
    changed = AGREED | {"quantity": "2,5", "version": version(client, flow)}
    answer = post(client, "/mine", f"/mine/flows/{flow}/edit", **changed)
    assert answer.location == f"/mine/flows/{flow}"
    page = look(app, client.get(answer.location))
    assert "1,5 t/an" in page.text and "2,5 t/an" in page.text and "corrigé" in page.text
    look(app, client.get(f"/mine/flows/{flow}/edit"))
    look(app, client.get(f"{CHECK}?like={flow}"))


def test_who_comes_second_sees_both_and_may_decide(app: Flask, client: FlaskClient, visitor: Visitor) -> None:
    flow = declare(client, text="palettes perdues")
    seen = version(client, flow)
    theirs = AGREED | {"text": "palettes perdues", "quantity": "3", "version": seen}
    assert visitor.post(f"/firms/{FIRM}/flows/{flow}/edit", **theirs).status_code == 303
    mine = AGREED | {"text": "palettes perdues", "quantity": "4", "version": seen}
    page = look(app, post(client, "/mine", f"/mine/flows/{flow}/edit", **mine), 409)
    assert "3 t/an" in page.text and "4 t/an" in page.text and "Animation (démonstration)" in page.text
    inputs = [n.attributes for n in page.all("input") if n.attributes.get("type") == "hidden"]
    hidden = {each["name"]: each["value"] for each in inputs if each["name"] not in ("csrf_token", "next")}
    assert post(client, "/mine", f"/mine/flows/{flow}/edit", **hidden).status_code == 303
    assert "4 t/an" in look(app, client.get(f"/mine/flows/{flow}")).text


def test_withdrawn_undone_and_still_true(app: Flask, client: FlaskClient) -> None:
    flow = declare(client, text="palettes bleues")
    post(client, "/mine", f"/mine/flows/{flow}/withdraw", version="1")
    page = look(app, client.get("/mine"))
    assert "C'est retiré" in page.text and "retiré" in page.text.split("C'est retiré")[1]
    look(app, client.get(f"/mine/flows/{flow}"))
    post(client, "/mine", f"/mine/flows/{flow}/restore", version="2")
    post(client, "/mine", f"/mine/flows/{flow}/confirm", version="3")
    page = look(app, client.get(f"/mine/flows/{flow}"))
    assert "remis" in page.text and "toujours vrai" in page.text
    assert post(client, "/mine", f"/mine/flows/{flow}/withdraw", version="1").status_code == 409
    assert post(client, "/mine", f"/mine/flows/{flow}/withdraw", version="x").status_code == 400


def test_a_chosen_resource_is_what_the_words_mean_from_then_on(app: Flask, client: FlaskClient) -> None:
    flow = declare(client, text="bidules de l'atelier", resource="pallets")
    text = client.get(f"/mine/flows/{flow}").text
    assert "bidules de l&#39;atelier" in text or "bidules de l'atelier" in text


def test_erasure_is_asked_for_and_taken_back(app: Flask, client: FlaskClient, visitor: Visitor) -> None:
    look(app, client.get("/mine/data"))
    post(client, "/mine/data", "/mine/erasure")
    assert "demandé le" in look(app, client.get("/mine/data")).text
    assert "Maison Lima" in visitor.get("/erasures").text
    post(client, "/mine/data", "/mine/erasure", back="1")
    assert "Maison Lima" not in visitor.get("/erasures").text


def test_a_company_explores_without_learning_a_name(app: Flask, client: FlaskClient) -> None:
    page = look(app, client.get("/explore?q=drêches de brasserie"))
    assert "établissements du territoire pourraient convenir" in page.text.replace("\u00a0", " ")
    assert "Maison Alpha" not in page.text
    data = client.get("/explore?q=drêches", headers={"Accept": "application/json"}).json
    assert data and data["firms"]["lines"] == [] and data["firms_rough"] in ("<3", "3-9", "10-49", ">50")
