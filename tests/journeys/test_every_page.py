"""Every page of every role, in both languages: no barrier that axe finds, nothing clipped or wider than the screen."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from symbiosis.domain.access import Account
from symbiosis.domain.enums import Judgement
from symbiosis.domain.views import Filters
from symbiosis.services import browse
from symbiosis.services.decide import Order, decide
from symbiosis.store.session import Store
from tests.journeys.conftest import context_of
from tests.web.addresses import ADMINISTERED, LOOKED_AT, OF_A_COMPANY, OF_A_LEAD, OF_A_STRANGER

PAGES = {
    Account.ANIMATOR: LOOKED_AT + OF_A_LEAD, Account.ADMIN: ADMINISTERED, Account.COMPANY: OF_A_COMPANY,
    None: OF_A_STRANGER,
}  # fmt: skip
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


@pytest.fixture(scope="session")
def lead(town_home: tuple[Path, Store]) -> str:
    """Return a lead that somebody confirmed, so that its firms can be asked."""
    _, store = town_home
    line = browse.queue(store, Filters(kind="substitution"), 1).lines[0]
    decide(store, Order(line.id, line.version, Judgement.CONFIRMED, "Inès"))
    return line.id


def entered(browser: Browser, server: str, role: Account | None, language: str) -> Page:
    """Return the page of somebody who entered the demonstration and chose a language."""
    page = context_of(browser, server).new_page()
    page.goto("/sign-in")
    if language == "en":
        page.get_by_role("button", name="English").click()
    if role:
        page.locator(f"button[value={role.value}]").click()
        page.locator("form.reader").wait_for()
    return page


def look(page: Page, path: str) -> None:
    """Open a page and all it folds away; fail for a barrier, for what is clipped and for what is too wide."""
    page.goto(path)
    page.locator("details").evaluate_all("all => all.forEach(details => { details.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, f"{path}: {found.generate_report()}"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{path} at {width}"
        assert page.evaluate(CLIPPED) == [], f"{path} at {width}"
        assert not page.evaluate(SMALL), f"{path} at {width}"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("role", [*PAGES], ids=str)
def test_every_page_is_read_by_everybody(
    browser: Browser, server: str, lead: str, role: Account | None, language: str
) -> None:
    page = entered(browser, server, role, language)
    for path in PAGES[role]:
        look(page, path.format(lead=lead))
        assert page.locator("html").get_attribute("lang") == language
    page.context.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_flow_of_one_s_own_is_read_by_everybody(browser: Browser, server: str, language: str) -> None:
    page = entered(browser, server, Account.COMPANY, language)
    page.goto("/mine")
    for path in sorted(set(re.findall(r"/mine/flows/[\w-]+(?:/edit)?(?=\")", page.content())))[:4]:
        look(page, path)
    page.context.close()


def test_axe_finds_nothing_in_forms_to_mend(page: Page) -> None:
    page.goto("/declare?firm=t-alpha")
    page.get_by_role("button", name="Déclarer").click()
    page.locator(".errors").wait_for()
    assert Axe().run(page).violations_count == 0
