"""Applies the numbered schema files and remembers which were applied."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from symbiosis.domain.errors import Refused
from symbiosis.store.queries import GRAPH
from symbiosis.store.session import Store

FOLDER = GRAPH / "schema"
ABOUT = re.compile(r"\(n:(\w+)\)")


def files(folder: Path = FOLDER) -> list[Path]:
    """Return the schema files in the order in which they apply."""
    return sorted(folder.glob("*.cypher"))


def checksum(file: Path) -> str:
    """Return what tells whether an applied file was changed since."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def pending(store: Store, folder: Path = FOLDER) -> list[Path]:
    """Return the files not applied yet; Refused when an applied one was changed."""
    applied = {row["id"]: row["checksum"] for row in store.read("schema/recorded")}
    for file in files(folder):
        if applied.get(file.stem, checksum(file)) != checksum(file):
            raise Refused(f"graph/schema/{file.name} was changed after it was applied: add a new numbered file instead")
    return [file for file in files(folder) if file.stem not in applied]


def is_empty(store: Store) -> bool:
    """Tell whether the database holds no node at all."""
    return bool(store.read("schema/count")[0]["n"] == 0)


def apply(store: Store, at: str, folder: Path = FOLDER) -> list[str]:
    """Apply the pending files; return their names."""
    todo = pending(store, folder)
    for file in todo:
        for statement in statements(file.read_text(encoding="utf-8")):
            store.run_schema(statement)
    for file in todo:  # recorded last: the embedded engine wants the whole schema before the first node
        store.write("schema/record", id=file.stem, checksum=checksum(file), at=at)
    return [file.stem for file in todo]


def only(labels: Iterable[str], folder: Path = FOLDER) -> Iterator[str]:
    """Yield the statements about these labels."""
    wanted = tuple(f"(n:{label})" for label in labels)
    for file in files(folder):
        yield from (s for s in statements(file.read_text(encoding="utf-8")) if any(w in s for w in wanted))


def labels(folder: Path = FOLDER) -> set[str]:
    """Return the labels that the schema is about: every one the product writes."""
    return {label for file in files(folder) for label in ABOUT.findall(file.read_text(encoding="utf-8"))}


def statements(text: str) -> Iterator[str]:
    """Yield the statements of a schema file, without its comments."""
    lines = [line.rstrip() for line in text.splitlines() if not line.strip().startswith("//")]
    for statement in "\n".join(lines).split(";\n"):
        if statement.strip(" \n;"):
            yield statement.strip(" \n;")
