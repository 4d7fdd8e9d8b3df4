"""Reading and writing through the driver: named questions in, plain rows out."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import Any, Protocol, TypeVar

from neo4j import READ_ACCESS, ManagedTransaction, Record
from neo4j.exceptions import (
    ClientError,
    ConstraintError,
    DriverError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from symbiosis.domain.errors import EngineDown
from symbiosis.store import queries
from symbiosis.store.connection import Connect, Connection
from symbiosis.store.vault import Vault

Row = dict[str, Any]
T = TypeVar("T")
ASK_AGAIN = 3
GONE = "Neo.ClientError.Statement.EntityNotFound"  # another transaction deleted it meanwhile (embedded engine)
LOST = (ServiceUnavailable, SessionExpired, DriverError, OSError)
BATCH = 500  # rows per UNWIND: measured fastest on the embedded engine


class Writer(Protocol):
    """What rows can be written to: a database, batch by batch, or a transaction, all together."""

    @property
    def vault(self) -> Vault:
        """Return what seals what is kept back."""

    def read(self, question: str, **parameters: Any) -> list[Row]:
        """Ask a question that writes nothing; return its rows."""

    def write(self, question: str, **parameters: Any) -> list[Row]:
        """Ask a question that writes; return its rows."""

    def write_rows(self, question: str, rows: Iterable[Row], **parameters: Any) -> int:
        """Ask the same question for many `$rows`; return how many rows were sent."""

    def together(self, work: "Callable[[Transaction], T]") -> T:
        """Do several things together or not at all."""


class Transaction:
    """Several questions that happen together or not at all."""

    def __init__(self, inner: ManagedTransaction, vault: Vault) -> None:
        """Wrap the driver's transaction, which stays inside this package; `vault` seals what is kept back."""
        self._inner = inner
        self.vault = vault

    def run(self, question: str, **parameters: Any) -> list[Row]:
        """Ask one named question; return its rows."""
        return [_row(record) for record in self._inner.run(queries.text(question), parameters)]

    def read(self, question: str, **parameters: Any) -> list[Row]:
        """Ask one named question; return its rows."""
        return self.run(question, **parameters)

    def write(self, question: str, **parameters: Any) -> list[Row]:
        """Ask one named question that writes; return its rows."""
        return self.run(question, **parameters)

    def write_rows(self, question: str, rows: Iterable[Row], **parameters: Any) -> int:
        """Ask the same question for many `$rows`, batch by batch; return how many rows were sent."""
        return _write_rows(self, question, rows, parameters)

    def together(self, work: "Callable[[Transaction], T]") -> T:
        """Do work as a part of this transaction."""
        return work(self)

    def run_text(self, cypher: str, **parameters: Any) -> list[Row]:
        """Ask in Cypher, for the schema and for backups, whose labels cannot be parameters."""
        return [_row(record) for record in self._inner.run(cypher, parameters)]


class Store:
    """The database of one territory. Safe to share between threads; made anew in each process."""

    def __init__(self, connect: Connect, vault: Vault | None = None) -> None:
        """Remember how to connect; nothing is opened until the first question. `vault` seals what is kept back."""
        self._connect = connect
        self.vault = vault or Vault()
        self._shared: _Shared | None = None
        self._lock = Lock()

    def read(self, question: str, **parameters: Any) -> list[Row]:
        """Ask a question that writes nothing; return its rows."""
        text = queries.text(question)
        return self._attempt(lambda connection: _ask(connection, text, parameters))

    def ask_server(self, command: str, **parameters: Any) -> list[Row]:
        """Ask a Neo4j about itself, which no question of the graph's folder can: those run on both engines."""
        return self._attempt(lambda connection: _ask(connection, command, parameters))

    def write(self, question: str, **parameters: Any) -> list[Row]:
        """Ask a question that writes, in a transaction of its own."""
        return self.together(lambda tx: tx.run(question, **parameters))

    def together(self, work: Callable[[Transaction], T]) -> T:
        """Run work in one transaction; work may run again, so it must not have effects of its own."""
        return self._attempt(lambda connection: _together(connection, lambda tx: work(Transaction(tx, self.vault))))

    def write_rows(self, question: str, rows: Iterable[Row], **parameters: Any) -> int:
        """Ask the same question for many `$rows`, batch by batch; return how many rows were sent."""
        return _write_rows(self, question, rows, parameters)

    def run_schema(self, statement: str) -> None:
        """Run one schema statement, which Neo4j wants outside any other transaction."""
        with self._borrowed() as open_, open_.driver.session(database=open_.database) as session:
            session.run(statement).consume()

    def close(self) -> None:
        """Close the driver once nobody uses it any more; the next question opens a new one."""
        with self._lock:
            shared, self._shared = self._shared, None
        if shared:
            self._close_unused(shared)

    def _attempt(self, work: Callable[[Connection], T]) -> T:
        for attempt in range(ASK_AGAIN):
            try:
                with self._borrowed() as connection:
                    return work(connection)
            except (ConstraintError, TransientError, ClientError, *LOST) as error:
                if isinstance(error, ClientError) and not isinstance(error, ConstraintError) and error.code != GONE:
                    raise
                if attempt == ASK_AGAIN - 1:  # two MERGE of one new id collide: the second try finds it there
                    raise _plain(error) from error
                time.sleep(0.05 * (attempt + 1))
        raise AssertionError("unreachable")

    @contextmanager
    def _borrowed(self) -> Iterator[Connection]:
        """Give the open connection, and forget it when it turns out to be lost: the next one who asks opens another."""
        with self._lock:
            shared = self._shared = self._shared or _Shared(self._connect())
            shared.users += 1
        try:
            yield shared.connection
        except LOST:
            with self._lock:
                self._shared = None if self._shared is shared else self._shared
            raise
        finally:
            with self._lock:
                shared.users -= 1
            self._close_unused(shared)

    def _close_unused(self, shared: "_Shared") -> None:
        """Close a forgotten driver after its last user: closed under another thread's hands, it may hang or break."""
        with self._lock:
            unused = shared.users == 0 and shared is not self._shared
        if unused:
            shared.connection.driver.close()


@dataclass
class _Shared:
    """A connection and how many threads use it at this moment."""

    connection: Connection
    users: int = 0


def _write_rows(writer: Writer, question: str, rows: Iterable[Row], parameters: Row) -> int:
    total = 0
    for batch in batches(rows, BATCH):
        writer.write(question, rows=batch, **parameters)
        total += len(batch)
    return total


def _ask(connection: Connection, text: str, parameters: Row) -> list[Row]:
    """Ask in one round trip, where a transaction around a single reading would take three."""
    with connection.driver.session(database=connection.database, default_access_mode=READ_ACCESS) as session:
        return [_row(record) for record in session.run(text, parameters)]


def _row(record: Record) -> Row:
    """Return a record as it is: no question gives nodes, whose properties the driver's own way would look for."""
    return dict(zip(record.keys(), record, strict=True))


def _together(connection: Connection, work: Callable[[ManagedTransaction], T]) -> T:
    with connection.driver.session(database=connection.database) as session:
        return session.execute_write(work)


def _plain(error: Exception) -> Exception:
    """Return the error that callers know; a broken constraint is the caller's own mistake and stays as it is."""
    if isinstance(error, ClientError):
        return error
    return EngineDown(f"The graph database does not answer: {type(error).__name__}")


def batches(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield the rows in lists of at most `size`."""
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch
