"""From where to where something travels: « Rennes vers Lyon », "from Nantes to Marseille"."""

import re
from collections.abc import Iterator

from symbiosis.domain.fold import fold
from symbiosis.knowledge.evidence import Evidence, never

TOWN = r"([A-ZÉÈÎ][\w'’-]{2,}(?: (?:sur|en|le|la|les|du|de|sous)? ?[A-ZÉ][\w'’-]+)?)"
WAY = re.compile(rf"{TOWN} ?(?:vers|→|->|=>|—|–|-|à|to|/|>) ?{TOWN}")
BACK = re.compile(r"\b(?:retour|back|return|A/R|aller-retour|round trip)\b", re.IGNORECASE)
Way = tuple[str, str]


def ways(text: str) -> set[Way]:
    """Return the towns a text leads from and to."""
    return {(fold(m[1]), fold(m[2])) for m in WAY.finditer(text)}


def headings(offer_text: str, need_text: str) -> Iterator[Evidence]:
    """Yield what rules a pair out that travels the other way."""
    given, asked = ways(offer_text), ways(need_text)
    if BACK.search(need_text) or not given or not asked or given & asked:
        return
    if {(b, a) for a, b in given} & asked:
        yield never("Trajet dans l'autre sens", "The journey goes the other way")
