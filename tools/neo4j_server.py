#!/usr/bin/env python3
"""A real Neo4j 5.26 LTS Community server for development and tests, without Docker.

`get` copies the jars through Maven, `start` and `stop` handle a server in the background, `run` keeps one in
the foreground. Standard library only, so that it runs before any virtual environment exists.

What 5.26 really carries: `org.neo4j.app:neo4j-server` alone cannot start, it has neither a main class nor a
storage engine. Both come with `org.neo4j:neo4j`, whose main class is `org.neo4j.server.CommunityEntryPoint`
(2025.01 and later have another one and need Java 21). Its classes are compiled for Java 17, which runs it
without a warning; nothing older does. It ignores the heap settings of neo4j.conf: they are in JVM below.

Authentication is off and only 127.0.0.1 listens: for development and tests, never for data that matters.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

VERSION = "5.26.30"
MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
MAVEN_SECONDS = 1200
STOP_SECONDS = 30
OWN_PORTS = range(10_000, 32_000)  # below those of outgoing connections on Linux
TRIES = 3  # on ports of our own choice: another program may take one while Java starts

# The server comes first: where the two disagree on a library, Maven then picks what the official archive has.
ARTIFACTS = "".join(
    f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId><version>{VERSION}</version></dependency>"
    for group, name in (("org.neo4j.app", "neo4j-server"), ("org.neo4j", "neo4j"))
)
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>neo4j-jars</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>{ARTIFACTS}</dependencies></project>
"""

CONFIG = """# Written by tools/neo4j_server.py at every start: change it there.
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=false
dbms.usage_report.enabled=false
# Left out, LOAD CSV reads any file of this machine for whoever reaches the port.
dbms.security.allow_csv_import_from_file_urls=false
server.memory.pagecache.size=128m
dbms.memory.transaction.total.max=256m
db.transaction.timeout=60s
# The default takes 256 MB of disk per database before anything is written.
db.tx_log.preallocate=false
# The default makes every stop 10 s long, with no connection left to wait for.
internal.server.bolt.thread_pool_shutdown_wait_time=200ms
"""

JVM = ["-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"]
JVM += [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.io", "sun.nio.ch")]

# Bolt 4.4, which every 5.x server speaks: handshake, HELLO without credentials, RUN "RETURN 1", PULL all.
HANDSHAKE = bytes.fromhex("6060b017 00000404 00000000 00000000 00000000")
HELLO = b"\xb1\x01\xa2\x8auser_agent\x8bsymbiosis/1\x86scheme\x84none"
QUERY = [HELLO, b"\xb3\x10\x88RETURN 1\xa0\xa0", b"\xb1\x3f\xa1\x81n\xff"]
RECORD, FAILURE = b"\xb1\x71\x91\x01", b"\xb1\x7f"


class ToolError(Exception):
    """Something the user has to know, said in one line."""


class EndedError(ToolError):
    """The server ended before it answered."""


@contextmanager
def locked(home: Path) -> Iterator[None]:
    """Let one process at a time fill or start this home."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def program(name: str) -> str:
    """The path of a program; Maven and we take Java from JAVA_HOME first."""
    found = shutil.which(Path(os.environ.get("JAVA_HOME", "/nowhere"), "bin", name)) or shutil.which(name)
    if not found:
        raise ToolError(f"{name} is not installed (Debian packages: maven, openjdk-17-jre-headless)")
    return found


def complete(home: Path) -> bool:
    """Whether the jars of this very version are all there."""
    marker = home / "lib" / ".complete"
    return marker.exists() and marker.read_text() == VERSION


def get(home: Path) -> None:
    """Fill home/lib once; the marker file is written last."""
    with locked(home):
        if complete(home):
            return
        try:
            fetch(home)
        except ToolError as error:
            raise ToolError(f"neo4j-server {VERSION} could not be obtained through Maven: {error}") from None
        (home / "lib" / ".complete").write_text(VERSION)


def fetch(home: Path) -> None:
    """Have Maven copy the jars into an empty lib, since jars of two versions must not mix."""
    program("java")
    command = [program("mvn"), "-B", "-q", "-Dstyle.color=never", "-f", str(home / "pom.xml"), COPY]
    command.append(f"-DoutputDirectory={home / 'lib'}")
    shutil.rmtree(home / "lib", ignore_errors=True)
    (home / "pom.xml").write_text(POM)
    try:
        subprocess.run(command, capture_output=True, text=True, timeout=MAVEN_SECONDS, check=True)
    except subprocess.TimeoutExpired:
        raise ToolError(f"no end after {MAVEN_SECONDS} s") from None
    except subprocess.CalledProcessError as error:
        raise ToolError(reason(error.stdout + error.stderr) or f"mvn ended with {error.returncode}") from None


def reason(output: str) -> str:
    """What Maven says first behind its error mark, else the first line that says something."""
    marked = [line.partition("[ERROR] ")[2].strip() for line in output.splitlines()]
    return next(filter(None, [*marked, *output.splitlines()]), "")[:400]


def running(home: Path) -> int | None:
    """The process id of this home's server; one that is stale or now another program's counts as none."""
    with suppress(OSError, ValueError):
        pid = int((home / "pid").read_text())
        with suppress(ChildProcessError):  # our own child, once dead, stays in the way until it is waited for
            os.waitpid(pid, os.WNOHANG)
        os.kill(pid, 0)
        # Not the command line: that is empty for a moment after the start. Without /proc the id has to do.
        if not Path("/proc/self").exists() or Path(f"/proc/{pid}/cwd").readlink() == home:
            return pid
    return None


def free_port(wanted: int) -> int:
    """The wanted port, or a free one for 0; refuses one that another program has.

    Not one that the system would give for 0: it also gives those to every outgoing connection, and Java takes
    seconds until it listens.
    """
    if not wanted:
        wanted = random.choice(OWN_PORTS)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except (OSError, OverflowError) as error:
            raise ToolError(f"port {wanted} on 127.0.0.1 cannot be used: {error}") from None
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether a query comes back: an open port alone does not mean that the database is up."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5) as link:
        link.sendall(HANDSHAKE)
        got = link.recv(4)
        link.sendall(b"".join(len(body).to_bytes(2, "big") + body + b"\0\0" for body in QUERY))
        while RECORD not in got and FAILURE not in got and (data := link.recv(4096)):
            got += data
        return RECORD in got
    return False


def last_words(home: Path) -> str:
    """Why the server ended: its own log says, unless Java itself did not start."""
    logs = [home / "logs" / name for name in ("neo4j.log", "console.log")]
    lines = [line for log in logs if log.exists() for line in log.read_text(errors="replace").splitlines() if line]
    return next((line for line in reversed(lines) if "Caused by" in line), ["it said nothing", *lines][-1])[:400]


def await_answer(home: Path, port: int, wait: float) -> None:
    """Return once the server answers; raise if it dies or takes too long."""
    end = time.monotonic() + wait
    while not answers(port):
        if not running(home):
            raise EndedError(f"the server ended before it answered: {last_words(home)} (see {home / 'logs'})")
        if time.monotonic() > end:
            raise ToolError(f"no answer on 127.0.0.1:{port} after {wait:g} s, see {home / 'logs'}")
        time.sleep(0.1)


def prepare(home: Path, port: int) -> None:
    """Write what the server and its users read."""
    for folder in ("conf", "logs"):
        (home / folder).mkdir(exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(CONFIG.format(port=port))
    (home / "bolt_uri").write_text(f"bolt://127.0.0.1:{port}")


def launch(jars: Path, home: Path, port: int) -> subprocess.Popen[bytes]:
    """Start Java in a session of its own, so that Ctrl+C reaches this command alone."""
    if not complete(jars):
        raise ToolError(f"neo4j-server {VERSION} is not in {jars / 'lib'}: use the sub-command get first")
    prepare(home, port)
    command = [program("java"), *JVM, "-cp", f"{jars / 'lib'}/*", MAIN_CLASS]
    command += [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "logs" / "console.log").open("wb") as log:
        null = subprocess.DEVNULL
        java = subprocess.Popen(command, cwd=home, stdin=null, stdout=log, stderr=log, start_new_session=True)
    (home / "pid").write_text(str(java.pid))
    return java


def launched(jars: Path, home: Path, port: int, wait: float) -> subprocess.Popen[bytes]:
    """Start a server that answers; none is left behind when it does not."""
    server = launch(jars, home, port)
    try:
        await_answer(home, port, wait)
    except BaseException:
        stop(home)
        raise
    return server


def brought_up(jars: Path, home: Path, bolt_port: int, wait: float) -> subprocess.Popen[bytes]:
    """Start a server that answers, on another port if one of our own choice was taken while Java started."""
    for _ in range(0 if bolt_port else TRIES - 1):
        with suppress(EndedError):
            return launched(jars, home, free_port(0), wait)
    return launched(jars, home, free_port(bolt_port), wait)


def start(jars: Path, home: Path, bolt_port: int, wait: float) -> subprocess.Popen[bytes] | None:
    """Have a server that answers and print its address; None when it was running already."""
    with locked(home):
        server = None if running(home) else brought_up(jars, home, bolt_port, wait)
        uri = (home / "bolt_uri").read_text()
        if not server:
            await_answer(home, int(uri.rpartition(":")[2]), wait)
    print(uri, flush=True)
    return server


def stop(home: Path) -> None:
    """SIGTERM, and SIGKILL for a server that takes too long."""
    end = time.monotonic() + STOP_SECONDS
    if pid := running(home):
        os.kill(pid, signal.SIGTERM)
    while pid and running(home):
        if time.monotonic() > end:
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)
    for name in ("pid", "bolt_uri"):
        (home / name).unlink(missing_ok=True)


def run(jars: Path, home: Path, bolt_port: int, wait: float) -> None:
    """Get, start and stay attached until the server ends or this command is told to."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    get(jars)
    server = start(jars, home, bolt_port, wait)
    try:
        if server and server.wait() not in (0, 128 + signal.SIGTERM):
            raise ToolError(f"the server ended with code {server.returncode}, see {home / 'logs'}")
    finally:
        if server:
            stop(home)


def arguments() -> argparse.Namespace:
    """The command line."""
    text = f"Neo4j {VERSION} Community on loopback, without authentication: for development and tests only"
    parser = argparse.ArgumentParser(description=text)
    parser.add_argument("command", choices=["get", "start", "stop", "run"])
    parser.add_argument("--home", type=lambda name: Path(name).resolve(), default="var/neo4j")
    text = "folder of this server's own data, logs and settings; the home when left out"
    parser.add_argument("--data", type=lambda name: Path(name).resolve(), help=text)
    parser.add_argument("--bolt-port", type=int, default=7687, help="0 chooses a free port")
    parser.add_argument("--wait", type=float, default=90, help="seconds until the server has to answer")
    return parser.parse_args()


def main() -> int:
    """Do what is asked; every failure is one line."""
    given = arguments()
    data = given.data or given.home
    try:
        if given.command == "get":
            get(given.home)
        elif given.command == "stop":
            stop(data)
        else:
            {"start": start, "run": run}[given.command](given.home, data, given.bolt_port, given.wait)
    except (ToolError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0 if given.command == "run" else 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
