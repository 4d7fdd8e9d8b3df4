"""The portfolio: what may be in it and what it remembers, on both engines."""

from symbiosis.domain.portfolio import Planned, Portfolio
from symbiosis.store import portfolio
from symbiosis.store.session import Store
from tests.contract.registry import asks
from tests.contract.world import NOON


@asks("portfolio/leads")
def test_what_rests_on_no_guess_and_nobody_refused_may_be_in_it(any_world: Store) -> None:
    (row,) = portfolio.leads(any_world)
    assert (row["id"], row["judgement"], row["resource"], row["score"], row["flows"]) == (
        "idn-truck", "proposed", "forklift", None, ["flow-c2", "flow-d2"]
    )  # fmt: skip


@asks("portfolio/put", "portfolio/get")
def test_the_latest_one_is_remembered(fresh_world: Store) -> None:
    assert portfolio.get(fresh_world) is None
    portfolio.put(fresh_world, Portfolio("before", (), 9))
    made = Portfolio(NOON, (Planned("b", 1.5, "t", 40.0), Planned("a", 2.0, "MWh", 12.25)), 3)
    portfolio.put(fresh_world, made)
    assert portfolio.get(fresh_world) == made
