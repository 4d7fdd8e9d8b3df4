"""Whether the numbers of an offer are enough for those of a need."""

from collections.abc import Iterator

from symbiosis.knowledge.attributes import Said
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.measures import Measures, tonnes_per_year

STEAM_AT_1_BAR, LUKEWARM, HOT = 100.0, 40.0, 60.0  # °C
SCALE = 40.0  # times less than what is wanted: not the same trade
PURE, IMPURITY = 99.0, 3  # %: beyond it what is left over decides, and may be so many times more
COLDER_BY = 2.0  # °C that cold may miss
FIT, WARM_ENOUGH = 1.5, 2.5
NOT_ENOUGH = -6.0
CAPACITIES = {
    "ton": {"lifting"}, "metre": {"lifting"}, "kva": {"electricity"}, "area": {"storage", "workshop", "land", "roof"},
    "seats": {"room", "parking", "canteen", "workshop"}, "litre": {"container"}, "slots": {"storage", "cold_storage"},
}  # fmt: skip
LOTS = ("ton", "kg", "m3", "litre", "pieces")
NEARLY_ENOUGH = 0.8
REFILLED, SAME_SIZE = ("bottle", "jar"), 0.05  # a filling line takes one size alone
FROZEN, ABOVE_FREEZING = -10.0, 0.0  # °C
FROZEN_GOODS, CHILLED_GOODS = -18.0, 4.0  # °C: of what is kept frozen, chilled
KEPT_COLD = {"storage", "cold_storage", "transport"}
ROUNDS = 2  # a load may go in two journeys
SAME_GRADING = 0.6  # of the narrower range
LUKEWARM_FROM = 22.0  # °C
CARRIERS = {"air", "eau", "fume", "water", "gas", "gaz"}  # stems of what carries heat
COLD, WARM = {"cold", "cold_storage"}, {"heat", "steam"}


def enough(offer: tuple[Said, Measures], need: tuple[Said, Measures]) -> Iterator[Evidence]:
    """Yield what the numbers of both sides say."""
    if not need[1].told and "steam" not in need[0].of("thing"):
        return
    things = offer[0].of("thing") | need[0].of("thing")
    yield from _temperature(offer, need)
    yield from _at_least("bar", offer[1].greatest("bar"), need[1].greatest("bar"))
    filled = {("container_kind", kind) for kind in REFILLED}
    if filled & offer[0].has & need[0].has:
        yield from _same_size(offer[1].greatest("litre"), need[1].greatest("litre"))
    for unit, kinds in CAPACITIES.items():
        if things & kinds:
            yield from _at_least(unit, offer[1].greatest(unit), need[1].greatest(unit))
    yield from _moisture(offer[1], need[1])
    yield from _purity(offer, need)
    load = need[1].greatest("ton")
    if "transport" in things and load and not need[1].amounts["ton"][0].per and "ton" in offer[1].amounts:
        yield from _at_least("ton", (offer[1].greatest("ton") or 0) * ROUNDS, load)
    if not things & (CAPACITIES["ton"] | {"transport"}):
        yield from _scale(tonnes_per_year(offer[1]), tonnes_per_year(need[1]))
        yield from _smallest_lot(offer[1], need[1])
    yield from _gradings(offer[1], need[1])


def warms(offer: tuple[Said, Measures], need: tuple[Said, Measures]) -> bool:
    """Return whether what is offered is a warm air, water or fume, and what is wanted its warmth."""
    carries = bool(offer[0].of("thing") & WARM or CARRIERS & offer[0].told)
    asks = "heating" in need[0].of("purpose") or "temperature" in need[1].amounts
    degrees = offer[1].greatest("temperature")
    hot = degrees > LUKEWARM_FROM if degrees is not None else bool(offer[0].of("thing") & WARM)
    return carries and asks and hot


def _temperature(offer: tuple[Said, Measures], need: tuple[Said, Measures]) -> Iterator[Evidence]:
    if "heat_pump" in need[0].of("purpose"):
        return
    wanted, cold = _wanted(need), _is_cold(offer, need)
    given = offer[1].least("temperature") if cold else offer[1].greatest("temperature")
    if cold and offer[0].of("thing") & KEPT_COLD:
        wanted, given = _by_state(need[0], wanted), _by_state(offer[0], given)
    if given is None and not cold:
        given = _told_by_steam(offer)
    if given is None and not cold and {"warm", "tiede"} & offer[0].told:
        given = LUKEWARM
    if wanted is None or given is None or (not cold and need[0].of("thing") == {"storage"}):
        return
    if cold or any(a.most for a in need[1].amounts.get("temperature", ())):
        fits = given <= wanted + COLDER_BY
    else:
        fits = given >= wanted
    if cold and need[0].of("thing") & {"cold_storage", "transport"} and wanted > ABOVE_FREEZING:
        fits = fits and (offer[1].greatest("temperature") or 0.0) > FROZEN
    said = f"{given:g} °C / {wanted:g} °C"
    yield (
        Evidence(WARM_ENOUGH, f"Température suffisante : {said}", f"Temperature fits: {said}")
        if fits
        else never(f"Température : {said}", f"Temperature: {said}")
    )


def _by_state(side: Said, told: float | None) -> float | None:
    """Return the degrees told, else those of frozen or chilled goods."""
    state = side.of("temperature_state") | side.of("temperature_control")
    if told is not None or not state:
        return told
    return FROZEN_GOODS if "frozen" in state else CHILLED_GOODS if state & {"fresh", "cold"} else None


def _wanted(need: tuple[Said, Measures]) -> float | None:
    found = need[1].greatest("temperature")
    if found is None and "steam" in need[0].of("thing"):
        return _told_by_steam(need)
    return found


def _told_by_steam(side: tuple[Said, Measures]) -> float | None:
    """Return the temperature of saturated steam at the pressure told (fit of steam tables, 1 to 40 bar)."""
    bar = side[1].greatest("bar")
    steam = "steam" in side[0].of("thing")
    return STEAM_AT_1_BAR * float((bar + 1) ** 0.25) if bar and steam else STEAM_AT_1_BAR if steam else None


def _is_cold(offer: tuple[Said, Measures], need: tuple[Said, Measures]) -> bool:
    asked = need[1].least("temperature")
    if asked is not None and asked >= LUKEWARM_FROM:  # nobody cools that; a cold store gives off heat too
        return False
    words = COLD & need[0].of("thing") or {"cooling"} & need[0].of("purpose")
    cool = offer[0].of("thing") & COLD and not offer[0].of("thing") & WARM
    return bool(words or cool) or (asked is not None and asked <= 0)


def _at_least(unit: str, given: float | None, asked: float | None) -> Iterator[Evidence]:
    if given is None or asked is None:
        return
    said = f"{given:g} / {asked:g} {unit}"
    enough = Evidence(FIT / 2, f"Suffisant : {said}", f"Enough: {said}")
    short = Evidence(NOT_ENOUGH, f"Insuffisant : {said}", f"Not enough: {said}")
    yield (enough if given >= asked else short).between(f"{given:g}", f"{asked:g}", unit)


def _same_size(given: float | None, asked: float | None) -> Iterator[Evidence]:
    if given and asked and abs(given - asked) > SAME_SIZE * asked:
        said = f"{given:g} / {asked:g} L"
        other = Evidence(NOT_ENOUGH, f"Autre contenance : {said}", f"Another size: {said}")
        yield other.between(f"{given:g}", f"{asked:g}", "litre")


def _moisture(offer: Measures, need: Measures) -> Iterator[Evidence]:
    if offer.moisture is not None and need.moisture is not None:
        said = f"{offer.moisture:g} % / {need.moisture:g} %"
        fits = offer.moisture <= need.moisture * 1.1
        dry = Evidence(FIT, f"Humidité : {said}", f"Moisture: {said}")
        wet = Evidence(NOT_ENOUGH, f"Trop humide : {said}", f"Too wet: {said}")
        yield (dry if fits else wet).between(f"{offer.moisture:g} %", f"{need.moisture:g} %", "moisture")


def _purity(offer: tuple[Said, Measures], need: tuple[Said, Measures]) -> Iterator[Evidence]:
    given, asked = offer[1].amounts.get("percent", ()), need[1].amounts.get("percent", ())
    if not given or not asked or None not in (offer[1].moisture, need[1].moisture):
        return
    if not offer[0].of("thing") & need[0].of("thing"):
        return
    least, most = max(a.value for a in given), asked[0]
    fits = (
        least <= most.value
        if most.most
        else least >= most.value * 0.97 and (100 - least) <= 3 * (100 - most.value) + 2 * (most.value < PURE)
    )
    if not fits:
        said = f"{least:g} % / {most.value:g} %"
        short = Evidence(NOT_ENOUGH, f"Teneur : {said}", f"Content: {said}")
        yield short.between(f"{least:g} %", f"{most.value:g} %", "content")


def _scale(given: float | None, asked: float | None) -> Iterator[Evidence]:
    if given and asked and given * SCALE < asked:
        said = f"{given:g} t / {asked:g} t"
        yield Evidence(NOT_ENOUGH, f"Quantités sans rapport : {said}", f"Quantities out of scale: {said}")


def _smallest_lot(offer: Measures, need: Measures) -> Iterator[Evidence]:
    """Yield when the least quantity that is worth it to who needs is not there."""
    for unit in LOTS:
        bounds = [a for a in need.amounts.get(unit, ()) if a.least]
        given = [a.a_year for a in offer.amounts.get(unit, ())]
        if unit in ("ton", "kg"):
            given = [t * (1 if unit == "ton" else 1000) for t in [tonnes_per_year(offer)] if t]
        for bound in bounds:
            asked = bound.a_year
            if given and max(given) < asked * NEARLY_ENOUGH:
                said = f"{max(given):g} / {asked:g} {unit}"
                yield Evidence(NOT_ENOUGH, f"Moins que le minimum : {said}", f"Less than the minimum: {said}")


def _gradings(offer: Measures, need: Measures) -> Iterator[Evidence]:
    if offer.gradings and need.gradings:
        (low, high), (least, most) = offer.gradings[0], need.gradings[0]
        common = min(high, most) - max(low, least)
        if common < SAME_GRADING * min(high - low, most - least) or high > most * 2:
            other = Evidence(NOT_ENOUGH, "Granulométries différentes", "Different gradings")
            yield other.between(f"{low:g}/{high:g}", f"{least:g}/{most:g}", "grading")
