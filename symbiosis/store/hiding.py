"""What a reading copy tells, what of it may be told no more, and how that is taken out.

A copy's folder holds the ids of the firms and flows it tells. Once one of them is hidden in the graph, the folder's
engine is ended and started again: before it serves anything, it takes out what it is told to.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from symbiosis.store import queries, read_only
from symbiosis.store.per_version import per_version
from symbiosis.store.session import BATCH, Row, Store, batches

TELLS = "tells.json"
TAKE_OUT = {"flows": "reading/take_out_flows", "firms": "reading/take_out_firms"}
Ids = Mapping[str, frozenset[str]]


@per_version
def speaking(store: Store) -> Ids:
    """Return the ids of what may be told at this moment."""
    return _ids(store.read("reading/speaking")[0])


def hide_and_remember(before: Ids, store: Store, fresh: Store, root: Path) -> None:
    """Take out of a new copy what was hidden since `before`, while it was filled, and remember what is left."""
    now = speaking(store)
    for kind, question in TAKE_OUT.items():
        for ids in batches(sorted(before[kind] - now[kind]), BATCH):
            fresh.write(question, ids=ids)
    held = _ids(fresh.read("reading/told")[0])
    _remember(root, {kind: held[kind] & now[kind] for kind in TAKE_OUT})


def to_hide(store: Store, root: Path) -> Ids:
    """Return what the copy in a folder tells and must not; each kind may be empty."""
    told, now = _told(root, (root / TELLS).stat().st_mtime_ns), speaking(store)
    return {kind: told[kind] - now[kind] for kind in TAKE_OUT}


def ask(root: Path, hidden: Ids) -> None:
    """Leave with the folder what its engine has to take out before it serves anything."""
    errands = [(queries.text(TAKE_OUT[kind]), ids) for kind in TAKE_OUT for ids in batches(sorted(hidden[kind]), BATCH)]
    read_only.leave_errands(root, errands)


def forget(root: Path, hidden: Ids) -> None:
    """Remember that the copy does not tell this any more."""
    told = _told(root, (root / TELLS).stat().st_mtime_ns)
    _remember(root, {kind: told[kind] - hidden[kind] for kind in TAKE_OUT})


def _ids(row: Row) -> Ids:
    return {kind: frozenset(row[kind]) for kind in TAKE_OUT}


@lru_cache(maxsize=2)
def _told(root: Path, _written_at: int) -> Ids:
    return _ids(json.loads((root / TELLS).read_text()))


def _remember(root: Path, told: Ids) -> None:
    new = root / f"{TELLS}.new"
    new.write_text(json.dumps({kind: sorted(ids) for kind, ids in told.items()}))
    new.replace(root / TELLS)
