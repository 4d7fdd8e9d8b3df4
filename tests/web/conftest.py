"""A town in a database, the application on it, and a visitor who looks at every page."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from symbiosis.domain.access import Account
from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.views import Filters, SynergyFile, SynergyLine
from symbiosis.services import browse
from symbiosis.settings import Settings, read
from symbiosis.store import engine
from symbiosis.store.session import Store
from symbiosis.web import create_app
from tests.web.people import enter
from tests.web.reading import Node, inspect
from tests.web.town import compile_messages, open_town

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Visitor:
    """A browser without JavaScript that inspects whatever it is shown."""

    app: Flask
    client: FlaskClient

    def become(self, role: Account, name: str = "", firm: str = "") -> "Visitor":
        """Sign in as a role of the demonstration, or as a person of that name; return oneself."""
        enter(self.app, self.client, role, name, firm)
        return self

    def get(self, path: str, status: int = 200) -> Node:
        """Open a page."""
        return self.look(self.client.get(path), status)

    def look(self, answer: TestResponse, status: int = 200) -> Node:
        """Look at an answer."""
        assert answer.status_code == status, answer.text
        return inspect(self.app, answer.text)

    def follow(self, path: str, **fields: str) -> TestResponse:
        """Send a form and go where the answer leads."""
        return self._send(path, fields, True)

    def post(self, path: str, **fields: str) -> TestResponse:
        """Send a form with the token of the session."""
        return self._send(path, fields, False)

    def _send(self, path: str, fields: dict[str, str], follow: bool) -> TestResponse:
        return self.client.post(path, data={"csrf_token": self.token(), **fields}, follow_redirects=follow)

    def token(self) -> str:
        """Return the token of the session's forms."""
        found = TOKEN.search(self.client.get("/sign-in").text)
        assert found
        return found[1]


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return settings of the tests' own."""
    return read({"SYMBIOSIS_HOME": str(tmp_path_factory.mktemp("home")), "SYMBIOSIS_SECRET": "for tests"})


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a database that holds the town, shared by all tests of the pages."""
    root = tmp_path_factory.mktemp("town")
    store = open_town(root)
    yield store
    store.close()
    engine.stop(root / "graph")


@pytest.fixture(scope="session")
def app(town: Store, settings: Settings) -> Flask:
    """Return the application on the town."""
    compile_messages()
    return create_app(settings, town)


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    """Return an economic developer who reads French."""
    return Visitor(app, app.test_client()).become(Account.ANIMATOR)


@pytest.fixture
def stranger(app: Flask) -> Visitor:
    """Return somebody who is not signed in."""
    return Visitor(app, app.test_client())


@pytest.fixture
def english(app: Flask) -> Visitor:
    """Return an economic developer whose browser asks for English."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    return Visitor(app, client).become(Account.ANIMATOR)


Pick = Callable[..., SynergyLine]


@pytest.fixture
def pick(town: Store) -> Pick:
    """Return a way to find an open lead."""

    def find(kind: str = "", origin: str = "matcher", text: str = "") -> SynergyLine:
        lines = browse.queue(town, Filters(kind=kind, origin=origin), 1).lines
        return next(line for line in lines if text in line.text)

    return find


@pytest.fixture
def substitution(town: Store, pick: Pick) -> SynergyFile:
    """Return an open substitution with its file."""
    return browse.synergy(town, pick(kind=SynergyKind.SUBSTITUTION.value).id)
