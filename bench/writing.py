"""A territory's size written to the embedded engine as an import writes it, and by a bare loop of the driver beside."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import GraphDatabase, ManagedTransaction

from symbiosis.domain.enums import Direction, Provenance, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, LinkedFlow
from symbiosis.store import engine, firms, flows, schema
from symbiosis.store.connection import embedded
from symbiosis.store.session import BATCH, Row, Store, Transaction, batches

FIRMS, FLOWS = 4_400, 30_000
COMMUNES = frozenset({"54115"})
BARE_FIRMS = "UNWIND $rows AS row MERGE (f:Firm {id: row.id}) SET f.name = row.name, f.commune = row.commune"
BARE_FLOWS = (
    "UNWIND $rows AS row MATCH (f:Firm {id: row.firm}) MERGE (w:Flow {id: row.id}) "
    "SET w.text = row.text, w.quantity = row.quantity, w.unit = row.unit MERGE (f)-[:OFFERS]->(w)"
)


def made_up() -> tuple[list[Firm], list[LinkedFlow]]:
    every = [
        Firm(f"{i:014d}", f"Établissement {i}", ("10.71",), "54115", 48.7, 6.1, 10, naf2025="10.71Y")
        for i in range(FIRMS)
    ]
    told = [
        Flow(f"flow-{i:x}", every[i % FIRMS].id, Direction.OFFER, f"déchet {i}", "15 01 03", 1.5, Unit.TONNE,
             provenance=Provenance.OBSERVED, as_of="2025", source="banc d'essai")
        for i in range(FLOWS)
    ]  # fmt: skip
    return every, [LinkedFlow(flow, None) for flow in told]


def ours() -> float:
    """Return the seconds of one transaction, everything in it."""
    every, told = made_up()

    def work(tx: Transaction) -> None:
        firms.put(tx, every, COMMUNES, "import-bench")
        flows.put(tx, told, "import-bench")

    with _store() as (store, _):
        started = time.monotonic()
        store.together(work)
        return time.monotonic() - started


def bare() -> float:
    """Return the seconds of a loop over the driver alone, fewer properties, a transaction per batch."""
    every, told = made_up()
    rows: list[tuple[str, list[Row]]] = [
        (BARE_FIRMS, [{"id": f.id, "name": f.name, "commune": f.commune} for f in every]),
        (BARE_FLOWS, [{"id": w.flow.id, "firm": w.flow.firm_id, "text": w.flow.text, "quantity": w.flow.quantity,
                       "unit": "t"} for w in told]),
    ]  # fmt: skip
    with _store() as (_, root):
        address = engine.ensure_running(root)
        with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
            started = time.monotonic()
            with driver.session(database=address.database) as session:
                for query, every_row in rows:
                    for batch in batches(every_row, BATCH):
                        session.execute_write(_run, query, batch)
            return time.monotonic() - started


def _run(tx: ManagedTransaction, query: str, rows: list[Row]) -> None:
    tx.run(query, rows=rows).consume()


@contextmanager
def _store() -> Iterator[tuple[Store, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "graph"
        store = Store(embedded(root))
        schema.apply(store, "2026-01-01T00:00:00")
        try:
            yield store, root
        finally:
            store.close()
            engine.stop(root)
