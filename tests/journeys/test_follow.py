"""From a confirmed lead to its result, with the keyboard alone; several leads without JavaScript; a letter."""

from datetime import date, timedelta

from playwright.sync_api import Page, expect

SOON = (date.today() + timedelta(days=6)).isoformat()


def reach(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, as somebody without a mouse does."""
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reached {selector}")


def test_a_confirmed_lead_is_followed_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/synergies?kind=mutualisation")
    page.keyboard.press("c")
    expect(page.get_by_text("Décision enregistrée")).to_be_visible()
    reach(page, "a[href^='/follow-up/']")
    page.keyboard.press("Enter")
    expect(page.locator("h2", has_text="Faire avancer")).to_be_visible()
    reach(page, "#stage")
    page.keyboard.press("ArrowDown")
    reach(page, "#next_action")
    page.keyboard.type("Appeler la directrice")
    page.locator("#next_on").fill(SOON)
    reach(page, "form.long button")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Étape enregistrée.")).to_be_visible()
    expect(page.locator(".note")).to_contain_text("Appeler la directrice")
    page.goto("/follow-up?stage=contacted")
    expect(page.locator(".cards")).to_contain_text("Appeler la directrice")
    page.locator(".cards a").first.click()
    page.get_by_role("button", name="Annuler la dernière étape").click()
    expect(page.locator(".tags").first).to_contain_text("confirmée")


def test_several_leads_are_decided_and_taken_back_without_javascript(plain: Page) -> None:
    plain.goto("/synergies/bulk?kind=substitution")
    assert plain.locator("input[name=pick]:checked").count() == 0
    for row in (0, 1):
        plain.locator("input[name=pick]").nth(row).check()
    plain.get_by_label("refusée", exact=True).check()
    plain.get_by_label("Raison, si elles sont refusées").select_option("cost")
    plain.get_by_role("button", name="Aperçu de la décision").click()
    plain.get_by_role("button", name="Appliquer à 2 pistes").click()
    expect(plain.get_by_text("2 pistes décidées")).to_be_visible()
    plain.get_by_role("button", name="Annuler ces 2 décisions").click()
    expect(plain.get_by_text("2 décisions annulées")).to_be_visible()


def test_a_letter_is_copied_and_noted_as_sent(page: Page) -> None:
    page.goto("/synergies?kind=substitution")
    page.keyboard.press("c")
    page.get_by_role("link", name="prévoir la suite").click()
    page.get_by_role("link", name="Mettre en relation").click()
    page.get_by_role("button", name="Copier la lettre").first.click()
    expect(page.get_by_role("button", name="Copié").first).to_be_visible()
    page.get_by_role("button", name="C'est envoyé").first.click()
    expect(page.get_by_text("cet établissement a été interrogé")).to_be_visible()


def test_my_day_leads_to_everything_there_is_to_do(plain: Page) -> None:
    plain.goto("/today")
    plain.get_by_role("button", name="J'ai tout vu").click()
    expect(plain.locator("#d-new")).to_be_visible()
    plain.get_by_role("link", name="Examiner les pistes").first.click()
    expect(plain.locator("h1")).to_have_text("Pistes de synergies")
