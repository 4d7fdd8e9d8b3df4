"""Several people reading pages, each thinking between two of them; how long they waited."""

import random
import re
import time
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookiejar import CookieJar


@dataclass(frozen=True)
class Waits:
    """Seconds each answer took, and how many were no page."""

    seconds: list[float]
    failures: int

    def percentile(self, share: float) -> float:
        """Return the wait that `share` of the answers did not exceed, in milliseconds."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def visit(addresses: list[str], users: int, duration: float) -> Waits:
    """Let `users` read random addresses for `duration` seconds, thinking 1 to 3 s between two."""
    end = time.monotonic() + duration
    with ThreadPoolExecutor(users) as pool:
        waits = list(pool.map(lambda seed: _one_user(addresses, seed, end), range(users)))
    return Waits([s for w in waits for s in w.seconds], sum(w.failures for w in waits))


def enter(server: str, role: str = "animator") -> urllib.request.OpenerDirector:
    """Return a browser that entered the demonstration in a role."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(f"{server}/sign-in", timeout=30) as page:
        token = re.search(r'name="csrf_token" value="([^"]+)"', page.read().decode())
    form = urllib.parse.urlencode({"csrf_token": token[1] if token else "", "role": role}).encode()
    with browser.open(f"{server}/sign-in/demonstration", form, timeout=30) as page:
        page.read()
    return browser


def _one_user(addresses: list[str], seed: int, end: float) -> Waits:
    chance, seconds, failures = random.Random(seed), list[float](), 0
    browser = enter(urllib.parse.urljoin(addresses[0], "/").rstrip("/"))
    time.sleep(chance.uniform(0, 3))
    while time.monotonic() < end:
        started = time.monotonic()
        failures += not _reads(browser, chance.choice(addresses))
        seconds.append(time.monotonic() - started)
        time.sleep(chance.uniform(1, 3))
    return Waits(seconds, failures)


def _reads(browser: urllib.request.OpenerDirector, address: str) -> bool:
    """Tell whether a page was read, and not the sign-in page in its place."""
    try:
        with browser.open(address, timeout=30) as answer:
            return bool(answer.read()) and answer.status == 200 and "/sign-in" not in answer.url
    except OSError:
        return False
