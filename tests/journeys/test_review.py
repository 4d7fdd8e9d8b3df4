from datetime import date, timedelta

from playwright.sync_api import Page, expect

LATER = (date.today() + timedelta(days=40)).isoformat()


def current(page: Page) -> str:
    return page.locator("#lead-title").inner_text()


def press_and_go(page: Page, key: str) -> None:
    """Press a key that leads to another page, and wait until that one listens to keys."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_confirm_then_undo(page: Page) -> None:
    page.goto("/synergies")
    first = current(page)
    page.get_by_role("button", name="Confirmer").click()
    expect(page.get_by_text("Décision enregistrée")).to_be_visible()
    assert current(page) != first
    page.get_by_role("button", name="Annuler la dernière décision").first.click()
    expect(page.locator("#lead-title")).to_have_text(first)
    expect(page.locator(".history")).to_contain_text("décision annulée")


def test_refuse_with_a_reason(page: Page) -> None:
    page.goto("/synergies?kind=mutualisation")
    title = current(page)
    page.get_by_text("Refuser…").click()
    page.get_by_label("Raison").select_option("already_done")
    page.locator("#refuse-note").fill("depuis 2024")
    page.get_by_role("button", name="Refuser la piste").click()
    page.get_by_role("link", name="Revoir la piste").click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".history")).to_contain_text("se fait déjà")
    page.get_by_role("button", name="Annuler la dernière décision").first.click()
    expect(page.get_by_text("à examiner").first).to_be_visible()


def test_keyboard_only(page: Page) -> None:
    page.goto("/synergies")
    first = current(page)
    press_and_go(page, "j")
    expect(page.locator("#lead-title")).not_to_have_text(first)
    second = current(page)
    press_and_go(page, "k")
    expect(page.locator("#lead-title")).to_have_text(first)
    press_and_go(page, "s")
    expect(page.locator("#lead-title")).to_have_text(second)
    press_and_go(page, "c")
    expect(page.get_by_text("Décision enregistrée")).to_be_visible()
    press_and_go(page, "z")
    expect(page.locator("#lead-title")).to_have_text(second)
    page.keyboard.press("r")
    expect(page.locator("#refuse-reason")).to_be_focused()
    page.keyboard.press("c")  # typed in a field: no shortcut
    page.keyboard.press("Escape")
    page.locator("#main").focus()
    page.keyboard.press("a")
    expect(page.locator("#defer-until")).to_be_focused()
    page.locator("#defer-until").fill(LATER)
    press_and_go(page, "Enter")
    expect(page.get_by_text("Décision enregistrée")).to_be_visible()
    press_and_go(page, "z")
    expect(page.locator("#lead-title")).to_have_text(second)
    page.keyboard.press("/")
    expect(page.locator("#f-judgement")).to_be_focused()


def test_the_skip_link_is_first_and_tab_reaches_the_decision(page: Page) -> None:
    page.goto("/synergies")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.includes('Confirmer')"):
            return
    raise AssertionError("Tab never reached the decision")


def test_shortcuts_can_be_switched_off(page: Page) -> None:
    page.goto("/synergies")
    first = current(page)
    page.keyboard.press("?")
    page.get_by_label("Raccourcis activés").uncheck()
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#lead-title")).to_have_text(first)
    expect(page.locator(".decide kbd").first).to_be_hidden()


def test_without_javascript(plain: Page) -> None:
    plain.goto("/synergies?kind=substitution")
    title = current(plain)
    plain.get_by_text("Refuser…").click()
    plain.locator("#refuse-reason").select_option("quality")
    plain.get_by_role("button", name="Refuser la piste").click()
    plain.get_by_role("button", name="Annuler la dernière décision").first.click()
    expect(plain.locator("#lead-title")).to_have_text(title)
    plain.get_by_label("Forme").select_option("mutualisation")
    plain.get_by_role("button", name="Filtrer").click()
    assert "kind=mutualisation" in plain.url
    plain.get_by_role("button", name="English").click()
    expect(plain.locator("h1")).to_have_text("Synergy leads")
    assert "kind=mutualisation" in plain.url


def test_two_tabs_one_wins(page: Page) -> None:
    page.goto("/synergies")
    other = page.context.new_page()
    other.goto("/synergies")
    page.get_by_role("button", name="Confirmer").click()
    other.get_by_text("Refuser…").click()
    other.locator("#refuse-reason").select_option("cost")
    other.locator("#refuse-note").fill("mon mot reste")
    other.get_by_role("button", name="Refuser la piste").click()
    expect(other.locator("h1")).to_have_text("Quelqu'un a déjà décidé")
    expect(other.get_by_text("mon mot reste")).to_be_visible()
    page.get_by_role("button", name="Annuler la dernière décision").first.click()
    expect(page.locator(".flash")).to_contain_text("Décision annulée")
