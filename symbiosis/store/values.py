"""What the driver gives, as the rest of the product knows it."""

from collections.abc import Callable
from typing import Any

from neo4j import Record, graph
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from symbiosis.domain.answers import AnswerRow, Edge, Node, Path, Stop, Stopped, Value, too_deep

AS_THEY_ARE = (str, int, float, bool, type(None))


def row(record: Record) -> AnswerRow:
    """Return a row of an answer; Stopped where lists lie too deep in each other."""
    values: list[Any] = list(record.values())
    if any(map(too_deep, values)):
        raise Stopped(Stop.DEEP)
    return tuple(map(plain, values))


def plain(value: Any) -> Value:
    """Return a value of an answer: texts, numbers, lists, mappings, nodes, relations and paths."""
    if type(value) in AS_THEY_ARE:
        return value
    make = MAKERS.get(type(value).__mro__[0]) or next((m for kind, m in MAKERS.items() if isinstance(value, kind)), str)
    return make(value)


def _node(node: graph.Node) -> Node:
    return Node(node.element_id, next(iter(node.labels), ""), {k: plain(v) for k, v in node.items()})


def _edge(edge: graph.Relationship) -> Edge:
    ends = [end.element_id if end is not None else "" for end in (edge.start_node, edge.end_node)]
    return Edge(edge.element_id, edge.type, ends[0], ends[1], {k: plain(v) for k, v in edge.items()})


def _path(path: graph.Path) -> Path:
    return Path(tuple(map(_node, path.nodes)), tuple(map(_edge, path.relationships)))


MAKERS: dict[type, Callable[[Any], Value]] = {
    list: lambda held: [plain(part) for part in held],
    tuple: lambda held: [plain(part) for part in held],
    dict: lambda held: {str(key): plain(part) for key, part in held.items()},
    graph.Node: _node,
    graph.Path: _path,
    graph.Relationship: _edge,
    Point: list,
    bytes: lambda held: held.hex(),
    bytearray: lambda held: held.hex(),
    **{kind: lambda when: str(when.iso_format()) for kind in (Date, DateTime, Time, Duration)},
}
