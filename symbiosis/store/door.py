"""A door to a server elsewhere: what goes through can be ended at once, also where the server hangs.

An answer that grows too large shuts it as well: the driver would take it whole into the web server's memory. The door
speaks TLS to the server where its address asks for it, and lets the driver in on loopback.
"""

import selectors
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from urllib.parse import urlsplit

from symbiosis.store.relay import CHUNK

PORT, CONNECT_SECONDS = 7687, 5.0
Reach = Callable[[], socket.socket]


def reach(uri: str) -> Reach:
    """Return a way to open a connection to the very server an address names, whatever its scheme says of routing."""
    parts = urlsplit(uri)
    scheme, host, port = parts.scheme, parts.hostname or "", parts.port or PORT

    def connect() -> socket.socket:
        plain = socket.create_connection((host, port), CONNECT_SECONDS)
        context = _context(scheme)
        return context.wrap_socket(plain, server_hostname=host) if context else plain

    return connect


class Door:
    """Listens on a port of this machine; `has_cut` tells that an answer was too large."""

    def __init__(self, connect: Reach, most: int) -> None:
        """Listen; an answer to a request may have `most` bytes. The server is reached once the driver comes."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connect, self._most = connect, most
        self._ends: list[socket.socket] = []
        self._shut = False
        self.port, self.has_cut = int(self._listener.getsockname()[1]), False
        Thread(target=self._admit, daemon=True).start()

    def shut(self) -> None:
        """End what goes through, at once; the thread that hands it on closes it."""
        self._shut = True
        for end in (self._listener, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _admit(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client, suppress(OSError), self._connect() as server:
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._ends += [client, server]
            if not self._shut:
                self._hand_on(client, server)

    def _hand_on(self, client: socket.socket, server: socket.socket) -> None:
        """Hand requests and answers on, in one thread: what is encrypted may not be read and written by two."""
        left = self._most
        with selectors.DefaultSelector() as waiting:
            for end in (client, server):
                waiting.register(end, selectors.EVENT_READ)
            while True:
                for key, _ in waiting.select():
                    if key.fileobj is client:
                        left = self._most
                        going_on = _ask(client, server)
                    else:
                        left, going_on = self._answer(client, server, left)
                    if not going_on:
                        return

    def _answer(self, client: socket.socket, server: socket.socket, left: int) -> tuple[int, bool]:
        for told in _arrived(server):
            left -= len(told)
            self.has_cut = self.has_cut or left < 0
            if not told or self.has_cut:
                return left, False
            client.sendall(told)
        return left, True


def _ask(client: socket.socket, server: socket.socket) -> bool:
    asked = client.recv(CHUNK)
    server.settimeout(None)
    server.sendall(asked)
    return bool(asked)


def _arrived(server: socket.socket) -> list[bytes]:
    """Return what came, b'' last where the server left; nothing where only the encryption had something to say."""
    server.settimeout(0.0)
    pieces = []
    with suppress(BlockingIOError, ssl.SSLWantReadError):
        pieces.append(server.recv(CHUNK))
        while isinstance(server, ssl.SSLSocket) and server.pending():
            pieces.append(server.recv(CHUNK))
    return pieces


def _context(scheme: str) -> ssl.SSLContext | None:
    if not scheme.endswith(("+s", "+ssc")):
        return None
    context = ssl.create_default_context()
    if scheme.endswith("+ssc"):  # any certificate, as the driver takes it
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
