"""How fast a text is understood, once the knowledge is in memory."""

import csv
import time
from collections.abc import Callable

from symbiosis.knowledge import build, seeds
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.waste import WasteCodes

FLOWS = seeds.SEEDS / "demonstration" / "flows.csv"
TEXTS = 2000


def waits() -> list[float]:
    """Return the seconds each different text of the demonstration takes to be linked to resources and waste codes."""
    rows = seeds.read_knowledge()
    knowledge = build(rows)
    codes = WasteCodes(rows, Exchange(rows, knowledge.linker.lexicon))
    with FLOWS.open(encoding="utf-8", newline="") as stream:
        texts = list(dict.fromkeys(row["resource_text"] for row in csv.DictReader(stream)))[:TEXTS]
    return sorted(_wait(knowledge.linker.link, text) + _wait(codes.rank, text) for text in texts)


def _wait(ask: Callable[[str], object], text: str) -> float:
    started = time.perf_counter()
    ask(text)
    return time.perf_counter() - started
