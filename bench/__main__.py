"""`make bench`: what the README says of speed, measured here and now on the embedded engine."""

import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench import declaration, linking, moving, ranking, reading, register, spreadsheets, users, weights, writing
from bench.server import PROJECT, served
from symbiosis.services import rematch as matching
from symbiosis.services.know import Known
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store

READERS, READING_SECONDS = 20, 60.0
PICTURES = ["/pictures/flows", "/pictures/map", "/pictures/map?commune=54430", "/pictures/network?resource=wood_pallet",
            "/pictures/distances", "/pictures/funnel", "/indicators"]  # fmt: skip
QUEUE = ["/synergies", "/synergies?page=2", "/synergies?kind=mutualisation", "/synergies?guesses=0&page=5"]


def main() -> None:
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, embedded engine, demonstration territory")
    if sys.argv[1:] == ["full"]:
        read_register(register.NATIONAL_ROWS)
        return
    understand_texts()
    read_register(register.TENTH_ROWS)
    write_territory()
    check_workbook()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with served(home) as (_, first):
            line("first run to a served page", first, 180, "s")
        with served(home) as (address, second):
            line("second run to a served page", second, 15, "s")
            copy(home)  # else the background worker makes it while pages are read
            read_pages(address)
            read_pictures(address)
            weigh_pages(address)
        read_copy(home)
        rank(home)
        line("full rematch, process start, reading and writing included", rematch(home), 20, "s")
        line("the same in the background worker, which remembers what it read", rematch_again(home), None, "s")
        move(home)
        declare(home)


def read_register(rows: int) -> None:
    """Filter a register of made-up establishments, DuckDB alone and then us, each in a new process."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "StockEtablissement_utf8.csv"
        register.make(file, rows)
        print(f"SIRENE: {rows:,} made-up rows of {len(register.COLUMNS)} columns, {file.stat().st_size / 1e9:.1f} GB")
        theirs, mine = register.duckdbs(file), register.ours(file)
    if theirs["rows"] != mine["rows"]:
        raise SystemExit(f"DuckDB finds {theirs['rows']} rows, we find {mine['rows']}")
    line("DuckDB's read_csv and filter", theirs["seconds"], None, "s")
    line("our reader, bar: half its speed", mine["seconds"], 2 * theirs["seconds"], "s")
    line("memory of our reader at its highest", mine["mb"], 1024, "MB")


def write_territory() -> None:
    print(f"{writing.FIRMS} firms and {writing.FLOWS} flows into the embedded engine")
    line("a bare loop of the driver, fewer properties", writing.bare(), None, "s")
    line("an import's one transaction", writing.ours(), 20, "s")


def understand_texts() -> None:
    waits = linking.waits()
    print(f"{len(waits)} different texts of the demonstration, each linked to resources and to waste codes")
    line("one text understood, median", 1000 * waits[len(waits) // 2], None, "ms")
    line("one text understood, p99", 1000 * waits[len(waits) * 99 // 100], 20, "ms")


def check_workbook() -> None:
    seconds, good, refused = spreadsheets.measure()
    line(f"a workbook of {spreadsheets.ROWS} rows checked ({good} good, {refused} refused)", seconds, 2, "s")


def read_pages(address: str) -> None:
    for _ in range(2):  # each of the workers opens its connection
        users.visit([address + page for page in QUEUE], 4, 4)
    waits = users.visit([address + page for page in QUEUE], READERS, READING_SECONDS)
    print(f"{READERS} users, thinking 1 to 3 s, {len(waits.seconds)} pages, {waits.failures} failures")
    line("review queue page, median", waits.percentile(0.5), None, "ms")
    line("review queue page, p99", waits.percentile(0.99), 150, "ms")


def copy(home: Path) -> None:
    copying = [sys.executable, "-m", "flask", "symbiosis", "reading-copy"]
    started = time.monotonic()
    subprocess.run(copying, cwd=PROJECT, env=os.environ | {"SYMBIOSIS_HOME": str(home)}, check=True)
    line("the reading copy made beside a server nobody asks", time.monotonic() - started, None, "s")


def read_copy(home: Path) -> None:
    line("the gallery through the console, over the bare driver", reading.overhead(home), 1.3, "x")
    line("the reading engine killed, to its next answer", reading.back_after_kill(home), 6, "s")
    rows, megabytes = reading.memory_of_a_large_file(home)
    line(f"a CSV file of {rows} rows, most memory of its process", megabytes, 200, "MB")


def read_pictures(address: str) -> None:
    for _ in range(2):  # each of the workers reads the territory once
        users.visit([address + page for page in PICTURES], 4, 8)
    waits = users.visit([address + page for page in PICTURES], 4, READING_SECONDS / 2)
    print(f"4 users of pictures and indicators, {len(waits.seconds)} pages, {waits.failures} failures")
    line("picture page, median", waits.percentile(0.5), None, "ms")
    line("picture page, p99", waits.percentile(0.99), 200, "ms")


def weigh_pages(address: str) -> None:
    size, page, count = weights.heaviest(address)
    print(f"{count} pages weighed as served, in each role; the heaviest: {page}")
    line("the heaviest page on the wire", size / 1000, 60, "KB")


def rank(home: Path) -> None:
    """The same best 20 of every offer from the matcher's kernel and its peers; the database's own way once, cold."""
    t = ranking.read(home)
    mine, offers_and_needs = ranking.timed(lambda: ranking.ours(t)), ranking.tables(t)
    print(f"the best {ranking.MOST} needs of the same resource for each of {len(mine.best)} offers")
    line("the matcher's kernel, warm, one core", 1000 * mine.seconds, None, "ms")
    for name, peer in (("Polars, streaming", ranking.polars), ("DuckDB", ranking.duckdbs)):
        theirs = ranking.timed(peer(*offers_and_needs))
        if not ranking.agree(mine.best, theirs.best):
            raise SystemExit(f"{name} ranks otherwise")
        line(f"{name}, warm, all cores", 1000 * theirs.seconds, None, "ms")
    line("one Cypher question to the embedded engine", ranking.cypher(home, t), None, "s")


def move(home: Path) -> None:
    for what, (ours, bare) in (("reads", moving.reading(home)), ("writes anew", moving.writing(home))):
        line(f"what a rematch {what}, in a bare loop of the driver", bare, None, "s")
        line(f"what a rematch {what}, bar: 1.3 x", ours, 1.3 * bare, "s")


def declare(home: Path) -> None:
    mine, theirs = declaration.measure(home)
    print(f"{len(mine.seconds)} offers declared, stored and matched; the best 20 needs of each in a read-only question")
    for share, most in ((0.5, 0.65), (0.99, 0.6)):
        its = theirs.percentile(share)
        line(f"the Cypher question, {share:.0%} of them within", its, None, "ms")
        line(f"the declaration with its suggestions stored, bar: {most:g} x", mine.percentile(share), most * its, "ms")


def rematch(home: Path) -> float:
    """Return the seconds of one run after a flow changed nothing: every pair is scored and compared again."""
    environment = os.environ | {"SYMBIOSIS_HOME": str(home)}
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "flask", "symbiosis", "rematch"], cwd=PROJECT, env=environment, check=True)
    return time.monotonic() - started


def rematch_again(home: Path) -> float:
    """Return the seconds of a second run of a program that lives on."""
    store, known = Store(embedded(home / "graph")), Known()
    rounds = list[float]()
    for _ in range(2):
        started = time.perf_counter()
        matching.rematch(store, lambda *_: None, known.current(store))
        rounds.append(time.perf_counter() - started)
    store.close()
    return rounds[-1]


def line(what: str, measured: float, bar: float | None, unit: str) -> None:
    against = "" if bar is None else f"   bar {bar:g} {unit}: {'reached' if measured <= bar else 'MISSED'}"
    print(f"{what:<62}{measured:9.1f} {unit}{against}", flush=True)


if __name__ == "__main__":
    main()
