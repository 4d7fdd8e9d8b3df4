"""From the first page to the first decision, as somebody who never saw the service."""

from playwright.sync_api import Page, expect


def test_a_newcomer_decides_after_two_clicks(stranger: Page) -> None:
    stranger.goto("/")
    expect(stranger.locator("main")).not_to_contain_text("Maison")
    stranger.get_by_role("link", name="Examiner les pistes").click()
    stranger.locator("button[value=animator]").click()
    expect(stranger.locator("h1")).to_have_text("Pistes de synergies")
    stranger.get_by_role("button", name="Confirmer").click()
    expect(stranger.get_by_text("Décision enregistrée")).to_be_visible()
    stranger.get_by_role("link", name="Revoir la piste").click()
    expect(stranger.locator(".history")).to_contain_text("Animation (démonstration)")
    stranger.get_by_role("button", name="Annuler la dernière décision").first.click()


def test_the_navigation_shows_only_doors_that_open(stranger: Page) -> None:
    for role, doors in (("company", 0), ("analyst", 1), ("animator", 1), ("admin", 1)):
        stranger.goto("/sign-in")
        stranger.locator(f"button[value={role}]").click()
        expect(stranger.locator("nav").get_by_role("link", name="Synergies")).to_have_count(doors)
        expect(stranger.locator("nav").get_by_role("link", name="Administration")).to_have_count(int(role == "admin"))
    stranger.get_by_role("button", name="Se déconnecter").click()
    stranger.goto("/firms")
    expect(stranger.locator("h1")).to_have_text("Se connecter")


def test_an_account_is_made_handed_over_and_used_on_a_phone(stranger: Page) -> None:
    stranger.set_viewport_size({"width": 390, "height": 844})
    stranger.goto("/sign-in?next=/accounts")
    stranger.locator("button[value=admin]").click()
    stranger.get_by_label("Prénom et nom").fill("Inès B.")
    stranger.locator("#login").fill("ines@test.example")
    stranger.get_by_role("button", name="Créer le compte").click()
    secret = stranger.locator("pre").inner_text()
    stranger.get_by_role("button", name="Se déconnecter").click()
    stranger.goto("/synergies")
    stranger.locator("#login").fill("ines@test.example")
    stranger.locator("#password").fill("pas le bon")
    stranger.get_by_role("main").get_by_role("button", name="Se connecter").click()
    expect(stranger.get_by_role("alert")).to_contain_text("inconnu")
    stranger.locator("#password").fill(secret)
    stranger.get_by_role("main").get_by_role("button", name="Se connecter").click()
    expect(stranger.get_by_text("votre propre mot de passe")).to_be_visible()
    stranger.get_by_label("Mot de passe actuel").fill(secret)
    stranger.get_by_label("Nouveau mot de passe", exact=True).fill("la rivière passe sous le pont")
    stranger.get_by_label("Nouveau mot de passe, encore une fois").fill("la rivière passe sous le pont")
    stranger.get_by_role("button", name="Changer de mot de passe").click()
    expect(stranger.get_by_text("Mot de passe changé")).to_be_visible()
    stranger.goto("/synergies")
    expect(stranger.locator(".reader")).to_contain_text("Inès B.")
    assert stranger.evaluate("document.documentElement.scrollWidth") <= 390
