"""What is out of reach: a pipe too long, more people than seats, pallets without a floor, less than the least order."""

import re
from collections.abc import Iterator

from symbiosis.domain.fold import fold
from symbiosis.knowledge.attributes import Said
from symbiosis.knowledge.enough import NOT_ENOUGH, SCALE
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.measures import Measures, number

PIPED = {"heat", "steam", "air"}
FARTHEST_KM = 5.0  # that heat is piped between two firms: beyond it the link carries too few MWh per metre
AWAY = re.compile(r"\b(?:a|at|de|situe a)? ?(\d{1,3}(?:[.,]\d)?) ?km\b")
SEATED = re.compile(
    r"\b(?:couverts?|cantine|self|refectoire|restaurant|resto|repas|dejeun\w+|canteen|lunch\w*|meals?|covers"
    r"|salle|room|amphi\w*|hall)\b"
)
M2_PER_PALLET = 0.5  # of floor, stacked three high
SHORT = 0.7  # of the seats that are wanted
COUNTED = ("slots", "pieces", "litre", "m3", "area")
MASSES = {"kg": 0.001, "ton": 1.0}


def beyond(offer: tuple[str, Said, Measures], need: tuple[str, Said, Measures]) -> Iterator[Evidence]:
    """Yield what one side asks and the other cannot reach; each side is its text, what it says and its numbers."""
    yield from _too_far(offer, need)
    yield from _too_many(offer, need)
    yield from _no_floor(offer[2], need[2])
    yield from _least_order(offer[2], need[2])
    yield from _too_few(offer[2], need[2])


def _too_far(offer: tuple[str, Said, Measures], need: tuple[str, Said, Measures]) -> Iterator[Evidence]:
    if not (offer[1].of("thing") & PIPED and offer[1].of("thing") <= PIPED | {"water", "cold"}):
        return
    km = max((number(m[1]) for text, *_ in (offer, need) for m in AWAY.finditer(fold(text))), default=0.0)
    if km > FARTHEST_KM:
        yield never(f"Trop loin pour une conduite : {km:g} km", f"Too far for a pipe: {km:g} km")


def _too_many(offer: tuple[str, Said, Measures], need: tuple[str, Said, Measures]) -> Iterator[Evidence]:
    given, asked = offer[2].greatest("seats"), need[2].greatest("seats")
    if given and asked and SEATED.search(fold(offer[0])) and given < asked * SHORT:
        few = Evidence(
            NOT_ENOUGH, f"Trop peu de places : {given:g} / {asked:g}", f"Too few places: {given:g} / {asked:g}"
        )
        yield few.between(f"{given:g}", f"{asked:g}", "seats")


def _no_floor(offer: Measures, need: Measures) -> Iterator[Evidence]:
    floor, pallets = offer.greatest("area"), need.greatest("slots")
    if floor and pallets and "slots" not in offer.amounts and floor < pallets * M2_PER_PALLET:
        said = f"{floor:g} m² / {pallets:g}"
        yield Evidence(
            NOT_ENOUGH, f"Trop petit pour tant de palettes : {said}", f"Too small for so many pallets: {said}"
        )


def _least_order(offer: Measures, need: Measures) -> Iterator[Evidence]:
    """Yield when who gives sets a least quantity that is far above what is wanted."""
    least = max(
        (a.a_year * MASSES[unit] for unit in MASSES for a in offer.amounts.get(unit, ()) if a.least), default=0.0
    )
    asked = max((a.a_year * MASSES[unit] for unit in MASSES for a in need.amounts.get(unit, ())), default=0.0)
    if least and asked and asked < least / 2:
        said = f"{asked:g} t / {least:g} t"
        yield Evidence(NOT_ENOUGH, f"Moins que le minimum : {said}", f"Less than the minimum: {said}")


def _too_few(offer: Measures, need: Measures) -> Iterator[Evidence]:
    """Yield when the pieces that come in a year are no trade beside those that are wanted."""
    for unit in COUNTED:
        given, asked = (max((a.a_year for a in side.amounts.get(unit, ())), default=0.0) for side in (offer, need))
        if given and asked and given * SCALE < asked:
            said = f"{given:g} / {asked:g}"
            yield Evidence(NOT_ENOUGH, f"Quantités sans rapport : {said}", f"Quantities out of scale: {said}")
            return
