"""Ask the reading copy, or the Neo4j that is read in its place, anything; look at the first rows, cancel."""

import time
from itertools import islice
from typing import TypeAlias

from symbiosis.domain.answers import Answered, AnswerRow, Barred, Copy, Cut, Cypher, LeftOut, Stop, Stopped, left_out
from symbiosis.store import reading_copy
from symbiosis.store.reader import Reader

Reading: TypeAlias = Reader  # what the web hands from service to service without looking inside
ROWS = 1000
LIMIT_SECONDS, TOGETHER_SECONDS = reading_copy.LIMIT_SECONDS, reading_copy.TOGETHER_SECONDS


def ask(reader: Reading, asked: Cypher, most: int = ROWS) -> Answered:
    """Return the first rows of an answer, and whether there are more; Wrong or Stopped says why there is none."""
    started = time.monotonic()
    rows: list[AnswerRow] = []
    left: LeftOut | None = None
    with reader.ask(asked, most + 1) as stream:  # one more than shown, to know that there is more
        try:
            rows.extend(islice(stream.rows, most))
        except Stopped as stopped:
            if stopped.why is not Stop.SIZE or not rows:
                raise
            left = LeftOut(Cut.BYTES, 1, True)
        seconds = time.monotonic() - started
        left = left or left_out(stream.rows)
        stream.check()
        return Answered(stream.columns, tuple(rows), left, seconds, stream.copy)


def copy(reader: Reading) -> Copy | None:
    """Return what would answer, the copy or the Neo4j itself; None before there is a copy."""
    return reader.copy()


def live(reader: Reading) -> Copy | Barred | None:
    """Return the Neo4j as it would be read, or why it is not; None where no account is set for that."""
    return reader.live()


def cancel(reader: Reading, who: str) -> bool:
    """End what a person asks at this moment; tell whether there was anything."""
    return reader.cancel(who)
