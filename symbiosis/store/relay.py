"""A doorman before an engine: hands bytes on, and closes the door on an answer that grows too large.

A question can ask for one value of gigabytes; the driver would take it whole into the web server's memory.
"""

import socket
from contextlib import suppress
from pathlib import Path
from threading import Thread

from symbiosis.store import lately

CHUNK, CUT = 64 * 1024, "cut"


def start(port: int, most: int, root: Path) -> int:
    """Listen before a local port; return the new one. An answer of more than `most` bytes ends its connection.

    That it did is noted in the folder `root`.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    Thread(target=_admit, args=(listener, port, most, root / CUT), daemon=True).start()
    return int(listener.getsockname()[1])


def has_cut(root: Path, seconds: float) -> bool:
    """Tell whether an answer was cut off less than so many seconds ago."""
    return lately.written(root / CUT, seconds)


def _admit(listener: socket.socket, port: int, most: int, cut: Path) -> None:
    while True:
        client, _ = listener.accept()
        try:
            engine = socket.create_connection(("127.0.0.1", port))
        except OSError:
            client.close()
            continue
        pair = _Pair(client, engine, most, cut)
        Thread(target=pair.ask, daemon=True).start()
        Thread(target=pair.answer, daemon=True).start()


class _Pair:
    """One client and its connection to the engine; `left` is what the answer to the latest request may still hold."""

    def __init__(self, client: socket.socket, engine: socket.socket, most: int, cut: Path) -> None:
        self._client, self._engine, self._most, self._left, self._cut = client, engine, most, most, cut
        for end in (client, engine):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self) -> None:
        """Hand the client's requests on."""
        with suppress(OSError):
            while data := self._client.recv(CHUNK):
                self._left = self._most
                self._engine.sendall(data)
        self._close()

    def answer(self) -> None:
        """Hand the engine's answers on, as far as they may go."""
        with suppress(OSError):
            while data := self._engine.recv(CHUNK):
                if self._left <= 0:
                    self._cut.touch()
                    break
                self._left -= len(data)
                self._client.sendall(data)
        self._close()

    def _close(self) -> None:
        for end in (self._client, self._engine):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
