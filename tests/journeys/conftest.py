"""A real browser on a real server, on the town of the tests."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, expect, sync_playwright

from symbiosis.store import engine
from symbiosis.store.session import Store
from tests.conftest import missing
from tests.web.town import compile_messages, open_town

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PATIENCE_MS = 30_000  # a worker's first question waits for the knowledge to be read, on cores that other tests share
expect.set_options(timeout=PATIENCE_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the journeys as needing a browser."""
    for item in items:
        if "journeys" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def town_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Store]]:
    """Return a home with the town in its database."""
    home = tmp_path_factory.mktemp("journeys")
    store = open_town(home)
    yield home, store
    store.close()
    engine.stop(home / "graph")


@pytest.fixture(scope="session")
def server(town_home: tuple[Path, Store]) -> Iterator[str]:
    """Return the address of a server with two workers."""
    compile_messages()
    home, _ = town_home
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "gunicorn", "app:app", "--bind", address, "--workers", "2", "--no-control-socket"]
    with (home / "gunicorn.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | {"SYMBIOSIS_HOME": str(home)}, stdout=log, stderr=log
        )
        try:
            _wait(f"http://{address}/healthz", process)
            yield f"http://{address}"
        finally:
            process.terminate()
            process.wait(20)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not answer")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium."""
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(browser: Browser, server: str) -> StorageState:
    """Return the cookies of an economic developer, who entered at a click."""
    context = browser.new_context(base_url=server, locale="fr-FR")
    page = context.new_page()
    page.goto("/sign-in")
    page.locator("button[value=animator]").click()
    page.get_by_role("button", name="Se déconnecter").wait_for()
    cookies = context.storage_state()
    context.close()
    return cookies


def context_of(
    browser: Browser, server: str, javascript: bool = True, cookies: StorageState | None = None
) -> BrowserContext:
    """Return a browser window of its own, of nobody or of whom the cookies tell."""
    context = browser.new_context(
        base_url=server, locale="fr-FR", java_script_enabled=javascript, viewport={"width": 1280, "height": 900},
        storage_state=cookies,
    )  # fmt: skip
    context.set_default_timeout(PATIENCE_MS)
    return context


@pytest.fixture
def stranger(browser: Browser, server: str) -> Iterator[Page]:
    """Return the page of somebody who is not signed in, without JavaScript."""
    context = context_of(browser, server, False, None)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser, server: str, signed_in: StorageState) -> Iterator[Page]:
    """Return an economic developer's page; fails when the browser complained (CSP, script)."""
    context = context_of(browser, server, True, signed_in)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    unexpected = [c for c in complaints if "status of 4" not in c]
    assert not unexpected, unexpected


@pytest.fixture
def plain(browser: Browser, server: str, signed_in: StorageState) -> Iterator[Page]:
    """Return the page of an economic developer without JavaScript."""
    context = context_of(browser, server, False, signed_in)
    yield context.new_page()
    context.close()
