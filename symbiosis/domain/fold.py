"""Texts without case or accents, so that what people type and what is stored can be compared."""

import re
import unicodedata
from functools import lru_cache

PREPOSITION = re.compile(r"\bà\b", re.IGNORECASE)  # without its accent it would be the A of "bois A"

BREAK = re.compile(r"['’\-/]")


BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


@lru_cache(maxsize=65_536)  # the same words come back with every flow that tells them
def fold(text: str) -> str:
    """Return the text in lower case without accents.

    >>> fold("Drêches")
    'dreches'
    """
    if text.isascii():
        return text.lower()
    typed = PREPOSITION.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    apart = unicodedata.normalize("NFKD", typed.replace("œ", "oe").replace("æ", "ae"))
    return BEYOND_ASCII.sub(_without_marks, apart)


def _without_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.combining(c))


def spoken(text: str) -> str:
    """Return a sentence folded, its « à » kept as a word of its own, without apostrophes, hyphens or double blanks.

    >>> spoken("L'équipe est à jour")
    'l equipe est a jour'
    """
    return " ".join(BREAK.sub(" ", fold(PREPOSITION.sub("a", text))).split())
