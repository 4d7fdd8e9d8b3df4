"""What cannot be reached is said in one sentence that names the setting."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from symbiosis.domain.errors import BadSetting, EngineDown
from symbiosis.store import engine
from symbiosis.store.connection import embedded, remote
from symbiosis.store.session import Store, batches
from tests.neo4j_server import Reach


@contextmanager
def listening(reply: bytes) -> Iterator[int]:
    """Give the port of a program that is no Neo4j: it answers everything with the same words."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                link, _ = server.accept()
            except OSError:
                return
            link.recv(64)
            link.sendall(reply)
            link.close()

    thread = Thread(target=serve, daemon=True)
    thread.start()
    yield server.getsockname()[1]
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)


def fails(uri: str, user: str = "neo4j", password: str = "x", database: str | None = None) -> str:
    store = Store(remote(uri, user, password, database))
    with pytest.raises((EngineDown, BadSetting)) as caught:
        store.read("schema/count")
    words = str(caught.value)
    assert "\n" not in words
    assert password not in words or len(password) < 3
    return f"{type(caught.value).__name__}: {words}"


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt://no-such-host.invalid:7687"])
def test_an_address_where_nothing_answers(uri: str) -> None:
    assert fails(uri).startswith(f"EngineDown: No Neo4j answers at NEO4J_URI={uri}: ")


@pytest.mark.parametrize("reply", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b""])
def test_a_port_where_another_program_listens(reply: bytes) -> None:
    with listening(reply) as port:
        assert fails(f"bolt://127.0.0.1:{port}").startswith("EngineDown: No Neo4j answers at NEO4J_URI=bolt://127")


@pytest.mark.parametrize(
    "uri",
    ["http://127.0.0.1:7474", "bolt://127.0.0.1:abc", "bolt://127.0.0.1:99999", "127.0.0.1:7687", "bolt://a:1?b=c"],
)
def test_what_is_no_address_of_a_neo4j(uri: str) -> None:
    assert fails(uri).startswith(f"BadSetting: NEO4J_URI={uri} is not an address of a Neo4j: ")


def test_a_wrong_password_names_the_login_and_never_prints_it(root: Path) -> None:
    address = engine.ensure_running(root)
    said = fails(address.uri, address.user, "very-wrong-password", address.database)
    assert said.startswith(f"BadSetting: NEO4J_USERNAME or NEO4J_PASSWORD is refused by {address.uri}: ")
    right = Store(remote(address.uri, address.user, address.password, address.database))
    assert right.read("schema/count") == [{"n": 0}]
    right.close()


def test_a_database_that_does_not_exist_names_the_setting(neo4j_reach: Reach) -> None:
    with pytest.raises(BadSetting, match="NEO4J_DATABASE=nowhere does not exist at "):
        Store(neo4j_reach("nowhere")).read("schema/count")


def test_an_engine_that_cannot_start_says_where_its_last_words_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCADEDB_JVM_ARGS", "-XX:NoSuchOption")
    root = tmp_path / "graph"
    try:
        with pytest.raises(EngineDown, match=r"did not start; its last words are in .*engine\.log"):
            Store(embedded(root)).read("schema/count")
        assert (root / "engine.log").stat().st_size > 0
    finally:
        engine.leave(root)


def test_a_lost_connection_is_opened_anew(embedded_store: Store) -> None:
    before = embedded_store.read("schema/recorded")
    embedded_store.close()
    embedded_store.close()
    assert embedded_store.read("schema/recorded") == before


def test_batches_keep_every_row_in_order() -> None:
    rows = [{"n": number} for number in range(7)]
    assert list(batches(iter(rows), 3)) == [rows[:3], rows[3:6], rows[6:]]
    assert list(batches([], 3)) == []
