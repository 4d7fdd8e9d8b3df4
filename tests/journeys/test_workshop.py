"""A room: two people enter cards at once with the keyboard alone, and the wall shows what they make."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState, expect

from tests.journeys.conftest import context_of


@pytest.fixture
def room(page: Page) -> str:
    page.goto("/workshops")
    page.get_by_label("Nom de l'atelier").fill(f"Atelier {time.time()}")
    page.get_by_label("Lieu").fill("Salle des fêtes")
    page.get_by_role("button", name="Ouvrir l'atelier").click()
    expect(page.get_by_role("heading", name="Une carte", exact=True)).to_be_visible()
    return page.url


def by_keyboard(page: Page, firm: str, direction: str, text: str) -> None:
    """Fill and send a card without touching the mouse."""
    expect(page.locator("#firm")).to_be_focused()
    page.keyboard.type(firm)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    for _ in range({"offer": 0, "need": 1, "share": 2}[direction]):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.locator(".taken")).to_contain_text(text)


def test_two_people_enter_at_once_and_the_wall_shows_the_match(
    page: Page, browser: Browser, server: str, room: str, signed_in: StorageState
) -> None:
    others = [context_of(browser, server, True, signed_in) for _ in range(2)]
    second, wall = (context.new_page() for context in others)
    wall.goto(f"{room}/projector")
    expect(wall.get_by_role("heading", name="Dans la salle")).to_be_visible()
    second.goto(room)
    by_keyboard(page, "Maison Delta", "offer", "cagettes en bois")
    by_keyboard(second, "Maison Kilo", "need", "cagettes en bois")
    expect(second.locator(".taken")).to_contain_text("dans la salle")
    expect(wall.locator(".big li").first).to_contain_text("bois", ignore_case=True)
    assert "Maison" not in wall.locator("#wall").inner_text()
    expect(page.locator("#firm")).to_have_value("Maison Delta")
    expect(page.locator("#text")).to_be_focused()
    assert Axe().run(wall).violations_count == 0
    assert Axe().run(page).violations_count == 0
    size = wall.locator(".big strong").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 32
    for context in others:
        context.close()


def test_a_card_takes_few_seconds(page: Page, room: str) -> None:
    by_keyboard(page, "Maison Lima", "share", "chariot élévateur")
    started = time.monotonic()
    page.keyboard.type("gardiennage")
    page.keyboard.press("Enter")
    expect(page.locator(".taken")).to_contain_text("gardiennage")
    assert time.monotonic() - started < 10


def test_a_vote_and_the_report_without_javascript(plain: Page, page: Page, room: str) -> None:
    by_keyboard(page, "Maison Delta", "offer", "cagettes en bois")
    plain.goto(room)
    plain.get_by_label("Entreprise", exact=True).fill("Maison Kilo")
    plain.get_by_label("Je cherche").check()
    plain.get_by_label("Quoi").fill("cagettes en bois")
    plain.get_by_role("button", name="Ajouter la carte").click()
    plain.get_by_role("link", name="Pistes et votes").click()
    plain.get_by_role("button", name="Maison Kilo est intéressé").first.click()
    expect(plain.locator("main")).to_contain_text("1 intéressé")
    plain.get_by_role("link", name="Compte rendu").click()
    expect(plain.locator("main")).to_contain_text("Appeler au sujet de")
    expect(plain.locator("main")).to_contain_text("588")
