"""The units are ones that systemd takes, and an upgrade that does not get ready goes back to what ran before."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SAY = '#!/bin/sh\necho "$(basename "$0") $*" >> "$LOG"\n'
FIRST, SECOND = "first", "second"


def git(folder: Path, *words: str) -> str:
    named = ("-c", "user.name=Anne", "-c", "user.email=anne@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *named, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def script(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    file.chmod(0o755)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a clone at version `first` of a project whose `second` exists, beside commands that only say they ran."""
    origin = tmp_path / "origin"
    script(origin / "deploy" / "upgrade.sh", (DEPLOY / "upgrade.sh").read_text())
    git(origin, "init", "--quiet")
    for version in (FIRST, SECOND):
        (origin / "version").write_text(version)
        git(origin, "add", ".")
        git(origin, "commit", "--quiet", "--message", version)
        git(origin, "tag", version)
    git(tmp_path, "clone", "--quiet", str(origin), "installed")
    git(tmp_path / "installed", "checkout", "--quiet", FIRST)
    for command in ("pip", "pybabel"):
        script(tmp_path / "installed" / ".venv" / "bin" / command, SAY)
    script(tmp_path / "bin" / "systemctl", SAY)
    script(tmp_path / "bin" / "sleep", "#!/bin/sh\n")
    return tmp_path / "installed"


def upgrade(installed: Path, curl: str) -> tuple[int, list[str]]:
    script(installed.parent / "bin" / "curl", curl)
    log, path = installed.parent / "log", f"{installed.parent / 'bin'}:{os.environ['PATH']}"
    line = [str(installed / "deploy" / "upgrade.sh"), SECOND]
    done = subprocess.run(line, env=os.environ | {"PATH": path, "LOG": str(log)}, capture_output=True, check=False)
    return done.returncode, log.read_text().splitlines()


def test_an_upgrade_saves_first_stops_installs_and_starts(installed: Path) -> None:
    code, said = upgrade(installed, "#!/bin/sh\nexit 0\n")
    assert (code, (installed / "version").read_text()) == (0, SECOND)
    assert [line.split()[0] for line in said] == ["systemctl", "systemctl", "pip", "pybabel", "systemctl"]
    told = [line for line in said if line.startswith("systemctl")]
    assert told == ["systemctl start symbiose-backup.service", "systemctl stop symbiose", "systemctl start symbiose"]


def test_what_does_not_get_ready_is_taken_back(installed: Path) -> None:
    code, said = upgrade(installed, "#!/bin/sh\nexit 22\n")
    assert (code, (installed / "version").read_text()) == (1, FIRST)
    told = [line for line in said if line.startswith("systemctl")]
    assert told[-2:] == ["systemctl stop symbiose", "systemctl start symbiose"]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for unit in ("symbiose.service", "symbiose-backup.service", "symbiose-backup.timer"):
        text = (DEPLOY / unit).read_text().replace("/opt/symbiose/.venv/bin/flask", "/bin/true")
        (tmp_path / unit).write_text(text.replace("/opt/symbiose", str(ROOT)))
    units = [str(file) for file in tmp_path.iterdir()]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert (done.returncode, [line for line in done.stderr.splitlines() if str(tmp_path) in line]) == (0, [])
