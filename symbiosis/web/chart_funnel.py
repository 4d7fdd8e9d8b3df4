"""The funnel: from proposed to implemented, in two scales, with the national rate as a mark."""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from symbiosis.domain.pictured import Step
from symbiosis.domain.pictures import NATIONAL_RATE, Funnel, Stage
from symbiosis.web import svg

ROW, BAR = 46.0, 18.0
PANELS = ((Stage.LEADS, Stage.EXAMINED, Stage.KEPT), (Stage.KEPT, Stage.CONTACTED, Stage.STUDIED, Stage.IMPLEMENTED))


@dataclass(frozen=True)
class Said:
    """What the funnel is made to say: the line of a stage from its number and its share, the two scales, the mark."""

    line: Callable[[Stage, int, float | None], str]
    scales: tuple[str, str]
    mark: str


def draw(words: svg.Words, found: Funnel, said: Said) -> Markup:
    """Return the picture."""
    body, y = list[Markup](), 0.0
    for stages, scale in zip(PANELS, said.scales, strict=True):
        body.append(svg.text(0, y + 14, scale, sort="word strong"))
        y += 22
        full = found.count(stages[0])
        for stage in stages:
            body.append(_row(found, stage, full, (y, said)))
            y += ROW
        y += 12
    body.append(_mark(y - 12 - ROW, said.mark))
    return svg.picture(words, y + 8, svg.joined(body))


def _row(found: Funnel, stage: Stage, full: int, how: tuple[float, Said]) -> Markup:
    y, said = how
    n = found.count(stage)
    scale = svg.WIDTH / (full or 1)
    people, machine = found.reached.get((stage, True), 0), found.reached.get((stage, False), 0)
    bars = [
        svg.box((0, y + 18), (svg.WIDTH, BAR), "none", "frame"),
        svg.box((0, y + 18), (people * scale, BAR), svg.FILLS[Step.IMPLEMENTED]),
        svg.box((people * scale, y + 18), (machine * scale, BAR), svg.FILLS[Step.SUGGESTED]),
    ]
    return svg.joined([svg.text(0, y + 13, said.line(stage, n, n / full if full else None)), *bars])


def _mark(y: float, words: str) -> Markup:
    x = svg.WIDTH * NATIONAL_RATE
    stroke = Markup('<path d="M{:.1f} {:.1f}v{:.1f}" class="mark"></path>').format(x, y + 14, BAR + 10)
    return svg.joined([stroke, svg.text(x - svg.LETTER / 2, y + BAR + 36, words)])
