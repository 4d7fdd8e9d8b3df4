from playwright.sync_api import Page, expect


def test_a_flow_nobody_understood_gets_a_synonym_which_is_taken_back(page: Page) -> None:
    page.goto("/unclear")
    page.get_by_role("link", name="Cette expression désigne… truc en plastoc bleu").click()
    expect(page.locator("#text")).to_have_value("truc en plastoc bleu")
    page.get_by_label("Quelques mots").fill("film plastique")
    page.get_by_label("Quelques mots").press("Enter")
    page.get_by_role("radio").first.check()
    page.get_by_label("Raison").fill("vu sur place")
    page.get_by_role("button", name="Enregistrer la correction").click()
    expect(page.get_by_role("status").first).to_contain_text("Correction enregistrée")
    expect(page.get_by_role("table")).to_contain_text("en vigueur")
    page.get_by_role("link", name="Voir les travaux").click()
    expect(page.get_by_role("table")).to_contain_text("relecture des flux après une correction")
    page.goto("/knowledge/corrections")
    page.get_by_role("button", name="Retirer").click()
    expect(page.get_by_role("table")).to_contain_text("retirée par")
