"""The nodes and relations of an answer: as a graph (GraphML), or on the map (GeoJSON)."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from symbiosis.domain.answers import Edge, Node, parts
from symbiosis.exports.sheet import NothingToDraw, Sheet, data, in_xml, text

LATITUDES, LONGITUDES = ("lat", "latitude"), ("lon", "longitude")


def graphml(sheet: Sheet) -> Iterator[bytes]:
    """Yield a GraphML file that Gephi, yEd and networkx open; lists and the like are texts in it."""
    import networkx as nx  # noqa: PLC0415  only where it is needed

    nodes, edges = parts(sheet.rows)
    if not nodes and not edges:
        raise NothingToDraw("graphml")
    graph: Any = nx.MultiDiGraph(query=in_xml(sheet.query), made_at=sheet.made_at, notice=sheet.notice())
    names = {key: _name(node) for key, node in nodes.items()}
    for key, node in nodes.items():
        graph.add_node(names[key], label=node.label, **_simple(node.properties))
    for edge in edges.values():
        ends = [names.get(end, end) for end in (edge.start, edge.end)]
        graph.add_edge(*ends, type=edge.type, **_simple(edge.properties))
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n'
    for line in nx.generate_graphml(graph):
        yield f"{line}\n".encode()


def geojson(sheet: Sheet) -> Iterator[bytes]:
    """Yield a feature collection (WGS 84): a point for each node or row that has a place, a line for each relation."""
    rows = list(sheet.rows)
    nodes, edges = parts(rows)
    placed = {key: node for key, node in nodes.items() if _place(node.properties)}
    features = list(chain(map(_point, placed.values()), _lines(placed, edges), _of_rows(sheet.columns, rows)))
    if not features:
        raise NothingToDraw("geojson")
    collection = {"type": "FeatureCollection", "made_at": sheet.made_at, "notice": sheet.notice()}
    yield json.dumps(collection | {"features": features}, ensure_ascii=False).encode()


def _name(node: Node) -> str:
    return in_xml(f"{node.label}:{node.properties.get('id', node.key)}")


def _simple(properties: Any) -> dict[str, Any]:
    held = {name: value for name, value in properties.items() if value is not None}
    kept = {name: v if isinstance(v, bool | int | float) else in_xml(text(v)) for name, v in held.items()}
    return {f"_{name}" if name in ("label", "type") else name: value for name, value in kept.items()}


def _place(held: Any) -> list[float] | None:
    lat = next((held[name] for name in LATITUDES if isinstance(held.get(name), int | float)), None)
    lon = next((held[name] for name in LONGITUDES if isinstance(held.get(name), int | float)), None)
    return None if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180 else [lon, lat]  # noqa: PLR2004


def _point(node: Node) -> dict[str, Any]:
    return _feature("Point", _place(node.properties), {"label": node.label} | _simple(node.properties))


def _lines(placed: dict[str, Node], edges: dict[str, Edge]) -> Iterator[dict[str, Any]]:
    for edge in edges.values():
        if edge.start in placed and edge.end in placed:
            ends = [_place(placed[end].properties) for end in (edge.start, edge.end)]
            yield _feature("LineString", ends, {"type": edge.type} | _simple(edge.properties))


def _of_rows(columns: tuple[str, ...], rows: list[Any]) -> Iterator[dict[str, Any]]:
    for row in rows:
        held = dict(zip(columns, row, strict=True))
        if place := _place(held):
            yield _feature("Point", place, {name: data(value) for name, value in held.items()})


def _feature(kind: str, coordinates: Any, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": kind, "coordinates": coordinates}, "properties": properties}
