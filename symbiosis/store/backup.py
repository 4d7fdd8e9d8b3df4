"""A whole database in one file, and back: gzipped JSON lines, a header, then nodes, then relations.

Labels and relation types cannot be parameters in Cypher; they are checked against a plain-name pattern here,
the one place where a name is put into a query.
"""

import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from symbiosis.domain.errors import Refused
from symbiosis.store import schema
from symbiosis.store.session import Row, Store, batches

FORMAT = 1
# A new database has the first two of its own; a session that ended must not come back.
NOT_CARRIED = ("Schema", "TestDatabase", "Session", "Throttle")
Keep = Callable[[Row], Row]  # properties in, those that are kept out
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
PAGE, BATCH = 2000, 500

NODES = "MATCH (n:{label}) WHERE n.id > $after RETURN properties(n) AS p ORDER BY n.id LIMIT $limit"
RELATIONS = (
    "MATCH (a:{label}) WHERE a.id > $after WITH a ORDER BY a.id LIMIT $limit OPTIONAL MATCH (a)-[r]->(b) "
    "RETURN a.id AS a, type(r) AS type, properties(r) AS p, labels(b)[0] AS to_label, b.id AS b ORDER BY a, type, b"
)
PUT_NODES = "UNWIND $rows AS row CREATE (n:{label}) SET n = row"
PUT_RELATIONS = (
    "UNWIND $rows AS row MATCH (a:{label} {{id: row.a}}), (b:{to_label} {{id: row.b}}) "
    "CREATE (a)-[r:{type}]->(b) SET r = row.p"
)


def save(store: Store, file: Path, at: str) -> int:
    """Write everything to the file, which appears whole or not at all; return how many nodes it holds."""
    partial = file.with_suffix(file.suffix + ".partial")
    file.parent.mkdir(parents=True, exist_ok=True)
    partial.unlink(missing_ok=True)
    partial.touch(mode=0o600)
    with gzip.open(partial, "wt", encoding="utf-8") as stream:
        _line(stream.write, {"format": FORMAT, "at": at, "schema": [f.stem for f in schema.files()]})
        labels = _labels(store)
        count = sum(_line(stream.write, {"node": label, "p": p}) for label in labels for p in _nodes(store, label))
        for label in labels:
            for row in _relations(store, label):
                _line(stream.write, {"relation": row["type"], "from": label} | row)
    partial.replace(file)
    return count


def load(store: Store, file: Path) -> int:
    """Fill an empty database from a file; return how many nodes it got. Refused when it is not empty."""
    if any(next(_nodes(store, label), None) for label in _labels(store)):
        raise Refused("This database is not empty: restore into a new SYMBIOSIS_HOME, or an empty Neo4j database.")
    _check(file)
    count = 0
    for query, rows in _groups(_read(file)):
        count += 0 if "MATCH" in query else len(rows)
        _put(store, query, rows)
    return count


def _line(write: Callable[[str], Any], value: Row) -> int:
    write(json.dumps(value, ensure_ascii=False) + "\n")
    return 1


def copy(source: Store, target: Store, labels: Mapping[str, Keep], relations: Mapping[str, Keep]) -> int:
    """Copy these labels and relations into an empty database, of each what `Keep` keeps; return how many nodes.

    What has another label, or leads to one, is not even read.
    """
    count = 0
    held = [label for label in _labels(source) if label in labels]
    for label in held:
        rows = (labels[label](p) for p in _nodes(source, label))
        count += _put(target, PUT_NODES.format(label=label), rows)
    for label in held:
        lines = (r for r in _relations(source, label) if r["type"] in relations and r["to_label"] in labels)
        kept = ({"relation": r["type"], "from": label} | r | {"p": relations[r["type"]](r["p"])} for r in lines)
        for query, group in _groups(kept):
            _put(target, query, group)
    return count


def _put(store: Store, query: str, rows: Iterable[Row]) -> int:
    count = 0
    for batch in batches(rows, BATCH):
        store.together(lambda tx, batch=batch: tx.run_text(query, rows=batch))  # type: ignore[misc]
        count += len(batch)
    return count


def _labels(store: Store) -> list[str]:
    rows = store.together(lambda tx: tx.run_text("CALL db.labels() YIELD label RETURN label"))
    return sorted(_name(row["label"]) for row in rows if row["label"] not in NOT_CARRIED)


def _name(text: str) -> str:
    if not NAME.fullmatch(text):
        raise Refused(f"{text!r} is not a name of a label or relation of this product.")
    return text


def _nodes(store: Store, label: str) -> Iterator[Row]:
    after = ""
    while rows := _ask(store, NODES.format(label=label), after):
        yield from (row["p"] for row in rows)
        after = rows[-1]["p"]["id"]


def _relations(store: Store, label: str) -> Iterator[Row]:
    after = ""
    while rows := _ask(store, RELATIONS.format(label=label), after):
        yield from (row for row in rows if row["type"])
        after = rows[-1]["a"]


def _ask(store: Store, query: str, after: str) -> list[Row]:
    return store.together(lambda tx: tx.run_text(query, after=after, limit=PAGE))


def _read(file: Path) -> Iterator[Row]:
    try:
        with gzip.open(file, "rt", encoding="utf-8") as stream:
            header = json.loads(next(stream))
            if header.get("format") != FORMAT:
                raise Refused(f"{file} was made by another version of the product (format {header.get('format')}).")
            yield from map(json.loads, stream)
    except (OSError, EOFError, ValueError, StopIteration, zlib.error) as error:
        raise Refused(f"{file} is not a whole backup file: {error}") from None


def _check(file: Path) -> None:
    """Read the whole file once, so that a damaged or foreign one is refused before anything is written."""
    try:
        for _ in _groups(_read(file)):
            pass
    except (KeyError, TypeError, AttributeError):
        raise Refused(f"{file} is not a backup of this product.") from None


def _groups(lines: Iterator[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Yield queries with the rows they take, many at a time; every node comes before the first relation."""
    waiting: dict[str, list[Row]] = {}
    relations = False
    for line in lines:
        if "relation" in line and not relations:
            yield from waiting.items()
            waiting, relations = {}, True
        rows = waiting.setdefault(_query(line), [])
        rows.append(line["p"] if "node" in line else {"a": line["a"], "b": line["b"], "p": line["p"]})
        if len(rows) >= PAGE:
            yield _query(line), waiting.pop(_query(line))
    yield from waiting.items()


def _query(line: Row) -> str:
    if "node" in line:
        return PUT_NODES.format(label=_name(line["node"]))
    names = {"label": line["from"], "to_label": line["to_label"], "type": line["relation"]}
    return PUT_RELATIONS.format(**{key: _name(value) for key, value in names.items()})
