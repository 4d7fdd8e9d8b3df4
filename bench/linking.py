"""How fast a text is understood, once the knowledge is in memory."""

import csv
import time
from collections.abc import Callable

from symbiosis.knowledge import build, seeds

FLOWS = seeds.SEEDS / "demonstration" / "flows.csv"
TEXTS = 2000


def waits() -> list[float]:
    """Return the seconds each different text of the demonstration takes to be linked to resources and waste codes."""
    knowledge = build(seeds.read_knowledge())
    knowledge.recognition.best("palettes cassées, une vingtaine par mois")  # the words are read by the first question
    with FLOWS.open(encoding="utf-8", newline="") as stream:
        texts = list(dict.fromkeys(row["resource_text"] for row in csv.DictReader(stream)))[:TEXTS]
    return sorted(_wait(knowledge.recognition.link, text) + _wait(knowledge.waste.rank, text) for text in texts)


def _wait(ask: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    ask(text)
    return time.perf_counter() - started
