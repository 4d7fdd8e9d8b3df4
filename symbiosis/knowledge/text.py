"""Words as people type them, brought to a form in which they can be compared."""

import re

from symbiosis.domain.fold import fold

STOP_WORDS = frozenset(
    word
    for line in (
        "au aux avec d de des du en et l la le les nos notre ou par pour sans ses son sur un une",
        "an and by for from in of on or our the to with",
    )
    for word in line.split()
)
DIGIT = re.compile(r"\d")
QUANTITY = re.compile(r"\b\d+([.,]\d+)?\s*(t|kg|tonnes?|m3|l|litres?|kwh|mwh|an)?\b")
TEMPERATURE = re.compile(r"(moins de |below |under |< ?)?\b(\d{1,4})([.,]\d+)?\s*(°\s*c|degres?)\b( c(elsius)?\b)?")
GRADES = ((12, "tcold"), (40, "tverylow"), (60, "tlow"), (100, "tmedium"), (200, "thigh"))  # °C, upper bounds
HOTTEST = "tveryhigh"
WORD = re.compile(r"[a-z0-9]+")
SHORTEST_STEM = 4


def words(text: str) -> tuple[str, ...]:
    """Return the telling words of a text, in order: folded, singular, without stop words or quantities.

    A temperature becomes the word of its grade, so that 50 and 55 °C are the same.

    >>> words("12,5 t/an de drêches de brasserie")
    ('dreche', 'brasserie')
    >>> words("chaleur à 55 °C") == words("chaleur 50°C")
    True
    """
    plain = fold(text)
    without = QUANTITY.sub(" ", TEMPERATURE.sub(_grade, plain)) if DIGIT.search(plain) else plain
    return tuple(_singular(w) for w in WORD.findall(without) if w not in STOP_WORDS) or _bare(text)


def _grade(found: re.Match[str]) -> str:
    degrees = int(found[2]) - (1 if found[1] else 0)
    return next((f" {name} " for bound, name in GRADES if degrees < bound), f" {HOTTEST} ")


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
