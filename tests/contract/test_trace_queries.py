"""What people saw and did, on both engines."""

from symbiosis.domain.traces import Did, Trace
from symbiosis.store import traces
from symbiosis.store.session import Store
from tests.contract.registry import asks
from tests.contract.world import EVENING, MORNING, NOON

LEA = Trace("Léa", "animator", Did.WROTE, "POST /synergies/x/confirm", 303, "account-1", MORNING)
ZOE = Trace("Zoé", "admin", Did.READ, "GET /accounts", 200, "account-2", NOON)


@asks("traces/put", "traces/list", "traces/count", "traces/forget")
def test_traces_are_listed_filtered_and_forgotten_when_old(any_store: Store) -> None:
    for trace in (LEA, ZOE, LEA):
        traces.put(any_store, trace)
    lines, total = traces.page(any_store, "", "", 0, 2)
    assert ([(t.who, t.did, t.at) for t in lines], total) == (
        [("Zoé", Did.READ, NOON), ("Léa", Did.WROTE, MORNING)], 3,
    )  # fmt: skip
    assert traces.page(any_store, "wrote", "", 0, 9)[1] == traces.page(any_store, "", "Léa", 0, 9)[1] == 2
    assert traces.page(any_store, "wrote", "Zoé", 0, 9) == ([], 0)
    traces.forget(any_store, NOON)
    assert [t.who for t in traces.page(any_store, "", "", 0, 9)[0]] == ["Zoé"]
    traces.forget(any_store, EVENING)
    assert traces.page(any_store, "", "", 0, 9) == ([], 0)
