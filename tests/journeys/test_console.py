"""From a question to a file, as an analyst goes."""

import csv
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from symbiosis.services.reading import remake
from symbiosis.store.session import Store

PATIENCE_MS = 60_000


@pytest.fixture(scope="module", autouse=True)
def reading(town_home: tuple[Path, Store]) -> None:
    """Make the copy that the background worker would make."""
    home, store = town_home
    remake(store, home)


def test_from_a_question_of_the_gallery_to_a_french_spreadsheet(page: Page, tmp_path: Path) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.goto("/gallery")
    page.get_by_role("link", name="De qui dépend le plus de pistes ?").click()
    expect(page.get_by_role("status")).to_contain_text("lignes")
    page.get_by_role("link", name="Graphique").click()
    expect(page.locator("svg.answer-bars")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV pour tableur français").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    rows = list(csv.reader(file.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Établissement", "Pistes", "Partenaires", "Ressources"] and len(rows) > 5
    page.get_by_role("link", name="Ouvrir dans la console").click()
    expect(page.get_by_label("Requête Cypher")).to_contain_text("MATCH (f:Firm)<-[:INVOLVES]-")


def test_a_question_of_ones_own_from_a_mistake_to_a_graph_and_back_from_the_history(page: Page, tmp_path: Path) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.goto("/console")
    query = page.get_by_label("Requête Cypher")
    query.fill("MATCH (f:Firm {id: $who})-[d]->(w:Flow) RETRUN f, d, w")
    query.press("Control+Enter")
    page.get_by_label("$who", exact=True).fill("t-alpha")
    page.get_by_role("button", name="Lancer").click()
    expect(page.locator("mark")).to_have_text("RETRUN")
    query.fill("MATCH (f:Firm {id: $who})-[d]->(w:Flow) RETURN f, d, w")
    query.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("1 ligne")
    assert "p_who=t-alpha" in page.url
    page.get_by_role("link", name="Graphe", exact=True).click()
    expect(page.locator("svg.answer-graph")).to_contain_text("Maison Alpha")
    with page.expect_download() as download:
        page.get_by_role("link", name="GeoJSON").click()
    file = tmp_path / "a.geojson"
    download.value.save_as(file)
    assert json.loads(file.read_text())["features"][0]["properties"]["name"] == "Maison Alpha"
    page.goto("/console")
    page.locator("#saved").get_by_role("link", name="RETURN f, d, w").first.click()
    expect(page.get_by_role("status")).to_contain_text("1 ligne")


def test_a_heavy_question_is_cancelled_and_the_next_one_answered(page: Page) -> None:
    page.set_default_timeout(PATIENCE_MS)
    page.goto("/console")
    page.get_by_label("Requête Cypher").fill(
        "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(a + b) AS n"
    )
    page.get_by_role("button", name="Lancer").click(no_wait_after=True)
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Annuler ce qui tourne").click()
    expect(page.get_by_label("Requête Cypher")).to_contain_text("UNWIND range")
    page.get_by_label("Requête Cypher").fill("RETURN 'revenu' AS mot")
    page.get_by_role("button", name="Lancer").click()
    expect(page.locator("table.answer")).to_contain_text("revenu")


def test_the_console_works_without_javascript(plain: Page) -> None:
    plain.set_default_timeout(PATIENCE_MS)
    plain.goto("/console")
    plain.get_by_label("Requête Cypher").fill("MATCH (c:Commune) RETURN c.name AS commune ORDER BY commune LIMIT $n")
    plain.get_by_role("button", name="Lancer").click()
    plain.get_by_label("$n", exact=True).fill("3")
    plain.get_by_label("Sorte de $n").select_option("number")
    plain.get_by_role("button", name="Lancer").click()
    expect(plain.get_by_role("status")).to_contain_text("3 lignes")
