"""Every page, in both languages: no barrier that axe finds, nothing clipped, nothing wider than the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.web.addresses import LOOKED_AT

WIDTHS = (320, 390, 768, 1280)
CLIPPED = """() => [...document.querySelectorAll('svg text')].filter(text => {
  const [t, s] = [text.getBoundingClientRect(), text.closest('svg').getBoundingClientRect()];
  return t.left < s.left - 1 || t.right > s.right + 1 || t.top < s.top - 1 || t.bottom > s.bottom + 1;
}).map(text => text.textContent)"""
SMALL = """() => [...document.querySelectorAll('svg text')].some(text => {
  const svg = text.closest('svg');
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return parseFloat(getComputedStyle(text).fontSize) * scale < 10;
})"""


def speak_english(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="English").click()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing(page: Page, language: str) -> None:
    if language == "en":
        speak_english(page)
    axe = Axe()
    for path in LOOKED_AT:
        page.goto(path)
        assert page.locator("html").get_attribute("lang") == language
        page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def test_axe_finds_nothing_in_forms_to_mend(page: Page) -> None:
    page.goto("/declare?firm=t-alpha")
    page.get_by_role("button", name="Déclarer").click()
    page.locator(".errors").wait_for()
    assert Axe().run(page).violations_count == 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_is_wider_than_the_screen_or_clipped(page: Page, language: str) -> None:
    if language == "en":
        speak_english(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for path in LOOKED_AT:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width}"
            assert page.evaluate(CLIPPED) == [], f"{path} at {width}"
            assert not page.evaluate(SMALL), f"{path} at {width}"
