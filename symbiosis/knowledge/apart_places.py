"""Places and dates that keep two firms apart: distance, direction, contracts that end at another time."""

from collections.abc import Iterator
from math import inf

from symbiosis.knowledge.profile import Profile, Reason, Setting
from symbiosis.knowledge.situation_seeds import GOODS_GO, Topic
from symbiosis.knowledge.whereabouts import between_km

AT_ONE_ADDRESS = ("reception",)
HOME_KM = 10.0  # of what is wanted in a town that a text names though it is its own
USUAL_KM = 30.0  # of a thing whose radius nobody worked out: the median of documented exchanges (NISP, 32.8 km)


def by_dates(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield contracts that bind one of them too long."""
    for bound, free in ((one.stance, other.stance), (other.stance, one.stance)):
        if bound.until and not any(year >= bound.until for year in free.years):
            yield ("engagement jusqu'à une date trop lointaine", "bound until too late a date")
    first, second = one.stance.years, other.stance.years
    if (
        topic.mode == "buy"
        and first
        and second
        and not first & second
        and min(abs(a - b) for a in first for b in second) > 1
    ):
        yield ("échéances trop éloignées", "dates too far apart")


def by_places(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield directions that differ and distances beyond what the sharing pays."""
    if topic.mode == "travel":
        yield from _directions(one, other, topic)
        return
    radius, apart = _radius(one, other, topic, setting), between_km(one.commune, other.commune, setting.places)
    if max(one.far_km, other.far_km) > radius:
        yield ("trop loin", "too far")
    if apart is not None and apart > radius:
        yield (f"trop loin ({apart:.0f} km)", f"too far ({apart:.0f} km)")
    if topic.mode == "flow" or topic.id in AT_ONE_ADDRESS:
        yield from _addresses(one, other)
    if apart is None and topic.mode == "flow" and not (one.nearby or other.nearby):
        yield ("trop loin pour une conduite", "too far for a pipe")


def _directions(one: Profile, other: Profile, topic: Topic) -> Iterator[Reason]:
    if not (one.goes and other.goes):
        return
    if not one.goes & other.goes:
        yield ("directions différentes", "different directions")
    if topic.id == GOODS_GO and one.ways and other.ways and not one.ways & other.ways:
        yield ("l'un à l'aller, l'autre au retour", "one on the way out, the other on the way back")


def _radius(one: Profile, other: Profile, topic: Topic, setting: Setting) -> float:
    home = HOME_KM if one.at_home or other.at_home else inf
    return min(setting.radius.get(topic.id, USUAL_KM), one.within_km, other.within_km, home)


def _addresses(one: Profile, other: Profile) -> Iterator[Reason]:
    """Yield two addresses where a pipe or a desk serves one."""
    if one.sites and other.sites and not one.sites & other.sites:
        yield ("adresses différentes", "different addresses")
