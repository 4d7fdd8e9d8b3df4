"""What firms offer, need or would share, in the graph."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit
from symbiosis.domain.errors import NotFound
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.sight import NOTHING, Sight
from symbiosis.store import firms, kept_back
from symbiosis.store.directions import DIRECTION, RELATION
from symbiosis.store.per_version import per_version
from symbiosis.store.session import BATCH, Row, Store, Transaction, Writer, batches

CLOSED = {"direction": Direction, "unit": Unit, "rhythm": Rhythm, "provenance": Provenance}
UNITS, RHYTHMS = {u.value: u for u in Unit}, {r.value: r for r in Rhythm}  # read by the thousand
PROVENANCES = {p.value: p for p in Provenance}
MOST_ABOUT = 5000


def put(store: Writer, flows: Sequence[LinkedFlow], source: str | None = None) -> None:
    """Write flows of existing firms, with what was understood of them; what is confidential stays so, and is sealed.

    A confidential flow that was read shut stays as it is. `source` is the id of the import they come from.
    """
    sealed, former = kept_back.ids(store), firms.former(store)
    mine = (_of_whom_it_is_now(linked, former) for linked in flows if not _is_shut(linked.flow))
    for batch in batches(({"flow": linked} for linked in mine), BATCH):
        some = [row["flow"] for row in batch]
        store.together(lambda tx, some=some: put_in(tx, some, sealed, source))  # type: ignore[misc]


def _of_whom_it_is_now(linked: LinkedFlow, former: Mapping[str, str]) -> LinkedFlow:
    """Return the flow of the firm into which its own was merged, if it was."""
    kept = former.get(linked.flow.firm_id)
    return replace(linked, flow=replace(linked.flow, firm_id=kept)) if kept else linked


def put_in(
    tx: Transaction, flows: Sequence[LinkedFlow], sealed: frozenset[str] = frozenset(), source: str | None = None
) -> None:
    """Write flows within a transaction; those named by `sealed` are confidential whatever they say."""
    secret = [f for f in flows if f.flow.confidential or f.flow.id in sealed]
    plain = [f for f in flows if not (f.flow.confidential or f.flow.id in sealed)]
    tx.run("flows/put", rows=[_row(f.flow) | {"import": source} for f in plain])
    kept_back.write(tx, [_row(f.flow) | {"import": source} for f in secret])
    linked = [_link_row(f) for f in plain if f.link] + [_link_row(f) | {"why": ""} for f in secret if f.link]
    tx.run("flows/link", rows=linked)
    tx.run("flows/forget", ids=[f.flow.id for f in flows if not f.link])
    tx.run("flows/intend", rows=[{"id": f.flow.id, "use": f.use_id} for f in flows if f.use_id])
    tx.run("flows/unintend", ids=[f.flow.id for f in flows if not f.use_id])


def delete(store: Writer, ids: Sequence[str]) -> list[str]:
    """Delete flows, except those that a lead rests on which people identified or judged; return the ids of these."""
    tied = [row["id"] for row in store.read("flows/tied", ids=list(ids))]
    store.write("flows/delete", ids=sorted(set(ids) - set(tied)))
    return tied


def every(store: Writer, resources: Iterable[str] | None = None, sight: Sight = NOTHING) -> list[LinkedFlow]:
    """Return all flows ordered by id, or those about some resources or wanted for a named use.

    Confidential ones stay shut, without words or figures, unless the reader may see into their firm: the matcher may.
    """
    some = "flows/packed" if resources is None else "flows/packed_some"
    blocks, sealed = store.read(some, resources=sorted(resources or ())), kept_back.every(store)
    flows = {packed[0]: _unpack(packed) for block in blocks for packed in block["rows"]}.values()
    opened = (_opened(store, f, sealed[f.flow.id], sight) if f.flow.id in sealed else f for f in flows)
    return sorted(opened, key=lambda f: f.flow.id)


def about(store: Store, resources: Iterable[str], directions: Iterable[Direction]) -> list[LinkedFlow]:
    """Return the flows about some resources in some directions, ordered by id; confidential ones stay shut."""
    relations = [RELATION[direction] for direction in directions]
    blocks = store.read("flows/about", resources=sorted(resources), relations=relations, limit=MOST_ABOUT)
    return sorted((_unpack(packed) for block in blocks for packed in block["rows"]), key=lambda f: f.flow.id)


def of_firm(store: Store, firm_id: str, sight: Sight = NOTHING) -> list[Row]:
    """Return a firm's flows with what was understood of them."""
    rows = [row | {"firm_id": firm_id} for row in store.read("flows/of_firm", firm=firm_id)]
    return kept_back.opened(store, rows, sight)


def get(store: Store, flow_id: str, sight: Sight = NOTHING) -> Row:
    """Return one flow with its firm and what was understood of it; NotFound when there is none."""
    rows = store.read("flows/get", id=flow_id)
    if not rows:
        raise NotFound(f"flow {flow_id}")
    return kept_back.opened(store, rows, sight)[0]


def unclear(store: Store, skip: int, limit: int) -> tuple[list[Row], int]:
    """Return a page of the flows nobody understood yet, and how many there are; confidential ones stay shut."""
    ids = _unclear(store)
    rows = kept_back.opened(store, store.read("flows/unclear", ids=ids[skip : skip + limit]), NOTHING)
    return rows, len(ids)


def count_unclear(store: Store) -> int:
    """Return how many flows nobody understood yet."""
    return len(_unclear(store))


@per_version
def _unclear(store: Store) -> list[str]:
    return [row["id"] for row in store.read("flows/unclear_ids")]


def held(store: Store, flow_id: str) -> bool:
    """Say whether this flow is in the graph."""
    return bool(store.read("flows/get", id=flow_id))


def _row(flow: Flow) -> Row:
    return dict(vars(flow)) | {"firm": flow.firm_id}


def _link_row(linked: LinkedFlow) -> Row:
    assert linked.link is not None
    link = linked.link
    return {"id": linked.flow.id, "resource": link.resource_id, "confidence": link.confidence, "why": link.why}


def _opened(store: Writer, linked: LinkedFlow, sealed: str, sight: Sight) -> LinkedFlow:
    if not sight.opens(linked.flow.firm_id):
        return replace(linked, flow=replace(linked.flow, confidential=True))
    return replace(linked, flow=read_flow(vars(linked.flow) | store.vault.open(sealed) | {"confidential": True}))


def _is_shut(flow: Flow) -> bool:
    """Tell whether a flow was read without what it keeps back: written so, it would lose that."""
    return flow.confidential and not flow.text


def read_flow(row: Row) -> Flow:
    """Return the flow of a row that has at least its id, firm_id, direction and provenance; enumerations as texts."""
    named = {name: row[name] for name in Flow.__dataclass_fields__ if row.get(name) is not None}
    for name, closed in CLOSED.items():
        if name in named:
            named[name] = closed(named[name])
    return Flow(**({"text": ""} | named))


def _unpack(packed: list[Any]) -> LinkedFlow:
    (flow_id, firm, relation, text, code, quantity, unit, rhythm, warmth, quality, use_text, provenance, as_of,
     resource, confidence, why, use, typed, most, below, source, operation) = packed  # fmt: skip
    flow = Flow(
        flow_id, firm, DIRECTION[relation], text, code or "", quantity, UNITS[unit] if unit else None,
        RHYTHMS[rhythm] if rhythm else None, warmth, quality or "", use_text or "", PROVENANCES[provenance],
        as_of or "", typed or "", quantity_max=most, below_threshold=bool(below), source=source or "",
        operation=operation or "",
    )  # fmt: skip
    return LinkedFlow(flow, Link(resource, confidence, why) if resource else None, use or "")
