"""Asks the Neo4j of the territory itself, with an account that may read what the reading copy holds and nothing else.

Before each question the account is looked at: where it sees too much, or the server is behind, the copy answers.
"""

import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import Neo4jError

from symbiosis.domain.answers import Bar, Barred, Copy, Cypher
from symbiosis.domain.clock import now
from symbiosis.domain.errors import BadSetting, EngineDown
from symbiosis.domain.readable import RULES
from symbiosis.store import account_sight, reading_copy, territory
from symbiosis.store.connection import PATIENCE, remote
from symbiosis.store.door import Door, reach
from symbiosis.store.live_run import MARK, LiveRun, Open
from symbiosis.store.read_only import LARGEST_ANSWER
from symbiosis.store.session import Row, Store
from symbiosis.store.slots import Slot

log = logging.getLogger(__name__)
LOOK_AGAIN_SECONDS, TRY_AGAIN_SECONDS = 900.0, 30.0  # roles change without the territory's version
RUNNING = f"SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.{MARK} = $mark RETURN id"


@dataclass(frozen=True)
class Account:
    """An account that reads: on which server, as whom, of which database (None: the account's own)."""

    uri: str
    user: str
    password: str
    database: str | None

    @property
    def direct(self) -> str:
        """Return the address of that one server: what asks, explains and ends a question must be the same."""
        return self.uri.replace("neo4j", "bolt", 1)


@dataclass(frozen=True)
class _Checked:
    """What came of a check of the account: a reason against it, or the counts of what it sees."""

    version: str
    until: float
    bar: Barred | None
    counts: Row


class Live:
    """The territory's Neo4j for analysts. Safe to share between threads; made anew in each process."""

    def __init__(self, account: Account, store: Store, home: Path) -> None:
        """Remember the account, the graph that knows what is hidden and where the copies are; nothing is opened."""
        self._account, self._store, self._home = account, store, home
        login = (account.user, account.password, account.database)
        self._seen = Store(remote(account.direct, *login, settings="NEO4J_READER_"))
        self._lock = Lock()
        self._checked: _Checked | None = None
        self._idle: list[Open] = []
        self._said: Barred | None = None

    @property
    def user(self) -> str:
        """Return the account's name."""
        return self._account.user

    def look(self) -> Copy | Barred:
        """Return what is read now, or why the copy is read instead; a new reason is logged."""
        try:
            found = self._look()
        except (EngineDown, BadSetting) as error:
            found = Barred(Bar.UNREACHABLE, (str(error),))
        except Neo4jError as error:
            found = Barred(Bar.UNKNOWN, (str(error.code),))
        bar = found if isinstance(found, Barred) else None
        if bar != self._said:
            said = f"the copy, not the Neo4j: {bar.why.value} {', '.join(bar.names)}" if bar else "the Neo4j itself"
            log.warning("with the account %s analysts read %s", self.user, said)
        self._said = bar
        return found

    def run(self, slot: Slot, asked: Cypher, block: int) -> LiveRun | None:
        """Return a question that can be asked here, None where the copy has to answer."""
        found = self.look()
        if isinstance(found, Barred):
            return None
        run = LiveRun(self, slot, asked, block, found)
        return run if run.enter() else None

    def opened(self) -> Open:
        """Return a connection of a question's own."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
        door = Door(reach(self._account.uri), LARGEST_ANSWER)
        login = (self._account.user, self._account.password)
        return Open(self._driver(door.port, login), door, self._account.database)

    def give_back(self, opened: Open) -> None:
        """Keep a connection for the next question."""
        with self._lock:
            self._idle.append(opened)

    def terminate(self, mark: str) -> None:
        """End a question on the server, from another connection."""
        with suppress(EngineDown, BadSetting, Neo4jError):  # then its connection is cut, which ends it too
            for row in self._seen.ask_server(RUNNING, mark=mark):
                self._seen.ask_server("TERMINATE TRANSACTIONS $id", id=row["id"])

    def has_changed(self, since: Copy) -> bool:
        """Tell whether something was hidden since, as far as the graph answers."""
        with suppress(EngineDown, OSError):
            return reading_copy.has_changed(self._store, self._home, since)
        return False

    def beside(self) -> Copy | None:
        """Return the reading copy, which tells what was hidden since it was made."""
        return reading_copy.current(self._home)

    def close(self) -> None:
        """Close what is open; the next question opens it again."""
        with self._lock:
            idle, self._idle = self._idle, []
        for opened in idle:
            opened.drop()
        self._seen.close()

    def _driver(self, port: int, login: tuple[str, str]) -> Driver:
        return GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=login, **PATIENCE)

    def _look(self) -> Copy | Barred:
        copy, held = self.beside(), territory.get(self._store)
        if copy is None or held is None:
            return Barred(Bar.NO_COPY)
        if copy.taken_out or reading_copy.has_changed(self._store, self._home, copy):
            return Barred(Bar.HIDING)
        checked = self._check(held["version"])
        if checked.bar:
            return checked.bar
        seen = territory.get(self._seen)
        if seen is None or seen["version"] != held["version"]:
            return Barred(Bar.BEHIND)
        times = {name: held[name] for name in ("version", "matched_at", "loaded_at")}
        return Copy("", now(), seconds=0.0, rules=RULES, taken_out=0, live=True, **times, **checked.counts)

    def _check(self, version: str) -> _Checked:
        """Look closely at what the account sees, once a version of the territory; whoever asks meanwhile waits."""
        with self._lock:
            held = self._checked
            if held is None or held.version != version or time.monotonic() > held.until:
                held = self._checked = self._check_now(version)
            return held

    def _check_now(self, version: str) -> _Checked:
        try:
            bar = account_sight.bar(self._seen)
            counts = {} if bar else reading_copy.counts(self._seen)
        except (EngineDown, BadSetting) as error:
            bar, counts = Barred(Bar.UNREACHABLE, (str(error),)), {}
        return _Checked(version, time.monotonic() + (TRY_AGAIN_SECONDS if bar else LOOK_AGAIN_SECONDS), bar, counts)
