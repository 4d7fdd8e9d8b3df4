"""What the engine says when it refuses a question or dies of it, in our own errors."""

import base64
import json
import re
import urllib.error
import urllib.request
from pathlib import Path

from neo4j.exceptions import Neo4jError

from symbiosis.domain.answers import Cypher, Found, Stop, Stopped, Wrong
from symbiosis.domain.errors import SymbiosisError
from symbiosis.store import engine, lately, relay
from symbiosis.store.administration import blanked
from symbiosis.store.engine import Address

PLACE = re.compile(r"line (\d+)[:,]\s*(?:col(?:umn)? )?(\d+)", re.IGNORECASE)
NAMED = re.compile(r"(?:variable|function|column name) '([^']+)'", re.IGNORECASE)
SAID = re.compile(r"\b([a-z][\w.]*)\(|\b(LIMIT|SKIP|WHERE|UNION|ORDER BY)\b", re.ASCII)
VALUE = re.compile(r"string: \"?([^\"]+)\"?$")
NOISE = re.compile(r" -> \w+Exception$")
SILENT = (
    "read only database",
    "Error executing Cypher query",
)  # words for many mistakes: the other protocol says which
OUT_OF_TIME = re.compile(r"timeout|timed out", re.IGNORECASE)
OUT_OF_MEMORY = re.compile(r"OutOfMemory|heap", re.IGNORECASE)
DIED_OF = b"Terminating due to java.lang.OutOfMemoryError"
# What a Neo4j says: a place it is sure of, and codes whatever the words.
SERVER_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL)
SERVER_TIME = ("TransactionTimedOut", "LockAcquisitionTimeout")
SERVER_MEMORY = ("OutOfMemory",)
SERVER_ADMINISTRATION = "ForbiddenDueToTransactionType"  # it never shares a transaction with reading
SERVER_ENDED = ("Terminated", "TransactionTerminated", "TransactionMarkedAsFailed", "DatabaseUnavailable")
HTTP_SECONDS = 10
TAIL, RECENT_SECONDS, JUST_NOW_SECONDS = 4096, 30, 3


def of_question(error: Neo4jError, asked: Cypher, address: Address) -> SymbiosisError:
    """Return what is wrong with a question the engine refuses or gives up."""
    said = str(error.message or error)
    if any(words in said for words in SILENT):
        said = _told_over_http(asked, address) or said
    if OUT_OF_TIME.search(said):
        return Stopped(Stop.TIME)
    if OUT_OF_MEMORY.search(said):
        return Stopped(Stop.MEMORY)
    return Wrong(NOISE.sub("", said), *_place(said, asked.text))


def of_server(error: Neo4jError, asked: Cypher, lines_before: int) -> SymbiosisError:
    """Return what is wrong with a question that a Neo4j refuses or gives up, asked with lines of ours before it."""
    said, code = str(error.message or error), str(error.code)
    for why, codes in ((Stop.TIME, SERVER_TIME), (Stop.MEMORY, SERVER_MEMORY), (Stop.LOST, SERVER_ENDED)):
        if any(name in code for name in codes):
            return Stopped(why)
    if OUT_OF_MEMORY.search(said):
        return Stopped(Stop.MEMORY)
    if SERVER_ADMINISTRATION in code:
        return Wrong("Administration of the server is not allowed here.")
    words = SERVER_PLACE.sub("", said)
    place = SERVER_PLACE.search(said)
    if place and int(place[2]):
        return Wrong(words, int(place[1]) - lines_before, int(place[2]), Found.TOLD)
    return Wrong(words, *_place(words, asked.text))


def _place(said: str, text: str) -> tuple[int, int, Found]:
    """Return line and column, from 1, as the engine tells them or where a word it names stands; 0 for neither.

    Of a word that is declared before it is used, that is the last place; of any other, the only one.
    """
    if place := PLACE.search(said):
        return int(place[1]), int(place[2]) + 1, Found.TOLD
    if named := NAMED.search(said):
        found = _where(named[1], text)[-1:]
    else:
        words = {word for pair in SAID.findall(said) for word in pair if word}
        found = [at for word in words for at in _where(word, text)]
    if not found and (value := VALUE.search(said)):
        found = [m.start() for m in re.finditer(rf"(['\"]){re.escape(value[1])}\1", text)]
    if len(found) != 1:
        return 0, 0, Found.NOWHERE
    (at,) = found
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), Found.GUESSED


def _where(word: str, text: str) -> list[int]:
    pattern = re.escape(word).replace(r"\ ", r"\s+")
    return [m.start() for m in re.finditer(rf"(?<![\w.$:]){pattern}(?!\w)", blanked(text), re.IGNORECASE)]


def _told_over_http(asked: Cypher, address: Address) -> str:
    """Return what the engine's other protocol says of a question that is refused before it runs, '' for nothing."""
    login = base64.b64encode(f"{address.user}:{address.password}".encode()).decode()
    body = {"language": "opencypher", "command": asked.text, "params": {}, "limit": 1}
    request = urllib.request.Request(
        f"{address.http}/api/v1/query/{address.database}",
        json.dumps(body).encode(),
        {"Authorization": f"Basic {login}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=HTTP_SECONDS):
            return ""
    except urllib.error.HTTPError as error:
        held = json.loads(error.read())
        return str(held.get("detail") or held.get("exception") or held.get("error") or "")
    except (OSError, ValueError):
        return ""


def of_engine(root: Path, pid: int) -> Stop | None:
    """Return why a connection to the folder's engine went; None where the engine went for another's question."""
    if engine.answers(root, pid):  # the doorman closed the door, or the engine gave up a value it cannot write
        return Stop.SIZE if relay.has_cut(root, JUST_NOW_SECONDS) else Stop.DEEP
    return Stop.MEMORY if _died_of_memory(root / "engine.log") else None


def _died_of_memory(log: Path) -> bool:
    try:
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - TAIL))
            return DIED_OF in stream.read() and lately.written(log, RECENT_SECONDS)
    except OSError:
        return False
