"""Ask the reading copy anything, look at the first rows, cancel."""

import time
from itertools import islice
from typing import TypeAlias

from symbiosis.domain.answers import Answered, AnswerRow, Copy, Cut, Cypher, LeftOut, Stop, Stopped, left_out
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
    """Return the copy that would answer, None before there is one."""
    return reader.copy()


def cancel(reader: Reading, who: str) -> bool:
    """End what a person asks at this moment; tell whether there was anything."""
    return reader.cancel(who)
