"""One open driver on one database, embedded or real, and how to come back when it is lost."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError

from symbiosis.domain.errors import BadSetting, EngineDown, SymbiosisError
from symbiosis.store import engine

# The two engines know different labels and properties; a question about one nobody wrote yet is no news.
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)

# Seconds; the second one also ends the wait for a server that takes the connection and then says nothing.
PATIENCE: dict[str, Any] = {
    "connection_timeout": 5,
    "connection_acquisition_timeout": 20,
    "max_transaction_retry_time": 3,
}


@dataclass(frozen=True)
class Connection:
    """A driver and the database it speaks to."""

    driver: Driver
    database: str | None


Connect = Callable[[], Connection]


def embedded(root: Path) -> Connect:
    """Return a way to reach the folder's own engine, which is started when it is not running."""

    def connect() -> Connection:
        address = engine.ensure_running(root)
        driver = _driver(address.uri, (address.user, address.password))
        return Connection(driver, address.database)

    return connect


def remote(uri: str, user: str, password: str, database: str | None, settings: str = "NEO4J_") -> Connect:
    """Return a way to reach a Neo4j server; BadSetting says what is wrong with the address or the login.

    `settings` is how the names of the settings begin that hold them.
    """

    def connect() -> Connection:
        driver = _driver(uri, (user, password) if user else None)
        try:
            with driver.session(database=database) as session:
                session.run("RETURN 1").consume()
        except (DriverError, Neo4jError, ValueError, OSError) as error:
            driver.close()
            raise _explained(error, uri, database, settings) from None
        return Connection(driver, database)

    return connect


def _explained(error: Exception, uri: str, database: str | None, settings: str) -> SymbiosisError:
    if isinstance(error, AuthError | ConfigurationError):
        return BadSetting(f"{settings}USERNAME or {settings}PASSWORD is refused by {uri}: {_first_line(error)}")
    if isinstance(error, Neo4jError) and "DatabaseNotFound" in str(error.code):
        return BadSetting(f"NEO4J_DATABASE={database} does not exist at {uri}: {_first_line(error)}")
    return EngineDown(f"No Neo4j answers at {settings}URI={uri}: {_first_line(error)}")


def _driver(uri: str, auth: tuple[str, str] | None) -> Driver:
    try:
        _check(uri)
        return GraphDatabase.driver(uri, auth=auth, **PATIENCE)
    except (ConfigurationError, ValueError) as error:
        raise BadSetting(f"NEO4J_URI={uri} is not an address of a Neo4j: {_first_line(error)}") from None


def _check(uri: str) -> None:
    """Refuse what the driver would misread: port 99999 as 34463, http:// as another protocol."""
    parts = urlsplit(uri)
    if not parts.scheme.startswith(("bolt", "neo4j")) or parts.port == 0:  # asking for the port checks it
        raise ValueError("it starts with bolt:// or neo4j://, and its port is from 1 to 65535")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0].rstrip(": ") if str(error) else type(error).__name__
