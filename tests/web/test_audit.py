"""Who saw and did what: what leaves a line, what does not, and who may read them."""

import pytest

from symbiosis.domain.access import Account
from symbiosis.store.session import Store
from tests.databases import ask
from tests.web.conftest import Visitor


@pytest.fixture
def quiet(town: Store) -> Store:
    """Return the town with nothing noted yet."""
    ask(town, "MATCH (t:Trace) DELETE t")
    return town


def noted(town: Store) -> list[tuple[object, object, object]]:
    rows = town.read("traces/list", did="", who="", skip=0, limit=100)
    return [(row["who"], row["did"], row["what"]) for row in reversed(rows)]


def test_entering_writing_taking_and_leaving_are_noted(quiet: Store, stranger: Visitor) -> None:
    stranger.post("/sign-in", login="secret@person.example", password="x")
    stranger.post("/sign-in/demonstration", role="animator")
    stranger.get("/firms?q=alpha")
    stranger.post("/synergies/none/confirm", version="1")
    stranger.post("/jobs/rematch")
    stranger.client.get("/knowledge/corrections.csv")
    stranger.client.get("/accounts")
    stranger.post("/sign-out")
    me = "Animation (démonstration)"
    assert noted(quiet) == [
        ("", "failed", "POST /sign-in"), (me, "entered", "POST /sign-in/demonstration"),
        (me, "wrote", "POST /jobs/rematch"), (me, "took", "GET /knowledge/corrections.csv"),
        (me, "refused", "GET /accounts"), (me, "left", "POST /sign-out"),
    ]  # fmt: skip
    assert "secret@person" not in str(ask(quiet, "MATCH (t:Trace) RETURN properties(t) AS p"))


def test_ordinary_reading_leaves_no_line(quiet: Store, visitor: Visitor, stranger: Visitor) -> None:
    for path in ("/", "/synergies", "/firms/t-alpha", "/explore?q=palettes", "/account"):
        visitor.get(path)
    stranger.client.get("/synergies")
    stranger.get("/legal")
    assert noted(quiet) == []


def test_an_administrator_reads_filters_and_takes_them_away(quiet: Store, stranger: Visitor) -> None:
    stranger.become(Account.ADMIN, "=Odile").get("/accounts")
    page = stranger.get("/audit")
    assert "GET /accounts" in page.text and "=Odile" in page.text
    assert "GET /accounts" in stranger.get("/audit?did=read&who=%3DOdile").text
    assert "Rien n'a encore été noté." in stranger.get("/audit?did=failed").text
    for odd in ("did=nonsense", "page=99", "page=x", "who=" + "x" * 500):
        stranger.get(f"/audit?{odd}")
    answer = stranger.client.get("/audit/audit.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf") and "'=Odile" in answer.text and ";" in answer.text
