"""Comparing answers down to their types: 1 is not 1.0, and True is not 1."""

from collections.abc import Iterable, Mapping
from typing import Any
from unittest.mock import ANY

from symbiosis.store.session import Row


def exact(value: Any) -> Any:
    """Return the value with the type of each of its parts; lists and tuples count as the same."""
    if value is ANY:
        return ANY
    if isinstance(value, Mapping):
        return {key: exact(part) for key, part in sorted(value.items())}
    if isinstance(value, list | tuple):
        return [exact(part) for part in value]
    return (type(value).__name__, value)


def assert_rows(rows: Iterable[Row], columns: str, wanted: Iterable[tuple[Any, ...]]) -> None:
    """Compare rows, in order, with tuples of the named columns; every column has to be named."""
    got = list(rows)
    names = columns.split()
    for row in got:
        assert sorted(row) == sorted(names)
    values = [[row[name] for name in names] for row in got]
    assert values == [list(row) for row in wanted]
    assert exact(values) == exact(list(wanted))
