from pathlib import Path

from playwright.sync_api import Page, expect

from symbiosis.services import browse
from symbiosis.store.session import Store


def test_a_declaration_from_the_first_page(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Déclarer un flux").click()
    page.get_by_role("searchbox").fill("foxtrot")
    page.get_by_role("button", name="Chercher").click()
    page.get_by_role("link", name="Maison Foxtrot").click()
    page.get_by_role("button", name="Déclarer").click()
    expect(page.get_by_role("alert")).to_contain_text("De quoi s'agit-il")
    page.get_by_label("propose").check()
    page.get_by_label("De quoi s'agit-il").fill("dréches de brasserie")
    page.get_by_label("Quantité par an").fill("640,5")
    page.get_by_label("Unité").select_option("t")
    page.get_by_role("button", name="Déclarer").click()
    expect(page.locator("h1")).to_have_text("Merci, c'est noté")
    expect(page.get_by_text("Drêches de brasserie")).to_be_visible()
    expect(page.get_by_text("640,5")).to_be_visible()
    assert "Maison Bravo" not in page.content()


def test_a_double_click_declares_once_without_javascript(plain: Page, town_home: tuple[Path, Store]) -> None:
    plain.goto("/declare?firm=t-golf")
    plain.get_by_label("cherche").check()
    plain.get_by_label("De quoi s'agit-il").fill("palettes bois")
    plain.get_by_label("Je ne sais pas").check()
    plain.get_by_role("button", name="Déclarer").dblclick()
    expect(plain.locator("h1")).to_have_text("Merci, c'est noté")
    flows = browse.firm(town_home[1], "t-golf").flows
    assert len([f for f in flows if f.text == "palettes bois"]) == 1
