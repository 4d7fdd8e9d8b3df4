from playwright.sync_api import Page, expect


def test_a_question_is_put_off_then_answered_without_javascript(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_role("link", name="à poser").click()
    question = plain.locator(".calls > li").first
    asked = question.locator("h2").inner_text()
    question.get_by_role("button", name="rappeler plus tard").click()
    expect(plain.get_by_role("status").first).to_contain_text("à rappeler")
    question = plain.locator(".calls > li").last
    expect(question.locator("h2")).to_have_text(asked)
    question.locator("summary").click()
    question.get_by_label("Quantité par an").fill("beaucoup")
    question.get_by_role("button", name="Oui").click()
    expect(plain.get_by_role("alert")).to_contain_text("beaucoup")
    question = plain.locator(".calls > li").last
    question.get_by_label("Quantité par an").fill("12,5")
    question.get_by_role("button", name="Oui").click()
    expect(plain.get_by_role("status").first).to_contain_text("flux observé")
    expect(plain.locator("main")).to_contain_text("1 sur 1 confirmée")
    assert asked not in plain.locator(".calls h2").all_inner_texts()
