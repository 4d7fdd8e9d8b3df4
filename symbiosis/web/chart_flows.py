"""The Sankey: from sector to resource to sector."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from symbiosis.domain.pictured import SHOWN, Step
from symbiosis.domain.pictures import OTHERS, Flows, Pair
from symbiosis.web import svg

BUDGET, LEAST = 200.0, 2.5  # units of height shared by the bars of a column; the least of a bar
GAP, LINES = 8.0, 3
WIDE = {2: 138.0, 3: 92.0}
ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}  # where along its bar a label begins, is centred, ends
Namer = Callable[[int, str], str]


@dataclass
class _Node:
    """A bar: where it stands, and how much of each side is used by links already."""

    x: float
    y: float
    height: float
    out: float = 0.0
    into: float = 0.0


def sankey(words: svg.Words, found: Flows, name: Namer, address: Callable[[str], str]) -> Markup:
    """Return the picture; `name` gives a node's name from its column and id, `address` where a resource leads."""
    counts = totals(found)
    most = max((sum(column.values()) for column in counts), default=0) or 1
    scale = BUDGET / most
    wide = WIDE[len(found.columns)]
    labels = _labels(found, counts, name)
    nodes, height = _nodes(found, counts, labels, scale)
    ribbons = [
        _ribbon(nodes, link, scale, (wide, name)) for link in sorted(found.links, key=lambda k: _order(found, k))
    ]
    bars = [
        _bar(nodes[c, node], wide, labels[c, node], address(node) if _leads(c, node) else "")
        for c, column in enumerate(found.columns)
        for node in column
    ]
    return svg.picture(words, height, svg.joined([*ribbons, *bars]), linked=True)


def totals(found: Flows) -> list[dict[str, int]]:
    """Return the number of leads (or members) of each node, column by column."""
    counts: list[dict[str, int]] = [dict.fromkeys(column, 0) for column in found.columns]
    for (start, end), column, _, n in found.links:
        counts[column][start] += n
        if column == len(found.columns) - 2:
            counts[column + 1][end] += n
    return counts


def _leads(column: int, node: str) -> bool:
    return column == 1 and node not in (OTHERS, "")


def _labels(found: Flows, counts: list[dict[str, int]], name: Namer) -> dict[tuple[int, str], list[str]]:
    """Return each bar's number and name in lines, which may be wider than the bar: a third of the picture, or half."""
    room = (svg.WIDTH - 2 * svg.EDGE) / len(found.columns)
    return {
        (c, node): svg.wrapped(f"{counts[c][node]} {name(c, node)}", room, LINES)
        for c, column in enumerate(found.columns)
        for node in column
    }


def _nodes(
    found: Flows, counts: list[dict[str, int]], labels: Mapping[tuple[int, str], list[str]], scale: float
) -> tuple[dict[tuple[int, str], _Node], float]:
    step = (svg.WIDTH - WIDE[len(found.columns)]) / (len(found.columns) - 1)
    nodes, lowest = dict[tuple[int, str], _Node](), 40.0
    for c, column in enumerate(found.columns):
        y = 0.0
        for node in column:
            height, above = max(LEAST, counts[c][node] * scale), svg.LINE * len(labels[c, node]) + 3
            nodes[c, node] = _Node(c * step, y + above, height)
            y += above + height + GAP
        lowest = max(lowest, y)
    return nodes, lowest


def _order(found: Flows, link: tuple[Pair, int, Step, int]) -> tuple[int, int, int, int]:
    """Return the order in which links leave a bar: as their ends stand, the surest first."""
    (start, end), column, step, _ = link
    return column, found.columns[column].index(start), found.columns[column + 1].index(end), SHOWN.index(step)


def _ribbon(
    nodes: Mapping[tuple[int, str], _Node], link: tuple[Pair, int, Step, int], scale: float, how: tuple[float, Namer]
) -> Markup:
    (start, end), column, step, n = link
    wide, name = how
    a, b, thick = nodes[column, start], nodes[column + 1, end], n * scale
    x0, x1, y0, y1 = a.x + wide, b.x, a.y + a.out, b.y + b.into
    a.out, b.into = a.out + thick, b.into + thick
    middle = (x0 + x1) / 2
    path = (
        f"M{x0:.1f} {y0:.1f}C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        f"V{y1 + thick:.1f}C{middle:.1f} {y1 + thick:.1f} {middle:.1f} {y0 + thick:.1f} {x0:.1f} {y0 + thick:.1f}Z"
    )
    said = f"{name(column, start)} → {name(column + 1, end)} : {n}"
    shape = Markup('<path d="{}" fill="{}" class="ribbon {}"></path>').format(path, svg.FILLS[step], step.value)
    return svg.titled(said, shape)


def _bar(node: _Node, wide: float, lines: list[str], address: str) -> Markup:
    """Return a bar under its words, which stay inside the picture: from its left, from its middle, to its right."""
    side = _side(node.x, wide)
    x, label = node.x + ANCHORS[side] * wide, " ".join(lines)
    top = node.y - 5 - svg.LINE * (len(lines) - 1)
    words = [svg.text(x, top + svg.LINE * i, part, side, "word halo") for i, part in enumerate(lines)]
    drawn = svg.joined([svg.box((node.x, node.y), (wide, node.height), "#55605a"), *words])
    return svg.link(address, label, drawn) if address else svg.titled(label, drawn)


def _side(x: float, wide: float) -> str:
    if x == 0:
        return "start"
    return "end" if x + wide >= svg.WIDTH else "middle"


def table(found: Flows, name: Namer) -> list[tuple[str, str, Step, int]]:
    """Return every link: from, to, how sure, how many; most first."""
    sums: dict[tuple[int, Pair, Step], int] = defaultdict(int)
    for ends, column, step, n in found.links:
        sums[column, ends, step] += n
    ranked = sorted(sums.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return [(name(c, ends[0]), name(c + 1, ends[1]), step, n) for (c, ends, step), n in ranked]
