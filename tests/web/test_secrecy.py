"""Whatever a company or an analyst opens, nothing of what others keep to themselves is in the answer.

The addresses come from the table of routes: a new one is walked without anybody's thinking of it.
"""

import json
import re
from collections.abc import Iterator
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient

from symbiosis.domain.access import Account
from symbiosis.domain.contacts import Contact
from symbiosis.domain.enums import Agreed, Direction, Judgement, SynergyKind, Unit
from symbiosis.domain.flows import Flow
from symbiosis.services import introduce, own
from symbiosis.services.decide import Order, decide
from symbiosis.services.declare import declare
from symbiosis.services.know import Known
from symbiosis.services.own import Seen
from symbiosis.store import contacts, synergies
from symbiosis.store.session import Store
from symbiosis.web.i18n import LANGUAGES
from tests.web.company import enter, post
from tests.web.conftest import Visitor
from tests.web.people import enter as sign_in
from tests.web.town import NAMES, PLACES

MINE, OTHER, THIRD = "t-kilo", "t-lima", "t-echo"
OPEN = Flow("", OTHER, Direction.NEED, "drêches zibelines", quantity=4321.5, unit=Unit.TONNE)
SECRET = Flow("", THIRD, Direction.NEED, "drêches carminées", quantity=8765.5, unit=Unit.TONNE, confidential=True)
OWN = Flow("", MINE, Direction.OFFER, "drêches miennes", quantity=1077.0, unit=Unit.TONNE)
PERSON = Contact("", OTHER, "Aurore Perrichon", "directrice", "06 01 02 03 04", "aurore@exemple.test", "2026-05-04")
OF_OPEN = ("zibeline", "4321.5", "4 321,5", "4\u202f321,5", "4,321.5")
OF_SECRET = ("carmin", "8765", "8 765", "8,765", "Perrichon", "06 01 02", "aurore@")
PLACE = re.compile("|".join(rf"{p.split(',')[1]}|{p.split(',')[2]}" for p in PLACES))
SPACES = str.maketrans("\u00a0\u202f", "  ")


@pytest.fixture(scope="module")
def told(town: Store) -> Iterator[dict[str, str]]:
    """Return the ids of what another firm told in this module, which is withdrawn at its end."""
    knowledge = Known().current(town)
    ids = {name: declare(town, knowledge, flow) for name, flow in (("open", OPEN), ("secret", SECRET))}
    ids["mine"] = declare(
        town, knowledge, Flow("", MINE, Direction.OFFER, "drêches miennes", quantity=1077.0, unit=Unit.TONNE)
    )
    person = contacts.put(town, PERSON)
    yield ids
    for flow_id, firm in ((ids["open"], OTHER), (ids["secret"], THIRD), (ids["mine"], MINE)):
        own.withdraw(town, knowledge, Seen(flow_id, firm, 1, "test"))
    contacts.remove(town, person)


def lead_between(town: Store, *flow_ids: str) -> str:
    """Return a standing substitution that rests on these flows."""
    rows = (r for r in synergies.standing(town) if set(flow_ids) <= set(r["flow_ids"]))
    return str(next(r["id"] for r in rows if r["kind"] == SynergyKind.SUBSTITUTION))


def addresses(app: Flask, values: dict[str, list[str]]) -> Iterator[str]:
    """Yield every address that can be read, with every value its parts may take."""
    for rule in app.url_map.iter_rules():
        # Metrics hold counts and moments alone, whose digits are anybody's.
        if "GET" in (rule.methods or ()) and rule.rule != "/metrics":
            names = sorted(rule.arguments)
            for chosen in product(*(values.get(name, ["1"]) for name in names)):
                path = rule.rule
                for name, value in zip(names, chosen, strict=True):
                    path = re.sub(rf"<(?:\w+:)?{name}>", value, path)
                yield path


MORE = (
    "/?", "/explore?q=drêches", "/explore?q=drêches&ask=supply", "/explore?q=drêches&near={other}",
    "/explore?code=020704", "/explore?q=zibelines", "/mine?firm={other}", "/mine/declare/check?like={open}",
    "/declare?firm={other}",
    "/firms?q=lima", "/synergies?selected={lead}", "/mine/flows/{open}/edit?firm={other}",
)  # fmt: skip


def walk(app: Flask, client: FlaskClient, told: dict[str, str], lead: str) -> Iterator[tuple[str, str]]:
    """Yield every address with what it answers, as a page and as data, in both languages."""
    values = {
        "firm_id": [MINE, OTHER, THIRD], "flow_id": [told["mine"], told["open"], told["secret"]], "synergy_id": [lead],
        "thing": ["spent_grain", "11.05", "020704", "composting"],
    }  # fmt: skip
    more = (path.format(other=OTHER, open=told["open"], lead=lead) for path in MORE)
    for path in (*addresses(app, values), *more):
        for accept in ("text/html", "application/json", "text/csv"):
            answer = client.get(path, headers={"Accept": accept})
            assert answer.status_code != 500, path
            yield f"{path} {accept}", _plain(answer.get_data())


def _plain(body: bytes) -> str:
    text = body.decode("utf-8", "replace").translate(SPACES)
    try:
        return json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_company_sees_nobody_before_an_introduction(
    app: Flask, town: Store, told: dict[str, str], language: str
) -> None:
    client, lead = enter(app, town, MINE), lead_between(town, told["mine"], told["open"])
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = language
    others = [f"Maison {name}" for name in NAMES if f"t-{name.lower()}" != MINE]
    seen = 0
    for path, text in walk(app, client, told, lead):
        seen += 1
        for kept in (*others, *OF_OPEN, *OF_SECRET, OTHER, THIRD):
            assert kept in path or kept not in text, f"{kept} in {path}"
        assert not PLACE.search(text), path
    assert seen > 100


def test_an_analyst_reads_everything_but_what_is_kept_back(app: Flask, town: Store, told: dict[str, str]) -> None:
    client, lead = app.test_client(), lead_between(town, told["mine"], told["secret"])
    sign_in(app, client, Account.ANALYST)
    seen = ""
    for path, text in walk(app, client, told, lead):
        seen += text if "zibeline" in text else ""
        for kept in OF_SECRET:
            assert kept not in text, f"{kept} in {path}"
    assert "zibeline" in seen and "4 321,5" in seen


def test_an_animator_and_the_firm_itself_read_what_is_kept_back(
    app: Flask, town: Store, told: dict[str, str], visitor: Visitor
) -> None:
    lead = lead_between(town, told["mine"], told["secret"])
    assert "drêches carminées" in visitor.get(f"/firms/{THIRD}").text
    assert "drêches carminées" in visitor.get(f"/synergies/{lead}").text
    assert "valeur confidentielle" in visitor.get(f"/synergies/{lead}").text
    assert "drêches carminées" in enter(app, town, THIRD).get("/mine").text


def test_after_both_agreed_and_an_animator_introduced_them_each_sees_the_other(
    app: Flask, town: Store, told: dict[str, str]
) -> None:
    lead = lead_between(town, told["mine"], told["open"])
    mine, other = enter(app, town, MINE), enter(app, town, OTHER)
    assert lead not in mine.get("/mine").text
    decide(town, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    for client, firm in ((mine, MINE), (other, OTHER)):
        assert "Maison" not in client.get("/mine").text.replace(f"Maison {firm[2:].title()}", "")
        post(client, "/mine", f"/mine/introductions/{lead}", agreed="yes")
        assert not introduce.readiness(town, lead).introduced_at
    assert introduce.readiness(town, lead).ready
    assert "Maison Lima" not in mine.get("/mine").text
    introduce.introduce(town, lead, "Anne")
    page = mine.get("/mine").text
    assert "Maison Lima" in page and "Aurore Perrichon" in page and "06 01 02 03 04" in page
    assert "Maison Kilo" in other.get("/mine").text
    for kept in (*OF_OPEN, "8765", "carmin"):
        assert kept not in page
    assert "Maison Alpha" not in page


def test_a_no_keeps_firms_apart_and_nobody_answers_for_another(app: Flask, town: Store, told: dict[str, str]) -> None:
    lead = lead_between(town, told["mine"], told["secret"])
    decide(town, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    mine, stranger = enter(app, town, MINE), enter(app, town, "t-foxtrot")
    post(stranger, "/mine", f"/mine/introductions/{lead}", agreed="yes")
    post(mine, "/mine", f"/mine/introductions/{lead}", agreed="no")
    answers = {a.firm_id: a.agreed for a in introduce.readiness(town, lead).answers}
    assert answers == {MINE: Agreed.NO, THIRD: Agreed.UNKNOWN}
    with pytest.raises(Exception, match="not every firm"):
        introduce.introduce(town, lead, "Anne")


def test_what_a_firm_takes_away_is_its_own(app: Flask, town: Store, told: dict[str, str]) -> None:
    data = json.loads(enter(app, town, OTHER).get("/mine/data.json").text)
    assert data["firm"]["id"] == OTHER
    assert "drêches zibelines" in {flow["text"] for flow in data["flows"]}
    assert [person["name"] for person in data["contacts"]] == ["Aurore Perrichon"]
    assert "carminées" in enter(app, town, THIRD).get("/mine/data.csv").text
    assert "carmin" not in json.dumps(json.loads(enter(app, town, MINE).get("/mine/data.json").text))


def test_company_addresses_refuse_other_firms_flows(app: Flask, town: Store, told: dict[str, str]) -> None:
    client = enter(app, town, MINE)
    for flow_id in (told["open"], told["secret"]):
        assert client.get(f"/mine/flows/{flow_id}").status_code == 404
        for act in ("edit", "confirm", "withdraw", "restore"):
            assert post(client, "/mine", f"/mine/flows/{flow_id}/{act}", version="1").status_code in (404, 422)
