"""What a reading copy tells, what of it may be told no more, and how that is taken out.

A copy's folder holds the ids of the firms and flows it tells, of flows with their version. Once one of them is hidden
in the graph, or a person corrected it, the folder's engine is ended and started again: before it serves anything, it
takes out what it is told to.
"""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from symbiosis.store import lately, queries, read_only
from symbiosis.store.per_version import per_version
from symbiosis.store.session import BATCH, Row, Store, batches

TELLS = "tells.json"
TAKE_OUT = {"flows": "reading/take_out_flows", "firms": "reading/take_out_firms"}
Ids = Mapping[str, frozenset[str]]


@per_version
def speaking(store: Store) -> Ids:
    """Return the ids of what may be told at this moment."""
    return _ids(store.read("reading/speaking")[0])


def hide_and_remember(before: Ids, store: Store, fresh: Store, root: Path) -> int:
    """Take out of a new copy what was hidden since `before`, while it was filled, and remember what is left.

    Return how many things went out.
    """
    now = speaking(store)
    gone = {kind: before[kind] - now[kind] for kind in TAKE_OUT}
    for question, ids in _to_take_out(gone):
        fresh.write(question, ids=ids)
    held = _ids(fresh.read("reading/told")[0])
    _remember(root, {kind: frozenset(x for x in now[kind] if _id(kind, x) in held[kind]) for kind in TAKE_OUT})
    return sum(map(len, gone.values()))


def to_hide(store: Store, root: Path) -> Ids:
    """Return what the copy in a folder tells and must not; each kind may be empty."""
    written, found = (root / TELLS).stat().st_mtime_ns, _compared(store)
    if (root, written) not in found:
        told, now = _told(root, written), speaking(store)
        found[root, written] = {kind: told[kind] - now[kind] for kind in TAKE_OUT}
    return found[root, written]


@per_version
def _compared(_store: Store) -> dict[tuple[Path, int], Ids]:
    """Return what was compared already: each question asks, and twenty thousand ids take it longer than its answer."""
    return {}


def ask(root: Path, hidden: Ids) -> None:
    """Leave with the folder what its engine has to take out before it serves anything."""
    read_only.leave_errands(root, [(queries.text(question), ids) for question, ids in _to_take_out(hidden)])


def forget(root: Path, hidden: Ids) -> None:
    """Remember that the copy does not tell this any more."""
    told = _told(root, (root / TELLS).stat().st_mtime_ns)
    _remember(root, {kind: told[kind] - hidden[kind] for kind in TAKE_OUT})


def just_taken_out(root: Path, seconds: float) -> bool:
    """Tell whether something was taken out of the copy in a folder less than so many seconds ago."""
    return lately.written(root / TELLS, seconds)


def _to_take_out(hidden: Ids) -> Iterator[tuple[str, list[str]]]:
    for kind, question in TAKE_OUT.items():
        for ids in batches(sorted({_id(kind, x) for x in hidden[kind]}), BATCH):
            yield question, ids


def _id(kind: str, told: str) -> str:
    """Return the id of what is told: flows have their version behind it.

    >>> _id("flows", "flow-1@2"), _id("firms", "a@b")
    ('flow-1', 'a@b')
    """
    return told.rsplit("@", 1)[0] if kind == "flows" else told


def _ids(row: Row) -> Ids:
    return {kind: frozenset(row[kind]) for kind in TAKE_OUT}


@lru_cache(maxsize=2)
def _told(root: Path, _written_at: int) -> Ids:
    return _ids(json.loads((root / TELLS).read_text()))


def _remember(root: Path, told: Ids) -> None:
    new = root / f"{TELLS}.new"
    new.write_text(json.dumps({kind: sorted(ids) for kind, ids in told.items()}))
    new.replace(root / TELLS)
