"""The door to a server: what passes, what is too large, what is ended, and TLS."""

import datetime
import ipaddress
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, Timer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from symbiosis.store.door import Door, reach

MOST = 100_000


def serve(context: ssl.SSLContext | None = None) -> socket.socket:
    """Answer each number, one a line, with so many bytes; 0 is never answered."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while True:
            try:
                plain, _ = listener.accept()
                end = context.wrap_socket(plain, server_side=True) if context else plain
                for line in end.makefile("r"):
                    end.sendall(b"x" * int(line))
                end.close()
            except OSError:
                if listener.fileno() < 0:
                    return

    Thread(target=answer, daemon=True).start()
    return listener


@pytest.fixture
def door() -> Iterator[Door]:
    """Return a door to a server without TLS."""
    with serve() as listener:
        found = Door(reach(f"bolt://127.0.0.1:{listener.getsockname()[1]}"), MOST)
        yield found
        found.shut()


def enter(door: Door) -> socket.socket:
    return socket.create_connection(("127.0.0.1", door.port), 10)


def ask(client: socket.socket, size: int) -> int:
    client.sendall(b"%d\n" % size)
    got = 0
    while got < size and (data := client.recv(65536)):
        got += len(data)
    return got


def test_what_is_asked_and_answered_passes_however_often(door: Door) -> None:
    with enter(door) as client:
        assert [ask(client, MOST - 1) for _ in range(5)] == [MOST - 1] * 5
    assert not door.has_cut


def test_an_answer_that_is_too_large_shuts_it(door: Door) -> None:
    with enter(door) as client:
        assert ask(client, MOST * 3) <= MOST
    assert door.has_cut


def test_whoever_waits_for_a_server_that_hangs_is_let_go_when_it_is_shut(door: Door) -> None:
    with enter(door) as client:
        client.sendall(b"0\n")
        Timer(0.3, door.shut).start()
        started = time.monotonic()
        assert client.recv(10) == b""
        assert time.monotonic() - started < 5
    with pytest.raises(OSError):
        enter(door)


def test_a_server_that_is_not_there_is_told_by_an_end() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    door = Door(reach(f"neo4j://127.0.0.1:{port}"), MOST)
    with enter(door) as client:
        assert client.recv(10) == b""
    door.shut()


@pytest.mark.parametrize(("scheme", "passes"), [("bolt+ssc", True), ("neo4j+ssc", True), ("bolt+s", False)])
def test_tls_is_spoken_to_the_server_and_a_certificate_of_nobody_known_is_refused(
    tmp_path: Path, scheme: str, passes: bool
) -> None:
    with serve(context(tmp_path)) as listener:
        door = Door(reach(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}"), MOST)
        with enter(door) as client:
            if passes:
                assert [ask(client, 90_000), ask(client, 10), ask(client, 90_000)] == [90_000, 10, 90_000]
            else:
                assert client.recv(10) == b""
        door.shut()


def context(folder: Path) -> ssl.SSLContext:
    """Return what a server needs that nobody vouches for."""
    key, day = ec.generate_private_key(ec.SECP256R1()), datetime.timedelta(days=1)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.datetime.now(datetime.UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now - day, now + day)
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "server.pem"
    file.write_bytes(private + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.load_cert_chain(file)
    return found
