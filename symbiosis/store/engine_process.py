"""The engine's own process: `python -m symbiosis.store.engine_process FOLDER [IDLE_SECONDS]`, nothing else lives in it.

The driver and the engine may not share a process (the Java machine crashes), and the engine must outlive
whoever started it, so it watches the lock of its users and stops when nobody is left.
"""

import contextlib
import json
import os
import secrets
import signal
import socket
import sys
import time
from pathlib import Path
from threading import Event
from typing import Any

from symbiosis.store import locks, read_only, relay
from symbiosis.store.engine import DATABASE, running

IDLE_SECONDS = 30


def main(root: Path, idle_seconds: int = IDLE_SECONDS) -> None:
    """Serve the folder's database on loopback until nobody used it for so long or SIGTERM comes."""
    if not _alone(root):
        return  # another engine serves the folder: whoever started this one finds that one
    server, ports = _serve(root)
    if read_only.seconds(root):
        read_only.forbid_calls()
        doorman = relay.start(ports[0], read_only.LARGEST_ANSWER, root)
        _announce(root, (doorman, ports[1]), *read_only.admit_reader(server))
        read_only.step_back()
    else:
        _announce(root, ports, "root", _password(root))
    told_to_stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: told_to_stop.set())
    users = locks.open_lock(root / "users.lock")
    while True:
        _wait_until_unused(users, told_to_stop, idle_seconds)
        with locks.exclusive(root / "start.lock"):  # nobody may start a second engine while this one stops
            if told_to_stop.is_set() or _nobody_holds(users):
                (root / "engine.json").unlink(missing_ok=True)
                server.stop()
                os._exit(0)  # the Java machine's own threads would keep the process for ever


def _alone(root: Path) -> bool:
    """Wait to be the folder's only engine; a killed one keeps its lock while the system takes its memory back."""
    mine = locks.open_lock(root / "engine.lock")
    while not locks.try_exclusive(mine):
        if running(root):
            return False
        time.sleep(0.1)
    return True


def _serve(root: Path) -> tuple[Any, tuple[int, int]]:
    limit = read_only.seconds(root)
    _choose_memory(limit)
    import arcadedb_embedded  # noqa: PLC0415  the Java machine starts here and reads the line above

    _set_half_made_aside(root)
    if limit:
        read_only.run_errands(root, root / "data" / "databases" / DATABASE, arcadedb_embedded.open_database)
    http_port, bolt_port = _free_port(), _free_port()
    config = _config(http_port, bolt_port) | ({} if limit is None else read_only.config(limit))
    server = arcadedb_embedded.create_server(root_path=str(root / "data"), root_password=_password(root), config=config)
    server.start()
    if not (root / "created").exists():
        server.create_database(DATABASE)
        (root / "created").touch()
    return server, (bolt_port, http_port)


def _choose_memory(limit: int | None) -> None:
    if limit is None:
        os.environ.setdefault("ARCADEDB_JVM_ARGS", "-Xmx1g")
        return
    os.environ["ARCADEDB_JVM_ARGS"] = read_only.machine(limit)
    if not limit:  # nobody waits for a copy that is filled; for one that is started, somebody may
        os.nice(read_only.NICE)


def _set_half_made_aside(root: Path) -> None:
    """Set aside a database whose making was cut short: nobody was told of it, and it cannot be opened."""
    half = root / "data" / "databases" / DATABASE
    if half.exists() and not (root / "created").exists():
        half.rename(root / f"half-made-{time.time_ns()}")


def _config(http_port: int, bolt_port: int) -> dict[str, object]:
    return {
        "host": "127.0.0.1",
        "http_port": http_port,
        "mode": "development",
        "txWalFlush": 2,  # an acknowledged write survives kill -9
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": bolt_port,
        "bolt_host": "127.0.0.1",
        "bolt_defaultDatabase": DATABASE,
    }


def _announce(root: Path, ports: tuple[int, int], user: str, password: str) -> None:
    uri, http = (f"{scheme}://127.0.0.1:{port}" for scheme, port in zip(("bolt", "http"), ports, strict=True))
    address = {"uri": uri, "http": http, "user": user, "password": password, "database": DATABASE, "pid": os.getpid()}
    _write_private(root / "engine.new", json.dumps(address))
    (root / "engine.new").replace(root / "engine.json")


def _password(root: Path) -> str:
    file = root / "engine.password"
    if not file.exists():
        _write_private(file, secrets.token_urlsafe(24))
    return file.read_text()


def _write_private(file: Path, text: str) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_unused(users: int, told_to_stop: Event, idle_seconds: int) -> None:
    idle = 0
    while idle < idle_seconds and not told_to_stop.wait(1):
        idle = idle + 1 if _nobody_holds(users) else 0


def _nobody_holds(users: int) -> bool:
    free = locks.try_exclusive(users)
    locks.release(users)
    return free


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
