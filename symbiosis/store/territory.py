"""The territory this database holds, and its figures."""

from uuid import uuid4

from symbiosis.store.directions import DIRECTION
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store, Writer


def get(store: Store) -> Row | None:
    """Return the territory as territory/get gives it, or None when none was started."""
    rows = store.read("territory/get")
    return rows[0] if rows else None


def put(store: Writer, name: str, synthetic: bool, folder: str) -> None:
    """Name the territory; `folder` is the name its first folder has, '' for none yet."""
    store.write("territory/put", name=name, synthetic=synthetic, folder=folder, version=uuid4().hex)


def loaded(store: Writer, at: str) -> None:
    """Say that the territory was loaded whole."""
    store.write("territory/loaded", at=at, version=uuid4().hex)


def matched(store: Store, at: str) -> None:
    """Say that the territory was matched whole."""
    store.write("territory/matched", at=at, version=uuid4().hex)


def touch(store: Writer) -> None:
    """Say that what the territory shows has changed."""
    store.write("territory/touch", version=uuid4().hex)


@per_version
def firm_figures(store: Store) -> Row:
    """Return the number of firms, and of those with a flow that is no guess."""
    return store.read("stats/firms")[0]


@per_version
def flow_figures(store: Store) -> list[Row]:
    """Return n per direction and provenance."""
    return [row | {"direction": DIRECTION[row["relation"]].value} for row in store.read("stats/flows")]


def synergy_figures(store: Store) -> list[Row]:
    """Return n per origin, kind, judgement and whether a guess is involved."""
    return store.read("stats/synergies")


@per_version
def resources_in_leads(store: Store) -> list[Row]:
    """Return the resources that leads are about, most first."""
    return store.read("stats/resources")
