"""Texts without case or accents, so that what people type and what is stored can be compared."""

import re
import unicodedata

PREPOSITION = re.compile(r"\bà\b")  # without its accent it would be the A of "bois A"


def fold(text: str) -> str:
    """Return the text in lower case without accents.

    >>> fold("Drêches")
    'dreches'
    """
    typed = PREPOSITION.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    apart = unicodedata.normalize("NFKD", typed.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in apart if not unicodedata.combining(c))
