"""Places and dates that keep two firms apart: distance, direction, contracts that end at another time."""

from collections.abc import Iterator

from symbiosis.knowledge.profile import Profile, Reason, Setting
from symbiosis.knowledge.situation_seeds import Topic
from symbiosis.knowledge.whereabouts import between_km

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
        if one.goes and other.goes and not one.goes & other.goes:
            yield ("directions différentes", "different directions")
        return
    radius = setting.radius.get(topic.id, USUAL_KM)
    if max(one.far_km, other.far_km) > radius:
        yield ("trop loin", "too far")
    apart = between_km(one.commune, other.commune, setting.places)
    if apart is not None and apart > radius:
        yield (f"trop loin ({apart:.0f} km)", f"too far ({apart:.0f} km)")
    if apart is None and topic.mode == "flow" and not (one.nearby or other.nearby):
        yield ("trop loin pour une conduite", "too far for a pipe")
