"""Other programs that use an engine, and what the system says about them."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from symbiosis.store.engine import MODULE

PROJECT = Path(__file__).parents[2]
Process = subprocess.Popen[str]
USER = """
import sys
from pathlib import Path
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store
store = Store(embedded(Path(sys.argv[1])))
store.read("schema/count")
print("ready", flush=True)
for number in range(int(sys.argv[2])):
    store.write("knowledge/stamp", version=str(number), at="")
    store.write("communes/put", rows=[{"id": str(number), "name": "", "lat": 1.5, "lon": 2.0, "population": number}])
    print(number, flush=True)
sys.stdin.read()
"""


def user(root: Path, writes: int = 0) -> Process:
    """Start a program that uses the folder's engine, prints each write once it is acknowledged, then waits."""
    command = [sys.executable, "-c", USER, str(root), str(writes)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, text=True)


def line(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: Process) -> list[str]:
    """Kill a program; return what it had still to say."""
    process.kill()
    return (process.communicate()[0] or "").split()


def engines(root: Path) -> list[int]:
    """Return the ids of the processes that serve a folder."""
    return [int(found.name) for found in Path("/proc").glob("[0-9]*") if _serves(found, root)]


def _serves(process: Path, root: Path) -> bool:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return MODULE.encode() in words and str(root).encode() in words


def until(true: Callable[[], object], seconds: float = 30) -> None:
    """Wait for something to become true."""
    end_of_wait = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end_of_wait, "it never came true"
        time.sleep(0.05)


def kill_engines(root: Path) -> None:
    """End whatever still serves a folder of the tests' own."""
    for pid in engines(root):
        os.kill(pid, signal.SIGKILL)
    until(lambda: not engines(root))
