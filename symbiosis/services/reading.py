"""Make the copy that analysts read."""

from pathlib import Path

from symbiosis.domain.answers import Copy
from symbiosis.domain.clock import now
from symbiosis.store import reading_copy
from symbiosis.store.session import Store

JOB = "reading"


def remake(store: Store, home: Path) -> Copy:
    """Make a copy of what may be read, in place of the former one."""
    return reading_copy.make(store, home, now())
