"""Why two firms cannot share a thing: each reason is a file of its own, asked in turn."""

from collections.abc import Callable, Iterator

from symbiosis.knowledge.apart_amounts import by_quantities, by_temperatures
from symbiosis.knowledge.apart_places import by_dates, by_places
from symbiosis.knowledge.apart_times import by_times
from symbiosis.knowledge.apart_traits import by_traits
from symbiosis.knowledge.codes import by_codes
from symbiosis.knowledge.profile import Profile, Reason, Setting
from symbiosis.knowledge.situation_seeds import Topic

Judge = Callable[[Profile, Profile, Topic, Setting], Iterator[Reason]]
JUDGES: tuple[Judge, ...] = (by_traits, by_codes, by_temperatures, by_times, by_quantities, by_dates, by_places)


def why_apart(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Reason | None:
    """Return why two firms must not share a topic, None when nothing they say speaks against it."""
    return next(reasons(one, other, topic, setting), None)


def reasons(one: Profile, other: Profile, topic: Topic, setting: Setting) -> Iterator[Reason]:
    """Yield every reason."""
    for judge in JUDGES:
        yield from judge(one, other, topic, setting)
