"""What every picture is drawn with: SVG without script or style, readable on a phone, on paper and without colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from symbiosis.domain.pictured import Step

WIDTH = 360  # units, about the pixels of a phone
LETTER, LINE = 8.5, 15.0  # the room of a letter and of a line at the size of a phone
EDGE = 4.0
PATTERNS = Markup(
    "<defs>"
    '<pattern id="lines" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="5" height="5" class="pale"></rect><rect width="2.6" height="5" class="ink"></rect></pattern>'
    '<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse">'
    '<rect width="6" height="6" class="paper"></rect><circle cx="3" cy="3" r="1.5" class="seen"></circle></pattern>'
    '<pattern id="thin" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">'
    '<rect width="5" height="5" class="guess"></rect><rect width="1" height="5" class="guessed"></rect></pattern>'
    "</defs>"
)
FILLS = {
    Step.IMPLEMENTED: "#0f5c4a", Step.CONFIRMED: "url(#lines)", Step.IDENTIFIED: "url(#dots)",
    Step.SUGGESTED: "url(#thin)",
}  # fmt: skip
DASHES = {Step.IMPLEMENTED: "none", Step.CONFIRMED: "none", Step.IDENTIFIED: "7 3", Step.SUGGESTED: "1.5 3"}


@dataclass(frozen=True)
class Words:
    """What a picture is called and what it shows, for those who cannot see it."""

    title: str
    description: str


def picture(words: Words, height: float, body: Markup, linked: bool = False) -> Markup:
    """Return the SVG of a page; one that holds links is no image to a screen reader but a group."""
    return Markup(
        '<svg class="picture" role="{}" aria-labelledby="picture-title picture-description" viewBox="0 0 {} {:.0f}">'
        '<title id="picture-title">{}</title><desc id="picture-description">{}</desc>{}{}</svg>'
    ).format("group" if linked else "img", WIDTH, height, words.title, words.description, PATTERNS, body)


def text(x: float, y: float, words: str, anchor: str = "start", sort: str = "word") -> Markup:
    """Return one line of words."""
    return Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}" class="{}">{}</text>').format(x, y, anchor, sort, words)


def link(address: str, name: str, body: Markup) -> Markup:
    """Return what leads somewhere."""
    return Markup('<a href="{}" aria-label="{}">{}</a>').format(address, name, body)


def titled(name: str, body: Markup) -> Markup:
    """Return what says its name when it is pointed at."""
    return Markup("<g><title>{}</title>{}</g>").format(name, body)


def box(place: tuple[float, float], size: tuple[float, float], fill: str, sort: str = "box") -> Markup:
    """Return a rectangle."""
    return Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" class="{}"></rect>').format(
        *place, *size, fill, sort
    )


def line(a: tuple[float, float], b: tuple[float, float], step: Step, width: float) -> Markup:
    """Return a tie between two places, in the stroke of how sure it is."""
    return Markup(
        '<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke-width="{:.2f}" stroke-dasharray="{}" '
        'class="tie {}"></line>'
    ).format(*a, *b, width, DASHES[step], step.value)


def swatch(step: Step) -> Markup:
    """Return what stands for a step in a key: how it is filled, and how its lines are drawn."""
    drawn = joined([box((1, 2), (20, 12), FILLS[step]), line((25, 8), (50, 8), step, 3)])
    return Markup('<svg class="swatch" viewBox="0 0 52 16" aria-hidden="true">{}</svg>').format(drawn)


def joined(parts: Sequence[Markup]) -> Markup:
    """Return the parts one after the other."""
    return Markup("").join(parts)


def wrapped(words: str, room: float, lines: int) -> list[str]:
    """Return words in lines that fit the room; what does not fit ends with an ellipsis.

    >>> wrapped("Travaux de construction", 110, 2)
    ['Travaux de', 'construction']
    """
    letters = max(2, int(room / LETTER))
    found: list[str] = []
    rest = words.split()
    while rest and len(found) < lines:
        taken = [rest.pop(0)]
        while rest and len(" ".join([*taken, rest[0]])) <= letters:
            taken.append(rest.pop(0))
        found.append(" ".join(taken))
    if rest or any(len(part) > letters for part in found):
        found = [part if len(part) <= letters else part[: letters - 1] + "…" for part in found]
        if rest and not found[-1].endswith("…"):
            found[-1] = found[-1][: letters - 1].rstrip() + "…"
    return found
