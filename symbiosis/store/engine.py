"""Finds the embedded engine of a folder, and starts it when nobody runs it.

Every user of the engine holds a shared lock on `users.lock` for its life; the engine stops by itself once
nobody does. Starting and stopping happen under `start.lock`, so however many processes ask, one engine runs.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from symbiosis.domain.errors import EngineDown
from symbiosis.store import locks

START_SECONDS = 90
DATABASE = "symbiose"
MODULE = "symbiosis.store.engine_process"
PROJECT = Path(__file__).parents[2]
_held: dict[Path, int] = {}


@dataclass(frozen=True)
class Address:
    """Where an engine answers, and how to log in."""

    uri: str
    user: str
    password: str
    database: str
    pid: int
    http: str = ""  # its other protocol, which tells a question's mistakes better


def ensure_running(root: Path) -> Address:
    """Return the address of the folder's engine, started if need be; raises EngineDown when it cannot be."""
    _hold(root)
    found = running(root)
    if found:
        return found
    with locks.exclusive(root / "start.lock"):
        return running(root) or _start(root)


def stop(root: Path) -> None:
    """Ask the folder's engine to stop and wait until it has."""
    address = _read(root)
    if address is None or not is_engine(address.pid, root):
        return
    os.kill(address.pid, signal.SIGTERM)
    _wait_gone(address.pid, root)


def running(root: Path) -> Address | None:
    """Return the address of the folder's own engine; its old port may be another program's by now."""
    address = _read(root)
    return address if address and is_engine(address.pid, root) and _answers(address) else None


def answers(root: Path, pid: int) -> bool:
    """Tell whether the folder's engine still is this process, and answers."""
    address = running(root)
    return address is not None and address.pid == pid


def kill(root: Path) -> None:
    """End the folder's engine at once, whatever it does: for one that only reads, nothing is lost."""
    with locks.exclusive(root / "start.lock"):
        _kill_leftover(root)


def leave(root: Path) -> None:
    """Stop counting as a user of the folder's engine."""
    descriptor = _held.pop(root.resolve(), None)
    if descriptor is not None:
        os.close(descriptor)


def in_use(root: Path) -> bool:
    """Tell whether another process uses the folder's engine."""
    descriptor = locks.open_lock(root / "users.lock")
    try:
        for _ in range(5):  # the engine itself holds the lock for an instant every second, to see who is left
            if locks.try_exclusive(descriptor):
                return False
            time.sleep(0.1)
        return True
    finally:
        os.close(descriptor)


def is_engine(pid: int, root: Path) -> bool:
    """Tell whether the process is the folder's engine: a number read from a file may be anybody's by now."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return MODULE.encode() in command and os.fsencode(root.resolve()) in command


def _hold(root: Path) -> None:
    key = root.resolve()
    if key not in _held:
        descriptor = locks.open_lock(root / "users.lock")
        locks.share(descriptor)
        _held[key] = descriptor


def _read(root: Path) -> Address | None:
    try:
        return Address(**json.loads((root / "engine.json").read_text()))
    except (OSError, ValueError, TypeError):
        return None


def _answers(address: Address) -> bool:
    host, port = address.uri.removeprefix("bolt://").split(":")
    with suppress(OSError), socket.create_connection((host, int(port)), timeout=2):
        return True
    return False


def _start(root: Path) -> Address:
    _kill_leftover(root)
    (root / "engine.json").unlink(missing_ok=True)
    with (root / "engine.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", MODULE, str(root.resolve())],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            cwd=root,  # the engine writes its own logs beside its data
            env=os.environ | {"PYTHONPATH": str(PROJECT)},
        )
    return _wait_ready(root, process)


def _kill_leftover(root: Path) -> None:
    """End an engine that no longer answers: two on one folder would damage it."""
    address = _read(root)
    if address and is_engine(address.pid, root):
        os.kill(address.pid, signal.SIGKILL)
        _wait_gone(address.pid, root)


def _wait_ready(root: Path, process: "subprocess.Popen[bytes]") -> Address:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and not process.poll():  # 0: another engine serves the folder
        address = running(root)
        if address:
            return address
        time.sleep(0.05)
    process.kill()
    raise EngineDown(f"The embedded graph engine did not start; its last words are in {root / 'engine.log'}")


def _wait_gone(pid: int, root: Path) -> None:
    deadline = time.monotonic() + 30
    while is_engine(pid, root) and time.monotonic() < deadline:
        with suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)
        time.sleep(0.05)
