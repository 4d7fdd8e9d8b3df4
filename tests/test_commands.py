"""The shell commands, run as a user runs them: a process each, on an embedded engine of their own."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from symbiosis.store import engine
from tests import territories

PROJECT = Path(__file__).parents[1]


class Shell:
    """Runs `flask symbiosis …` with a home of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: str | Path, **environment: str) -> "subprocess.CompletedProcess[str]":
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("NEO4J_", "FLASK_"))}
        command = [sys.executable, "-m", "flask", "symbiosis", *map(str, words)]
        return subprocess.run(
            command,
            cwd=PROJECT,
            env=clean | {"SYMBIOSIS_HOME": str(self.home)} | environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    """Return a shell whose home holds the small territory."""
    home = tmp_path_factory.mktemp("home")
    shell = Shell(home)
    loaded = shell("territory", "load", territories.write(home / "folder"))
    assert loaded.returncode == 0, loaded.stderr
    assert "14 rows read: 14 created." in loaded.stderr and "1 flows are not understood yet" in loaded.stderr
    yield shell
    engine.stop(home / "graph")


def test_loading_again_says_that_nothing_changes(shell: Shell) -> None:
    told = shell("territory", "load", shell.home / "folder")
    assert told.returncode == 0
    assert "14 rows read: 14 unchanged." in told.stderr and "Nothing was written." in told.stderr


def test_stats_have_the_promised_shape(shell: Shell) -> None:
    figures = json.loads(shell("stats", "--json").stdout)
    assert figures["territory"] == "Territoire de test" and figures["synthetic"] is True
    assert figures["flows"]["share"] == {"declared": 2, "observed": 1}
    assert set(figures["synergies"]) == {"identified", "matcher"}


def test_one_bad_row_in_a_thousand_is_told_and_the_others_load(shell: Shell, tmp_path: Path) -> None:
    rows = [f"n-{i},Firme {i},10.71,54115,48.73,6.16,{'beaucoup' if i == 500 else 3},pain" for i in range(1000)]
    header = territories.FIRMS.splitlines()[0]
    folder = territories.write(tmp_path / "big", firms="\n".join([header, *rows]), flows=EMPTY_FLOWS, synergies=EMPTY)
    before = json.loads(shell("stats", "--json").stdout)["firms"]
    dry = shell("territory", "load", "--dry-run", folder)
    assert json.loads(shell("stats", "--json").stdout)["firms"] == before, "a dry run wrote"
    told = shell("territory", "load", folder)
    assert "firms.csv, ligne 502, headcount « beaucoup »" in dry.stderr
    assert "firms.csv, ligne 502, headcount « beaucoup »" in told.stderr
    assert "999 created." in told.stderr
    assert json.loads(shell("stats", "--json").stdout)["firms"] == before + 999
    undo = told.stderr.split("take it back with: flask symbiosis ")[1].split("\n")[0].split()
    assert "999 removed" in shell(*undo).stderr
    assert json.loads(shell("stats", "--json").stdout)["firms"] == before


EMPTY_FLOWS, EMPTY = "firm_id,direction,resource_text\n", "kind,firm_ids,resource_text\n"


def test_real_data_are_refused_with_the_command_that_works(shell: Shell, tmp_path: Path) -> None:
    told = shell("territory", "load", territories.write(tmp_path / "real", synthetic=False))
    assert told.returncode == 1
    assert "une démonstration" in told.stderr and "SYMBIOSIS_HOME=./var/NOM" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_real_territory_starts_empty_in_a_home_of_its_own(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "mine")
    try:
        assert shell("territory", "new", "Mon territoire").returncode == 0
        figures = json.loads(shell("stats", "--json").stdout)
        assert (figures["territory"], figures["synthetic"], figures["firms"]) == ("Mon territoire", False, 0)
        again = shell("territory", "new", "Un autre")
        assert again.returncode == 1 and "Mon territoire" in again.stderr
    finally:
        engine.stop(tmp_path / "mine" / "graph")


def test_backup_and_restore_carry_everything(shell: Shell, tmp_path: Path) -> None:
    file, other = tmp_path / "all.jsonl.gz", Shell(tmp_path / "other")
    try:
        assert shell("backup", file).returncode == 0
        assert other("restore", file).returncode == 0
        assert other("stats", "--json").stdout == shell("stats", "--json").stdout
        twice = other("restore", file)
        assert twice.returncode == 1 and "not empty" in twice.stderr
    finally:
        engine.stop(tmp_path / "other" / "graph")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("NEO4J_URI", "http://localhost", "NEO4J_URI=http://localhost is not a Neo4j address"),
        ("NEO4J_URI", "bolt://127.0.0.1:1", "No Neo4j answers at NEO4J_URI=bolt://127.0.0.1:1"),
        ("PORT", "many", "PORT=many is not a whole number"),
        ("SYMBIOSIS_ENV", "prodution", "SYMBIOSIS_ENV=prodution is neither"),
        ("SYMBIOSIS_HOME", "/proc/nowhere", "SYMBIOSIS_HOME=/proc/nowhere cannot be written"),
        ("SYMBIOSIS_ENV", "production", "SYMBIOSIS_SECRET is missing"),
        ("SYMBIOSIS_KEY", "secret", "SYMBIOSIS_KEY is not a key"),
    ],
)
def test_a_wrong_setting_is_one_sentence(tmp_path: Path, name: str, value: str, words: str) -> None:
    told = Shell(tmp_path)("stats", **{name: value})
    assert told.returncode == 1
    assert words in told.stderr and "Traceback" not in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


def test_the_role_of_the_analysts_account_is_printed_without_any_database(tmp_path: Path) -> None:
    told = Shell(tmp_path)("reader-role", "--user", "analysts", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_DATABASE="town")
    assert told.returncode == 0 and "GRANT ACCESS ON DATABASE `town` TO `symbiose_reader`;" in told.stdout
    assert "GRANT ROLE `symbiose_reader` TO `analysts`;" in told.stdout
    wrong = Shell(tmp_path)("reader-role", "--role", "x y")
    assert wrong.returncode == 1 and "is not a name" in wrong.stderr


def test_an_empty_folder_loads_nothing_and_says_so(shell: Shell, tmp_path: Path) -> None:
    told = shell("territory", "load", tmp_path)
    assert told.returncode == 1 and "nothing was loaded" in told.stderr


def test_a_documented_site_becomes_a_territory_with_proposals(shared: Path, tmp_path: Path) -> None:
    shell = Shell(tmp_path / "home")
    try:
        made = shell("site", shared / "cases" / "maestri.csv", "M7", tmp_path / "M7")
        assert made.returncode == 0, made.stderr
        assert shell("territory", "load", tmp_path / "M7").returncode == 0
        figures = json.loads(shell("stats", "--json").stdout)
        assert figures["firms"] == 28 and figures["synthetic"] is False
        assert figures["synergies"]["matcher"]["substitution"]["proposed"] > 0
    finally:
        engine.stop(tmp_path / "home" / "graph")


def test_a_busy_port_is_said_before_anything_is_done(shell: Shell) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        told = shell("run", PORT=str(port))
    assert told.returncode == 1
    assert f"PORT={port} cannot be listened on" in told.stderr and "http://" not in told.stderr


def test_a_home_without_territory_is_not_saved_by_mistake(tmp_path: Path) -> None:
    shell = Shell(tmp_path / "empty")
    try:
        told = shell("backup", tmp_path / "nothing.jsonl.gz")
        assert told.returncode == 1 and "holds no territory" in told.stderr
        assert not (tmp_path / "nothing.jsonl.gz").exists()
    finally:
        engine.stop(tmp_path / "empty" / "graph")


def test_the_explorer_answers_in_the_shell(shell: Shell) -> None:
    told = shell("explore", "drêches de brasserie", "--donor", "11.05").stdout
    assert "Vaches laitières" in told and "Ferme du Test (01.41) : a parlé de cette ressource « drêches »" in told
    data = json.loads(shell("explore", "sawdust", "--supply", "--json").stdout)
    assert data["understood"][0]["label"]["id"] == "sawdust" and data["firms"]["lines"][0]["id"] == "f-mill"
    assert "Hazardous: licensed treatment only." in shell("explore", "--code", "13 02 05", "--lang", "en").stdout
    assert shell("explore", "zorglub", "--lang", "en").stdout.startswith("Not recognised")


def test_corrections_are_written_to_a_table(shell: Shell, tmp_path: Path) -> None:
    told = shell("corrections", "export", tmp_path / "corrections.csv")
    assert told.returncode == 0 and "0 corrections that stand" in told.stderr
    header, *rows = (tmp_path / "corrections.csv").read_text(encoding="utf-8-sig").splitlines()
    assert header.startswith("id,kind,status") and rows == []
    unwritten = shell("corrections", "export", tmp_path / "nowhere" / "corrections.csv")
    assert unwritten.returncode == 1 and "Traceback" not in unwritten.stderr


def test_an_evaluation_prints_its_figures_and_needs_no_database(shell: Shell, tmp_path: Path) -> None:
    queries, out = PROJECT / "tests" / "evaluation" / "declarations.csv", tmp_path / "out.jsonl"
    few = tmp_path / "few.csv"
    few.write_text("".join(queries.read_text(encoding="utf-8").splitlines(keepends=True)[:4]), encoding="utf-8")
    ran = shell("evaluate", few, "--task", "D", "--lang", "fr", "--out", out, "--truth", few)
    assert ran.stdout.startswith("D.fr ranked: resource ")
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3
    bad = shell("evaluate", few, "--task", "T1", "--out", out)
    assert (bad.returncode, "lacks the column case_id" in bad.stderr) == (1, True)
