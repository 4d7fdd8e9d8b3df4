"""Who asked which firm about which lead, in the graph."""

from uuid import uuid4

from symbiosis.domain.approaches import Asked
from symbiosis.domain.errors import NotFound
from symbiosis.store.session import Store


def put(store: Store, synergy_id: str, firm_id: str, who: str, at: str) -> None:
    """Remember that a firm was asked; NotFound where it takes no part in the lead."""
    approach = {"id": f"approach-{uuid4().hex}", "synergy": synergy_id, "firm": firm_id}
    if not store.write("approaches/put", who=who, at=at, **approach):
        raise NotFound(f"firm {firm_id} in {synergy_id}")


def of_lead(store: Store, synergy_id: str) -> dict[str, tuple[Asked, ...]]:
    """Return who asked each firm of a lead, latest first."""
    found: dict[str, tuple[Asked, ...]] = {}
    for row in store.read("approaches/of_lead", id=synergy_id):
        found[row["firm"]] = (*found.get(row["firm"], ()), Asked(row["who"], row["at"]))
    return found
