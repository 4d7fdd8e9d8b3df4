"""The reading copy: a database beside the real one, which holds what may be read and is served for reading only.

It is made whole in a folder of its own, then named the current one; whoever reads the former one finds it gone and asks
again. It is embedded whatever engine holds the real database, so that what may be read is the same everywhere.
"""

import hashlib
import json
import shutil
import time
from functools import partial
from pathlib import Path
from uuid import uuid4

from symbiosis.domain.answers import Copy
from symbiosis.domain.readable import LABELS, RELATIONS, RULES, readable
from symbiosis.store import backup, engine, locks, read_only, schema, territory
from symbiosis.store.connection import embedded
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store

LIMIT_SECONDS = 15
PREFIX = "copy-"


def folder(home: Path) -> Path:
    """Return where the copies of a home are."""
    return home / "reading"


def current(home: Path) -> Copy | None:
    """Return the copy to read, None before there is one."""
    try:
        held = json.loads((folder(home) / "current.json").read_text())
        return Copy(**held | {"relations": tuple(tuple(line) for line in held["relations"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def is_due(store: Store, home: Path) -> bool:
    """Tell whether the territory was loaded or matched since the copy was made."""
    held, copy = territory.get(store), current(home)
    if held is None or not held["loaded_at"]:
        return False
    made_for = (held["loaded_at"], held["matched_at"], RULES)
    return copy is None or (copy.loaded_at, copy.matched_at, copy.rules) != made_for


def tells_too_much(store: Store, home: Path) -> bool:
    """Tell whether a flow was marked as confidential, or withdrawn, since the copy was made."""
    copy = current(home)
    return copy is not None and copy.kept_back != _kept_back(store)


def drop(home: Path) -> None:
    """Take the copy away at once: nobody reads before there is a new one."""
    with locks.exclusive(folder(home) / "switch.lock"):
        (folder(home) / "current.json").unlink(missing_ok=True)
        _remove_others(home, None)


def make(store: Store, home: Path, at: str, limit: int = LIMIT_SECONDS) -> Copy:
    """Make a copy, serve it and end the former one; a question to it may take `limit` seconds."""
    with locks.exclusive(folder(home) / "make.lock"):
        _remove_others(home, current(home))
        started = time.monotonic()
        held = territory.get(store) or {"version": "", "matched_at": "", "loaded_at": ""}
        times = {name: held[name] for name in ("version", "matched_at", "loaded_at")}
        told: Row = {"rules": RULES, "kept_back": _kept_back(store)}
        root = folder(home) / f"{PREFIX}{uuid4().hex[:12]}"
        counts = _fill(store, root)
        read_only.allow_reading(root)
        read_only.mark(root, limit)
        engine.ensure_running(root)  # nobody who reads waits for its start
        copy = Copy(root.name, at, seconds=round(time.monotonic() - started, 1), **times, **told, **counts)
        _name_current(home, copy)
        engine.leave(root)
        return copy


@per_version
def _kept_back(store: Store) -> str:
    ids = sorted(store.read("reading/kept_back")[0]["ids"])
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16]


def _fill(store: Store, root: Path) -> Row:
    read_only.mark(root, 0)
    fresh = Store(embedded(root))
    for statement in schema.only(LABELS):
        fresh.run_schema(statement)
    labels = {label: partial(readable, names=names) for label, names in LABELS.items()}
    relations = {kind: partial(readable, names=names) for kind, names in RELATIONS.items()}
    backup.copy(store, fresh, labels, relations)
    fresh.write("reading/drop_withdrawn")
    counts = _counts(fresh)
    fresh.close()
    engine.leave(root)
    engine.stop(root)
    return counts


def _counts(fresh: Store) -> Row:
    lines = fresh.read("reading/relations")
    return {
        "labels": {row["label"]: row["n"] for row in fresh.read("reading/labels")},
        "relations": tuple((row["start"], row["type"], row["end"], row["n"]) for row in lines),
    }


def _name_current(home: Path, copy: Copy) -> None:
    with locks.exclusive(folder(home) / "switch.lock"):
        new = folder(home) / "current.new"
        new.write_text(json.dumps(vars(copy)))
        new.replace(folder(home) / "current.json")
        _remove_others(home, copy)


def _remove_others(home: Path, kept: Copy | None) -> None:
    for root in folder(home).glob(f"{PREFIX}*"):
        if kept is None or root.name != kept.folder:
            engine.kill(root)
            shutil.rmtree(root, ignore_errors=True)
