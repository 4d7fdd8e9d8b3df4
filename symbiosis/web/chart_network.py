"""The network around a firm or a resource, in rings."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from math import cos, pi, sin

from markupsafe import Markup

from symbiosis.domain.pictured import SHOWN, Step
from symbiosis.domain.pictures import Network
from symbiosis.web import svg
from symbiosis.web.svg_labels import Symbol, place

HEIGHT, CENTRE = 372.0, (180.0, 186.0)
INNER, OUTER, RIM = 84.0, 132.0, 172.0
MOST_NAMES, CROWD = 24, 40
LONGEST = 20
Point = tuple[float, float]


def draw(words: svg.Words, found: Network, names: Mapping[str, str], address: Callable[[str], str]) -> Markup:
    """Return the picture; `names` of firms, and of the centre under its id ('' for a resource's)."""
    where = _where(found)
    ties = sorted(found.ties, key=lambda tie: -SHOWN.index(tie[1]))
    lines = [_tie(where, names, pair, step, n) for pair, step, n in ties]
    if not found.centre:
        lines += [_spoke(where[firm]) for firm in found.rings[0] if len(found.rings[0]) <= CROWD]
    symbols = [_symbol(found, firm, spot, names) for firm, spot in where.items()]
    labels, _ = place(symbols, HEIGHT, MOST_NAMES)
    labels.append(svg.text(CENTRE[0], CENTRE[1] + 24, _short(names[found.centre]), "middle", "word strong halo"))
    circles = [
        svg.link(address(firm), names[firm], svg.titled(names[firm], _circle(s, "spot")))
        for firm, s in zip(where, symbols, strict=True)
        if firm != found.centre
    ]
    middle = _circle(Symbol(*CENTRE, 9.0, ""), "spot middle")
    return svg.picture(words, HEIGHT, svg.joined([*lines, middle, *circles, *labels]), linked=True)


def _where(found: Network) -> dict[str, Point]:
    """Return where each firm stands: the far ones beside the near ones they deal with."""
    where: dict[str, Point] = {found.centre: CENTRE} if found.centre else {}
    angles: dict[str, float] = {}
    near, far = found.rings
    for i, firm in enumerate(near):
        angles[firm] = 2 * pi * i / len(near) - pi / 2
        where[firm] = _at(angles[firm], INNER if len(near) <= CROWD or i % 2 else INNER - 16)
    ordered = sorted(far, key=lambda firm: (_pull(found, firm, angles), firm))
    for i, firm in enumerate(ordered):
        depth = (i % 3) / 2 if len(far) > CROWD else 0.5
        where[firm] = _at(2 * pi * i / len(far) - pi / 2, OUTER + (RIM - OUTER) * depth)
    return where


def _pull(found: Network, firm: str, angles: Mapping[str, float]) -> float:
    """Return the angle of the near firms that a far one is tied to."""
    partners: dict[str, list[float]] = defaultdict(list)
    for (one, other), _, _ in found.ties:
        for a, b in ((one, other), (other, one)):
            if a == firm and b in angles:
                partners[firm].append(angles[b])
    return min(partners[firm], default=0.0)


def _at(angle: float, radius: float) -> Point:
    return CENTRE[0] + radius * cos(angle), CENTRE[1] + radius * sin(angle)


def _tie(where: Mapping[str, Point], names: Mapping[str, str], pair: tuple[str, str], step: Step, n: int) -> Markup:
    one, other = pair
    said = f"{names[one]} – {names[other]} : {n}"
    return svg.titled(said, svg.line(where[one], where[other], step, min(1.0 + 0.5 * n, 4.0)))


def _spoke(end: Point) -> Markup:
    return Markup('<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" class="spoke"></line>').format(*CENTRE, *end)


def _symbol(found: Network, firm: str, spot: Point, names: Mapping[str, str]) -> Symbol:
    crowded = sum(map(len, found.rings)) > CROWD
    return Symbol(*spot, 2.6 if crowded else 4.5, _short(names[firm]) if firm != found.centre else "")


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _circle(symbol: Symbol, sort: str) -> Markup:
    return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}" class="{}"></circle>').format(
        symbol.x, symbol.y, symbol.r, sort
    )
