"""What the engine says when it refuses a question or dies of it, in our own errors."""

import base64
import json
import re
import time
import urllib.error
import urllib.request
from pathlib import Path

from neo4j.exceptions import Neo4jError

from symbiosis.domain.answers import Cypher, Stop, Stopped, Wrong
from symbiosis.domain.errors import SymbiosisError
from symbiosis.store import engine
from symbiosis.store.administration import blanked
from symbiosis.store.engine import Address

PLACE = re.compile(r"line (\d+)[:,]\s*(?:col(?:umn)? )?(\d+)", re.IGNORECASE)
NAMED = re.compile(r"(?:variable|function|column name) '([^']+)'", re.IGNORECASE)
OUT_OF_TIME = re.compile(r"timeout|timed out", re.IGNORECASE)
OUT_OF_MEMORY = re.compile(r"OutOfMemory|heap", re.IGNORECASE)
DIED_OF = b"Terminating due to java.lang.OutOfMemoryError"
READ_ONLY = "read only database"
HTTP_SECONDS = 10
TAIL, RECENT_SECONDS = 4096, 30


def of_question(error: Neo4jError, asked: Cypher, address: Address) -> SymbiosisError:
    """Return what is wrong with a question the engine refuses or gives up."""
    said = str(error.message or error)
    if READ_ONLY in said:  # what it says of anything it cannot read, a missing bracket or a word that writes
        said = _told_over_http(asked, address) or said
    if OUT_OF_TIME.search(said):
        return Stopped(Stop.TIME)
    if OUT_OF_MEMORY.search(said):
        return Stopped(Stop.MEMORY)
    return Wrong(said, *_place(said, asked.text))


def _place(said: str, text: str) -> tuple[int, int]:
    """Return line and column, from 1: as the engine tells them, or where a word it names stands last; 0 for neither."""
    if place := PLACE.search(said):
        return int(place[1]), int(place[2]) + 1
    named = NAMED.search(said)
    word = rf"(?<![\w.$:]){re.escape(named[1])}(?!\w)" if named else r"(?!)"
    found = list(re.finditer(word, blanked(text), re.IGNORECASE))
    if not found:
        return 0, 0
    at = found[-1].start()
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


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
    if engine.answers(root, pid):
        return Stop.SIZE  # the doorman closed the door
    return Stop.MEMORY if _died_of_memory(root / "engine.log") else None


def _died_of_memory(log: Path) -> bool:
    try:
        with log.open("rb") as stream:
            stream.seek(max(0, log.stat().st_size - TAIL))
            return DIED_OF in stream.read() and time.time() - log.stat().st_mtime < RECENT_SECONDS
    except OSError:
        return False
