"""Many people and processes at once, on both engines: nothing is lost and nothing counts twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Event
from typing import Any

import pytest

from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import AlreadyDecided
from symbiosis.domain.synergies import Evidence, Proposal
from symbiosis.services.decide import Order, decide, undo
from symbiosis.store import synergies
from symbiosis.store.session import Row, Store, Transaction
from tests.contract.world import FEEDING
from tests.databases import ask

WORKERS = 8
ABOUT = {"model": "m2", "at": "2026-06-01T00:00:00.000+00:00"}
BETTER = replace(FEEDING, evidence=(Evidence("resource", 9.5, "a", "b", "c"),))


def at_once(work: Callable[[int], Any]) -> list[Any]:
    """Run work(number) in 8 threads that start together; return what each gave, or the error it raised."""
    barrier = Barrier(WORKERS)

    def start(number: int) -> Any:
        barrier.wait(10)
        try:
            return work(number)
        except AlreadyDecided as error:
            return error

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(start, range(WORKERS)))


def decision(number: int) -> Row:
    return {"id": f"decision-t{number}", "at": "now", "who": "Zoë", "reason": "", "note": "", "until": ""}


def frozen(store: Store, synergy_id: str) -> list[tuple[object, object]]:
    """Return the scores kept with a lead's decisions, beside the lead's own."""
    cypher = "MATCH (d:Decision)-[:ON]->(s:Synergy {id: $id}) RETURN d.score AS kept, s.score AS own"
    return [(row["kept"], row["own"]) for row in ask(store, cypher, id=synergy_id)]


def test_of_eight_people_who_decide_at_once_one_wins_and_the_others_learn_who(fresh_world: Store) -> None:
    judgements = [Judgement.CONFIRMED, Judgement.REFUSED]
    orders = [Order("sub-feed", 1, judgements[n % 2], f"person {n}") for n in range(WORKERS)]
    results = at_once(lambda number: decide(fresh_world, orders[number]))
    winners = [number for number, result in enumerate(results) if result is None]
    assert len(winners) == 1
    winner = orders[winners[0]]
    lost = [result for result in results if result is not None]
    assert {(error.who, error.judgement) for error in lost} == {(winner.who, winner.judgement.value)}
    row = synergies.get(fresh_world, "sub-feed")
    assert (row["judgement"], row["version"]) == (winner.judgement.value, 2)
    assert len(fresh_world.read("synergies/decisions", id="sub-feed")) == 1


def test_a_double_click_is_one_decision_and_no_conflict(fresh_world: Store) -> None:
    order = Order("sub-feed", 1, Judgement.CONFIRMED, "Léa")
    assert at_once(lambda _: decide(fresh_world, order)) == [None] * WORKERS
    assert len(fresh_world.read("synergies/decisions", id="sub-feed")) == 1


def test_the_same_new_id_written_by_eight_at_once_is_one_node(any_store: Store) -> None:
    rows = [{"id": f"c{n}", "name": "x", "lat": 1.0, "lon": 2.0, "population": n} for n in range(20)]
    at_once(lambda _: [any_store.write("communes/put", rows=[row]) for row in rows])
    assert sorted(row["id"] for row in any_store.read("communes/list")) == sorted(str(row["id"]) for row in rows)


def test_no_count_is_lost_between_programs_of_their_own(fresh_world: Store) -> None:
    count = "MATCH (c:Commune {id: '91174'}) SET c.population = c.population + 1"
    stores = [Store(fresh_world._connect) for _ in range(WORKERS)]
    at_once(lambda number: [ask(stores[number], count) for _ in range(15)])
    for store in stores:
        store.close()
    found = {row["id"]: row["population"] for row in fresh_world.read("communes/list")}
    assert found["91174"] == 52000 + WORKERS * 15


def test_a_job_is_claimed_by_one_worker_only(fresh_world: Store) -> None:
    for number in range(3):
        ask(fresh_world, "MATCH (j:Job) DELETE j")
        fresh_world.write("jobs/put", id=f"job-{number}", kind="load", parameter="", at="now")
        taken = [
            row["id"]
            for rows in at_once(lambda _: fresh_world.write("jobs/claim", at="now", kinds=["load"]))
            for row in rows
        ]
        assert taken == [f"job-{number}"]


def test_a_transaction_under_way_outlives_another_thread_dropping_the_connection(any_store: Store) -> None:
    tries: list[int] = []

    def work(tx: Transaction) -> list[Row]:
        tries.append(1)
        with ThreadPoolExecutor(1) as other:
            other.submit(any_store.close).result(10)
        return tx.run("communes/list")

    assert any_store.together(work) == []
    assert tries == [1]
    assert any_store.read("communes/list") == []


@pytest.mark.parametrize("proposals", [[BETTER], []], ids=["refreshed", "withdrawn"])
def test_what_was_judged_since_the_matcher_read_stays_as_people_left_it(
    fresh_world: Store, proposals: list[Proposal]
) -> None:
    standing = synergies.standing(fresh_world)
    decide(fresh_world, Order("sub-feed", 1, Judgement.CONFIRMED, "Léa"))
    before = [fresh_world.read(f"synergies/{part}", id="sub-feed") for part in ("get", "parties", "flows", "decisions")]
    changes = synergies.refresh(fresh_world, proposals, standing, ABOUT)
    after = [fresh_world.read(f"synergies/{part}", id="sub-feed") for part in ("get", "parties", "flows", "decisions")]
    assert after == before
    assert changes.withdrawn == 0


@pytest.mark.parametrize("proposals", [[BETTER], []], ids=["refreshed", "withdrawn"])
def test_a_decision_under_way_while_the_matcher_writes_is_not_lost(
    fresh_world: Store, proposals: list[Proposal]
) -> None:
    standing = synergies.standing(fresh_world)
    judged, refreshed = Event(), Event()
    given = {"id": "sub-feed", "version": 1, "judgement": "refused", "until": "", "decision": decision(1)}

    def judge(tx: Transaction) -> list[Row]:
        rows = tx.run("synergies/decide", **given)
        judged.set()
        refreshed.wait(0.7)
        return rows

    with ThreadPoolExecutor(2) as pool:
        deciding = pool.submit(fresh_world.together, judge)
        assert judged.wait(10)
        synergies.refresh(fresh_world, proposals, standing, ABOUT)
        refreshed.set()
        decided = deciding.result()
    held = fresh_world.read("synergies/get", id="sub-feed")
    if decided:
        assert [(row["judgement"], row["version"]) for row in held] == [("refused", 2)]
        assert len(frozen(fresh_world, "sub-feed")) == 1
        assert all(kept == own for kept, own in frozen(fresh_world, "sub-feed"))
    else:  # the matcher was first: the lead is gone, and the person is told so
        assert (held, proposals) == ([], [])


def test_a_lead_with_a_history_is_never_withdrawn(fresh_world: Store) -> None:
    decide(fresh_world, Order("sub-feed", 1, Judgement.CONFIRMED, "Léa"))
    assert undo(fresh_world, "sub-feed", 2, "Léa") is Judgement.PROPOSED
    changes = synergies.refresh(fresh_world, [], synergies.standing(fresh_world), ABOUT)
    assert changes.withdrawn == 0
    decisions = fresh_world.read("synergies/decisions", id="sub-feed")
    assert [(row["after"], row["rank"]) for row in decisions] == [("proposed", 3), ("confirmed", 2)]


def test_an_unchanged_proposal_is_not_written_again(fresh_world: Store) -> None:
    standing = synergies.standing(fresh_world)
    same = synergies.refresh(fresh_world, [FEEDING], standing, {"model": "m1", "at": "later"})
    assert (same.written, same.unchanged, same.withdrawn) == (0, 1, 0)
    assert fresh_world.read("synergies/get", id="sub-feed")[0]["proposed_at"] != "later"
