"""What a run of the matcher reads and writes, beside a bare loop of the driver that moves the same rows."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction

from symbiosis.domain.clock import now
from symbiosis.domain.garbage import nothing_to_collect
from symbiosis.domain.sight import EVERYTHING
from symbiosis.services.rematch import rematch
from symbiosis.store import engine, firms, flows, knowledge, nominees, queries, synergies
from symbiosis.store.connection import embedded
from symbiosis.store.session import BATCH, Row, Store, Transaction, batches

ROUNDS = 5
READ = (
    "flows/packed", "flows/every_sealed", "firms/packed", "synergies/known", "synergies/standing", "nominees/every",
    "knowledge/sections", "knowledge/resources", "knowledge/uses", "knowledge/usable_as", "knowledge/performs",
    "knowledge/sharing", "knowledge/sectors", "knowledge/waste", "knowledge/every_precedent", "knowledge/purposes",
)  # fmt: skip
Sent = list[tuple[str, Row]]  # questions with their parameters, of one transaction
T = TypeVar("T")


class Moved(NamedTuple):
    """Seconds, the run's own way and in a bare loop."""

    ours: float
    bare: float


class _Noting(Store):
    """A store that remembers what it was sent to write, transaction by transaction."""

    sent: list[Sent]

    def together(self, work: Callable[[Transaction], T]) -> T:
        """Do several things together, and note them."""

        def noted(tx: Transaction) -> T:
            self.sent.append([])
            ask = tx.run

            def run(question: str, **parameters: Any) -> list[Row]:
                self.sent[-1].append((question, parameters))
                return ask(question, **parameters)

            tx.run = run  # type: ignore[method-assign]
            return work(tx)

        return super().together(noted)


def reading(home: Path) -> Moved:
    """Return how long all that a run reads takes, made sense of and as bare records."""
    with _opened(home) as (store, driver, database):

        def ours() -> None:
            knowledge.get(store, guesses=False)
            flows.every(store, sight=EVERYTHING)
            firms.every(store)
            synergies.known(store)
            synergies.standing(store)
            nominees.every(store)

        def bare() -> None:
            with driver.session(database=database) as session:
                for name in READ:
                    list(session.run(queries.text(name)))

        with nothing_to_collect():  # as in a run
            return Moved(min(_seconds(ours) for _ in range(ROUNDS)), min(_seconds(bare) for _ in range(ROUNDS)))


def writing(home: Path) -> Moved:
    """Return how long it takes to write every proposal anew, and a loop over the same questions and rows."""
    with _opened(home) as (store, driver, database):
        proposals, about = rematch(store, lambda *_: None).proposals, {"model": "bench", "at": now()}
        _withdraw(store)
        ours = _seconds(lambda: synergies.refresh(store, proposals, [], about))  # noted too: a list more a batch
        _withdraw(store)
        store.sent = []
        synergies.refresh(store, proposals, [], about)
        _withdraw(store)

        def bare() -> None:
            with driver.session(database=database) as session:
                for questions in store.sent:
                    session.execute_write(_ask, questions)

        return Moved(ours, _seconds(bare))


def _ask(tx: ManagedTransaction, questions: Sent) -> None:
    for name, parameters in questions:
        tx.run(queries.text(name), parameters).consume()


def _withdraw(store: Store) -> None:
    for batch in batches(synergies.standing(store), BATCH):
        synergies.withdraw(store, [row["id"] for row in batch])


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


@contextmanager
def _opened(home: Path) -> Iterator[tuple[_Noting, Driver, str]]:
    store = _Noting(embedded(home / "graph"))
    store.sent = []
    address = engine.ensure_running(home / "graph")
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        yield store, driver, address.database
    store.close()
