"""What makes an engine one that only reads: settings of the engine itself, and a login that may read and no more.

A folder whose engine only reads holds a file `reading`, in which stand the seconds that a question may take.
"""

import json
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

MARK, ERRANDS = "reading", "errands.json"
READER = "reader"
MEMORY = "-Xmx512m -XX:+ExitOnOutOfMemoryError"
NICE = 5  # whoever explores waits for the pages, never the other way round
LARGEST_ANSWER = 16 * 1024 * 1024  # bytes between two requests of a client
# Of what can be called: procedures that list names, and functions that make a value of values. All else goes,
# under the engine's name and under that of APOC: what waits, runs Cypher from a text, writes, or walks the whole graph.
PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema", "db.schema.visualization"})
FUNCTIONS = ("agg.", "coll.", "convert.", "date.", "map.", "math.", "number.", "text.")
_GROUP = {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": ["readRecord"]}}}


def mark(root: Path, seconds: int) -> None:
    """Make the folder's engine one that only reads, from its next start on; 0: one that is being filled."""
    root.mkdir(parents=True, exist_ok=True)
    (root / MARK).write_text(str(seconds))


def seconds(root: Path) -> int | None:
    """Return how long a question may take, 0 where the folder is being filled, None for an engine like any other."""
    file = root / MARK
    return int(file.read_text()) if file.exists() else None


def config(limit: int) -> dict[str, object]:
    """Return the settings of the engine: it opens its files for reading, or fills them without waiting for the disk."""
    return {"server_defaultDatabaseMode": "READ_ONLY"} if limit else {"txWalFlush": 0}


def machine(limit: int) -> str:
    """Return the settings of the Java machine: it fetches nothing, and what a question takes is bounded."""
    settings = {
        "command.timeout": limit * 1000,
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "queryMaxHeapRAM": 128,
        "queryMaxRangeSize": 1_000_000,
    }
    return " ".join([MEMORY, *(f"-Darcadedb.{name}={value}" for name, value in settings.items())])


def admit_reader(server: Any) -> tuple[str, str]:
    """Give the running engine a login that reads; return its name and its password, drawn anew at each start."""
    import jpype  # noqa: PLC0415  only in the engine's own process

    password = secrets.token_urlsafe(24)
    security = server._java_server.getSecurity()
    security.dropUser(READER)
    user = {"name": READER, "password": str(security.encodePassword(password)), "databases": {"*": [READER]}}
    security.createUser(jpype.JClass("com.arcadedb.serializer.json.JSONObject")(json.dumps(user)))
    return READER, password


def forbid_calls() -> None:
    """Take from the running engine the procedures and functions that are not listed; no setting does it."""
    import jpype  # noqa: PLC0415  only in the engine's own process

    for name in ("function.procedure.ProcedureRegistry", "query.opencypher.procedures.CypherProcedureRegistry"):
        held = jpype.JClass(f"com.arcadedb.{name}")
        for procedure in [str(known) for known in held.getProcedureNames()]:
            if procedure not in PROCEDURES:
                held.unregister(procedure)
    for name in ("function.FunctionRegistry", "function.CypherFunctionRegistry"):
        held = jpype.JClass(f"com.arcadedb.{name}")
        for function in [str(known) for known in held.getFunctionNames()]:
            if not function.startswith(FUNCTIONS):
                held.unregister(function)


def step_back() -> None:
    """Lower the priority of this process, thread by thread: those that come later have that of their maker."""
    for thread in Path("/proc/self/task").iterdir():
        with suppress(ProcessLookupError):  # it ended meanwhile
            os.setpriority(os.PRIO_PROCESS, int(thread.name), NICE)


def allow_reading(root: Path) -> None:
    """Write the group of those who read, before the engine starts and reads it."""
    file = root / "data" / "config" / "server-groups.json"
    groups = json.loads(file.read_text())
    groups["databases"]["*"]["groups"][READER] = _GROUP
    file.write_text(json.dumps(groups))


def leave_errands(root: Path, errands: Sequence[tuple[str, list[str]]]) -> None:
    """Leave writings for the folder's next engine: each a statement and its `$ids`."""
    new = root / f"{ERRANDS}.new"
    new.write_text(json.dumps(errands))
    new.replace(root / ERRANDS)


def run_errands(root: Path, database: Path, open_database: Callable[[str], Any]) -> None:
    """Do what was left, before anything is served; what a killed process left half done is done again."""
    if not (root / ERRANDS).exists():
        return
    opened = open_database(str(database))
    for statement, ids in json.loads((root / ERRANDS).read_text()):
        with opened.transaction():
            opened.command("opencypher", statement, {"ids": ids})
    opened.close()
    (root / ERRANDS).unlink()
