from urllib.parse import urlencode

import pytest
from flask import Flask

from symbiosis.domain.access import Account
from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import EngineDown
from symbiosis.domain.views import SynergyFile
from symbiosis.settings import Settings
from symbiosis.store.connection import Connection
from symbiosis.store.session import Store
from symbiosis.web import create_app
from symbiosis.web.security import POLICY
from tests.web.addresses import PAGES
from tests.web.conftest import Pick, Visitor
from tests.web.people import hold


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_read_in_both_languages(visitor: Visitor, english: Visitor, path: str) -> None:
    titles = [who.get(path).all("title")[0].text for who in (visitor, english)]
    assert titles[0] != titles[1] or "Maison" in titles[0]


def test_every_page_says_that_the_data_are_synthetic(visitor: Visitor) -> None:
    for path in PAGES:
        assert "Démonstration : données synthétiques" in visitor.get(path).text.replace("\u00a0", " ")


def test_titles_are_unique(visitor: Visitor, pick: Pick) -> None:
    paths = ("/", "/synergies", "/firms", "/firms/t-alpha", "/declare", "/declare?firm=t-alpha", "/unclear", "/jobs")
    titles = [visitor.get(path).all("title")[0].text for path in (*paths, f"/synergies/{pick().id}")]
    assert len(set(titles)) == len(titles)


def test_the_lead_shows_bars_that_add_up(visitor: Visitor, substitution: SynergyFile) -> None:
    page = visitor.get(f"/synergies/{substitution.line.id}")
    svg = page.all("svg")[0]
    assert svg.attributes["role"] == "img" and svg.all("title")[0].text
    assert len(svg.all("rect")) == len(substitution.evidence) + 1
    assert substitution.line.score == pytest.approx(sum(e.points for e in substitution.evidence), abs=1e-3)
    assert "indicatif" in page.text and "23" in page.text


def test_an_identified_lead_says_that_it_has_no_score(visitor: Visitor, pick: Pick) -> None:
    page = visitor.get(f"/synergies/{pick(origin='identified').id}")
    assert "elle n'a donc pas de note" in page.text and not page.all("svg")


def test_words_nobody_understood_are_shown_as_they_were_typed(visitor: Visitor, pick: Pick) -> None:
    page = visitor.get(f"/synergies/{pick(origin='identified', text='zigouigoui').id}")
    assert "zigouigoui" in page.all("h1")[0].text


def test_filters_stay_in_the_address(visitor: Visitor) -> None:
    filters = {"judgement": "proposed", "kind": "mutualisation", "origin": "matcher", "guesses": "0"}
    page = visitor.get(f"/synergies?{urlencode(filters)}")
    chosen = {o.attributes["value"] for o in page.all("option") if "selected" in o.attributes}
    assert chosen == set(filters.values())
    links = [a.attributes["href"] for a in page.all("a") if "selected=" in a.attributes["href"]]
    assert links and all("kind=mutualisation" in href and "guesses=0" in href for href in links)


@pytest.mark.parametrize("query", ["page=-3", "page=x", "kind=nonsense", "judgement=%00", "at=99999", "page=²"])
def test_an_address_that_makes_no_sense_shows_something_sensible(visitor: Visitor, query: str) -> None:
    visitor.get(f"/synergies?{query}")


@pytest.mark.parametrize("path", ["/nowhere", "/synergies/none", "/firms/none", "/declare/none", "/declare?firm=none"])
def test_what_does_not_exist_is_a_french_404(visitor: Visitor, path: str) -> None:
    page = visitor.get(path, 404)
    assert page.all("h1")[0].text == "Page introuvable" and "Incident" in page.text


def test_answers_are_protected(visitor: Visitor) -> None:
    for path in ("/", "/nowhere", "/healthz"):
        headers = visitor.client.get(path).headers
        assert headers["Content-Security-Policy"] == POLICY
        assert headers["X-Content-Type-Options"] == "nosniff" and "Referrer-Policy" in headers
    cookie = visitor.post("/language", language="fr").headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie


def test_static_files_are_served(visitor: Visitor) -> None:
    page = visitor.get("/")
    for address in [n.attributes["href"] for n in page.all("link")] + [n.attributes["src"] for n in page.all("script")]:
        answer = visitor.client.get(address)
        assert answer.status_code == 200 and answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_language_is_remembered_and_leads_back(visitor: Visitor) -> None:
    answer = visitor.post("/language", language="en", next="/firms?q=alpha")
    assert answer.location == "/firms?q=alpha"
    assert visitor.get("/firms").all("html")[0].attributes["lang"] == "en"
    assert visitor.post("/language", language="xx", next="//elsewhere.example/").location == "/"


def test_a_running_job_renews_the_page_unless_asked_not_to(visitor: Visitor) -> None:
    assert visitor.post("/jobs/rematch").location == "/jobs"
    visitor.get("/jobs")
    assert visitor.client.get("/jobs").headers["Refresh"]
    assert "Refresh" not in visitor.client.get("/jobs?live=0").headers


def test_gets_write_nothing(visitor: Visitor, town: Store, substitution: SynergyFile) -> None:
    def everything() -> object:
        return town.read("stats/synergies"), town.read("stats/flows"), town.read("jobs/list", limit=100)

    before = everything()
    for path in (*PAGES, f"/synergies/{substitution.line.id}"):
        visitor.get(path)
    assert everything() == before


def _down(settings: Settings) -> Flask:
    def connect() -> Connection:
        raise EngineDown("down")

    return create_app(settings, Store(connect))


def test_without_a_database_the_page_says_so_and_tries_again(app: Flask, settings: Settings) -> None:
    down = _down(settings)
    client = down.test_client()
    hold(client, "anybody")
    answer = client.get("/synergies")
    page = Visitor(down, client).look(answer, 503)
    assert answer.headers["Retry-After"] and answer.headers["Refresh"]
    assert page.all("h1")[0].text == "La base de données redémarre"


def test_health_does_not_ask_the_database(app: Flask, settings: Settings) -> None:
    answer = _down(settings).test_client().get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")


def test_an_empty_database_says_what_to_run(settings: Settings, app: Flask, store: Store) -> None:
    empty = create_app(settings, store)
    page = Visitor(empty, empty.test_client()).get("/")
    assert "make run" in page.text
    reader = Visitor(empty, empty.test_client()).become(Account.ANIMATOR, "Léa")
    for path in ("/synergies", "/firms", "/unclear", "/jobs", "/declare?q=x"):
        reader.get(path)


def test_too_large_a_form_is_refused(visitor: Visitor) -> None:
    page = visitor.look(visitor.post("/declare?firm=t-alpha", text="x" * 2_000_000), 413)
    assert page.all("h1")[0].text == "Envoi trop volumineux"


def test_every_judgement_can_be_listed(visitor: Visitor) -> None:
    for judgement in Judgement:
        visitor.get(f"/synergies?judgement={judgement.value}")
