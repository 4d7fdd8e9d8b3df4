"""What a question asked in Cypher is, what it gives, and why it may give nothing."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from symbiosis.domain.errors import SymbiosisError


@dataclass(frozen=True)
class Cypher:
    """A question: its text and its parameters; `who` may cancel it."""

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    who: str = ""


@dataclass(frozen=True)
class Node:
    """A node of an answer; `key` tells it apart within this answer only."""

    key: str
    label: str
    properties: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Return what a person would call it."""
        held = self.properties
        return str(next((held[k] for k in ("name", "fr", "text", "kind", "id") if held.get(k)), self.label))


@dataclass(frozen=True)
class Edge:
    """A relation of an answer, between the keys of its two nodes."""

    key: str
    type: str
    start: str
    end: str
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class Path:
    """A way through the graph."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


Value = Any  # None, bool, int, float, str, Node, Edge, Path, or a list or mapping of these
AnswerRow = tuple[Value, ...]
COUNTED, COUNT_SECONDS = 20_000, 1.0  # how far, and how long, rows that are not shown are counted


DEEPEST = 100  # levels of lists and mappings: what every page and file can walk through


def too_deep(value: Value, left: int = DEEPEST) -> bool:
    """Tell whether a value holds lists or mappings in each other beyond so many levels.

    >>> too_deep([[1]], 1), too_deep([[1]], 2)
    (True, False)
    """
    if not isinstance(value, list | dict):
        return False
    inside = value.values() if isinstance(value, dict) else value
    return left == 0 or any(too_deep(part, left - 1) for part in inside)


def parts(rows: Iterable[AnswerRow]) -> tuple[dict[str, Node], dict[str, Edge]]:
    """Return every node and relation of some rows, by their keys."""
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for row in rows:
        for value in row:
            _collect(value, nodes, edges)
    return nodes, edges


def _collect(value: Value, nodes: dict[str, Node], edges: dict[str, Edge]) -> None:
    if isinstance(value, Node):
        nodes[value.key] = value
    elif isinstance(value, Edge):
        edges[value.key] = value
    elif isinstance(value, Path):
        _collect([*value.nodes, *value.edges], nodes, edges)
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            _collect(part, nodes, edges)


@dataclass(frozen=True)
class Copy:
    """The reading copy that answers: when it was made, of which version of the territory, in how many seconds.

    `live` says that the real database answers instead, at that moment. `rules` tells which list of what may be read it
    was made by, `taken_out` how many flows and firms went out of it since; `labels` counts nodes; `relations` counts
    (label of the start, type, label of the end).
    """

    folder: str
    made_at: str
    version: str
    matched_at: str
    loaded_at: str
    seconds: float
    rules: str
    taken_out: int
    labels: Mapping[str, int]
    relations: tuple[tuple[str, str, str, int], ...]
    live: bool = False


@dataclass(frozen=True)
class Stream:
    """An answer while it comes; `check` raises Stopped once it may not be told any more."""

    columns: tuple[str, ...]
    rows: Iterator[AnswerRow]
    copy: Copy
    check: Callable[[], None] = lambda: None


class Cut(StrEnum):
    """Why an answer has more rows than are shown: too many of them, or too many bytes."""

    ROWS = "rows"
    BYTES = "bytes"


@dataclass(frozen=True)
class LeftOut:
    """What is not shown of an answer: so many rows, or `more` than that."""

    why: Cut
    rows: int
    more: bool


def left_out(rows: Iterator[AnswerRow]) -> LeftOut | None:
    """Count, for a moment, the rows that come after those that are shown; None where there are none.

    >>> left_out(iter([(1,), (2,)])), left_out(iter([]))
    (LeftOut(why=<Cut.ROWS: 'rows'>, rows=2, more=False), None)
    """
    until, count = time.monotonic() + COUNT_SECONDS, 0
    try:
        for _row in rows:
            count += 1
            if count > COUNTED or time.monotonic() > until:
                return LeftOut(Cut.ROWS, count - 1, True)
    except Stopped as stopped:
        if not count or stopped.why in (Stop.CANCELLED, Stop.CHANGED):
            raise
        return LeftOut(Cut.ROWS, count, True)
    return LeftOut(Cut.ROWS, count, False) if count else None


@dataclass(frozen=True)
class Answered:
    """An answer, or its first rows and what is left out; `seconds` it took."""

    columns: tuple[str, ...]
    rows: tuple[AnswerRow, ...]
    left: LeftOut | None
    seconds: float
    copy: Copy


class Stop(StrEnum):
    """Why a question was ended before its end."""

    TIME = "time"
    CANCELLED = "cancelled"
    SIZE = "size"
    DEEP = "deep"  # lists in lists in lists
    MEMORY = "memory"
    BUSY = "busy"
    LOST = "lost"
    NO_COPY = "no_copy"
    NO_GRAPH = "no_graph"  # which knows what is hidden: without it, the copy may tell nothing
    HIDING = "hiding"
    CHANGED = "changed"


class Bar(StrEnum):
    """Why the real database is not read with the account that is set for it, and the copy is."""

    UNREACHABLE = "unreachable"  # or the account is refused
    LABELS = "labels"  # the account sees nodes that the copy leaves out
    PROPERTIES = "properties"
    RELATIONS = "relations"
    WITHDRAWN = "withdrawn"
    WRITES = "writes"  # it may do more than read
    FUNCTIONS = "functions"  # it may run functions that are not Cypher's own
    UNKNOWN = "unknown"  # what it may do cannot be found out
    BEHIND = "behind"  # a replica that does not hold the latest yet
    HIDING = "hiding"  # something was hidden or corrected, and leads may tell of it until they are matched again
    NO_COPY = "no_copy"  # to fall back on, and to compare with


@dataclass(frozen=True)
class Barred:
    """That the real database is not read, why, and the names that this is about."""

    why: Bar
    names: tuple[str, ...] = ()


class Stopped(SymbiosisError):
    """A question was ended before its end."""

    def __init__(self, why: Stop) -> None:
        """Remember why."""
        super().__init__(why.value)
        self.why = why


class Found(StrEnum):
    """How the place of a mistake is known: told by the engine, guessed from a word it names, or not at all."""

    TOLD = "told"
    GUESSED = "guessed"
    NOWHERE = "nowhere"


class Wrong(SymbiosisError):
    """The engine refuses the question: its words, and the line and column (from 1) where it stumbled, 0 if unknown."""

    def __init__(self, message: str, line: int = 0, column: int = 0, found: Found = Found.NOWHERE) -> None:
        """Remember what and where, and how that is known."""
        super().__init__(message)
        self.message, self.line, self.column, self.found = message, line, column, found
