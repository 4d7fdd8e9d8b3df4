"""The Sankey: from sector to resource to sector."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from symbiosis.domain.pictured import SHOWN, Step
from symbiosis.domain.pictures import OTHERS, Flows, Pair
from symbiosis.web import svg

BUDGET, LEAST = 200.0, 2.5  # units of height shared by the bars of a column; the least of a bar
GAP, LABEL = 8.0, 2 * svg.LINE
WIDE = {2: 138.0, 3: 92.0}
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
    nodes, height = _nodes(found, counts, scale, wide)
    ribbons = [
        _ribbon(nodes, link, scale, (wide, name)) for link in sorted(found.links, key=lambda k: _order(found, k))
    ]
    bars = [
        _bar(nodes[c, node], wide, f"{counts[c][node]} {name(c, node)}", address(node) if _leads(c, node) else "")
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


def _nodes(
    found: Flows, counts: list[dict[str, int]], scale: float, wide: float
) -> tuple[dict[tuple[int, str], _Node], float]:
    step = (svg.WIDTH - wide) / (len(found.columns) - 1)
    nodes, lowest = dict[tuple[int, str], _Node](), 40.0
    for c, column in enumerate(found.columns):
        y = 0.0
        for node in column:
            height = max(LEAST, counts[c][node] * scale)
            nodes[c, node] = _Node(c * step, y + LABEL + 3, height)
            y += LABEL + 3 + height + GAP
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


def _bar(node: _Node, wide: float, label: str, address: str) -> Markup:
    lines = svg.wrapped(label, wide, 2)
    top = node.y - 3 - svg.LINE * (len(lines) - 1) - 2
    words = [svg.text(node.x, top + svg.LINE * i, part) for i, part in enumerate(lines)]
    drawn = svg.joined([*words, svg.box((node.x, node.y), (wide, node.height), "#55605a")])
    return svg.link(address, label, drawn) if address else svg.titled(label, drawn)


def table(found: Flows, name: Namer) -> list[tuple[str, str, Step, int]]:
    """Return every link: from, to, how sure, how many; most first."""
    sums: dict[tuple[int, Pair, Step], int] = defaultdict(int)
    for ends, column, step, n in found.links:
        sums[column, ends, step] += n
    ranked = sorted(sums.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return [(name(c, ends[0]), name(c + 1, ends[1]), step, n) for (c, ends, step), n in ranked]
