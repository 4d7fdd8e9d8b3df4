"""The example for notebooks, run as it stands in the documentation."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.serving import make_server

from symbiosis.domain.access import Account
from symbiosis.services import accounts, tokens
from symbiosis.services.accounts import Wanted
from symbiosis.settings import Settings, read
from symbiosis.store import engine
from symbiosis.store.session import Store
from symbiosis.web import create_app
from tests.web.town import open_town

DOCUMENT = Path(__file__).parents[1] / "docs" / "notebook.md"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    root = tmp_path_factory.mktemp("town")
    store = open_town(root)
    yield store
    store.close()
    engine.stop(root / "graph")


@pytest.fixture
def address(town: Store, tmp_path: Path) -> Iterator[str]:
    settings: Settings = read({"SYMBIOSIS_HOME": str(tmp_path), "SYMBIOSIS_SECRET": "for tests"})
    app: Flask = create_app(settings, town)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_the_example_prints_the_leads_and_flows_of_the_town(address: str, town: Store) -> None:
    code = DOCUMENT.read_text(encoding="utf-8").split("```python\n", 1)[1].split("```", 1)[0]
    accounts.add(town, Wanted("carnet", "Carnet", Account.ANALYST, password="douze lettres et plus"))
    analyst = accounts.find(town, "carnet").id
    given = {"SYMBIOSE_URL": address, "SYMBIOSE_TOKEN": tokens.make(town, analyst, "notebook")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | given, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "proposed" in done.stdout and "hypothesis" in done.stdout
