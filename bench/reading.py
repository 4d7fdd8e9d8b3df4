"""What the console costs over the bare driver, a large file in memory, and how soon a killed engine is back."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from neo4j import GraphDatabase, Query

from bench.memory import peak_mb
from symbiosis.domain.answers import Cypher
from symbiosis.domain.gallery import GalleryParameter
from symbiosis.services import console, export
from symbiosis.store import engine, gallery, reading_copy
from symbiosis.store.connection import embedded
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store

PROJECT = Path(__file__).parents[1]
ROUNDS = 7
WORDS = export.Words(lambda _left, _rows: "cut", lambda _why, _rows: "stopped")
MANY = "MATCH (f:Firm), (r:Resource) RETURN f.id AS firm, f.name AS name, r.fr AS resource, f.lat AS lat LIMIT 100000"


def overhead(home: Path) -> float:
    """Return how many times longer the gallery takes through the console than through the bare driver."""
    reader = _reader(home)
    opened = reader.opened()
    reader.give_back(opened)
    address = engine.ensure_running(opened.root)
    asked = [Cypher(e.text, {"lang": "fr"} | {p.name: _usual(p) for p in e.parameters}) for e in gallery.every()]
    with GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:

        def bare(question: Cypher) -> None:
            with driver.session(database=address.database, fetch_size=console.ROWS + 1) as session:
                list(session.run(Query(question.text), dict(question.parameters)))

        ratios = [_median(partial(console.ask, reader, q)) / _median(partial(bare, q)) for q in asked]
    reader.close()
    return statistics.median(ratios)


def back_after_kill(home: Path) -> float:
    """Return the seconds from the end of a killed engine to the next answer."""
    reader = _reader(home)
    console.ask(reader, Cypher("RETURN 1"))
    copy = reader.copy()
    assert copy is not None
    started = time.monotonic()
    engine.kill(reading_copy.folder(home) / copy.folder)
    console.ask(reader, Cypher("RETURN 1"))
    reader.close()
    return time.monotonic() - started


def memory_of_a_large_file(home: Path) -> tuple[int, float]:
    """Return the rows of a CSV file and the most memory in MB of the process that streams it."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.reading", str(home)], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    rows, megabytes = done.stdout.split()
    return int(rows), float(megabytes)


def _reader(home: Path) -> Reader:
    return Reader(home, Store(embedded(home / "graph")))


def _usual(parameter: GalleryParameter) -> str | int:
    return int(parameter.usual) if parameter.kind in ("number", "whole") else parameter.usual


def _median(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def _stream(home: Path) -> None:
    reader = _reader(home)
    lines = sum(piece.count(b"\n") for piece in export.export(reader, Cypher(MANY), export.FORMATS["csv"], WORDS))
    print(lines - 1, peak_mb())


if __name__ == "__main__":
    _stream(Path(sys.argv[1]))
