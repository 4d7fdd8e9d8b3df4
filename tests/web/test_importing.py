"""A file sent through the pages: previewed, confirmed, undone; and what goes wrong on the way."""

import io
from dataclasses import replace
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from symbiosis.domain.imports import Deed, OutcomeLine
from symbiosis.handlers import HANDLERS
from symbiosis.services.work import work_once
from symbiosis.store.session import Store
from symbiosis.web import create_app, import_changes, security, uploads
from tests.web.conftest import TOKEN, Visitor

IDENTITY = b'{"name": "Territoire de test", "synthetic": true}'
NEW = b"firm_id,name,commune\nimport-1,Maison Import,54430\n,Sans nom,54430\n"


def send(visitor: Visitor, kind: str, **files: bytes) -> str:
    """Send files and return where the answer leads, '' where the form is to be mended."""
    answer = _post(visitor.client, kind, files)
    return answer.location or ""


def _post(client: FlaskClient, kind: str, files: dict[str, bytes]) -> TestResponse:
    token = TOKEN.search(client.get("/sign-in").text)
    assert token
    named = [(io.BytesIO(data), name.replace("_", ".")) for name, data in files.items()]
    return client.post("/imports", data={"csrf_token": token[1], "kind": kind, "files": named})


def work(town: Store) -> None:
    while work_once(town, HANDLERS):
        pass


def test_a_file_is_previewed_loaded_and_undone(visitor: Visitor, town: Store) -> None:
    place = send(visitor, "territory", firms_csv=NEW, territory_json=IDENTITY)
    assert "attente" in visitor.get(place).text or "cours" in visitor.get(place).text
    work(town)
    page = visitor.get(place)
    assert "cellule obligatoire vide" in page.text and "Charger ces données" in page.text
    assert "Maison Import" in visitor.get(f"{place}?deed=created").text
    assert "Maison Import" not in visitor.get("/firms?q=import").text
    visitor.post(f"{place}/confirm")
    visitor.look(visitor.follow(f"{place}/confirm"))
    work(town)
    assert "Maison Import" in visitor.get("/firms?q=import").text
    table = visitor.client.get(f"{place}/report.csv")
    assert table.data.startswith(b"\xef\xbb\xbf") and "Maison Import" in table.text
    visitor.post(f"{place}/undo")
    work(town)
    assert "retiré" in visitor.get(place).text and "Maison Import" not in visitor.get("/firms?q=import").text


def test_what_is_missing_in_the_form_is_said(visitor: Visitor) -> None:
    answer = _post(visitor.client, "nonsense", {})
    page = visitor.look(answer, 422)
    assert "Choisissez ce que contient le fichier" in page.text and "Choisissez au moins un fichier" in page.text


def test_only_this_form_takes_more_than_a_form_may_hold(visitor: Visitor) -> None:
    big = b"0" * (security.LARGEST_FORM + 1)
    assert send(visitor, "sirene", big_csv=big).startswith("/imports/")
    assert visitor.post("/declare?firm=t-alpha", text=big.decode()).status_code == 413


def test_the_territory_is_taken_away(visitor: Visitor, tmp_path: Path) -> None:
    for name in ("/territory.zip", "/territory-confidential.zip"):
        answer = visitor.client.get(name)
        assert answer.status_code == 200 and answer.data.startswith(b"PK")


def test_the_communes_of_the_territory_are_shown_and_changed(visitor: Visitor) -> None:
    assert "celles du territoire (13)" in visitor.get("/imports").text
    answer = visitor.post("/imports/communes", territory_communes="54115, 69123")
    assert answer.status_code == 303
    page = visitor.get("/imports").text
    assert "sont changées" in page and "Champigneulles (54115), 69123" in page and "celles du territoire (2)" in page
    wrong = visitor.look(visitor.post("/imports/communes", territory_communes="Lyon"), 422)
    assert "«\u00a0Lyon\u00a0»" in wrong.text and "code INSEE" in wrong.text
    visitor.post("/imports/communes", territory_communes="")


def test_slow_senders_leave_room_for_readers_and_strangers_are_not_even_received(visitor: Visitor) -> None:
    app = visitor.client.application
    at_once = [app.test_request_context("/imports", method="POST") for _ in range(uploads.AT_ONCE)]
    for waiting in at_once:
        waiting.push()
        app.preprocess_request()
    assert visitor.client.get("/healthz").status_code == 200
    answer = _post(visitor.client, "territory", {"firms_csv": NEW})
    assert answer.status_code == 429 and answer.headers["Retry-After"] and "une minute" in answer.text
    for waiting in reversed(at_once):
        waiting.pop()
    assert send(visitor, "territory", firms_csv=NEW, territory_json=IDENTITY).startswith("/imports/")

    class Unread(io.RawIOBase):
        def readinto(self, _buffer: object) -> int:
            raise AssertionError("a stranger's file was received")

    told = app.test_client().post(
        "/imports", content_type="multipart/form-data; boundary=x",
        environ_overrides={"wsgi.input": Unread(), "CONTENT_LENGTH": "10"},
    )  # fmt: skip
    assert told.status_code == 401


def test_a_companys_workbook_may_be_bigger_than_a_form() -> None:
    assert uploads.LARGEST["mine_sheet.send"] > security.LARGEST_FORM
    assert set(uploads.LARGEST) <= set(create_app().view_functions)


def test_what_changes_is_told_in_words() -> None:
    line = OutcomeLine(Deed.UPDATED, column="provenance, quantity", value="observed → declared ; 3 → 4")
    with create_app().test_request_context(headers={"Accept-Language": "fr"}):
        assert import_changes.parts(line) == "Source du flux, Quantité"
        assert import_changes.values(line) == "observé → déclaré ; 3 → 4"
        refused = replace(line, deed=Deed.REFUSED, column="unit", value="t")
        assert (import_changes.parts(refused), import_changes.values(refused)) == ("unit", "t")
