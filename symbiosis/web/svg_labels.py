"""Names beside symbols, where they fit without covering anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from symbiosis.web import svg

GAP = 3.0


@dataclass(frozen=True)
class Symbol:
    """A round symbol: where, how large, its name, and what stands there where that finds no room ('': none)."""

    x: float
    y: float
    r: float
    name: str
    otherwise: str = ""


Box = tuple[float, float, float, float]  # left, top, right, bottom


def place(symbols: Sequence[Symbol], height: float, most: int) -> tuple[list[Markup], list[Symbol]]:
    """Return the labels, and the symbols whose name found no room; the first are tried first, at most so many."""
    taken: list[Box] = [(s.x - s.r, s.y - s.r, s.x + s.r, s.y + s.r) for s in symbols]
    drawn, unnamed = list[Markup](), list[Symbol]()
    for rank, symbol in enumerate(symbols):
        found = _fits(symbol, taken, height) if symbol.name and rank < most else None
        if found:
            (x, y, anchor), box = found
            taken.append(box)
            drawn.append(svg.text(x, y, symbol.name, anchor, "word halo"))
        else:
            unnamed.append(symbol)
            if symbol.otherwise:
                drawn.append(svg.text(symbol.x, symbol.y + 4.5, symbol.otherwise, "middle", "word halo"))
    return drawn, unnamed


def _fits(symbol: Symbol, taken: list[Box], height: float) -> tuple[tuple[float, float, str], Box] | None:
    wide, high = len(symbol.name) * svg.LETTER, svg.LINE
    side = symbol.r + GAP
    tries = (
        (symbol.x + side, symbol.y + 4.5, "start"), (symbol.x - side, symbol.y + 4.5, "end"),
        (symbol.x, symbol.y - side - 2, "middle"), (symbol.x, symbol.y + side + 11, "middle"),
    )  # fmt: skip
    for x, y, anchor in tries:
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (left, y - high + 3, left + wide, y + 3)
        inside = box[0] >= svg.EDGE and box[2] <= svg.WIDTH - svg.EDGE and box[1] >= 0 and box[3] <= height
        if inside and not any(_meet(box, other) for other in taken):
            return (x, y, anchor), box
    return None


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
