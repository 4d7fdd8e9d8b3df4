"""Starts the product as its user does, and tells when it answers."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).parents[1]
PATIENCE_SECONDS = 600


@contextmanager
def served(home: Path) -> Iterator[tuple[str, float]]:
    """Serve the territory of `home`; give the address and the seconds until the home page answered."""
    port = free_port()
    environment = os.environ | {"SYMBIOSIS_HOME": str(home), "PORT": str(port), "HOST": ""}
    command = [sys.executable, "-m", "flask", "symbiosis", "run"]
    started = time.monotonic()
    with (home.parent / "server.log").open("ab") as log:
        process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process)
        yield address, time.monotonic() - started
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                answer.read()
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
