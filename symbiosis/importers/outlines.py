"""Outlines of communes from a GeoJSON file: official borders, whoever publishes them."""

import json
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any

from symbiosis.domain.errors import Refused

CODES = ("code", "insee", "INSEE_COM", "code_insee", "codgeo", "id")
LARGEST = 20 * 1024 * 1024
KINDS = {"Polygon": 2, "MultiPolygon": 3}  # how deep their coordinates are nested


@dataclass(frozen=True)
class Outlines:
    """Geometries by INSEE code, and one sentence for each feature that could not be read."""

    geometries: dict[str, dict[str, Any]]
    troubles: tuple[str, ...]


def read_outlines(file: Path) -> Outlines:
    """Return what the file holds; Refused where it is no GeoJSON of features."""
    if file.stat().st_size > LARGEST:
        raise Refused(f"{file} is larger than 20 MB: simplify the outlines first.")
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        features = told["features"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Refused(f"{file} is no GeoJSON FeatureCollection in UTF-8.") from None
    if not isinstance(features, list):
        raise Refused(f"{file} is no GeoJSON FeatureCollection in UTF-8.")
    geometries, troubles = dict[str, dict[str, Any]](), list[str]()
    for rank, feature in enumerate(features, start=1):
        code, geometry = _code(feature), _geometry(feature)
        if code and geometry:
            geometries[code] = geometry
        else:
            lacking = "no INSEE code (property code, insee…)" if not code else "no Polygon in degrees"
            troubles.append(f"{file.name}, feature {rank}: {lacking}; left out.")
    return Outlines(geometries, tuple(troubles))


def _code(feature: object) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    found = (properties.get(name) for name in CODES) if isinstance(properties, dict) else ()
    return next((str(code) for code in found if code), "")


def _geometry(feature: object) -> dict[str, Any] | None:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    held = geometry if isinstance(geometry, dict) else {}
    kind, coordinates = held.get("type"), held.get("coordinates")
    depth = KINDS.get(kind) if isinstance(kind, str) else None
    return {"type": kind, "coordinates": coordinates} if depth and _nested(coordinates, depth) else None


def _nested(held: object, depth: int) -> bool:
    """Tell whether these are lists in lists down to places in degrees."""
    if not isinstance(held, list) or not held:
        return False
    if depth:
        return all(_nested(part, depth - 1) for part in held)
    numbers = len(held) >= 2 and all(isinstance(n, int | float) and isfinite(n) for n in held[:2])  # noqa: PLR2004
    return numbers and abs(held[0]) <= 180 and abs(held[1]) <= 90  # noqa: PLR2004
