"""Asks the reading copy anything. A question past its limit, or cancelled, costs the engine's process, no one else."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

from neo4j import READ_ACCESS, Driver, GraphDatabase, Query, Record, Result, Session
from neo4j.exceptions import Neo4jError

from symbiosis.domain.answers import AnswerRow, Copy, Cypher, Stop, Stopped, Stream
from symbiosis.domain.errors import SymbiosisError
from symbiosis.store import complaints, engine, locks, read_only, reading_copy, slots
from symbiosis.store.connection import PATIENCE
from symbiosis.store.engine import Address
from symbiosis.store.session import LOST
from symbiosis.store.slots import Slot
from symbiosis.store.values import plain

logging.getLogger("neo4j.io").setLevel(logging.CRITICAL)  # a connection that we cut ourselves is no news
GRACE_SECONDS = 1.0  # the engine ends most questions by itself at their limit; the others end with it
LOOK_SECONDS = 0.1


class Reader:
    """The reading copy of one home. Safe to share between threads; made anew in each process."""

    def __init__(self, home: Path) -> None:
        """Remember where the copies are; nothing is opened until the first question."""
        self._home = home
        self._lock = Lock()
        self._open: _Open | None = None

    def copy(self) -> Copy | None:
        """Return the copy that would answer, None before there is one."""
        return reading_copy.current(self._home)

    @contextmanager
    def ask(self, asked: Cypher, block: int) -> Iterator[Stream]:
        """Give the answer row by row, fetched in blocks; Wrong or Stopped, also while rows come, where it fails."""
        folder = reading_copy.folder(self._home)
        if self.copy() is None:
            raise Stopped(Stop.NO_COPY)
        with slots.taken(folder, asked.who) as slot:
            run = _Run(self, slot, asked, block)
            try:
                yield run.begin()
            finally:
                run.end()

    def cancel(self, who: str) -> bool:
        """End a person's running questions; tell whether there were any. Who runs them does it within a moment."""
        return slots.cancel(reading_copy.folder(self._home), who)

    def close(self) -> None:
        """Close what is open; the next question opens it again."""
        with self._lock:
            self._close()

    def opened(self) -> "_Open":
        """Return a connection to the current copy, its engine started where it does not run."""
        with self._lock:
            copy = self.copy()
            if copy is None:
                raise Stopped(Stop.NO_COPY)
            if self._open is None or self._open.copy.folder != copy.folder:
                self._close()
                self._open = self._connect()
            return self._open

    def forget(self, lost: "_Open", kill: bool = False) -> None:
        """Close a connection that is no good any more; with `kill`, end its engine and start another at once."""
        with self._lock:
            if self._open is lost:
                self._open = None
        if kill:
            engine.kill(lost.root)
            Thread(target=self._start_again, daemon=True).start()
        lost.driver.close()

    def _start_again(self) -> None:
        try:
            self.opened()
        except (SymbiosisError, OSError):
            return  # whoever asks next is told

    def _connect(self) -> "_Open":
        with locks.exclusive(reading_copy.folder(self._home) / "switch.lock"):  # no copy is removed meanwhile
            copy = self.copy()
            if copy is None:
                raise Stopped(Stop.NO_COPY)
            root = reading_copy.folder(self._home) / copy.folder
            address = engine.ensure_running(root)
        driver = GraphDatabase.driver(address.uri, auth=(address.user, address.password), **PATIENCE)
        return _Open(driver, address, root, copy, read_only.seconds(root) or reading_copy.LIMIT_SECONDS)

    def _close(self) -> None:
        if self._open is not None:
            self._open.driver.close()
            engine.leave(self._open.root)
            self._open = None


@dataclass(frozen=True, eq=False)
class _Open:
    driver: Driver
    address: Address
    root: Path
    copy: Copy
    limit: int


@dataclass
class _Run:
    """One question from its start to its end, watched by a thread that ends the engine if need be."""

    reader: Reader
    slot: Slot
    asked: Cypher
    block: int
    why: Stop | None = None
    _open: _Open | None = None
    _session: Session | None = None
    _over: Event = field(default_factory=Event)
    _whole: bool = False

    def begin(self) -> Stream:
        """Ask, and wait for the first rows; once more where the engine was lost through no fault of this question."""
        try:
            return self._begin()
        except LOST as error:
            if self._blame() is not None:
                raise self._told(error) from None
            self._drop()
            try:
                return self._begin()
            except (*LOST, Neo4jError) as again:
                raise self._told(again) from None
        except Neo4jError as error:
            raise self._told(error) from None

    def end(self) -> None:
        """Let go; what was not read to its end is not waited for."""
        self._over.set()
        if self._open is None:
            return
        if not self._whole:
            self.reader.forget(self._open)
        elif self._session is not None:
            self._session.close()

    def _begin(self) -> Stream:
        self._open = self.reader.opened()
        self._watch(self._open)
        self._session = self._open.driver.session(
            database=self._open.address.database, default_access_mode=READ_ACCESS, fetch_size=self.block
        )
        result = self._session.run(Query(self.asked.text), dict(self.asked.parameters))
        result.peek()
        return Stream(tuple(result.keys()), self._rows(result), self._open.copy)

    def _rows(self, result: Result) -> Iterator[AnswerRow]:
        try:
            for record in result:
                yield _row(record)
            self._whole = True
        except (*LOST, Neo4jError) as error:
            raise self._told(error) from None

    def _watch(self, opened: _Open) -> None:
        self._over = Event()
        Thread(target=self._end_in_time, args=(opened, self._over), daemon=True).start()

    def _end_in_time(self, opened: _Open, over: Event) -> None:
        deadline = time.monotonic() + opened.limit + GRACE_SECONDS
        while time.monotonic() < deadline and not self.slot.cancelled:
            if over.wait(LOOK_SECONDS):
                return
        self.why = Stop.CANCELLED if self.slot.cancelled else Stop.TIME
        self.reader.forget(opened, kill=True)

    def _blame(self) -> Stop | None:
        """Return why the connection went, None where the engine went for somebody else's question or a new copy."""
        assert self._open is not None
        if self.why is not None:
            return self.why
        return complaints.of_engine(self._open.root)

    def _drop(self) -> None:
        self._over.set()
        if self._open is not None:
            self.reader.forget(self._open)

    def _told(self, error: Exception) -> SymbiosisError:
        self._over.set()
        if isinstance(error, Neo4jError):
            self._whole = not isinstance(error, LOST)
            assert self._open is not None
            return complaints.of_question(error, self.asked, self._open.address)
        return Stopped(self._blame() or Stop.LOST)


def _row(record: Record) -> AnswerRow:
    values: list[Any] = list(record.values())
    return tuple(map(plain, values))
