"""The heat map: how many substitutions, by distance and by quantity."""

from collections.abc import Sequence

from markupsafe import Markup

from symbiosis.domain.pictures import UNKNOWN, Spread
from symbiosis.web import svg

NAMES, CELL, HIGH, HEAD = 108.0, 36.0, 30.0, 38.0
SHADES = 5
Bands = Sequence[tuple[int, str]]  # number of the band, its name


def heat(words: svg.Words, found: Spread, columns: Bands, rows: Bands, corner: tuple[str, str]) -> Markup:
    """Return the picture: every cell holds its number, and is darker the more it holds."""
    most = max(found.cells.values(), default=0) or 1
    heads = [svg.text(NAMES + CELL * (i + 0.5), 32, name, "middle") for i, (_, name) in enumerate(columns)]
    sides = [svg.text(NAMES - 6, HEAD + HIGH * (i + 0.5) + 5, name, "end") for i, (_, name) in enumerate(rows)]
    cells = [
        _cell(found.cells.get((c, r), 0), most, (NAMES + CELL * i, HEAD + HIGH * j))
        for i, (c, _) in enumerate(columns)
        for j, (r, _) in enumerate(rows)
    ]
    titles = [svg.text(svg.WIDTH, 12, corner[0], "end", "word strong"), svg.text(0, 32, corner[1], sort="word strong")]
    return svg.picture(words, HEAD + HIGH * len(rows) + 4, svg.joined([*titles, *heads, *sides, *cells]))


def _cell(n: int, most: int, there: tuple[float, float]) -> Markup:
    shade = 0 if n == 0 else 1 + int((SHADES - 1) * (n / most) ** 0.5)
    square = svg.box(there, (CELL - 2, HIGH - 2), "none", f"cell heat-{shade}")
    if not n:
        return square
    inside = "word light" if shade >= SHADES - 1 else "word"
    return svg.joined([square, svg.text(there[0] + (CELL - 2) / 2, there[1] + 19, _short(n), "middle", inside)])


def _short(n: int) -> str:
    return str(n) if n < 10_000 else f"{n // 1000}k"  # noqa: PLR2004


def bands(ends: Sequence[float], number: "Sequence[str]", unknown: str) -> Bands:
    """Return the bands between these ends, as they are written; the unknown one last.

    >>> bands((1.0, 2.0), ("1", "2"), "?")
    [(0, '<1'), (1, '1–2'), (2, '≥2'), (-1, '?')]
    """
    between = [(i, f"{number[i - 1]}–{number[i]}") for i in range(1, len(ends))]
    return [(0, f"<{number[0]}"), *between, (len(ends), f"≥{number[-1]}"), (UNKNOWN, unknown)]
