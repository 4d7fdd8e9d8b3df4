"""What pages weigh on the wire: every page that can be reached by links, in each role."""

import gzip
import re
import urllib.request
from collections import Counter
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, quote, urlsplit

from bench import users

ROLES = ("animator", "admin", "analyst", "company")
LINK = re.compile(rb'href="(/[^"#]*)')
MOST = {"way": 12, "question": 2}  # pages looked at in one place, and of those that ask the same of it
STARTS = ("/", "/site-map")


def heaviest(server: str) -> tuple[int, str, int]:
    """Return the bytes and the address of the heaviest page as served, and how many pages were weighed."""
    weighed = {f"{path} ({role})": size for role in ROLES for path, size in _walk(server, role)}
    worst = max(weighed, key=lambda name: weighed[name])
    return weighed[worst], worst, len(weighed)


def _walk(server: str, role: str) -> Iterator[tuple[str, int]]:
    browser, seen, waiting = users.enter(server, role), Counter[str](), dict.fromkeys(STARTS, True)
    while new := next((path for path, left in waiting.items() if left), ""):
        waiting[new] = False
        way, question = _kinds(new)
        if seen[way] < MOST["way"] and seen[question] < MOST["question"]:
            seen.update({way, question})
            page, size = _page(browser, server + new)
            if page:
                yield new, size
            for link in LINK.findall(page):
                waiting.setdefault(unescape(link.decode()), True)


def _page(browser: urllib.request.OpenerDirector, address: str) -> tuple[bytes, int]:
    """Return a page and its bytes on the wire; nothing where there is none, or a file."""
    asked = urllib.request.Request(quote(address, safe=":/?&=%+;,~"), headers={"Accept-Encoding": "gzip"})
    try:
        with browser.open(asked, timeout=60) as answer:
            if "text/html" not in answer.headers["Content-Type"]:
                return b"", 0
            sent = answer.read()
            return (gzip.decompress(sent) if answer.headers["Content-Encoding"] == "gzip" else sent), len(sent)
    except OSError:
        return b"", 0


def _kinds(address: str) -> tuple[str, str]:
    """Return what an address has in common with others: where it is, and what is asked there."""
    parts = urlsplit(address)
    first, *steps = parts.path.strip("/").split("/")
    way = f"{first} {len(steps)}"
    end = "*" if not steps or any(c.isdigit() for c in steps[-1]) else steps[-1]
    return way, " ".join([way, end, *sorted({name for name, _ in parse_qsl(parts.query)})])
