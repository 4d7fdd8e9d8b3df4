"""Leads, the reasons behind them and what people decided, in the graph."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.errors import NotFound
from symbiosis.domain.folder import KnownSynergy
from symbiosis.domain.kept_back import keep_back
from symbiosis.domain.sight import NOTHING, Sight
from symbiosis.domain.synergies import KnownLink, Proposal
from symbiosis.store import kept_back
from symbiosis.store.session import BATCH, Row, Store, Transaction, Writer, batches

PAIR = 2  # firms: a giver and a taker


@dataclass(frozen=True)
class Changes:
    """What a run of the matcher did to the proposals."""

    written: int
    unchanged: int
    withdrawn: int


def known(store: Store, resources: Iterable[str] | None = None) -> list[KnownLink]:
    """Return what people identified or judged, of everything or about some resources."""
    if resources is None:
        return [_known(row) for row in store.read("synergies/known")]
    return [_known(row) for row in store.read("synergies/known_about", resources=sorted(resources))]


def identified(store: Writer) -> dict[str, KnownSynergy]:
    """Return by id what people identified, as they wrote it."""
    return {row["id"]: _as_written(row) for row in store.read("synergies/identified")}


def delete_identified(store: Writer, ids: Sequence[str]) -> list[str]:
    """Delete identified synergies, except those that somebody decided on; return the ids of these."""
    gone = {row["id"] for row in store.write("synergies/delete_identified", ids=list(ids))}
    return [name for name in ids if name not in gone]


def standing(store: Store) -> list[Row]:
    """Return the matcher's proposals that nobody judged, ordered by id."""
    rows = (_unpack(packed) for block in store.read("synergies/standing") for packed in block["rows"])
    return sorted(rows, key=lambda row: str(row["id"]))


def _unpack(packed: list[Any]) -> Row:
    name, kind, digest, resource, parties, flow_ids, hypothetical = packed
    return {
        "id": name, "kind": kind, "digest": digest, "resource_id": resource,
        "firm_ids": [firm for _, firm in sorted(parties)], "flow_ids": flow_ids, "hypothetical": hypothetical,
    }  # fmt: skip


def standing_on(store: Store, offers: Iterable[str]) -> list[Row]:
    """Return the pairs of two firms that stand of some offers; chains are the full run's."""
    wanted = frozenset(offers)
    rows = store.read("synergies/standing_on", offers=sorted(wanted))
    return [row for row in rows if row["flow_ids"][0] in wanted and len(row["firm_ids"]) == PAIR]


def standing_groups(store: Store, resources: Iterable[str]) -> list[Row]:
    """Return the groups that stand about some resources."""
    return store.read("synergies/standing_groups", resources=sorted(resources))


def as_link(row: Row) -> KnownLink:
    """Return a standing proposal as a link."""
    return _known(row | {"origin": Origin.MATCHER, "judgement": Judgement.PROPOSED})


def refresh(store: Store, proposals: Sequence[Proposal], before: Sequence[Row], about: Row) -> Changes:
    """Make the standing proposals `before` into `proposals`; what people judged meanwhile stays as they left it.

    `about` holds `model` (its version) and `at` (an ISO time). Only what changed is written, and nothing of what
    confidential flows keep back.
    """
    proposals = keep_back(proposals, kept_back.ids(store))
    digests = {row["id"]: row["digest"] for row in before}
    rows = [_row(p, about["model"]) for p in proposals]
    changed = [row for row in rows if digests.get(row["id"]) != row["digest"]]
    gone = sorted(set(digests) - {row["id"] for row in rows})
    for batch in batches(changed, BATCH):
        store.together(lambda tx, batch=batch: _write(tx, batch, about["at"]))  # type: ignore[misc]
    withdrawn = sum(
        withdraw(store, [row["id"] for row in batch]) for batch in batches(({"id": i} for i in gone), BATCH)
    )
    return Changes(len(changed), len(rows) - len(changed), withdrawn)


def raise_in(store: Store, workshop_id: str, proposals: Sequence[Proposal], about: Row) -> int:
    """Write leads that a workshop's cards make, or raise what the matcher proposes already; return how many.

    What people judged stays as they left it; the matcher never touches what was raised.
    """
    rows = [_row(p, about["model"]) for p in keep_back(proposals, kept_back.ids(store))]
    written = [
        store.together(lambda tx, batch=batch: _raise(tx, batch, workshop_id, about["at"]))  # type: ignore[misc]
        for batch in batches(rows, BATCH)
    ]
    return sum(written)


def put_identified(store: Writer, rows: Sequence[Row], at: str) -> None:
    """Write identified synergies: rows as those of a proposal, with `text`, `use_text`, `source`, `judgement`."""
    for batch in batches(rows, BATCH):
        store.together(lambda tx, batch=batch: _write_identified(tx, batch, at))  # type: ignore[misc]


def _write(tx: Transaction, rows: list[Row], at: str) -> None:
    accepted = {row["id"] for row in tx.run("synergies/propose", rows=rows, at=at)}
    _relate(tx, [row for row in rows if row["id"] in accepted])


def _raise(tx: Transaction, rows: list[Row], workshop_id: str, at: str) -> int:
    accepted = {row["id"] for row in tx.run("workshops/propose", rows=rows, workshop=workshop_id, at=at)}
    _relate(tx, [row for row in rows if row["id"] in accepted])
    return len(accepted)


def _write_identified(tx: Transaction, told: list[Row], at: str) -> None:
    former = {row["id"]: row["kept"] for row in tx.run("firms/former")}
    rows = [row | {"parties": [p | {"firm": former.get(p["firm"], p["firm"])} for p in row["parties"]]} for row in told]
    tx.run("synergies/put_identified", rows=rows, at=at)
    _relate(tx, rows)


def _relate(tx: Transaction, rows: list[Row]) -> None:
    tx.run("synergies/unlink", rows=[{"id": row["id"], "firms": [p["firm"] for p in row["parties"]]} for row in rows])
    tx.run("synergies/involve", rows=[party | {"synergy": row["id"]} for row in rows for party in row["parties"]])
    tx.run("synergies/rest_on", rows=[{"synergy": row["id"], "flow": flow} for row in rows for flow in row["flows"]])
    tx.run(
        "synergies/about", rows=[{"synergy": row["id"], "resource": row["resource"]} for row in rows if row["resource"]]
    )
    tx.run("synergies/towards", rows=[{"synergy": row["id"], "use": row["use"]} for row in rows if row["use"]])


def withdraw(store: Store, ids: list[str]) -> int:
    """Delete open proposals of the matcher that have no history; return how many."""
    count: int = store.write("synergies/withdraw", ids=ids)[0]["n"]
    return count


def _row(p: Proposal, model: str) -> Row:
    row: Row = {
        "id": p.id, "kind": p.kind.value, "resource": p.resource_id, "use": p.use_id, "flows": list(p.flow_ids),
        "hypothetical": p.hypothetical, "score": p.score, "model": model,
        "parties": [{"firm": party.firm_id, "role": party.role.value, "step": party.step} for party in p.parties],
        **_evidence_lists(p),
    }  # fmt: skip
    return row | {"digest": hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:16]}


def _evidence_lists(p: Proposal) -> Row:
    columns = {"criteria": "criterion", "points": "points", "left": "left", "right": "right", "sources": "source"}
    return {column: [getattr(e, key) for e in p.evidence] for column, key in columns.items()}


def _known(row: Row) -> KnownLink:
    kind, origin, judgement = SynergyKind(row["kind"]), Origin(row["origin"]), Judgement(row["judgement"])
    return KnownLink(row["id"], kind, origin, judgement, row["resource_id"], tuple(row["firm_ids"]))


def _as_written(row: Row) -> KnownSynergy:
    status = Judgement(row["judgement"])
    return KnownSynergy(
        SynergyKind(row["kind"]), tuple(row["firm_ids"]), row["text"] or "", row["use_text"] or "",
        None if status is Judgement.PROPOSED else status, row["source"] or "",
    )  # fmt: skip


def get(store: Store, synergy_id: str) -> Row:
    """Return one synergy; NotFound when there is none."""
    rows = store.read("synergies/get", id=synergy_id)
    if not rows:
        raise NotFound(f"synergy {synergy_id}")
    return rows[0]


def details(store: Store, synergy_id: str, sight: Sight = NOTHING) -> tuple[list[Row], list[Row], list[Row]]:
    """Return a synergy's firms, flows (confidential ones opened where the reader may see) and decisions."""
    parts = ("synergies/parties", "synergies/flows", "synergies/decisions")
    parties, flows, decisions = (store.read(question, id=synergy_id) for question in parts)
    return parties, kept_back.opened(store, flows, sight), decisions


def of_firm(store: Store, firm_id: str, limit: int) -> list[Row]:
    """Return a firm's leads, best first."""
    return store.read("synergies/of_firm", firm=firm_id, limit=limit)


def put_manual(store: Store, row: Row, at: str) -> bool:
    """Write a synergy entered by hand, rows as those of an identified one; tell whether it is new."""

    def write(tx: Transaction) -> bool:
        fresh = bool(tx.run("synergies/put_manual", row=row, at=at)[0]["created_at"] == at)
        if fresh:
            _relate(tx, [row])
        return fresh

    return store.together(write)


def alternatives(store: Store, synergy_id: str, limit: int) -> list[str]:
    """Return the ids of other leads that rest on a flow this one rests on, best first."""
    return [row["id"] for row in store.read("synergies/alternatives", id=synergy_id, limit=limit)]


def glimpses(store: Store, flow_id: str, firm_id: str) -> list[Row]:
    """Return what a flow's firm may know of the leads that rest on it."""
    return store.read("synergies/glimpses", flow=flow_id, firm=firm_id)


def decide(store: Store, synergy_id: str, version: int, judgement: Judgement, decision: Row) -> bool:
    """Judge a synergy unless somebody did since `version`; tell whether this decision is the one that counts.

    `decision` holds id, at, who, reason, note, until, next_action, next_on and next_by.
    Asking twice with the same id counts once.
    """
    until = decision["until"]
    rows = store.write(
        "synergies/decide", id=synergy_id, version=version, judgement=judgement.value, until=until, decision=decision
    )
    return bool(rows) or any(d["id"] == decision["id"] for d in store.read("synergies/decisions", id=synergy_id))
