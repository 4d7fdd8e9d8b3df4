"""Makes the README's picture again: `make screenshots`, on a demonstration of its own."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.server import PROJECT, served

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SIZE = {"width": 1280, "height": 900}


def main() -> None:
    """Serve the demonstration and take the picture of the review queue."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder) / "home") as (address, _), sync_playwright() as p:
        browser = p.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport=SIZE, locale="fr-FR")  # type: ignore[arg-type]
        page.goto(f"{address}/sign-in?next=/synergies%3Fkind%3Dmutualisation%26origin%3Dmatcher")
        page.locator("button[value=animator]").click()
        page.locator("#lead-title").wait_for()
        page.screenshot(path=PROJECT / "docs" / "review.png")
        browser.close()


if __name__ == "__main__":
    main()
