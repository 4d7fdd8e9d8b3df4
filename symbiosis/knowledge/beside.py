"""What a text names only as a place (« derrière le hangar ») or to introduce its author (« Garage, … »)."""

import re
from collections.abc import Sequence

from symbiosis.knowledge.phrases import Found, told

PLACING = frozenset(  # what stands after them is where or for whom, seldom the thing itself
    word
    for line in (
        "dans sous sur derriere devant autour pres face chez contre cote jusqu dessus dessous entre parmi",
        "in under on behind near around beside inside outside above between among",
    )
    for word in line.split()
)
OWNED = frozenset(
    word
    for line in ("notre nos leur leurs son sa ses mon ma mes ce cette ces", "our their his its your")
    for word in line.split()
)
INTRODUCED = re.compile(r"^\s*([^,:;.!?]{3,60}?)\s*[,:]\s+\S")
MOST_INTRODUCING = 6  # words of an introduction
COUNTED = re.compile(r"\d(?![\d.,]* ?k?m\b)")  # a number that is no distance


def found_beside(text: str, hits: Sequence[Found]) -> list[Found]:
    """Return the hits that are a place or an introduction."""
    typed = [word.text for word in told(text)]
    until = _introducing(text)
    return [hit for hit in hits if hit.end <= until or _placed(typed, hit.start)]


def _introducing(text: str) -> int:
    """Return how many words introduce the author, 0 when none do: a quantity tells that it is the thing itself."""
    opening = INTRODUCED.match(text)
    if not opening or COUNTED.search(opening[1]):
        return 0
    until = len(told(opening[1]))
    return until if until <= MOST_INTRODUCING else 0


def _placed(typed: Sequence[str], start: int) -> bool:
    before = start - 2 if start > 1 and typed[start - 1] in OWNED else start - 1
    return before >= 0 and typed[before] in PLACING
