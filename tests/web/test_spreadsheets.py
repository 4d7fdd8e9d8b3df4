"""Spreadsheets on the pages: a firm's workbook, which column is which, who a name is, the file given back."""

from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from symbiosis.domain.sight import EVERYTHING
from symbiosis.handlers import load, look_at
from symbiosis.services import own
from symbiosis.services.know import Known
from symbiosis.store.session import Store
from tests.web.company import TOKEN, enter, post
from tests.web.conftest import Visitor
from tests.web.reading import inspect

TABLE = "Donneur;Preneur;Machin\nMaison Alpha;La maison Bravo SARL du Nord;drêches\n;;x\n"


def send(visitor: Visitor, town: Store, kind: str, name: str, content: bytes) -> str:
    data = {"csrf_token": visitor.token(), "kind": kind, "files": (BytesIO(content), name)}
    answer = visitor.client.post("/imports", data=data, content_type="multipart/form-data")
    assert answer.status_code == 303, answer.text
    look_at(town, answer.location.rsplit("/", 1)[1], lambda *_: None)
    return answer.location


def test_a_firm_s_workbook_is_given_and_comes_back_unchanged(visitor: Visitor, town: Store) -> None:
    assert "workbook.xlsx" in visitor.client.get("/firms/t-golf").text
    answer = visitor.client.get("/firms/t-golf/workbook.xlsx")
    page = load_workbook(BytesIO(answer.data)).worksheets[0]
    assert page["B2"].value == "drêches de brasserie" and "Sens" in str(page["A1"].value)
    place = send(visitor, town, "workbook", "flux.xlsx", answer.data)
    assert "Ce fichier ne changerait rien" in visitor.get(f"{place}?live=0").text
    visitor.get("/firms/none/workbook.xlsx", 404)


def test_columns_and_names_are_asked_about_and_the_preview_is_made_again(visitor: Visitor, town: Store) -> None:
    place = send(visitor, town, "identified", "les300.csv", TABLE.encode())
    assert "Vérifier les colonnes et les noms" in visitor.get(f"{place}?live=0").text
    page = visitor.get(f"{place}/choices")
    assert "La maison Bravo" in page.text and "Maison Bravo" in page.text
    chosen = {n.attributes["name"] for n in page.all("select")}
    assert "column:machin" in chosen
    assert "text:drêches" not in chosen, "no column said what is exchanged"
    said = {"column:machin": "text", "name:La maison Bravo SARL du Nord": "t-bravo"}
    assert visitor.post(f"{place}/choices", **said).location == place
    look_at(town, place.rsplit("/", 1)[1], lambda *_: None)
    kept = visitor.get(f"{place}/choices")
    assert "Tous les noms sont reconnus" in kept.text
    assert "text:drêches" in {n.attributes["name"] for n in kept.all("select")}
    visitor.post(f"{place}/choices", **said, **{"text:drêches": "none", "means:drêches": "zigouigoui"})
    assert "ne dit aucune ressource connue" in visitor.get(place).text
    look_at(town, place.rsplit("/", 1)[1], lambda *_: None)
    given = load_workbook(BytesIO(visitor.client.get(f"{place}/annotated.xlsx").data)).worksheets[0]
    assert any(cell.comment for cell in given[3])


@pytest.mark.parametrize("path", ["/imports/none/choices", "/imports/none/annotated.xlsx"])
def test_an_import_that_is_gone_has_no_choices(visitor: Visitor, path: str) -> None:
    visitor.get(path, 404)


def test_a_company_takes_its_own_workbook_and_sends_it_back_knowing_nobody_else(app: Flask, town: Store) -> None:
    client = enter(app, town, "t-golf")
    book = load_workbook(BytesIO(client.get("/mine/sheet/workbook.xlsx").data))
    page = book.worksheets[0]
    assert page["B2"].value == "drêches de brasserie"
    page.append(["Je cherche", "palettes perdues", "12,5 t/an"])
    page.append(["J'ai", "sciure volée", "", "", "", "", "", "", "", "", "t-hotel"])
    sent = BytesIO()
    book.save(sent)
    token = TOKEN.search(client.get("/mine/sheet").text)
    data = {"csrf_token": token[1] if token else "", "file": (BytesIO(sent.getvalue()), "flux.xlsx")}
    place = client.post("/mine/sheet", data=data, content_type="multipart/form-data").location
    look_at(town, place.rsplit("/", 1)[1], lambda *_: None)
    text = inspect(app, client.get(f"{place}?live=0").text).text
    assert "à corriger" in text or "refus" in text
    assert "Maison Hotel" not in text and "Maison Alpha" not in text
    assert post(client, place, f"{place}/confirm").location == place
    load(town, place.rsplit("/", 1)[1], lambda *_: None)
    told = {flow.line.text for flow in own.listed(town, Known().current(town), "t-golf", EVERYTHING)}
    assert {"palettes perdues", "drêches de brasserie"} <= told
    others = {flow.line.text for flow in own.listed(town, Known().current(town), "t-hotel", EVERYTHING)}
    assert "sciure volée" not in told | others
    assert enter(app, town, "t-hotel").get(place).status_code == 404


def test_a_company_that_sends_nothing_is_told_so(app: Flask, town: Store) -> None:
    client = enter(app, town, "t-golf")
    answer = post(client, "/mine/sheet", "/mine/sheet")
    assert answer.status_code == 422 and "Choisissez un fichier" in inspect(app, answer.text).text
