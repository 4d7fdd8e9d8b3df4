"""Flows that were told more than a year ago: still true, changed, or withdrawn?"""

from datetime import date

from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.domain.flows import Telling
from symbiosis.domain.sight import Sight
from symbiosis.domain.today import OldFlow
from symbiosis.domain.views import Page
from symbiosis.store import firms, today, told
from symbiosis.store.session import Store

PAGE = 20


def old_flows(store: Store, number: int, sight: Sight) -> Page[OldFlow]:
    """Return a page of the flows older than twelve months, those on which most leads rest first."""
    ids = today.stale(store, a_year_ago())
    shown = told.several(store, ids[(number - 1) * PAGE : number * PAGE], sight)
    names = {row["id"]: row["name"] for row in firms.lines(store, list({t.flow.firm_id for t in shown}))}
    return Page(tuple(_old(telling, names) for telling in shown), len(ids), number, PAGE)


def one(store: Store, flow_id: str, sight: Sight) -> OldFlow:
    """Return one flow to be confirmed or corrected; NotFound where there is none, or it was withdrawn."""
    if told.get(store, flow_id, sight).withdrawn:
        raise NotFound(f"flow {flow_id} was withdrawn")
    return any_one(store, flow_id, sight)


def any_one(store: Store, flow_id: str, sight: Sight) -> OldFlow:
    """Return one flow, withdrawn or not; NotFound where there is none."""
    telling = told.get(store, flow_id, sight)
    return _old(telling, {telling.flow.firm_id: firms.get(store, telling.flow.firm_id)["name"]})


def a_year_ago() -> str:
    """Return the day before which what was told is old."""
    today_ = date.fromisoformat(now()[:10])
    return today_.replace(year=today_.year - 1, day=min(today_.day, 28)).isoformat()


def _old(telling: Telling, names: dict[str, str]) -> OldFlow:
    return OldFlow(telling.flow, names.get(telling.flow.firm_id, ""), telling.version, telling.hidden)
