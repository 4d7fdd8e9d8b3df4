"""The embedded engine is started once, survives its users, restarts after a crash and stops when nobody is left."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from symbiosis.store import engine, locks
from symbiosis.store.session import Store
from tests.store.conftest import Open
from tests.store.processes import PROJECT, end, engines, kill_engines, line, until, user


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of an engine that runs."""
    root = tmp_path_factory.mktemp("engine") / "graph"
    engine.ensure_running(root)
    yield root
    engine.leave(root)
    kill_engines(root)


def written(root: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((root / "engine.json").read_text())
    return found


def pretend(root: Path, **changes: object) -> None:
    root.mkdir(parents=True, exist_ok=True)
    address = {"uri": "bolt://127.0.0.1:1", "user": "root", "password": "x", "database": engine.DATABASE, "pid": 1}
    (root / "engine.json").write_text(json.dumps(address | changes))


def numbers(store: Store) -> set[int]:
    return {row["population"] for row in store.read("communes/list")}


def test_six_programs_that_ask_at_once_start_one_engine(root: Path) -> None:
    users = [user(root) for _ in range(6)]
    assert [line(process) for process in users] == ["ready"] * 6
    assert engines(root) == [written(root)["pid"]]
    for process in users:
        end(process)


def test_what_a_killed_engine_acknowledged_is_there_and_the_next_question_brings_it_back(
    root: Path, opened: Open
) -> None:
    process = user(root, writes=100_000)
    store = opened(root)
    until(lambda: line(process).isdigit())
    acknowledged = [int(line(process)) for _ in range(40)]
    before = engines(root)
    os.kill(process.pid, signal.SIGSTOP)
    os.kill(before[0], signal.SIGKILL)
    found = numbers(store)
    assert engines(root) != before
    assert set(range(acknowledged[-1] + 1)) <= found
    rest = end(process)
    assert {int(number) for number in rest} <= found


def test_an_engine_waits_for_the_lock_of_one_that_was_killed_and_is_not_gone_yet(root: Path, opened: Open) -> None:
    held = locks.open_lock(root / "engine.lock")
    assert locks.try_exclusive(held)
    gone = Timer(3, os.close, [held])
    gone.start()
    assert opened(root).read("schema/count") == [{"n": 0}]
    assert engines(root) == [written(root)["pid"]]


def test_an_engine_goes_on_when_one_of_its_users_is_killed(running: Path, opened: Open) -> None:
    process = user(running, writes=3)
    assert [line(process) for _ in range(4)] == ["ready", "0", "1", "2"]
    before = engines(running)
    end(process)
    assert numbers(opened(running)) == {0, 1, 2}
    assert engines(running) == before


def test_its_password_and_address_are_for_their_owner_only(running: Path) -> None:
    assert {(running / name).stat().st_mode & 0o777 for name in ("engine.json", "engine.password")} == {0o600}
    assert len(str(written(running)["password"])) >= 24


def test_another_program_counts_as_a_user_for_its_life(running: Path) -> None:
    engine.leave(running)
    assert not engine.in_use(running)
    process = user(running)
    assert line(process) == "ready"
    assert engine.in_use(running)
    end(process)
    assert not engine.in_use(running)
    engine.ensure_running(running)


def test_an_engine_that_is_up_but_does_not_answer_is_replaced(root: Path, opened: Open) -> None:
    store = opened(root)
    store.write("knowledge/stamp", version="kept", at="")
    before = engines(root)
    pretend(root, pid=before[0])
    store.close()
    assert store.read("knowledge/version") == [{"version": "kept", "corrections": 0}]
    assert engines(root) == [written(root)["pid"]] != before


def test_the_address_of_somebody_elses_program_is_not_taken_for_ours(root: Path, running: Path, opened: Open) -> None:
    with socket.socket() as stranger, subprocess.Popen(["sleep", "60"]) as bystander:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        pretend(root, uri=f"bolt://127.0.0.1:{stranger.getsockname()[1]}", pid=bystander.pid)
        assert opened(root).read("schema/count") == [{"n": 0}]
        assert bystander.poll() is None
        bystander.kill()
    others = written(running)
    engine.stop(root)
    pretend(root, **others)  # a folder copied with its address, or a number given to another folder's engine
    engine.stop(root)
    assert engine.ensure_running(root).pid != others["pid"]
    assert engines(running) == [others["pid"]]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"uri": "bolt://127.0.0.1:1"}'])
def test_stopping_where_nothing_runs_or_the_address_is_damaged_does_nothing(root: Path, text: str) -> None:
    engine.stop(root)
    root.mkdir()
    (root / "engine.json").write_text(text)
    engine.stop(root)


def test_stopping_ends_the_process_and_forgets_its_address(root: Path) -> None:
    engine.ensure_running(root)
    engine.stop(root)
    assert engines(root) == []
    assert not (root / "engine.json").exists()


def test_an_engine_stops_by_itself_once_nobody_uses_it(root: Path) -> None:
    command = [sys.executable, "-m", engine.MODULE, str(root), "3"]
    root.mkdir()
    with subprocess.Popen(command, cwd=root, env=os.environ | {"PYTHONPATH": str(PROJECT)}) as process:
        until((root / "engine.json").exists)
        assert engine.ensure_running(root).pid == process.pid
        other = user(root)
        assert line(other) == "ready"
        engine.leave(root)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(5)
        end(other)
        assert process.wait(15) == 0
    assert not (root / "engine.json").exists()


def test_the_default_patience_is_half_a_minute() -> None:
    from symbiosis.store import engine_process  # noqa: PLC0415  it must import without starting Java

    assert engine_process.IDLE_SECONDS == 30


def test_a_starter_that_dies_half_way_leaves_one_engine(root: Path, opened: Open) -> None:
    starter = user(root)
    until(lambda: engines(root))
    end(starter)
    store = opened(root)
    store.write("knowledge/stamp", version="1", at="")
    until(lambda: len(engines(root)) == 1)
    assert engines(root) == [written(root)["pid"]]
    assert store.read("knowledge/version") == [{"version": "1", "corrections": 0}]


def test_a_database_whose_making_was_cut_short_is_made_again(root: Path, opened: Open) -> None:
    half = root / "data" / "databases" / engine.DATABASE
    half.mkdir(parents=True)
    (half / "configuration.json").write_text("{")
    opened(root).write("knowledge/stamp", version="1", at="")
    assert opened(root).read("knowledge/version") == [{"version": "1", "corrections": 0}]
