"""From a question to a sector and a firm, as a person asks it."""

import re

from playwright.sync_api import Page, expect

FIRST_QUESTION_MS = 60_000  # a worker reads the whole knowledge at its first question


def test_a_question_from_the_first_page_to_a_sector_and_a_firm(page: Page) -> None:
    page.set_default_timeout(FIRST_QUESTION_MS)
    page.goto("/")
    page.get_by_label("Qui peut reprendre").fill("drêches de brasserie")
    page.get_by_label("Qui peut reprendre").press("Enter")
    expect(page.locator("#sectors")).to_contain_text("Vaches laitières")
    expect(page.locator("table").last).to_contain_text("Maison Bravo")
    page.locator("#sectors").get_by_role("link", name="Alimentation des bovins et ovins").first.click()
    expect(page.locator("h1")).to_have_text("Alimentation des bovins et ovins")


def test_a_question_in_english_without_javascript(plain: Page) -> None:
    plain.set_default_timeout(FIRST_QUESTION_MS)
    plain.goto("/explore")
    plain.get_by_role("button", name="English").click()
    plain.get_by_label("What is it?").fill("spent grain")
    plain.get_by_role("button", name="Search").click()
    expect(plain.locator("#sectors")).to_contain_text("Dairy cattle")
    plain.get_by_label("What is it?").fill("zorglub")
    plain.get_by_role("button", name="Search").click()
    expect(plain.get_by_role("heading", name=re.compile("Not recognised"))).to_be_visible()
