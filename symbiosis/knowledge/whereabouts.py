"""Where a firm is and where its goods go, as far as its text and its municipality tell."""

import re
from collections.abc import Mapping
from math import asin, cos, radians, sin, sqrt

from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import Sharing
from symbiosis.knowledge.situation_seeds import place_name

EARTH_KM = 6371.0
COST_EUR_KM, THERE_AND_BACK = 0.6, 2
USUAL_KM, NEAREST_KM, FARTHEST_KM = 15.0, 4.0, 40.0
AWAY = re.compile(
    r"\b(?:isole\w*|trop (?:loin|eloigne\w*)|(?:tres |assez )?eloigne\w* (?:de|du|des)|excentre\w*|a l ecart"
    r"|a l autre bout|hors de la zone|loin (?:de la|du|des|de tout))\b"
)
KM = re.compile(r"\b(\d+(?:[.,]\d+)?) ?(?:km|kilometres?)\b")
THEIRS = re.compile(
    r"\b(?:vien\w*|fai(?:t|sons)|faire|parcour\w*|aller|allons|deplac\w*|livr\w*|prestataire|fournisseur|chez"
    r"|moins de|rayon|trajet"
    r"|transport\w*|sous trait\w*|payons|passage|lave\w*|envoy\w*|port\w+ a|plus proche)\b"
)
CLAUSES = re.compile(r"[.;:,!?\n](?!\d)")
NEARBY = re.compile(
    r"\b(?:mitoyen\w*|voisins?|voisine\w*|adjacent\w*|contigu\w*|d en face|a cote|meme (?:zone|rue|site"
    r"|batiment|parc)|\d+ m(?:etres)?)\b"
)
GOES = re.compile(
    r"\b(?:vers|à|pour|sur|depuis|de|d['’]|en|jusqu['’]à|direction|du|des|la|l['’]|le"
    r"|région) ?([A-ZÉÈ][\wÀ-ÿ]+(?:[- ][A-ZÉÈ][\wÀ-ÿ]+)*)"
)
REGIONS = {
    "paris": "paris rungis parisienne parisien idf francilien",
    "lyon": "lyon lyonnaise lyonnais corbas",
    "lille": "lille lilloise lesquin",
    "marseille": "marseille marseillais fos paca",
    "bordeaux": "bordeaux bordelais bordelaise aquitaine",
    "toulouse": "toulouse toulousaine",
    "strasbourg": "strasbourg alsace mulhouse colmar",
    "germany": "allemagne munich stuttgart francfort hambourg duisbourg cologne mannheim sarrebruck germany",
    "spain": "espagne barcelone madrid valencia spain",
    "italy": "italie milan turin italy",
    "belgium": "belgique anvers bruxelles liege belgium",
    "netherlands": "rotterdam amsterdam hollande",
    "luxembourg": "luxembourg",
    "switzerland": "suisse bale geneve zurich",
    "britain": "londres angleterre",
    "poland": "pologne varsovie",
    "nantes": "nantes nantais",
    "brittany": "bretagne rennes brest",
}
_REGION = {word: region for region, words in REGIONS.items() for word in words.split()}
NO_PLACE = frozenset(
    word
    for line in (
        "caces dasri dib hse qhse sst epi dreal haccp ifs brc iso rgpd dpo eur epal tig mig inox cdi noel gnr",
        "gnv adblue ce spl lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai",
        "juin juillet aout septembre octobre novembre decembre internet europe france pme rh rse paques",
    )
    for word in line.split()
)


def radius_km(sharing: Sharing | None) -> float:
    """Return how far apart firms may be: as far as the journeys of a year eat what sharing saves."""
    if sharing is None or not sharing.trips:
        return USUAL_KM
    return min(max(sharing.saving_eur / (sharing.trips * THERE_AND_BACK * COST_EUR_KM), NEAREST_KM), FARTHEST_KM)


def far_km(text: str) -> float:
    """Return how far a firm says that it is from the others, 0 when it says nothing of it."""
    plain = " ".join(re.sub(r"['’\-]", " ", fold(text[:2_000])).split())
    own = [part for part in CLAUSES.split(plain) if not THEIRS.search(part)]
    told = [float(m[1].replace(",", ".")) for part in own for m in KM.finditer(part)]
    return max([*told, FARTHEST_KM + 1 if AWAY.search(plain) else 0.0])


def nearby(text: str) -> bool:
    """Tell whether a firm says that it is next door."""
    return bool(NEARBY.search(" ".join(re.sub(r"['’\-]", " ", fold(text[:2_000])).split())))


def between_km(one: str, other: str, places: Mapping[str, tuple[float, float]]) -> float | None:
    """Return the distance of two municipalities as the crow flies, None when one is not known."""
    first, second = place_name(one), place_name(other)
    if first == second:
        return 0.0
    if first not in places or second not in places:
        return None
    (lat, lon), (lat2, lon2) = places[first], places[second]
    half = (
        sin(radians(lat2 - lat) / 2) ** 2 + cos(radians(lat)) * cos(radians(lat2)) * sin(radians(lon2 - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * asin(sqrt(min(half, 1.0)))


def destinations(text: str, here: str) -> frozenset[str]:
    """Return the places and regions a text names, its own municipality left out."""
    own = set(place_name(here).split())
    regions = {
        _REGION[word] for word in re.findall(r"[a-z]+", fold(text[:2_000])) if word in _REGION and word not in own
    }
    named = {place_name(m[1]) for m in GOES.finditer(text[:2_000])}
    other = {n for n in named if n and not set(n.split()) & (own | NO_PLACE | _REGION.keys())}
    return frozenset(regions | other)
