"""Brings a database to the newest schema, whatever it holds.

On the embedded engine an index made after data exists freezes the types it sees, so a database that holds data
is carried over: backup, a new database with the whole schema, restore. The old one is kept beside it. A real
Neo4j applies new schema files in place.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from symbiosis.domain.errors import Refused
from symbiosis.store import backup, engine, locks, schema
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store

Say = Callable[[str], None]


def bring_up_to_date(store: Store, at: str, root: Path | None, say: Say, folder: Path = schema.FOLDER) -> None:
    """Apply what is missing of the schema; `root` is the embedded engine's folder, None for a Neo4j server."""
    if root is not None:
        _finish_interrupted(root)
    if not schema.pending(store, folder):
        return
    if root is None or schema.is_empty(store):
        schema.apply(store, at, folder)
        return
    say("The graph's schema changed: carrying the database over to a new one; the old one is kept.")
    with locks.exclusive(root.parent / "upgrade.lock"):
        _carry_over(store, at, root, folder)


def _carry_over(store: Store, at: str, root: Path, folder: Path) -> None:
    saved = root.parent / "backups" / f"before-{schema.files(folder)[-1].stem}.jsonl.gz"
    backup.save(store, saved, at)
    _remove_unfinished(root)
    fresh = Store(embedded(_fresh(root)))
    schema.apply(fresh, at, folder)
    backup.load(fresh, saved)
    for opened, place in ((fresh, _fresh(root)), (store, root)):
        _shut(opened, place)
    (_fresh(root) / "whole").touch()
    root.rename(_kept(root))
    _finish_interrupted(root)


def _shut(store: Store, root: Path) -> None:
    """Stop the folder's engine; Refused while another process uses it."""
    store.close()
    engine.leave(root)
    if engine.in_use(root):
        raise Refused("Another process uses this database: stop it (Ctrl+C where `make run` runs), then try again.")
    engine.stop(root)


def _finish_interrupted(root: Path) -> None:
    """Put a whole new database in its place: the last step, also after a power cut just before it."""
    if (_fresh(root) / "whole").exists() and not root.exists():
        _fresh(root).rename(root)
        (root / "whole").unlink()


def _remove_unfinished(root: Path) -> None:
    """Remove what an earlier try left that did not get to its end."""
    engine.stop(_fresh(root))
    shutil.rmtree(_fresh(root), ignore_errors=True)


def _fresh(root: Path) -> Path:
    return root.with_name(f"{root.name}-new")


def _kept(root: Path) -> Path:
    """Return a free name for the old database."""
    names = (root.with_name(f"{root.name}-before-{n}") for n in range(1, 1000))
    return next(name for name in names if not name.exists())
