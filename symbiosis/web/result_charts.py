"""An answer drawn: bars for names with a figure, and a piece of the graph."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import gettext as _
from markupsafe import Markup

from symbiosis.domain.answers import Edge, Node
from symbiosis.web.i18n import number

MOST_BARS, MOST_NODES = 30, 300
WIDTH, ROW, BAR, TOP, LETTERS = 640, 26, 46, 6, 40
SIDE, EDGE_OF, RADIUS, CLOSE = 800, 110, 9, 40
TONES = 6  # classes of colour and shape in app.css


def bars(title: str, lines: Sequence[tuple[str, float]]) -> Markup:
    """Return one bar a line, under its name so that a phone has room for both; left of zero where it is negative."""
    shown = lines[:MOST_BARS]
    low, high = min(0.0, *(v for _n, v in shown)), max(0.0, *(v for _n, v in shown))
    scale = WIDTH / ((high - low) or 1.0)
    head = Markup('<text x="{}" y="20" text-anchor="end" class="strong">{}</text>').format(WIDTH, title)
    drawn = Markup("").join(_bar(i, line, low, scale) for i, line in enumerate(shown))
    return _svg("answer-bars", title, WIDTH, TOP * 2 + ROW + BAR * len(shown), head + drawn)


def _bar(row: int, line: tuple[str, float], low: float, scale: float) -> Markup:
    name, value = line
    y, start = TOP + ROW + row * BAR, (min(value, 0.0) - low) * scale
    return Markup(
        '<text x="0" y="{0}" class="name">{1}</text><rect x="{2:.1f}" y="{3}" width="{4:.1f}" height="14"></rect>'
        '<text x="{5}" y="{0}" text-anchor="end" class="points">{6}</text>'
    ).format(y + 20, _short(name), start, y + 26, max(abs(value) * scale, 1.0), WIDTH, number(value))


def network(nodes: Mapping[str, Node], edges: Mapping[str, Edge]) -> Markup:
    """Return nodes as signs by their label, relations as arrows; at most 300 nodes, the most connected first."""
    kept, joined = _kept(nodes, edges)
    places = _places(kept, joined)
    labels = sorted({node.label for node in kept.values()})
    lines = Markup("").join(_line(edge, places) for edge in joined)
    signs = Markup("").join(_sign(node, places[key], labels.index(node.label), len(kept)) for key, node in kept.items())
    height = SIDE + ROW * len(labels)
    told = _("%(nodes)s nœuds, %(edges)s relations", nodes=number(len(kept), 0), edges=number(len(joined), 0))
    return _svg("answer-graph", str(told), SIDE, height, lines + signs + _legend(labels))


def left_out(nodes: Mapping[str, Node]) -> int:
    """Return how many nodes a drawing leaves out."""
    return max(0, len(nodes) - MOST_NODES)


def _kept(nodes: Mapping[str, Node], edges: Mapping[str, Edge]) -> tuple[dict[str, Node], list[Edge]]:
    degree = dict.fromkeys(nodes, 0)
    for edge in edges.values():
        for end in (edge.start, edge.end):
            degree[end] = degree.get(end, 0) + 1
    chosen = sorted(nodes, key=lambda key: -degree[key])[:MOST_NODES]
    kept = {key: nodes[key] for key in chosen}
    return kept, [edge for edge in edges.values() if edge.start in kept and edge.end in kept]


def _places(kept: Mapping[str, Node], joined: Sequence[Edge]) -> dict[str, tuple[float, float]]:
    import networkx as nx  # noqa: PLC0415  only where a graph is drawn

    graph: Any = nx.Graph()
    graph.add_nodes_from(kept)
    graph.add_edges_from((edge.start, edge.end) for edge in joined)
    reach = SIDE / 2 - EDGE_OF
    laid = nx.spring_layout(graph, seed=1, iterations=60, k=2.2 / max(len(kept), 1) ** 0.5)
    return {key: (SIDE / 2 + reach * float(x), SIDE / 2 + reach * float(y)) for key, (x, y) in laid.items()}


def _line(edge: Edge, places: Mapping[str, tuple[float, float]]) -> Markup:
    (x1, y1), (x2, y2) = places[edge.start], places[edge.end]
    return Markup('<line x1="{:.0f}" y1="{:.0f}" x2="{:.0f}" y2="{:.0f}"><title>{}</title></line>').format(
        x1, y1, x2, y2, edge.type
    )


def _sign(node: Node, place: tuple[float, float], tone: int, among: int) -> Markup:
    x, y = place
    name = _short(node.name, 24) if among <= CLOSE else ""
    return Markup(
        '<g class="tone{0}"><title>{1}</title>{2}<text x="{3:.0f}" y="{4:.0f}" text-anchor="middle">{5}</text></g>'
    ).format(tone % TONES, f"{node.label} : {node.name}", _shape(x, y, tone), x, y + RADIUS + 16, name)


def _shape(x: float, y: float, tone: int) -> Markup:
    if tone % 2:
        return Markup('<rect x="{:.0f}" y="{:.0f}" width="{}" height="{}"></rect>').format(
            x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS
        )
    return Markup('<circle cx="{:.0f}" cy="{:.0f}" r="{}"></circle>').format(x, y, RADIUS)


def _legend(labels: Sequence[str]) -> Markup:
    return Markup("").join(
        Markup('<g class="tone{}">{}<text x="40" y="{}">{}</text></g>').format(
            i % TONES, _shape(20, SIDE + ROW * i + 8, i), SIDE + ROW * i + 14, label
        )
        for i, label in enumerate(labels)
    )


def _svg(sort: str, title: str, width: int, height: int, body: Markup) -> Markup:
    return Markup(
        '<svg class="{0}" role="img" aria-label="{1}" viewBox="0 0 {2} {3}"><title>{1}</title>{4}</svg>'
    ).format(sort, title, width, height, body)


def _short(name: str, most: int = LETTERS) -> str:
    return name if len(name) <= most else name[: most - 1] + "…"
