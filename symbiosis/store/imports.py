"""Imports, and what they tell of their rows, in the graph."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.errors import NotFound
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import KnownSynergy
from symbiosis.domain.imports import Deed, Import, ImportKind, ImportState, OutcomeLine, Thing
from symbiosis.store.flows import read_flow
from symbiosis.store.session import Row, Store, Writer

PAGE = 100  # lines in a part, and on a page


@dataclass(frozen=True)
class Touched:
    """One thing that an import wrote: as it was (None: not there) and as it left it."""

    id: str
    before: Thing | None
    after: Thing


def put(store: Store, imported: Import) -> None:
    """Write a new import, whose preview is to be made."""
    row = {name: getattr(imported, name) for name in ("id", "sha256", "who", "at")}
    more = {"kind": imported.kind.value, "paths": list(imported.paths), "options": json.dumps(dict(imported.options))}
    store.write("imports/put", row=row | more)


def get(store: Store, import_id: str) -> Import:
    """Return one import; NotFound when there is none."""
    rows = store.read("imports/get", id=import_id)
    if not rows:
        raise NotFound(f"import {import_id}")
    return _import(rows[0])


def page(store: Store, skip: int, limit: int) -> tuple[list[Import], int]:
    """Return a page of imports, latest first, and how many there are."""
    rows = store.read("imports/list", skip=skip, limit=limit)
    return [_import(row) for row in rows], int(store.read("imports/count")[0]["n"])


def advance(store: Writer, import_id: str, before: Sequence[ImportState], after: ImportState, at: str) -> bool:
    """Move an import on; tell whether it stood where it had to."""
    return bool(store.write("imports/advance", id=import_id, **{"from": list(before)}, to=after.value, at=at))


def choose(store: Store, import_id: str, options: dict[str, str]) -> None:
    """Keep what was chosen for a preview that is to be made again."""
    store.write("imports/choose", id=import_id, options=json.dumps(options))


def tell(store: Writer, import_id: str, lines: Sequence[OutcomeLine], rows_read: int, at: str) -> None:
    """Write what an import found or did, in place of what it told before; `lines` in the order of their deeds."""
    counts = {deed.value: sum(line.deed is deed for line in lines) for deed in Deed}
    store.write("imports/tell", id=import_id, counts=json.dumps(counts), rows_read=rows_read, at=at, message="")
    store.write("imports/drop_parts", id=import_id)
    parts = (part for deed in Deed for part in _parts(import_id, deed.value, (x for x in lines if x.deed is deed)))
    store.write_rows("imports/put_parts", parts, id=import_id)


def fail(store: Store, import_id: str, message: str, at: str) -> None:
    """Say that an import did not come to its end."""
    begun = [ImportState.READING, ImportState.QUEUED, ImportState.RUNNING]
    if advance(store, import_id, begun, ImportState.FAILED, at) or advance(
        store, import_id, [ImportState.UNDOING], ImportState.DONE, at
    ):
        store.write("imports/say", id=import_id, message=message)


def lines(store: Store, import_id: str, deed: Deed, number: int) -> list[OutcomeLine]:
    """Return a page of what an import tells of its rows."""
    rows = store.read("imports/part", id=_part_id(import_id, deed.value, number - 1))
    return [_line(told) for row in rows for told in json.loads(row["content"])]


def every_line(store: Store, imported: Import) -> Iterator[OutcomeLine]:
    """Yield all that an import tells of its rows, part by part."""
    for deed in Deed:
        for number in range(1, -(-imported.counts.get(deed, 0) // PAGE) + 1):
            yield from lines(store, imported.id, deed, number)


def remember(store: Writer, import_id: str, touched: Iterable[Touched]) -> None:
    """Keep what an import wrote, so that it can be undone."""
    rows = (_kept(store, t) for t in touched)
    store.write_rows("imports/put_parts", _parts(import_id, "was", rows), id=import_id)


def remembered(store: Writer, import_id: str) -> list[Touched]:
    """Return what an import wrote."""
    found: list[Touched] = []
    after = _part_id(import_id, "was", -1)
    while rows := store.read("imports/parts", id=import_id, after=after, limit=50):
        mine = (row for row in rows if row["id"].startswith(f"{import_id}:was:"))
        found.extend(_touched(store, told) for row in mine for told in json.loads(row["content"]))
        after = rows[-1]["id"]
    return found


def keeps_files(store: Store, import_id: str) -> bool:
    """Tell whether an import may still need its files."""
    rows = store.read("imports/get", id=import_id)
    return bool(rows) and _import(rows[0]).state not in (ImportState.DONE, ImportState.UNDOING, ImportState.UNDONE)


def unfinished(store: Store) -> list[tuple[str, ImportState]]:
    """Return the imports that no job works on any more, with the state they were left in."""
    return [(row["id"], ImportState(row["state"])) for row in store.read("imports/unfinished")]


def remove(store: Store, import_id: str) -> None:
    """Remove an import that wrote nothing."""
    store.write("imports/drop_parts", id=import_id)
    store.write("imports/remove", id=import_id)


def _parts(import_id: str, of: str, told: Iterable[Any]) -> Iterator[Row]:
    rows = [asdict(line) if isinstance(line, OutcomeLine) else line for line in told]
    for rank in range(-(-len(rows) // PAGE)):
        content = json.dumps(rows[rank * PAGE : (rank + 1) * PAGE], ensure_ascii=False)
        yield {"id": _part_id(import_id, of, rank), "rank": rank, "content": content}


def _part_id(import_id: str, of: str, rank: int) -> str:
    return f"{import_id}:{of}:{rank:06d}"


def _import(row: Row) -> Import:
    counts = {Deed(deed): n for deed, n in json.loads(row["counts"] or "{}").items()}
    return Import(**row | {
        "kind": ImportKind(row["kind"]), "state": ImportState(row["state"]), "paths": tuple(row["paths"] or ()),
        "options": json.loads(row["options"] or "{}"), "counts": counts,
    })  # fmt: skip


def _line(told: Row) -> OutcomeLine:
    return OutcomeLine(**told | {"deed": Deed(told["deed"])})


def _kept(store: Writer, touched: Touched) -> Row:
    """Return a thing as it is remembered; what is confidential is sealed."""
    both = {"before": _plain(touched.before), "after": _plain(touched.after)}
    secret = any(isinstance(t, Flow) and t.confidential for t in (touched.before, touched.after))
    told = {"sealed": store.vault.seal(both)} if secret else both
    return {"id": touched.id, "noun": type(touched.after).__name__} | told


def _plain(thing: Thing | None) -> Row | None:
    return asdict(thing) if thing else None


def _touched(store: Writer, row: Row) -> Touched:
    make = MAKE[row["noun"]]
    told = row | (store.vault.open(row["sealed"]) if "sealed" in row else {})
    before = told["before"]
    return Touched(row["id"], make(before) if before else None, make(told["after"]))


def _firm(told: Row) -> Firm:
    return Firm(**told | {"nace": tuple(told["nace"])})


def _synergy(told: Row) -> KnownSynergy:
    status = Judgement(told["status"]) if told["status"] else None
    kind = SynergyKind(told["kind"])
    return KnownSynergy(**told | {"kind": kind, "firm_ids": tuple(told["firm_ids"]), "status": status})


MAKE: dict[str, Any] = {"Firm": _firm, "Flow": read_flow, "KnownSynergy": _synergy}
