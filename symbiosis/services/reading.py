"""Make the copy that analysts read, and the role with which they read a Neo4j that has roles."""

from pathlib import Path

from symbiosis.domain.answers import Copy
from symbiosis.domain.clock import now
from symbiosis.store import reader_role, reading_copy
from symbiosis.store.session import Store

JOB = "reading"


def remake(store: Store, home: Path) -> Copy:
    """Make a copy of what may be read, in place of the former one."""
    return reading_copy.make(store, home, now())


def role(database: str, name: str, user: str) -> str:
    """Return the script that makes the role and an account with it; Refused where a name is none."""
    return reader_role.script(database, name, user)
