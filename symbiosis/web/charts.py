"""Charts drawn as SVG: no script, no style attribute, sizes that hold their words on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

WIDTH, ROW, LABELS, NUMBERS = 320, 24, 108, 48
TOP, MOST_LETTERS = 4, 16


@dataclass(frozen=True)
class Bar:
    """One line of the chart: its name, its points and the points as written."""

    name: str
    points: float
    written: str


def evidence_bars(title: str, bars: Sequence[Bar], total: Bar) -> Markup:
    """Return bars that each start where the one before ended, and the total, which starts at zero."""
    ends = list(accumulate(bar.points for bar in bars))
    starts = [0.0, *ends[:-1]] if ends else []
    low, high = min(0.0, *ends, total.points), max(0.0, *ends, total.points)
    scale = (WIDTH - LABELS - NUMBERS) / ((high - low) or 1.0)
    lines = [(bar, start, end) for bar, start, end in zip(bars, starts, ends, strict=True)]
    drawn = [
        _line(bar, LABELS + (a - low) * scale, LABELS + (b - low) * scale, i) for i, (bar, a, b) in enumerate(lines)
    ]
    zero = LABELS - low * scale
    drawn.append(_line(total, zero, LABELS + (total.points - low) * scale, len(bars), "total"))
    return _svg(title, Markup("").join(drawn), zero, TOP * 2 + ROW * (len(bars) + 1))


def _line(bar: Bar, start: float, end: float, row: int, sign: str = "") -> Markup:
    y = TOP + row * ROW
    sign = sign or ("plus" if bar.points > 0 else "minus" if bar.points < 0 else "none")
    left, width = min(start, end), max(abs(end - start), 2.0)
    return Markup(
        '<text x="0" y="{0}" class="name">{1}</text>'
        '<rect x="{2:.1f}" y="{3}" width="{4:.1f}" height="14" class="{5}"></rect>'
        '<text x="{6}" y="{0}" class="points" text-anchor="end">{7}</text>'
    ).format(y + 16, _short(bar.name), left, y + 5, width, sign, WIDTH, bar.written)


def _short(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"


def _svg(title: str, body: Markup, zero: float, height: int) -> Markup:
    return Markup(
        '<svg class="bars" role="img" aria-label="{0}" viewBox="0 0 {1} {2}"><title>{0}</title>'
        '<line x1="{3:.1f}" x2="{3:.1f}" y1="0" y2="{2}" class="zero"></line>{4}</svg>'
    ).format(escape(title), WIDTH, height, zero, body)
