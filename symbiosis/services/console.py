"""Ask the reading copy anything, look at the first rows, cancel."""

import time
from itertools import islice
from typing import TypeAlias

from symbiosis.domain.answers import Answered, Copy, Cypher
from symbiosis.store import reading_copy
from symbiosis.store.reader import Reader

Reading: TypeAlias = Reader  # what the web hands from service to service without looking inside
ROWS = 1000
LIMIT_SECONDS = reading_copy.LIMIT_SECONDS


def ask(reader: Reading, asked: Cypher, most: int = ROWS) -> Answered:
    """Return the first rows of an answer, and whether there are more; Wrong or Stopped says why there is none."""
    started = time.monotonic()
    with reader.ask(asked, most + 1) as stream:  # one more than shown, to know that there is more
        rows = tuple(islice(stream.rows, most + 1))
        seconds = time.monotonic() - started
        return Answered(stream.columns, rows[:most], len(rows) > most, seconds, stream.copy)


def copy(reader: Reading) -> Copy | None:
    """Return the copy that would answer, None before there is one."""
    return reader.copy()


def cancel(reader: Reading, who: str) -> bool:
    """End what a person asks at this moment; tell whether there was anything."""
    return reader.cancel(who)
