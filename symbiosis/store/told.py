"""Flows as people change them: each change counts once, and what was said before is kept, sealed."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from symbiosis.domain.enums import Direction, FlowChange
from symbiosis.domain.errors import NotFound
from symbiosis.domain.flows import Earlier, Flow, Link, LinkedFlow, Telling
from symbiosis.domain.ids import stable_id
from symbiosis.domain.kept_back import CRITERIA
from symbiosis.domain.sight import Sight
from symbiosis.store import flows, kept_back
from symbiosis.store.directions import DIRECTION, RELATION
from symbiosis.store.session import Row, Store, Transaction, Writer


@dataclass(frozen=True)
class Change:
    """What somebody does to a flow of which they saw a version; `after` is what it says from now on."""

    before: Telling
    after: LinkedFlow
    kind: FlowChange
    at: str
    by: str


def get(store: Store, flow_id: str, sight: Sight) -> Telling:
    """Return one flow, withdrawn or not; NotFound when there is none."""
    found = several(store, [flow_id], sight)
    if not found:
        raise NotFound(f"flow {flow_id}")
    return found[0]


def several(store: Store, flow_ids: Sequence[str], sight: Sight) -> list[Telling]:
    """Return these flows, withdrawn or not, in the order asked for; ids that are none of a flow are left out."""
    rows = {row["properties"]["id"]: row for row in store.read("flows/told", ids=list(flow_ids))}
    return [_telling(store, rows[flow_id], sight) for flow_id in flow_ids if flow_id in rows]


def of_firm(store: Store, firm_id: str, sight: Sight) -> tuple[Telling, ...]:
    """Return all flows of a firm, withdrawn ones too, by direction and words."""
    found = several(store, [row["id"] for row in store.read("flows/told_by", firm=firm_id)], sight)
    order = list(Direction)
    return tuple(sorted(found, key=lambda t: (t.withdrawn, order.index(t.flow.direction), t.flow.text, t.flow.id)))


def change(store: Store, asked: Change) -> bool:
    """Change a flow unless somebody did since; tell whether this change is the one that counts."""
    mark = uuid4().hex
    return store.together(lambda tx: _change(store, tx, asked, mark))


def history(store: Store, flow_id: str, sight: Sight) -> tuple[Earlier, ...]:
    """Return what a flow said before each change, latest first; nothing to a reader who may not see its firm's own."""
    told = get(store, flow_id, sight)
    if not sight.opens(told.flow.firm_id):
        return ()
    rows = store.read("flows/versions", id=flow_id)
    return tuple(_earlier(store, told.flow, row) for row in rows)


def touched(store: Writer) -> frozenset[str]:
    """Return the flows that people changed: loading a file again leaves them alone."""
    return frozenset(row["id"] for row in store.read("flows/touched"))


def _change(store: Store, tx: Transaction, asked: Change, mark: str) -> bool:
    flow, version = asked.before.flow, asked.before.version
    if not tx.run("flows/take_version", id=flow.id, version=version, change=mark):
        return False
    sealed = store.vault.seal(_said(flow))
    about = {"change": asked.kind.value, "at": asked.at, "by": asked.by, "sealed": sealed}
    tx.run("flows/keep_version", id=stable_id("version", flow.id, str(version)), flow=flow.id, rank=version, **about)
    if not asked.after.flow.confidential:
        tx.run("flows/unseal", ids=[flow.id])
    flows.put_in(tx, [asked.after])
    if asked.kind is FlowChange.WITHDRAWN:
        tx.run("flows/aside", id=flow.id)
    else:
        tx.run("flows/turn", id=flow.id, relation=RELATION[asked.after.flow.direction])
    if asked.after.flow.confidential and not flow.confidential:
        _hide(tx, flow)
    return True


def _hide(tx: Transaction, flow: Flow) -> None:
    """Take out of judged leads and answers what a flow said before it became confidential."""
    tx.run("synergies/keep_back", flow=flow.id, criteria=sorted(CRITERIA))
    asked = tx.run("questions/of_firm", firm=flow.firm_id)
    tx.run("questions/keep_back", ids=[row["id"] for row in asked if stable_id("flow", row["id"]) == flow.id])


def _said(flow: Flow) -> Row:
    return {name: value for name, value in vars(flow).items() if name not in ("id", "firm_id")}


def _telling(store: Store, row: Row, sight: Sight) -> Telling:
    told = row["properties"] | {"firm_id": row["firm"], "direction": DIRECTION[row["relation"]]}
    opened = kept_back.opened(store, [told | {"confidential": bool(told.get("confidential"))}], sight)[0]
    return Telling(
        LinkedFlow(flows.read_flow(opened), _link(row), row["use"] or ""), row["version"], row["withdrawn"],
        opened["hidden"],
    )  # fmt: skip


def _link(row: Row) -> Link | None:
    return Link(row["resource"], row["confidence"], row["why"] or "") if row["resource"] else None


def _earlier(store: Store, flow: Flow, row: Row) -> Earlier:
    said = store.vault.open(row["sealed"]) | {"id": flow.id, "firm_id": flow.firm_id}
    return Earlier(flows.read_flow(said), row["change"], row["at"], row["by"])
