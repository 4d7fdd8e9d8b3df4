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
MOST = {"way": 4, "question": 2}  # pages looked at of those whose addresses differ in names alone, and in what is asked
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
        way = _way(new)
        question = "&".join([way, *sorted({name for name, _ in parse_qsl(urlsplit(new).query)})])
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


def _way(address: str) -> str:
    """Return what addresses have in common that differ in whom or what they name: `/firms/*/file`."""
    first, *steps = urlsplit(address).path.strip("/").split("/")
    return "/".join([first, *("*" if rank == 0 or any(c.isdigit() for c in s) else s for rank, s in enumerate(steps))])
