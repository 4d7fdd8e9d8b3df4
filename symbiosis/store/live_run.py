"""One question to the Neo4j itself, from its start to its end, watched by a thread that ends it if need be.

In one transaction: what the account sees, the plan, the question. READ mode, and the server's own clock, for all of it.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Protocol
from uuid import uuid4

from neo4j import READ_ACCESS, Driver, Result, Session, Transaction
from neo4j.exceptions import DriverError, Neo4jError

from symbiosis.domain.answers import AnswerRow, Copy, Cypher, Stop, Stopped, Stream
from symbiosis.domain.errors import SymbiosisError
from symbiosis.store import account_sight, complaints, plans, queries, reading_copy
from symbiosis.store.door import Door
from symbiosis.store.session import LOST
from symbiosis.store.slots import Slot
from symbiosis.store.values import row

MARK = "symbiosis"  # names a question in the metadata of its transaction
GRACE_SECONDS = 1.0
LOOK_SECONDS, CHANGED_SECONDS = 0.1, 1.0


@dataclass(frozen=True, eq=False)
class Open:
    """A connection of a question's own, through a door that can be shut."""

    driver: Driver
    door: Door
    database: str | None

    def drop(self) -> None:
        """End it at once: whatever still runs on it ends on the server too."""
        self.door.shut()
        with suppress(*LOST):
            self.driver.close()


class Server(Protocol):
    """What a question needs of the Neo4j it is asked of."""

    def opened(self) -> Open:
        """Return a connection of a question's own."""

    def give_back(self, opened: Open) -> None:
        """Keep a connection for the next question."""

    def terminate(self, mark: str) -> None:
        """End a question on the server, from another connection."""

    def has_changed(self, since: Copy) -> bool:
        """Tell whether something was hidden since the reading copy was as it is told here."""

    def beside(self) -> Copy | None:
        """Return the reading copy, which tells what was hidden since it was made."""


@dataclass
class LiveRun:
    """A question and its answer; `copy` says what it is read from."""

    server: Server
    slot: Slot
    asked: Cypher
    block: int
    copy: Copy
    why: Stop | None = None
    _mark: str = field(default_factory=lambda: uuid4().hex)
    _open: Open | None = None
    _session: Session | None = None
    _inner: Transaction | None = None
    _database: str | None = None
    _over: Event = field(default_factory=Event)
    _explaining: bool = False
    _whole: bool = False

    def enter(self) -> bool:
        """Start the transaction; False where this server is not what was looked at a moment ago."""
        for _ in range(2):  # a connection that was kept may have died
            try:
                if self._enter():
                    return True
            except (*LOST, Neo4jError):
                pass
            self._drop()
        return False

    def begin(self) -> Stream:
        """Explain, refuse what does more than read, then ask, and wait for the first rows."""
        assert self._inner is not None
        try:
            self._explain(self._inner)
            result = self._inner.run(self.asked.text, dict(self.asked.parameters))
            result.peek()
            return Stream(tuple(result.keys()), self._rows(result), self.copy, self._check)
        except RecursionError:
            raise Stopped(Stop.DEEP) from None
        except (*LOST, Neo4jError) as error:
            raise self._told(error) from None

    def end(self) -> None:
        """Let go; what was not read to its end is not waited for."""
        self._over.set()
        if self._open is None or self._session is None or not self._whole:
            self._drop()
            return
        with suppress(*LOST, Neo4jError):
            self._session.close()
        self.server.give_back(self._open)

    def _enter(self) -> bool:
        self._open = self.server.opened()
        self._session = self._open.driver.session(
            database=self._open.database, default_access_mode=READ_ACCESS, fetch_size=self.block
        )
        self._inner = self._session.begin_transaction(metadata={MARK: self._mark}, timeout=reading_copy.LIMIT_SECONDS)
        looked = self._inner.run(queries.text("reading/look"))
        seen = looked.single(strict=True)
        self._database = looked.consume().database
        since = self.server.beside()
        if seen["version"] != self.copy.version or account_sight.too_many(seen["labels"]) or since is None:
            return False
        Thread(target=self._watch, args=(self._open, since, self._over), daemon=True).start()
        return True

    def _explain(self, inner: Transaction) -> None:
        self._explaining = True
        explained = inner.run(f"EXPLAIN\n{self.asked.text}", dict(self.asked.parameters)).consume()
        plans.check(explained, self._database)
        self._explaining = False

    def _rows(self, result: Result) -> Iterator[AnswerRow]:
        try:
            for record in result:
                self._check()  # what the driver has already is told no more either
                yield row(record)
            self._whole = True
        except RecursionError:
            raise Stopped(Stop.DEEP) from None
        except (*LOST, Neo4jError) as error:
            raise self._told(error) from None

    def _check(self) -> None:
        if self.why is not None:
            raise Stopped(self.why)

    def _watch(self, opened: Open, since: Copy, over: Event) -> None:
        deadline = time.monotonic() + reading_copy.LIMIT_SECONDS + GRACE_SECONDS
        look = time.monotonic() + CHANGED_SECONDS
        while self.why is None:
            if over.wait(LOOK_SECONDS):
                return
            if time.monotonic() > look:
                look = time.monotonic() + CHANGED_SECONDS
                self.why = Stop.CHANGED if self.server.has_changed(since) else None
            if self.slot.cancelled:
                self.why = Stop.CANCELLED
            elif time.monotonic() > deadline and not self._whole:
                self.why = Stop.TIME
        self.server.terminate(self._mark)
        if not over.wait(GRACE_SECONDS):
            opened.drop()

    def _drop(self) -> None:
        self._over.set()
        if self._open is not None:
            self._open.drop()
        self._over, self._open = Event(), None

    def _told(self, error: Exception) -> SymbiosisError:
        self._over.set()
        if self.why is not None:
            return Stopped(self.why)
        if isinstance(error, Neo4jError) and not isinstance(error, DriverError):
            return complaints.of_server(error, self.asked, 1 if self._explaining else 0)
        assert self._open is not None
        return Stopped(Stop.SIZE if self._open.door.has_cut else Stop.LOST)
