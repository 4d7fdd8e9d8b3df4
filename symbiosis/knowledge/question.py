"""What a person typed into the explorer, read: words, and a waste code wherever it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from symbiosis.domain.explored import Asked, Understood

AS_SURE = 0.05  # meanings this near to the surest one count as much as it
LONGEST, SHORTEST = 300, 2  # letters read; one letter means nothing
CODE = re.compile(r"(\d{2})[ .]?(\d{2})[ .]?(\d{2}) ?(\*?)", re.ASCII)
SPACED = re.compile(r"(?<![\d.])(\d{2}) (\d{2}) (\d{2}) ?(\*?)(?![\d.])", re.ASCII)


@dataclass(frozen=True)
class Question:
    """Words without the code, and the code as the list writes it ('' without one); `starred` as it was typed."""

    text: str
    code: str
    starred: bool


def read(asked: Asked) -> Question:
    """Return what was typed; a code that was given counts before one among the words.

    >>> read(Asked("150103*")), read(Asked("palettes 15 01 03"))
    (Question(text='', code='15 01 03', starred=True), Question(text='palettes', code='15 01 03', starred=False))
    """
    text = " ".join(asked.text[:LONGEST].split())
    if sum(map(str.isalnum, text)) < SHORTEST:
        text = ""
    inside = CODE.fullmatch(text) or SPACED.search(text)
    given = CODE.fullmatch(" ".join(asked.code.split())) or inside
    if given is None:
        return Question(text, "", False)
    words = text.replace(inside[0], " ") if inside else text
    return Question(" ".join(words.split()), " ".join(given.group(1, 2, 3)), bool(given[4]))


def sure(understood: Sequence[Understood]) -> tuple[Understood, ...]:
    """Return the surest meaning, and those that are as sure."""
    return tuple(u for u in understood if u.confidence >= understood[0].confidence - AS_SURE)
