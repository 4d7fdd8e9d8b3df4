"""The explorer and the knowledge pages, read as a visitor reads them."""

from urllib.parse import quote

import pytest

from symbiosis.domain.views import SynergyFile
from tests.web.conftest import Visitor

GRAIN = "/explore?q=" + quote("drêches de brasserie")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_question_is_answered_with_sectors_reasons_and_firms(visitor: Visitor) -> None:
    page = visitor.get(f"{GRAIN}&near=54430")
    text = plain(page.text)
    assert "Drêches de brasserie" in text and "02 07 04" in text and "non dangereux" in text
    assert "Vaches laitières" in text and "Alimentation des bovins et ovins" in text
    rows = [row.text for row in page.all("tr")]
    assert any("Maison Bravo" in row and "déclaré" in row for row in rows)
    assert any("Maison Juliett" in row and "hypothèse à vérifier" in row for row in rows)
    links = {a.attributes["href"] for a in page.all("a")}
    assert {"/knowledge/resources/spent_grain", "/knowledge/uses/cattle_feed", "/knowledge/sectors/01.41"} <= links


def test_the_same_answer_as_data(visitor: Visitor) -> None:
    answer = visitor.client.get(f"{GRAIN}&near=t-alpha", headers={"Accept": "application/json"})
    assert answer.mimetype == "application/json" and "Accept" in answer.headers["Vary"]
    data = answer.get_json()
    assert data["understood"][0]["label"]["id"] == "spent_grain" and data["asked"]["nace"] == "11.05"
    assert data["sectors"][0]["reasons"] and data["firms"]["total"] >= len(data["firms"]["lines"]) > 0
    assert data["near"] == "Maison Alpha"
    nothing = visitor.client.get("/explore", headers={"Accept": "application/json"})
    assert nothing.get_json() == {"recognised": False}


def test_who_could_provide_it(visitor: Visitor) -> None:
    page = visitor.get("/explore?ask=supply&q=" + quote("drêches"))
    assert "Qui pourrait fournir" in page.all("h1")[0].text
    assert any("Maison Alpha" in row.text for row in page.all("tr"))
    assert not any("Maison Bravo" in row.text for row in page.all("tr"))
    guesses = [row.text for row in visitor.get("/explore?ask=supply&q=sciure").all("tr") if "Maison" in row.text]
    assert guesses and all("supposé d'après son secteur" in g and "hypothèse à vérifier" in g for g in guesses)


def test_hazard_and_mirrors_are_said(visitor: Visitor) -> None:
    assert "Dangereux : seuls un traitement autorisé" in plain(visitor.get("/explore?q=huile+de+vidange").text)
    warning = "Code miroir : analyse de dangerosité nécessaire avant le code non dangereux."
    assert warning in plain(visitor.get("/explore?q=15+02+03").text)
    assert warning in plain(visitor.get("/knowledge/waste/15%2002%2003").text)


def test_alternatives_ask_again(visitor: Visitor) -> None:
    page = visitor.get("/explore?q=150103&near=54430")
    again = [a for a in page.all("a") if a.attributes["href"].startswith("/explore?q=")]
    assert len(again) > 1 and all("near=54430" in a.attributes["href"] for a in again[1:])
    assert "100 %" in plain(visitor.get(again[1].attributes["href"]).text)


@pytest.mark.parametrize(
    "typed", ["zorglub", "a", "😀", "<b>x</b>", "99 99 99", "15 01 99", "x" * 10_000, "%", "' OR 1=1", "\x00"]
)
def test_what_is_not_recognised_is_said_with_what_comes_nearest(visitor: Visitor, typed: str) -> None:
    page = visitor.get("/explore?q=" + quote(typed))
    assert "Non reconnu" in page.text or not typed.strip("\x00")
    assert not page.all("table")


def test_strange_arguments_are_survived(visitor: Visitor) -> None:
    for query in (
        "nace=zz&code=zz&near=zz&page=-3&ask=zz",
        "q=palettes&nace=99.99&page=9999",
        "code=15+01+03",
        "q=%20",
    ):
        visitor.get(f"/explore?{query}")


def test_what_is_known_is_searched_and_linked(visitor: Visitor) -> None:
    page = visitor.get("/knowledge?q=" + quote("dreches de brasserie"))
    assert "/knowledge/resources/spent_grain" in {a.attributes["href"] for a in page.all("a")}
    listed = visitor.get("/knowledge?of=waste&page=999")
    assert "20 03 07" in listed.text
    resource = visitor.get("/knowledge/resources/spent_grain")
    links = {a.attributes["href"] for a in resource.all("a")}
    assert {"/knowledge/waste/02%2007%2004", "/knowledge/uses/cattle_feed", "/knowledge/sectors/11.05"} <= links
    assert "estimation d'expert" in resource.text
    for path in ("resources/none", "uses/none", "sectors/00", "waste/99%2099%2099"):
        visitor.get(f"/knowledge/{path}", 404)
    assert visitor.get("/knowledge/waste/15%2001%2010*").all("h1")[0].all("span")[0].text == "15 01 10*"


def test_the_list_of_waste_is_gone_through_from_chapter_to_section_to_entry(visitor: Visitor) -> None:
    steps = [("/knowledge?of=waste", "13"), ("/knowledge/waste/13", "13 02"), ("/knowledge/waste/13%2002", "13 02 05")]
    for page, below in steps:
        assert f"/knowledge/waste/{quote(below)}" in {a.attributes["href"] for a in visitor.get(page).all("a")}
    above = {a.attributes["href"] for a in visitor.get("/knowledge/waste/13%2002%2005").all("a")}
    assert {"/knowledge/waste/13", "/knowledge/waste/13%2002"} <= above
    for path in ("99", "13%2099"):
        visitor.get(f"/knowledge/waste/{path}", 404)


def test_leads_and_firms_lead_to_what_is_known(visitor: Visitor, substitution: SynergyFile) -> None:
    for path in (f"/synergies/{substitution.line.id}", "/firms/t-alpha"):
        links = {a.attributes["href"] for a in visitor.get(path).all("a")}
        assert any(link.startswith("/knowledge/resources/") for link in links), path


def test_english_speaks_of_the_same_thing(english: Visitor) -> None:
    page = english.get("/explore?q=spent+grain")
    assert "Dairy cattle" in page.text and "Who can take" in page.all("h1")[0].text
