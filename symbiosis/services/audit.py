"""Who saw and did what: noted, looked at, and taken away."""

from collections.abc import Iterator
from dataclasses import replace

from symbiosis.domain.clock import now
from symbiosis.domain.traces import Trace
from symbiosis.domain.views import Page
from symbiosis.exports.csv_file import french_csv
from symbiosis.store import traces
from symbiosis.store.session import Store

PAGE, MOST = 50, 100_000


def note(store: Store, trace: Trace) -> None:
    """Write down what somebody saw or did."""
    traces.put(store, replace(trace, at=now()))


def page(store: Store, did: str, who: str, number: int) -> Page[Trace]:
    """Return a page of what was noted, latest first; '' for everything and everybody."""
    lines, total = traces.page(store, did, who, (number - 1) * PAGE, PAGE)
    return Page(tuple(lines), total, number, PAGE)


def table(store: Store, did: str, who: str, columns: tuple[str, ...]) -> Iterator[bytes]:
    """Yield what was noted as a CSV for a French spreadsheet."""
    lines, _ = traces.page(store, did, who, 0, MOST)
    rows = ((t.at, t.who, t.role, t.did.value, t.what, t.status) for t in lines)
    return french_csv(columns, rows)
