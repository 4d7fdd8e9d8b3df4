"""Words as people type them, brought to a form in which they can be compared."""

import re
import unicodedata

STOP_WORDS = frozenset(
    word
    for line in (
        "au aux avec d de des du en et l la le les nos notre ou par pour sans ses son sur un une",
        "an and by for from in of on or our the to with",
    )
    for word in line.split()
)
QUANTITY = re.compile(r"\b\d+([.,]\d+)?\s*(t|kg|tonnes?|m3|l|litres?|kwh|mwh|an)?\b")
PREPOSITION = re.compile(r"\bà\b")  # without its accent it would be the A of "bois A"
WORD = re.compile(r"[a-z0-9]+")
SHORTEST_STEM = 4


def fold(text: str) -> str:
    """Return the text in lower case without accents.

    >>> fold("Drêches")
    'dreches'
    """
    typed = PREPOSITION.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    apart = unicodedata.normalize("NFKD", typed.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in apart if not unicodedata.combining(c))


def words(text: str) -> tuple[str, ...]:
    """Return the telling words of a text, in order: folded, singular, without stop words or quantities.

    >>> words("12,5 t/an de drêches de brasserie")
    ('dreche', 'brasserie')
    """
    without = QUANTITY.sub(" ", fold(text))
    return tuple(_singular(w) for w in WORD.findall(without) if w not in STOP_WORDS) or _bare(text)


def _bare(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(fold(text)))


def _singular(word: str) -> str:
    if len(word) < SHORTEST_STEM:
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return word[:-3] + "al"
    return word[:-1] if word[-1] in "sx" and not word.endswith("ss") else word
