"""The reading copy: a database beside the real one, which holds what may be read and is served for reading only.

It is made whole in a folder of its own, then named the current one; whoever reads the former one finds it gone and asks
again. It is embedded whatever engine holds the real database, so that what may be read is the same everywhere.
"""

import json
import shutil
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from symbiosis.domain.answers import Copy, Stop, Stopped
from symbiosis.domain.clock import seconds_between
from symbiosis.domain.readable import LABELS, RELATIONS, RULES, readable
from symbiosis.store import backup, engine, hiding, locks, read_only, schema, territory
from symbiosis.store.connection import embedded
from symbiosis.store.session import Row, Store

LIMIT_SECONDS = 15
WHOLE_AGAIN_SECONDS = 900  # a copy that lost what rests on hidden flows is made anew, but not after each of them
TOGETHER_SECONDS = 20  # what is hidden so soon after a taking out waits for the next one: many make one pause
PREFIX = "copy-"


def folder(home: Path) -> Path:
    """Return where the copies of a home are."""
    return home / "reading"


def current(home: Path) -> Copy | None:
    """Return the copy to read, None before there is one, or where it was made by other rules than today's."""
    try:
        held = json.loads((folder(home) / "current.json").read_text())
        copy = Copy(**held | {"relations": tuple(tuple(line) for line in held["relations"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return copy if copy.rules == RULES else None


def is_due(store: Store, home: Path, at: str) -> bool:
    """Tell whether the territory was loaded or matched since the copy was made, or an old copy lost something."""
    held, copy = territory.get(store), current(home)
    if held is None or not held["loaded_at"]:
        return False
    if copy is None or (copy.loaded_at, copy.matched_at) != (held["loaded_at"], held["matched_at"]):
        return True
    return copy.taken_out > 0 and seconds_between(copy.made_at, at) > WHOLE_AGAIN_SECONDS


def hide(store: Store, home: Path) -> Copy | None:
    """Take out of the copy what was hidden in the graph since; return the copy that tells nothing of it.

    Each flow and firm is taken out once, and only what was there when the copy was made. Stopped where something else
    was taken out a moment ago: however many are hidden one by one, the engine starts anew three times a minute at most.
    """
    copy = current(home)
    if copy is None or not _tells_too_much(store, home, copy):
        return copy
    with locks.exclusive(folder(home) / "switch.lock"):
        copy = current(home)
        if copy is None or not _tells_too_much(store, home, copy):
            return copy  # somebody else took it out, or the copy was made anew
        if copy.taken_out and hiding.just_taken_out(folder(home) / copy.folder, TOGETHER_SECONDS):
            raise Stopped(Stop.HIDING)
        return _without(folder(home) / copy.folder, copy, hiding.to_hide(store, folder(home) / copy.folder))


def make(store: Store, home: Path, at: str, limit: int = LIMIT_SECONDS) -> Copy:
    """Make a copy, serve it and end the former one; a question to it may take `limit` seconds."""
    with locks.exclusive(folder(home) / "make.lock"):
        _remove_others(home, current(home))
        started = time.monotonic()
        held = territory.get(store) or {"version": "", "matched_at": "", "loaded_at": ""}
        times = {name: held[name] for name in ("version", "matched_at", "loaded_at")}
        root = folder(home) / f"{PREFIX}{uuid4().hex[:12]}"
        told: Row = {"rules": RULES} | _fill(store, root)
        read_only.allow_reading(root)
        read_only.mark(root, limit)
        engine.ensure_running(root)  # nobody who reads waits for its start
        copy = Copy(root.name, at, seconds=round(time.monotonic() - started, 1), **times, **told)
        _name_current(home, copy)
        engine.leave(root)
        return copy


def has_changed(store: Store, home: Path, since: Copy) -> bool:
    """Tell whether something was hidden since a copy was as it is told here, taken out already or not."""
    copy = current(home)
    if copy is None or (copy.folder, copy.taken_out) != (since.folder, since.taken_out):
        return True
    return _tells_too_much(store, home, copy)


def _tells_too_much(store: Store, home: Path, copy: Copy) -> bool:
    return any(hiding.to_hide(store, folder(home) / copy.folder).values())


def _without(root: Path, copy: Copy, hidden: hiding.Ids) -> Copy:
    hiding.ask(root, hidden)
    engine.kill(root)
    reading = Store(embedded(root))
    held = counts(reading)
    reading.close()
    hiding.forget(root, hidden)
    left = replace(copy, taken_out=copy.taken_out + sum(map(len, hidden.values())), **held)
    _write(root.parent, left)
    return left


def _fill(store: Store, root: Path) -> Row:
    read_only.mark(root, 0)
    before = hiding.speaking(store)
    fresh = Store(embedded(root))
    for statement in schema.only(LABELS):
        fresh.run_schema(statement)
    labels = {label: partial(readable, names=names) for label, names in LABELS.items()}
    relations = {kind: partial(readable, names=names) for kind, names in RELATIONS.items()}
    backup.copy(store, fresh, labels, relations)
    fresh.write("reading/drop_withdrawn")
    taken_out = hiding.hide_and_remember(before, store, fresh, root)
    held = counts(fresh) | {"taken_out": taken_out}
    fresh.close()
    engine.leave(root)
    engine.stop(root)
    return held


def counts(fresh: Store) -> Row:
    """Return what a database holds, as a Copy tells it."""
    lines = fresh.read("reading/relations")
    return {
        "labels": {row["label"]: row["n"] for row in fresh.read("reading/labels")},
        "relations": tuple((row["start"], row["type"], row["end"], row["n"]) for row in lines),
    }


def _name_current(home: Path, copy: Copy) -> None:
    with locks.exclusive(folder(home) / "switch.lock"):
        _write(folder(home), copy)
        _remove_others(home, copy)


def _write(copies: Path, copy: Copy) -> None:
    new = copies / "current.new"
    new.write_text(json.dumps(vars(copy)))
    new.replace(copies / "current.json")


def _remove_others(home: Path, kept: Copy | None) -> None:
    for root in folder(home).glob(f"{PREFIX}*"):
        if kept is None or root.name != kept.folder:
            engine.kill(root)
            shutil.rmtree(root, ignore_errors=True)
