"""The map: communes with their firms, or the firms of one commune, and the leads between them as lines."""

from collections.abc import Callable, Mapping, Sequence
from math import cos, hypot, radians, sqrt
from typing import Any

from markupsafe import Markup

from symbiosis.domain.pictured import SHOWN, Place, Step
from symbiosis.domain.pictures import Pair, Places, Spot
from symbiosis.web import svg
from symbiosis.web.svg_labels import Symbol, place

MARGIN, TALLEST, SMALL_KM = 34.0, 470.0, 0.02
MOST_LINES = 40  # of each step
MOST_NAMES = 40
Point = tuple[float, float]
Ring = list[Point]


class Projection:
    """Degrees to units: a plane that is true around the middle of the places."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Fit the places into the width, else into the tallest height."""
        lats, lons = [p[0] for p in places] or [0.0], [p[1] for p in places] or [0.0]
        self._south, self._north, self._west, self._east = min(lats), max(lats), min(lons), max(lons)
        self._flat = cos(radians((self._south + self._north) / 2))
        wide = max((self._east - self._west) * self._flat, SMALL_KM / 111)
        high = max(self._north - self._south, SMALL_KM / 111)
        self._scale = min((svg.WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / high)
        self._left = (svg.WIDTH - (self._east - self._west) * self._flat * self._scale) / 2
        self.height = (self._north - self._south) * self._scale + 2 * MARGIN

    def __call__(self, there: Place) -> Point:
        """Return where a place stands in the picture."""
        lat, lon = there
        return (
            self._left + (lon - self._west) * self._flat * self._scale,
            MARGIN + (self._north - lat) * self._scale,
        )

    @property
    def units_per_km(self) -> float:
        """Return how many units a kilometre takes."""
        return self._scale / 111.2


def draw(
    words: svg.Words, found: Places, outlines: Mapping[str, Any], address: Callable[[str], str]
) -> tuple[Markup, list[Spot], int]:
    """Return the picture, the spots whose name found no room, and how many lines were left out."""
    spots = [spot for spot in found.spots if spot.place]
    outer = [(lat, lon) for geometry in outlines.values() for ring in rings(geometry) for lon, lat in ring]
    to = Projection([s.place for s in spots if s.place] + outer)
    where = {spot.id: to(spot.place) for spot in spots if spot.place}
    land = _official(outlines, to) if outlines else _schematic(spots, where, to.height)
    lines, left_out = _lines(found, where)
    symbols = [_symbol(spot, where[spot.id], rank) for rank, spot in enumerate(spots, start=1)]
    order = sorted(range(len(symbols)), key=lambda i: -symbols[i].r)
    labels, unnamed = place([symbols[i] for i in order], to.height, MOST_NAMES)
    circles = [_circle(symbol, spot, address(spot.id)) for symbol, spot in zip(symbols, spots, strict=True)]
    body = svg.joined([*land, *lines, *circles, *labels, _scale(to)])
    nameless = {symbol.name for symbol in unnamed}
    return svg.picture(words, to.height, body, linked=True), [s for s in spots if s.name in nameless], left_out


def rings(geometry: Mapping[str, Any]) -> list[Ring]:
    """Return the outer rings of a GeoJSON Polygon or MultiPolygon, as (longitude, latitude)."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [[(float(p[0]), float(p[1])) for p in polygon[0]] for polygon in polygons]


def _official(outlines: Mapping[str, Any], to: Projection) -> list[Markup]:
    drawn = [[to((lat, lon)) for lon, lat in ring] for geometry in outlines.values() for ring in rings(geometry)]
    return [_land(ring, "land") for ring in drawn]


def _schematic(spots: Sequence[Spot], where: Mapping[str, Point], height: float) -> list[Markup]:
    """Return for each point the part of the frame that is nearer to it than to any other: no real border."""
    if any(spot.firm for spot in spots):
        return []
    cells, points = [], list(where.values())
    for mine in dict.fromkeys(points):
        cell: Ring = [(2, 2), (svg.WIDTH - 2, 2), (svg.WIDTH - 2, height - 2), (2, height - 2)]
        for other in points:
            if other != mine:
                cell = _nearer(cell, mine, other)
        cells.append(_land(cell, "land schematic"))
    return cells


def _nearer(cell: Ring, mine: Point, other: Point) -> Ring:
    """Return the part of a convex cell on my side of the line halfway to another point."""
    nx, ny = other[0] - mine[0], other[1] - mine[1]
    limit = (other[0] ** 2 + other[1] ** 2 - mine[0] ** 2 - mine[1] ** 2) / 2
    kept: Ring = []
    for a, b in zip(cell, cell[1:] + cell[:1], strict=True):
        da, db = a[0] * nx + a[1] * ny - limit, b[0] * nx + b[1] * ny - limit
        if da <= 0:
            kept.append(a)
        if (da < 0 < db) or (db < 0 < da):
            t = da / (da - db)
            kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
    return kept


def _land(ring: Ring, sort: str) -> Markup:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in ring)
    return Markup('<polygon points="{}" class="{}"></polygon>').format(points, sort)


def _lines(found: Places, where: Mapping[str, Point]) -> tuple[list[Markup], int]:
    """Return the lines, the surest on top, beside each other where two places are joined in several ways."""
    placed = [(pair, step, n) for pair, step, n in found.lines if set(pair) <= where.keys()]
    ranked = sorted(placed, key=lambda k: (-k[2], k[0]))
    kept = [line for step in SHOWN for line in [k for k in ranked if k[1] is step][:MOST_LINES]]
    most = max((n for _, _, n in kept), default=1)
    kept.sort(key=lambda k: -SHOWN.index(k[1]))
    names = {spot.id: spot.name for spot in found.spots}
    return [_line(k, where, most, names) for k in kept], len(placed) - len(kept)


def _line(tie: tuple[Pair, Step, int], where: Mapping[str, Point], most: int, names: Mapping[str, str]) -> Markup:
    (one, other), step, n = tie
    a, b = where[one], where[other]
    far = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    aside = 3.0 * SHOWN.index(step)
    dx, dy = -(b[1] - a[1]) / far * aside, (b[0] - a[0]) / far * aside
    width = 1.0 + 4.0 * sqrt((n - 1) / max(most, 30))
    drawn = svg.line((a[0] + dx, a[1] + dy), (b[0] + dx, b[1] + dy), step, width)
    return svg.titled(f"{names[one]} – {names[other]} : {n}", drawn)


def _symbol(spot: Spot, there: Point, rank: int) -> Symbol:
    size = 4.0 + sqrt(spot.firms) / 2.2 if not spot.firm else 3.0 + min(3.0, sqrt(spot.leads) / 2)
    return Symbol(*there, min(size, 19.0), spot.name, str(rank) if not spot.firm else "")


def _circle(symbol: Symbol, spot: Spot, address: str) -> Markup:
    drawn = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" class="spot"></circle>').format(
        symbol.x, symbol.y, symbol.r
    )
    return svg.link(address, f"{spot.name} ({spot.leads})", svg.titled(f"{spot.name} : {spot.leads}", drawn))


def _scale(to: Projection) -> Markup:
    """Return a bar of a round number of kilometres."""
    km = max((k for k in (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50) if k * to.units_per_km <= 90), default=0.05)  # noqa: PLR2004
    y, said = to.height - 6, f"{km:g} km" if km >= 1 else f"{km * 1000:g} m"
    bar = Markup('<path d="M6 {0:.1f}v4h{1:.1f}v-4" class="scale"></path>').format(y - 4, km * to.units_per_km)
    return svg.joined([bar, svg.text(6, y - 8, said)])
