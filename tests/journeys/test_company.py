"""A company on a phone, from its invitation to a declaration: with and without JavaScript, with the keyboard alone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from symbiosis.services import invite
from symbiosis.settings import read
from symbiosis.store.session import Store
from symbiosis.web import create_app
from symbiosis.web.invitations import sign
from tests.journeys.conftest import PATIENCE_MS

PHONE: ViewportSize = {"width": 390, "height": 844}
THREE_MINUTES = 180


def link(home: tuple[Path, Store], firm_id: str) -> str:
    """Return the address of a fresh invitation."""
    folder, store = home
    app = create_app(read({"SYMBIOSIS_HOME": str(folder)}), store)
    with app.app_context():
        return f"/invitation/{sign(invite.get(store, invite.make(store, firm_id, 'Anne')))}"


@pytest.fixture(params=[True, False], ids=["javascript", "plain"])
def phone(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """Return the page of a telephone, with and without JavaScript."""
    context = browser.new_context(
        base_url=server, locale="fr-FR", java_script_enabled=request.param, viewport=PHONE, has_touch=True
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def test_a_company_enters_declares_two_things_and_changes_its_mind(phone: Page, town_home: tuple[Path, Store]) -> None:
    phone.goto(link(town_home, "t-kilo"))
    phone.get_by_role("button", name="Entrer dans mon espace").click()
    started = time.monotonic()
    phone.get_by_role("link", name="Déclarer en trois minutes").click()
    phone.get_by_role("button", name="Continuer").click()
    expect(phone.get_by_role("alert")).to_contain_text("De quoi s'agit-il")
    phone.get_by_label("proposez ou jetez").check()
    phone.get_by_label("De quoi s'agit-il").fill("3 t de sciure par mois et des palettes cassées")
    phone.get_by_role("button", name="Continuer").click()
    expect(phone.get_by_label("Quantité par an")).to_have_value("36")
    expect(phone.get_by_label("Unité")).to_have_value("t")
    expect(phone.get_by_label("Sciure", exact=False).first).to_be_checked()
    phone.get_by_role("button", name="C'est bien cela").click()
    assert time.monotonic() - started < THREE_MINUTES
    expect(phone.get_by_role("heading", name="Où cela pourrait mener")).to_be_visible()
    phone.get_by_role("link", name="Vérifier la suite").click()
    expect(phone.get_by_label("Je ne sais pas", exact=True)).to_be_checked()
    phone.get_by_label("Garder mes mots").check()
    phone.get_by_role("button", name="C'est bien cela").click()
    phone.get_by_role("link", name="Retour").click()
    card = phone.locator("article", has_text="palettes cassées")
    expect(card).to_contain_text("confidentiel")
    card.get_by_role("button", name="Retirer").click()
    expect(phone.get_by_role("status")).to_contain_text("C'est retiré")
    phone.get_by_role("button", name="Annuler").click()
    expect(phone.get_by_role("status")).to_contain_text("C'est remis")
    assert not [name for name in ("Alpha", "Bravo", "Charlie", "Lima") if f"Maison {name}" in phone.content()]


def test_every_page_of_a_company_fits_a_phone_and_axe_finds_nothing(
    browser: Browser, server: str, town_home: tuple[Path, Store]
) -> None:
    context = browser.new_context(base_url=server, locale="fr-FR", viewport={"width": 320, "height": 640})
    context.set_default_timeout(PATIENCE_MS)
    page, address = context.new_page(), link(town_home, "t-lima")
    page.goto(address)
    _fits(page)
    page.get_by_role("button", name="Entrer dans mon espace").click()
    _fits(page)
    page.goto("/mine/declare")
    page.get_by_label("De quoi s'agit-il").fill("chariot élévateur 2 jours par mois")
    page.get_by_role("button", name="Continuer").click()
    _fits(page)
    page.get_by_label("Je ne sais pas", exact=True).check()
    page.get_by_role("button", name="C'est bien cela").click()
    _fits(page)
    page.get_by_role("link", name="Corriger").click()
    _fits(page)
    for path in ("/mine", "/mine/declare", "/mine/data", address):
        page.goto(path)
        _fits(page)
    context.close()


def test_a_declaration_with_the_keyboard_alone(page: Page, town_home: tuple[Path, Store]) -> None:
    page.goto(link(town_home, "t-golf"))
    _press_on(page, "Entrer dans mon espace")
    _press_on(page, "Déclarer en trois minutes")
    expect(page.locator("#whole")).to_be_visible()
    _tab_to(page, lambda: page.evaluate("document.activeElement.id") == "whole")
    page.keyboard.type("palettes cassées")
    _press_on(page, "Continuer")
    expect(page.locator("[name=direction]").first).to_be_visible()
    _tab_to(page, lambda: page.evaluate("document.activeElement.name") == "direction")
    page.keyboard.press("Space")
    _press_on(page, "C'est bien cela, enregistrer")
    expect(page.locator("h1")).to_contain_text("palettes cassées")


def _press_on(page: Page, words: str) -> None:
    page.wait_for_load_state()
    expect(page.get_by_text(words).first).to_be_visible()
    _tab_to(page, lambda: words in page.evaluate("document.activeElement.innerText ?? ''"))
    page.keyboard.press("Enter")


def _tab_to(page: Page, there: object) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement !== document.body") and there():  # type: ignore[operator]
            return
    raise AssertionError("the keyboard does not get there")


def _fits(page: Page) -> None:
    page.wait_for_load_state()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"
