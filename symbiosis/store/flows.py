"""What firms offer, need or would share, in the graph."""

from collections.abc import Iterable, Sequence
from typing import Any

from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit
from symbiosis.domain.errors import NotFound
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store

RELATION = {Direction.OFFER: "OFFERS", Direction.NEED: "NEEDS", Direction.SHARE: "POOLS"}
DIRECTION = {relation: direction for direction, relation in RELATION.items()}

MOST_ABOUT = 5000


def put(store: Store, flows: Sequence[LinkedFlow]) -> None:
    """Write flows of existing firms, with what was understood of them."""
    store.write_rows("flows/put", (_row(f.flow) for f in flows))
    store.write_rows("flows/link", (_link_row(f) for f in flows if f.link))
    store.write("flows/forget", ids=[f.flow.id for f in flows if not f.link])
    store.write_rows("flows/intend", ({"id": f.flow.id, "use": f.use_id} for f in flows if f.use_id))
    store.write("flows/unintend", ids=[f.flow.id for f in flows if not f.use_id])


def every(store: Store, resources: Iterable[str] | None = None) -> list[LinkedFlow]:
    """Return all flows ordered by id, or those about some resources or wanted for a named use."""
    wanted = None if resources is None else sorted(resources)
    blocks = store.read("flows/packed", resources=wanted)
    flows = [_unpack(packed) for block in blocks for packed in block["rows"]]
    return sorted(flows, key=lambda f: f.flow.id)


def about(store: Store, resources: Iterable[str], directions: Iterable[Direction]) -> list[LinkedFlow]:
    """Return the flows about some resources in some directions, ordered by id."""
    relations = [RELATION[direction] for direction in directions]
    blocks = store.read("flows/about", resources=sorted(resources), relations=relations, limit=MOST_ABOUT)
    return sorted((_unpack(packed) for block in blocks for packed in block["rows"]), key=lambda f: f.flow.id)


def of_firm(store: Store, firm_id: str) -> list[Row]:
    """Return a firm's flows with what was understood of them."""
    return store.read("flows/of_firm", firm=firm_id)


def get(store: Store, flow_id: str) -> Row:
    """Return one flow with its firm and what was understood of it; NotFound when there is none."""
    rows = store.read("flows/get", id=flow_id)
    if not rows:
        raise NotFound(f"flow {flow_id}")
    return rows[0]


def unclear(store: Store, skip: int, limit: int) -> tuple[list[Row], int]:
    """Return a page of the flows nobody understood yet, and how many there are."""
    rows = store.read("flows/unclear", skip=skip, limit=limit)
    return rows, count_unclear(store)


@per_version
def count_unclear(store: Store) -> int:
    """Return how many flows nobody understood yet."""
    return int(store.read("flows/count_unclear")[0]["n"])


def held(store: Store, flow_id: str) -> bool:
    """Say whether this flow is in the graph."""
    return bool(store.read("flows/get", id=flow_id))


def _row(flow: Flow) -> Row:
    return dict(vars(flow)) | {"firm": flow.firm_id}


def _link_row(linked: LinkedFlow) -> Row:
    assert linked.link is not None
    link = linked.link
    return {"id": linked.flow.id, "resource": link.resource_id, "confidence": link.confidence, "why": link.why}


def _unpack(packed: list[Any]) -> LinkedFlow:
    (flow_id, firm, relation, text, code, quantity, unit, rhythm, warmth, quality, use_text, provenance, as_of,
     resource, confidence, why, use, typed) = packed  # fmt: skip
    flow = Flow(
        flow_id, firm, DIRECTION[relation], text, code or "", quantity, Unit(unit) if unit else None,
        Rhythm(rhythm) if rhythm else None, warmth, quality or "", use_text or "", Provenance(provenance), as_of or "",
        typed or "",
    )  # fmt: skip
    return LinkedFlow(flow, Link(resource, confidence, why) if resource else None, use or "")
