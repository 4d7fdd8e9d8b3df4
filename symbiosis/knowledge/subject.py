"""What a declaration is about: containers that only measure it, and what it is said to be free of, are left out."""

import re

from symbiosis.domain.fold import fold
from symbiosis.knowledge.text import words

_CONTAINER = (
    "(?:big ?bags?|ibc|grv|cubitainers?|palettes?|palox|palbox|cartons?|sacs?|bidons?|futs?|bennes?|caisses?|bacs?"
    "|cuves?|citernes?|camions?|seaux?|boites?|poubelles?|conteneurs?|containers?|pallets?|pallet boxe?s?"
    "|box(?:es)?|bags?|sacks?|drums?|tins?|skips?|crates?|bins?|tanks?|buckets?|lorr(?:y|ies)|truck ?loads?)"
)
_NUMBER = r"(?:\d+(?:[.,]\d+)?|une?|deux|trois|quatre|quelques|demi|a|one|two|three|some|half a)"
_FILLED = re.compile(rf"^\s*(?:env(?:iron)?\.? |about )?{_NUMBER} {_CONTAINER} (?:de |d'|of )")
_COUNTED = re.compile(rf"(?<=\w)[\s,;:.(-]+{_NUMBER} (?:\w+ )?{_CONTAINER}\b")
_HELD = re.compile(rf"(?<=\w)[\s,]+(?:sur|en|dans|in|on|into) (?:des? |une? |les |a |the )?{_CONTAINER}\b")
_DENIED = re.compile(r"\b(?:sans|without|free of|exempte?s? de|non[- ](?=halog|chlor))\s*(?:d'|de )?\w+|\b\w+-free\b")
_DANGER = re.compile(
    r"\b(?:danger|souille|contamin|pollue|toxi|huil|hydrocarb|solvant|amiant|mercur|cyanur|plomb|arsen|pcb|creosot|goudron"
    r"|hazard|soiled|oil|solvent|asbest|cyanid|lead|tar\b|halog|chlore|impregn|grasse?\b|graisse|greas)"
)
_EDIBLE = re.compile(r"\b(?:friture|alimentair|vegetal|olive|palm|frying|cooking|edible|vegetable|seed|soja|soy)")


def subject(text: str) -> str:
    """Return the text without containers that only measure and without what is denied.

    >>> subject("huile de coupe, 2 fûts par mois")
    'huile de coupe par mois'
    >>> subject("10 palettes cassées")
    '10 palettes cassees'
    """
    folded = fold(text)
    found = folded
    for pattern in (_FILLED, _COUNTED, _HELD, _DENIED):
        found = pattern.sub(" ", found)
    found = " ".join(found.split())
    return found if words(found) else folded


def speaks_of_danger(text: str) -> bool:
    """Return whether the text names what makes a waste hazardous, edible fats aside."""
    folded = _DENIED.sub(" ", fold(text))
    return bool(_DANGER.search(folded)) and not _EDIBLE.search(folded)
