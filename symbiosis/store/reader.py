"""Asks the reading copy anything. A question past its limit, or cancelled, costs the engine's process, no one else.

Where an account of a Neo4j is set and sees no more than the copy holds, that Neo4j is asked instead (`live`).
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread

from neo4j import READ_ACCESS, Driver, GraphDatabase, Query, Result, Session
from neo4j.exceptions import Neo4jError

from symbiosis.domain.answers import AnswerRow, Barred, Copy, Cypher, Stop, Stopped, Stream, Wrong
from symbiosis.domain.errors import EngineDown, SymbiosisError
from symbiosis.store import administration, complaints, engine, locks, read_only, reading_copy, slots
from symbiosis.store.connection import PATIENCE
from symbiosis.store.engine import Address
from symbiosis.store.live import Live
from symbiosis.store.live_run import LiveRun
from symbiosis.store.session import LOST, Store
from symbiosis.store.slots import Slot
from symbiosis.store.values import row

logging.getLogger("neo4j.io").setLevel(logging.CRITICAL)  # a connection that we cut ourselves is no news
GRACE_SECONDS = 1.0  # the engine ends most questions by itself at their limit; the others end with it
LOOK_SECONDS = 0.1
CHANGED_SECONDS = 1.0  # how soon an answer under way ends once something in the copy was hidden


class Reader:
    """The reading copy of one home. Safe to share between threads; made anew in each process."""

    def __init__(self, home: Path, store: Store, live: Live | None = None) -> None:
        """Remember where the copies are, and the graph that says what is hidden; nothing is opened yet."""
        self._home, self._store, self._live = home, store, live
        self._lock = Lock()
        self._idle: list[_Open] = []  # each question has a connection to itself: one that breaks breaks no other

    def copy(self) -> Copy | None:
        """Return what would answer, the copy or the Neo4j itself; None before there is a copy."""
        found = self.live()
        return found if isinstance(found, Copy) else self._current()

    def live(self) -> Copy | Barred | None:
        """Return the Neo4j as it would be read, or why it is not; None where no account is set for that."""
        return self._live.look() if self._live else None

    @contextmanager
    def ask(self, asked: Cypher, block: int) -> Iterator[Stream]:
        """Give the answer row by row, fetched in blocks; Wrong or Stopped, also while rows come, where it fails."""
        folder = reading_copy.folder(self._home)
        if self._current() is None:
            raise Stopped(Stop.NO_COPY)
        with slots.taken(folder, asked.who) as slot:
            run = self._run(slot, asked, block)
            try:
                yield run.begin()
            finally:
                run.end()

    def cancel(self, who: str) -> bool:
        """End a person's running questions; tell whether there were any. Who runs them does it within a moment."""
        return slots.cancel(reading_copy.folder(self._home), who)

    def close(self) -> None:
        """Close what is open; the next question opens it again."""
        self.let_go()
        if self._live:
            self._live.close()

    def let_go(self) -> None:
        """Close the connections to copies."""
        with self._lock:
            idle, self._idle = self._idle, []
        self._close(idle)

    def _current(self) -> Copy | None:
        return reading_copy.current(self._home)

    def _run(self, slot: Slot, asked: Cypher, block: int) -> "LiveRun | _Run":
        live = self._live.run(slot, asked, block) if self._live else None
        if live is None and administration.is_administration(asked.text):
            raise Wrong("Administration of the engine is not allowed here.")
        return live or _Run(self, slot, asked, block)

    def opened(self) -> "_Open":
        """Return a connection to the current copy, without what was hidden since, its engine started if need be."""
        try:
            copy = reading_copy.hide(self._store, self._home)
        except EngineDown:
            raise Stopped(Stop.NO_GRAPH) from None
        with self._lock:
            former = [o for o in self._idle if o.copy != copy]
            self._idle = [o for o in self._idle if o not in former]
            found = self._idle.pop() if self._idle else None
        self._close(former)
        return found or self._connect()

    def has_changed(self, since: Copy) -> bool:
        """Tell whether something was hidden since, as far as the graph answers."""
        with suppress(EngineDown, OSError):  # OSError: the copy makes room for a new one at this moment
            return reading_copy.has_changed(self._store, self._home, since)
        return False

    def give_back(self, opened: "_Open") -> None:
        """Keep a connection for the next question."""
        with self._lock:
            self._idle.append(opened)

    def kill(self, opened: "_Open") -> None:
        """End the engine, and start another at once."""
        engine.kill(opened.root)
        Thread(target=self._start_again, daemon=True).start()

    def _start_again(self) -> None:
        with suppress(SymbiosisError, OSError):  # whoever asks next is told
            self.give_back(self.opened())

    def _connect(self) -> "_Open":
        with locks.exclusive(reading_copy.folder(self._home) / "switch.lock"):  # no copy is removed meanwhile
            copy = self._current()
            if copy is None:
                raise Stopped(Stop.NO_COPY)
            root = reading_copy.folder(self._home) / copy.folder
            address = engine.ensure_running(root)
        driver = GraphDatabase.driver(address.uri, auth=(address.user, address.password), **PATIENCE)
        return _Open(driver, address, root, copy, read_only.seconds(root) or reading_copy.LIMIT_SECONDS)

    def _close(self, former: "list[_Open]") -> None:
        copy = self._current()
        for opened in former:
            opened.driver.close()
            if copy is None or opened.copy.folder != copy.folder:  # of the current one, others may be in use
                engine.leave(opened.root)


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
    _ran: float = 0.0  # seconds, of an asking that was lost through no fault of this question
    _since: float = 0.0

    def begin(self) -> Stream:
        """Ask, and wait for the first rows; once more where the engine was lost through no fault of this question."""
        try:
            try:
                return self._begin()
            except LOST:
                if self._blame() not in (None, Stop.CHANGED):
                    raise
                self.why = None
                self._ran = time.monotonic() - self._since  # asked again, it has what is left of its time
                self._drop()
                self.reader.let_go()  # what else was open is as dead
                return self._begin()
        except EngineDown:
            raise Stopped(Stop.LOST) from None
        except RecursionError:
            raise Stopped(Stop.DEEP) from None
        except (*LOST, Neo4jError) as error:
            raise self._told(error) from None

    def end(self) -> None:
        """Let go; what was not read to its end is not waited for."""
        self._over.set()
        if self._open is None or not self._whole:
            self._drop()
        elif self._session is not None:
            self._session.close()
            self.reader.give_back(self._open)

    def _begin(self) -> Stream:
        self._open = self.reader.opened()
        self._watch(self._open)
        self._session = self._open.driver.session(
            database=self._open.address.database, default_access_mode=READ_ACCESS, fetch_size=self.block
        )
        result = self._session.run(Query(self.asked.text), dict(self.asked.parameters))
        result.peek()
        return Stream(tuple(result.keys()), self._rows(result), self._open.copy, self._check)

    def _check(self) -> None:
        if self.why is Stop.CHANGED:
            raise Stopped(self.why)

    def _rows(self, result: Result) -> Iterator[AnswerRow]:
        try:
            for record in result:
                if self.why is not None:  # what the driver has already is told no more either
                    raise Stopped(self.why)
                yield row(record)
            self._whole = True
        except RecursionError:
            raise Stopped(Stop.DEEP) from None
        except (*LOST, Neo4jError) as error:
            raise self._told(error) from None

    def _watch(self, opened: _Open) -> None:
        self._over, self._since = Event(), time.monotonic()
        Thread(target=self._end_in_time, args=(opened, self._over), daemon=True).start()

    def _end_in_time(self, opened: _Open, over: Event) -> None:
        deadline = time.monotonic() + max(0.0, opened.limit - self._ran) + GRACE_SECONDS
        look = time.monotonic() + CHANGED_SECONDS
        why = None
        while why is None:
            if over.wait(LOOK_SECONDS):
                return
            if time.monotonic() > look:
                why, look = self._changed(opened), time.monotonic() + CHANGED_SECONDS
            if self.slot.cancelled:
                why = Stop.CANCELLED
            elif time.monotonic() > deadline and not self._whole:
                why = Stop.TIME
        self.why = why
        if not self._whole:
            self.reader.kill(opened)

    def _changed(self, opened: _Open) -> Stop | None:
        return Stop.CHANGED if self.reader.has_changed(opened.copy) else None

    def _blame(self) -> Stop | None:
        """Return why the connection went, None where the engine went for somebody else's question or a new copy."""
        if self._open is None:
            return Stop.LOST
        if self.why is not None:
            return self.why
        return complaints.of_engine(self._open.root, self._open.address.pid)

    def _drop(self) -> None:
        self._over.set()
        if self._open is not None:
            self._open.driver.close()
            self._open = None

    def _told(self, error: Exception) -> SymbiosisError:
        self._over.set()
        if isinstance(error, Neo4jError):
            self._whole = not isinstance(error, LOST)
            assert self._open is not None
            return complaints.of_question(error, self.asked, self._open.address)
        if self.why is None and self._open is not None and self._changed(self._open):
            return Stopped(Stop.CHANGED)
        return Stopped(self._blame() or Stop.LOST)
