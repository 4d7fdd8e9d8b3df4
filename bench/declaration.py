"""One declaration, from a text already linked to its stored suggestions, and a read-only question to the graph."""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from neo4j import READ_ACCESS, GraphDatabase

from bench.ranking import AS_CYPHER
from bench.users import Waits
from symbiosis.domain.enums import Direction, Provenance
from symbiosis.domain.flows import Flow, LinkedFlow
from symbiosis.knowledge import Knowledge
from symbiosis.services.know import Known
from symbiosis.services.record import record
from symbiosis.store import engine, firms, flows
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store

CYPHER = Path(__file__).with_suffix(".cypher")
WARM, MEASURED = 3, 60


def measure(home: Path) -> tuple[Waits, Waits]:
    """Return how long offers took to be recorded with their suggestions, and the same offers' best needs in Cypher."""
    root = home / "graph"
    store = Store(embedded(root))
    knowledge = Known().current(store)
    address, mine, theirs = engine.ensure_running(root), list[float](), list[float]()
    with (
        GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver,
        driver.session(database=address.database, default_access_mode=READ_ACCESS) as session,
    ):
        for offer, km in _new_offers(store, knowledge):
            given = AS_CYPHER | {"id": offer.id, "km": km}
            mine.append(_seconds(lambda offer=offer: record(store, knowledge, offer)))  # type: ignore[misc]
            theirs.append(_seconds(lambda given=given: list(session.run(CYPHER.read_text(), given))))  # type: ignore[misc]
    store.close()
    return Waits(mine[WARM:], 0), Waits(theirs[WARM:], 0)


def _new_offers(store: Store, knowledge: Knowledge) -> list[tuple[Flow, float]]:
    """Return what some firms offer, told by others, each with how far it goes; the words are linked already."""
    chance = random.Random(1)
    goes = {r.id: max(r.disposal_eur + r.purchase_eur - r.preparation_eur, 0.0) / r.haul_eur_km
            for r in knowledge.rows.resources if r.haul_eur_km}  # fmt: skip
    told = chance.sample([f for f in flows.every(store) if _is_told(f) and f.link and f.link.resource_id in goes],
                         WARM + MEASURED)  # fmt: skip
    tellers = chance.sample([firm.id for firm in firms.every(store) if not firm.closed_at], len(told))
    for linked in told:
        knowledge.understand(linked.flow)
    return [
        (replace(linked.flow, id=f"flow-bench-{teller}", firm_id=teller), goes[linked.link.resource_id])
        for linked, teller in zip(told, tellers, strict=True)
        if linked.link
    ]


def _is_told(linked: LinkedFlow) -> bool:
    return linked.flow.direction is Direction.OFFER and linked.flow.provenance is Provenance.DECLARED


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
