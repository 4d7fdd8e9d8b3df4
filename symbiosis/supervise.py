"""Keeps the web server and the background worker running together; a worker that dies is started again."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from symbiosis.domain.errors import Refused

ROOT = Path(__file__).parents[1]
SLOWEST_SECONDS = 30.0
LONG_ENOUGH_SECONDS = 60.0  # a worker that lived this long starts again at once
LINE = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)sms"  # of a visitor neither the address nor what was asked
Process = subprocess.Popen[bytes]


@dataclass
class Kept:
    """A process that is started again when it ends, slower each time it ends young."""

    command: Sequence[str]
    process: Process | None = None
    started: float = 0.0
    wait: float = field(default=1.0)

    def start(self) -> None:
        """Start it."""
        self.process, self.started = subprocess.Popen(self.command, cwd=ROOT), time.monotonic()

    def keep(self) -> None:
        """Start it again if it ended and its pause is over."""
        if self.process is None or self.process.poll() is None:
            return
        age = time.monotonic() - self.started
        if age > LONG_ENOUGH_SECONDS:
            self.wait = 1.0
        if age > self.wait:
            self.wait = min(self.wait * 2, SLOWEST_SECONDS)
            self.start()


def run(web: Sequence[str], worker: Sequence[str]) -> int:
    """Run both until the web server ends or a signal comes; return the web server's exit code."""
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    kept = Kept(worker)
    kept.start()
    server = subprocess.Popen(web, cwd=ROOT)
    while not stop.wait(0.5) and server.poll() is None:
        kept.keep()
    for process in (server, kept.process):
        _end(process)
    return server.returncode if server.returncode > 0 else 0


def address(host: str, port: int) -> str:
    """Return host and port as a web address writes them."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def check_free(host: str, port: int) -> None:
    """Refused when something else listens there already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Refused(f"HOST={host} PORT={port} cannot be listened on: {error.strerror}") from None


def gunicorn(address: str, workers: int) -> list[str]:
    """Return the command that serves the pages."""
    options = ["--bind", address, "--workers", str(workers), "--no-control-socket"]
    options += ["--access-logfile", "-", "--access-logformat", LINE]
    options += ["--threads", "8"]  # whoever waits for a long question of the console keeps nobody else waiting
    options += ["--limit-request-line", "8190"]  # a question in Cypher stands whole in its address
    return [sys.executable, "-m", "gunicorn", "app:app", "--config", "python:symbiosis.web.server", *options]


def background() -> list[str]:
    """Return the command of the background worker."""
    return [sys.executable, "-m", "flask", "symbiosis", "work"]


def _end(process: Process | None) -> None:
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
