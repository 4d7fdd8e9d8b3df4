"""The addresses a text names, and how near it wants a thing to be."""

import re
from math import inf

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.situation_seeds import place_name

WITHIN = re.compile(
    r"\b(?:moins de|a|au plus|maxi\w*|rayon de|dans les|reste\w* a moins de|within|less than|under|up to|max\w*) "
    r"(?:a |moins de |de |les )?(\d+(?:[.,]\d+)?) ?(km|kilometres?|minutes?|mn|min)\b"
    r"(?: maxi\w*| max\w*| au plus| at most)?"
)
BOUND = re.compile(r"\b(?:moins de|au plus|maxi\w*|rayon|dans les|within|less than|under|up to|at most)\b")
KM_A_MINUTE = 0.8  # by car around a town
SITES = re.compile(
    r"\b(rue|avenue|allee|impasse|chemin|boulevard|batiment|bat|immeuble|tour|hall|lot|parc|zone|zac|za|zi|quai) "
    r"(?:de |du |des |d |l |la |le |les )*([a-z0-9]+)"
)
SITES_EN = re.compile(r"\b([A-Z][\w'-]+) ([Pp]ark|[Ss]treet|[Rr]oad|[Ll]ane|[Aa]venue|[Bb]uilding|[Ee]state)\b")
NO_SITE = frozenset(
    word
    for line in (
        "a est en d et ou pour avec nous voisin mitoyen activite activites industrielle qui nord of the is and",
    )
    for word in line.split()
)


def within_km(text: str) -> float:
    """Return how far a firm says that a thing may be at most, without bound when it says nothing of it.

    >>> within_km("à moins de 15 km de chez nous"), within_km("à 10 minutes maxi")
    (15.0, 8.0)
    """
    hits = (hit for hit in WITHIN.finditer(spoken(text[:2_000])) if BOUND.search(hit[0]))
    return min((_km(hit[1], hit[2]) for hit in hits), default=inf)


def _km(number: str, unit: str) -> float:
    return float(number.replace(",", ".")) * (KM_A_MINUTE if unit.startswith("m") else 1.0)


def at_home(text: str, commune: str) -> bool:
    """Tell whether a text names its own municipality: there, it means, and nowhere else."""
    own = place_name(commune)
    near = rf"\b(?:a|d|de|pres de|autour de|sur|in|at|near|around) {own}\b"
    return bool(own) and bool(re.search(near, place_name(text)))


def sites(text: str) -> frozenset[str]:
    """Return the streets, buildings and lots a text names.

    >>> sorted(sites("Rue de la Forge, bâtiment Eiffel"))
    ['batiment eiffel', 'rue forge']
    """
    french = {f"{m[1]} {m[2]}" for m in SITES.finditer(spoken(text[:2_000])) if m[2] not in NO_SITE}
    return frozenset(french | {f"{m[2]} {m[1]}".lower() for m in SITES_EN.finditer(text[:2_000])})
