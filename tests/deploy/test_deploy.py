"""The shipped set-up runs: nginx in front of gunicorn, and the scripts do what the guide says."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import missing

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(address: str, **headers: str) -> tuple[int, str]:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def send_file(address: str, megabytes: int) -> int:
    """Post so many megabytes as a stranger; return the status of the answer."""
    head = {"Content-Type": "multipart/form-data; boundary=x"}
    request = urllib.request.Request(address, b"0" * (megabytes * 1024 * 1024), head)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


@contextmanager
def running(command: list[str], environment: dict[str, str], address: str) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            assert process.poll() is None, f"{command[0]} ended"
            try:
                ask(address)
                break
            except OSError:
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(30)


@pytest.fixture
def gunicorn(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Return the address of two workers without a territory, and where they write their metrics."""
    folder = tmp_path / "metrics"
    folder.mkdir()
    address = f"127.0.0.1:{free_port()}"
    environment = {
        "SYMBIOSIS_HOME": str(tmp_path / "home"),
        "SYMBIOSIS_PROXIES": "1",
        "PROMETHEUS_MULTIPROC_DIR": str(folder),
        "LOG_FORMAT": "json",
    }
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "app:app",
        "--config",
        "python:symbiosis.web.server",
        "--bind",
        address,
    ]
    with running([*command, "--workers", "2", "--no-control-socket"], environment, f"http://{address}/healthz"):
        yield f"http://{address}", folder


def counted(address: str) -> float:
    _, text = ask(f"{address}/metrics")
    found = re.search(r'symbiosis_requests_total\{method="GET",route="/healthz",status="200"\} ([\d.]+)', text)
    return float(found[1]) if found else 0.0


def test_several_workers_count_together(gunicorn: tuple[str, Path]) -> None:
    address, folder = gunicorn
    before = counted(address)
    for _ in range(20):
        assert ask(f"{address}/healthz") == (200, "ok")
    assert {counted(address) for _ in range(6)} == {before + 20}  # whichever worker is asked
    assert len({file.name for file in folder.glob("counter_*.db")}) >= 1


def nginx_conf(folder: Path, upstream: str, port: int) -> Path:
    """Return the shipped configuration, on a free port and without TLS, whose certificate no test has."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", text, count=1, flags=re.S)
    text = re.sub(r"    ssl_certificate.*\n", "", text).replace("listen 443 ssl;", f"listen 127.0.0.1:{port};")
    text = text.replace("127.0.0.1:8000", upstream).replace("server_name symbiose.example.org;", "server_name _;")
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = (
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\ndaemon off;\nevents {{}}\nhttp {{\n{temporary}{text}}}\n"
    )
    file = folder / "nginx.conf"
    file.write_text(whole, encoding="utf-8")
    return file


def test_nginx_in_front(gunicorn: tuple[str, Path], tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        missing("nginx")
    port = free_port()
    conf = nginx_conf(tmp_path, gunicorn[0].removeprefix("http://"), port)
    front = f"http://127.0.0.1:{port}"
    with running([str(nginx), "-c", str(conf)], {}, f"{front}/healthz"):
        assert ask(f"{front}/healthz") == (200, "ok")
        assert ask(f"{front}/metrics")[0] == 404
        assert ask(f"{front}/metrics", X_Forwarded_For="127.0.0.1")[0] == 404
        status, page = ask(f"{front}/static/app.css")
        assert status == 200 and "--accent" in page
        assert send_file(f"{front}/imports", 25) != 413 == send_file(f"{front}/declare", 25)


def test_the_unit_runs_what_exists() -> None:
    unit = (DEPLOY / "symbiose.service").read_text(encoding="utf-8")
    assert "ExecStart=/opt/symbiose/.venv/bin/flask symbiosis run" in unit
    assert "deploy/backup.sh" in (DEPLOY / "symbiose-backup.service").read_text(encoding="utf-8")
    for script in DEPLOY.glob("*.sh"):
        assert os.access(script, os.X_OK), script
        assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0


def test_the_environment_file_sets_only_what_is_documented() -> None:
    named = re.findall(r"^(\w+)=", (DEPLOY / "symbiose.env").read_text(encoding="utf-8"), flags=re.M)
    told = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert named and all(f"`{name}`" in told for name in named)


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """Return a folder that looks like an installation, with a `flask` that writes what it is told to save."""
    (tmp_path / "deploy").mkdir()
    shutil.copy(DEPLOY / "backup.sh", tmp_path / "deploy")
    flask = tmp_path / ".venv/bin/flask"
    flask.parent.mkdir(parents=True)
    flask.write_text('#!/bin/sh\n[ -z "${BROKEN:-}" ] || { echo cut > "$3"; exit 1; }\necho whole | gzip > "$3"\n')
    flask.chmod(0o755)
    return tmp_path


def save(installation: Path, **environment: str) -> int:
    script = [str(installation / "deploy/backup.sh"), str(installation / "saved")]
    return subprocess.run(script, env=os.environ | environment, check=False, capture_output=True).returncode


def test_a_night_is_kept_and_old_ones_go(installation: Path) -> None:
    saved = installation / "saved"
    saved.mkdir()
    for day in range(1, 6):
        (saved / f"night-2020-01-0{day}.jsonl.gz").touch()
    (saved / "mine.jsonl.gz").touch()
    assert save(installation, KEEP="3") == 0
    names = sorted(file.name for file in saved.iterdir())
    assert len(names) == 4 and "mine.jsonl.gz" in names
    assert "night-2020-01-05.jsonl.gz" in names and "night-2020-01-03.jsonl.gz" not in names


def test_a_night_that_fails_removes_nothing_and_gets_no_good_name(installation: Path) -> None:
    saved = installation / "saved"
    saved.mkdir()
    (saved / "night-2020-01-01.jsonl.gz").touch()
    assert save(installation, KEEP="1", BROKEN="1") != 0
    assert [f.name for f in saved.glob("night-????-??-??.jsonl.gz")] == ["night-2020-01-01.jsonl.gz"]
