"""What is new to a person, and what has come due, in the graph."""

from symbiosis.domain.ids import stable_id
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store


def since(store: Store, who: str) -> str:
    """Return the moment from which things are new to a person, '' on a first visit."""
    rows = store.read("today/visited", id=_id(who))
    return str(rows[0]["since"]) if rows else ""


def visit(store: Store, who: str, at: str, arriving: bool) -> None:
    """Note that a person is here; on arriving, what came after the visit before is new, else everything was seen."""
    store.write("today/visit", id=_id(who), who=who, at=at, arriving=arriving)


@per_version
def born(store: Store) -> dict[str, str]:
    """Return when each lead of the matcher was first proposed."""
    return {lead: at for block in store.read("today/born") for lead, at in block["rows"]}


def decided(store: Store, moment: str, who: str, limit: int) -> list[Row]:
    """Return what others decided since a moment, latest first; each row tells the `total`."""
    return store.read("today/decided", since=moment, who=who, limit=limit)


def told(store: Store, day: str, limit: int) -> list[Row]:
    """Return the flows declared since a day, latest first; each row tells the `total`."""
    return store.read("today/told", since=day, limit=limit)


def stale(store: Store, day: str) -> list[str]:
    """Return the flows older than a day, those on which most leads rest first."""
    kept = _stale(store)
    if day not in kept:
        kept.clear()
        rows = store.read("today/stale", year=day[:4], day=day)[0]["rows"]
        kept[day] = [row[0] for row in sorted(rows, key=lambda row: (-row[1], row[2], row[0]))]
    return kept[day]


@per_version
def _stale(_store: Store) -> dict[str, list[str]]:
    return {}


def _id(who: str) -> str:
    return stable_id("visit", who)
