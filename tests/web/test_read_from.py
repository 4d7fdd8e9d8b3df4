"""The page of jobs and the console say what analysts read, and why."""

import socket
from collections.abc import Iterator

import pytest
from flask import Flask

from symbiosis.domain.access import Account
from symbiosis.domain.answers import Bar, Barred, Copy
from symbiosis.services.reading import remake
from symbiosis.settings import Settings
from symbiosis.store import engine, reading_copy
from symbiosis.store.session import Store
from symbiosis.web import create_app, read_from
from tests.store.processes import kill_engines
from tests.web.conftest import Visitor

COPY = Copy("", "2026-05-04T08:00:00.000+00:00", "v", "m", "l", 0.0, "r", 0, {}, ())


@pytest.fixture(scope="module")
def nowhere(town: Store, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """Return an application whose analysts' account is on a server that does not answer."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        uri = f"bolt://127.0.0.1:{free.getsockname()[1]}"
    home = tmp_path_factory.mktemp("nowhere")
    remake(town, home)
    given = {"home": home, "neo4j_reader_uri": uri, "neo4j_reader_username": "analysts"}
    yield create_app(Settings(**vars(settings) | given), town)
    for root in reading_copy.folder(home).glob("copy-*"):
        engine.leave(root)
        kill_engines(root)


def test_the_page_of_jobs_says_why_the_copy_is_read_and_the_copy_is(nowhere: Flask) -> None:
    visitor = Visitor(nowhere, nowhere.test_client()).become(Account.ANIMATOR)
    assert "lisent la copie de lecture et non la base Neo4j\u00a0: elle ne répond pas" in visitor.get("/jobs").text
    page = visitor.get("/console?q=MATCH+(f:Firm)+RETURN+count(f)+AS+n").text
    assert "Copie de lecture du" in page and "1 ligne" in page
    client = nowhere.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    english = Visitor(nowhere, client).become(Account.ANIMATOR)
    assert "read the reading copy and not the Neo4j: it does not answer" in english.get("/jobs").text


def test_where_no_account_is_set_the_page_of_jobs_says_nothing_of_it(visitor: Visitor) -> None:
    assert "base Neo4j" not in visitor.get("/jobs").text


@pytest.mark.parametrize("why", list(Bar))
def test_every_reason_has_a_sentence_in_both_languages(app: Flask, why: Bar) -> None:
    bar = Barred(why, ("Account", "Contact", "Note", "Secret", "Trace"))
    with app.test_request_context(headers={"Accept-Language": "fr"}):
        french = read_from.told(bar)
    with app.test_request_context(headers={"Accept-Language": "en"}):
        english = read_from.told(bar)
    assert french.startswith("La console") and english.startswith("The console") and french[-2:] != ".."
    assert ("Account, Contact, Note et 2 autres" in french) == ("and 2 others" in english)


def test_what_is_read_is_said_with_its_moment(app: Flask) -> None:
    with app.test_request_context(headers={"Accept-Language": "fr"}):
        assert read_from.read_from(COPY).startswith("Copie de lecture du")
        live = Copy(**vars(COPY) | {"live": True})
        assert read_from.read_from(live).startswith("Base principale, lue le")
        assert read_from.told(live) and not read_from.told(None)
