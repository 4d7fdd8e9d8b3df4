"""What every format is given: columns, rows that come one by one, and where they come from."""

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from symbiosis.domain.answers import AnswerRow, Edge, LeftOut, Node, Path, Stop, Stopped, Value, left_out
from symbiosis.domain.errors import SymbiosisError

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class NothingToDraw(SymbiosisError):
    """The answer holds nothing that this format can show: no node, or no place."""


class Rows:
    """At most so many rows of an answer; afterwards `left` tells of others, `stopped` that it was cut short."""

    def __init__(self, rows: Iterator[AnswerRow], most: int) -> None:
        """Give at most `most` of these."""
        self._rows, self._most = rows, most
        self.count = 0
        self.left: LeftOut | None = None
        self.stopped: Stop | None = None

    def __iter__(self) -> Iterator[AnswerRow]:
        """Yield the rows; what ends them early is kept, not raised, once the first one was given.

        Raised even then where something in them was hidden meanwhile: what is not sent yet may not be sent any more.
        """
        try:
            for row in islice(self._rows, self._most):
                self.count += 1
                yield tuple(map(_finite, row))
            self.left = left_out(self._rows)
        except Stopped as stopped:
            if self.count == 0 or stopped.why is Stop.CHANGED:
                raise
            self.stopped = stopped.why


def _finite(value: Value) -> Value:
    """Return a value without the numbers that are none (0.0 / 0), which JSON and spreadsheets do not know: they go."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list):
        return [_finite(part) for part in value]
    return {key: _finite(part) for key, part in value.items()} if isinstance(value, dict) else value


@dataclass(frozen=True)
class Words:
    """What a file says in the reader's language: that it is not whole; columns and codes, where these are known."""

    cut: Callable[[LeftOut, int], str]
    stopped: Callable[[Stop, int], str]
    heading: Callable[[str], str] = str
    code: Callable[[str, str], str] = lambda _column, text: text


@dataclass(frozen=True)
class Sheet:
    """An answer to be written: `notice` says in the reader's language what was left out, given the rows once read."""

    columns: tuple[str, ...]
    rows: Rows
    query: str
    made_at: str
    words: Words
    parameters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def headings(self) -> list[str]:
        """Return the columns in the reader's words."""
        return list(map(self.words.heading, self.columns))

    def told(self) -> Iterator[list[Value]]:
        """Yield the rows, their codes in the reader's words."""
        for row in self.rows:
            yield [self._word(*held) for held in zip(self.columns, row, strict=True)]

    def _word(self, column: str, value: Value) -> Value:
        return self.words.code(column, value) if isinstance(value, str) else value

    def notice(self) -> str:
        """Return what to say once every row was read; '' when the answer is whole."""
        if self.rows.stopped:
            return self.words.stopped(self.rows.stopped, self.rows.count)
        return self.words.cut(self.rows.left, self.rows.count) if self.rows.left else ""


def in_xml(told: str) -> str:
    """Return a text without the characters that no XML file may hold.

    >>> in_xml("a\\x0bb")
    'ab'
    """
    return NOT_IN_XML.sub("", told)


def text(value: Value) -> str:
    """Return one cell as text: simple lists with ` | `, nodes and the like as JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(part, str | int | float | None) for part in value):
        return " | ".join("" if part is None else str(part) for part in value)
    return json.dumps(data(value), ensure_ascii=False)


def data(value: Value) -> Any:
    """Return a value as JSON holds it."""
    if isinstance(value, Node):
        return {"label": value.label, "properties": dict(value.properties)}
    if isinstance(value, Edge):
        return {"type": value.type, "properties": dict(value.properties)}
    if isinstance(value, Path):
        return {"nodes": [data(n) for n in value.nodes], "relations": [data(e) for e in value.edges]}
    if isinstance(value, list):
        return [data(part) for part in value]
    return {key: data(part) for key, part in value.items()} if isinstance(value, dict) else value
