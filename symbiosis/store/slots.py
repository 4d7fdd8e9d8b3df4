"""How many questions may run on the reading copy at once, counted across processes, and which of them to cancel."""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from symbiosis.domain.answers import Stop, Stopped
from symbiosis.store import locks

SLOTS = 2
PATIENCE_SECONDS = 2.0


@dataclass(frozen=True)
class Slot:
    """A running question's place."""

    mark: Path

    @property
    def cancelled(self) -> bool:
        """Tell whether somebody asked to end it."""
        return self.mark.exists()


@contextmanager
def taken(folder: Path, who: str) -> Iterator[Slot]:
    """Hold a place while a question runs; Stopped when all stay taken."""
    file, descriptor = _take(folder)
    slot = Slot(folder / f"cancelled-{uuid4().hex}")
    try:
        file.write_text(json.dumps({"who": who, "mark": slot.mark.name}))
        yield slot
    finally:
        os.truncate(file, 0)
        slot.mark.unlink(missing_ok=True)
        os.close(descriptor)


def cancel(folder: Path, who: str) -> bool:
    """Mark a person's running questions as cancelled; tell whether there were any."""
    found = False
    for file in folder.glob("slot-?"):
        try:
            running = json.loads(file.read_text())
        except (OSError, ValueError):  # nobody, or somebody who came or went this instant
            continue
        if running["who"] == who and _is_held(file):
            (folder / running["mark"]).touch()
            found = True
    return found


def _take(folder: Path) -> tuple[Path, int]:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        for number in range(SLOTS):
            file = folder / f"slot-{number}"
            descriptor = locks.open_lock(file)
            if locks.try_exclusive(descriptor):
                return file, descriptor
            os.close(descriptor)
        if time.monotonic() > deadline:
            raise Stopped(Stop.BUSY)
        time.sleep(0.05)


def _is_held(file: Path) -> bool:
    descriptor = locks.open_lock(file)
    try:
        return not locks.try_exclusive(descriptor)
    finally:
        os.close(descriptor)
