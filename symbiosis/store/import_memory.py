"""What imports remember of a firm that is erased goes too: what they wrote of it, and what they told of its rows."""

import json
from collections.abc import Iterable, Sequence

from symbiosis.store.session import Row, Transaction

SHOWN = ("name", "column", "value", "remedy")


def forget(tx: Transaction, firm_id: str, name: str, flows: Sequence[str]) -> None:
    """Take a firm and its flows out of every import: an undo leaves them alone, a report shows that there was a row."""
    ids = {firm_id, *flows}
    for row in _parts(tx, [firm_id]):  # flows that are no more are named in what was written of them
        ids |= {thing["id"] for thing in json.loads(row["content"]) if _is_of(thing, firm_id)}
    changed = []
    for row in _parts(tx, sorted({*ids, name} - {""})):
        told = json.loads(row["content"])
        kept = [_emptied(thing, ids, name) for thing in told if not _is_of(thing, firm_id) and not _was(thing, ids)]
        changed.append({"id": row["id"], "old": row["content"], "new": json.dumps(kept, ensure_ascii=False)})
    tx.write_rows("imports/replace_part", changed)


def _parts(tx: Transaction, texts: Iterable[str]) -> list[Row]:
    return tx.run("imports/parts_with", texts=[json.dumps(text, ensure_ascii=False)[1:-1] for text in texts])


def _is_of(thing: Row, firm_id: str) -> bool:
    """Tell whether what an import wrote is of a firm; a synergy is of several, and says nothing of one."""
    return any(firm_id in (side.get("firm_id"), side["id"]) for side in _sides(thing) if "id" in side)


def _was(thing: Row, ids: set[str]) -> bool:
    return "noun" in thing and "deed" not in thing and thing["id"] in ids


def _sides(thing: Row) -> list[Row]:
    return [side for side in (thing.get("before"), thing.get("after")) if side]


def _emptied(thing: Row, ids: set[str], name: str) -> Row:
    """Return a line of a report without its words where they are the firm's."""
    if "deed" not in thing:
        return thing
    mine = thing["id"] in ids or (bool(name) and any(name in thing[field] for field in SHOWN))
    return thing | dict.fromkeys(SHOWN, "") if mine else thing
