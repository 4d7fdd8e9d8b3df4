"""The questions behind the reading copy, the history, the tokens and the API, on both engines."""

from typing import Any

import pytest

from symbiosis.store import api, saved, tokens
from symbiosis.store.session import Store
from tests.contract.exact import assert_rows
from tests.contract.registry import asks
from tests.databases import ask

MORNING, NOON = "2026-05-04T08:00:00.000+00:00", "2026-05-04T12:00:00.000+00:00"


@asks("reading/labels", "reading/relations", "reading/drop_withdrawn")
def test_a_copy_is_counted_without_the_flows_that_were_withdrawn(any_store: Store) -> None:
    ask(any_store, "MATCH (n) WHERE n:Schema OR n:TestDatabase SET n.aside = true")
    ask(any_store, "CREATE (:Firm {id: 'a'})-[:OFFERS]->(:Flow {id: 'told'})-[:OF]->(:Resource {id: 'r'})")
    ask(any_store, "MATCH (f:Firm {id: 'a'}) CREATE (f)-[:WITHDREW]->(:Flow {id: 'gone'})")
    assert any_store.write("reading/drop_withdrawn") == [{"n": 1}]
    held = {row["label"]: row["n"] for row in any_store.read("reading/labels")}
    assert {k: n for k, n in held.items() if k not in ("Schema", "TestDatabase")} == {
        "Firm": 1,
        "Flow": 1,
        "Resource": 1,
    }
    assert_rows(
        any_store.read("reading/relations"), "start type end n",
        [("Firm", "OFFERS", "Flow", 1), ("Flow", "OF", "Resource", 1)],
    )  # fmt: skip


@asks("reading/speaking", "reading/told")
def test_what_speaks_is_neither_confidential_nor_withdrawn_nor_erased(any_store: Store) -> None:
    assert any_store.read("reading/told") == [{"firms": [], "flows": []}]
    ask(any_store, "CREATE (:Firm {id: 'a'})-[:OFFERS]->(:Flow {id: 'told', confidential: false})")
    ask(any_store, "MATCH (f:Firm {id: 'a'}) CREATE (f)-[:WITHDREW]->(:Flow {id: 'gone'})")
    ask(any_store, "MATCH (f:Firm {id: 'a'}) CREATE (f)-[:NEEDS]->(:Flow {id: 'secret', confidential: true})")
    ask(any_store, "CREATE (:Firm {id: 'e', erased_at: '2026'})-[:OFFERS]->(:Flow {id: 'emptied'})")
    ask(any_store, "CREATE (:Firm {id: 'silent'})")
    (speaking,) = any_store.read("reading/speaking")
    assert (sorted(speaking["firms"]), speaking["flows"]) == (["a", "silent"], ["told@1"])
    ask(any_store, "MATCH (w:Flow {id: 'told'}) SET w.version = 2")
    assert any_store.read("reading/speaking")[0]["flows"] == ["told@2"]
    (told,) = any_store.read("reading/told")
    assert sorted(told["firms"]) == ["a", "e", "silent"]
    assert sorted(told["flows"]) == ["emptied", "gone", "secret", "told"]


@asks("reading/take_out_flows", "reading/take_out_firms")
def test_what_rests_on_a_flow_or_a_firm_goes_with_it(any_store: Store) -> None:
    ask(
        any_store,
        "CREATE (a:Firm {id: 'a'})-[:OFFERS]->(w:Flow {id: 'w'})<-[:RESTS_ON]-(s:Synergy {id: 's'}), "
        "(:Decision {id: 'd'})-[:ON]->(s), (:Realised {id: 'r'})-[:BROUGHT_BY]->(s), "
        "(:Question {id: 'q'})-[:ASKED_OF]->(a), (b:Firm {id: 'b'})<-[:INVOLVES]-(:Synergy {id: 't'}), "
        "(s)-[:INVOLVES]->(b), (b)-[:NEEDS]->(:Flow {id: 'x'})",
    )
    left = "MATCH (n) WHERE NOT n:Schema AND NOT n:TestDatabase RETURN n.id AS id ORDER BY id"
    any_store.write("reading/take_out_flows", ids=["w", "nothing"])
    assert [row["id"] for row in ask(any_store, left)] == ["a", "b", "t", "x"]
    any_store.write("reading/take_out_firms", ids=["b"])
    assert [row["id"] for row in ask(any_store, left)] == ["a", "x"]


@asks("saved/put", "saved/of", "saved/keep", "saved/forget")
def test_each_person_has_a_history_and_favourites_of_their_own(any_store: Store) -> None:
    first = saved.remember(any_store, "léa", "RETURN 1", {}, MORNING)
    second = saved.remember(any_store, "léa", "RETURN $n", {"n": 2}, NOON)
    assert saved.remember(any_store, "léa", "RETURN 1", {}, NOON + "z") == first
    saved.remember(any_store, "tom", "RETURN 3", {}, NOON)
    assert [row["id"] for row in saved.of(any_store, "léa", 10)] == [first, second]
    assert [row["text"] for row in saved.of(any_store, "léa", 1)] == ["RETURN 1"]
    assert saved.keep(any_store, second, "léa", True, "deux")
    assert not saved.keep(any_store, second, "tom", True, "volé")
    assert saved.forget(any_store, "léa", NOON + "zz") == 1
    (left,) = saved.of(any_store, "léa", 10)
    assert (left["name"], left["favourite"], left["parameters"]) == ("deux", True, {"n": 2})
    assert len(saved.of(any_store, "tom", 10)) == 1


@asks("tokens/put", "tokens/of", "tokens/use", "tokens/forget")
def test_a_token_counts_its_uses_minute_by_minute_until_it_ends(any_store: Store) -> None:
    row = {"id": "digest", "who": "léa", "name": "carnet", "made_at": MORNING, "until": "2026-05-05"}
    tokens.put(any_store, row)
    assert tokens.use(any_store, "digest", "2026-05-05T09:00") == {"who": "léa", "made_at": MORNING, "used": 1}
    assert tokens.use(any_store, "digest", "2026-05-05T09:00") == {"who": "léa", "made_at": MORNING, "used": 2}
    assert tokens.use(any_store, "digest", "2026-05-05T09:01") == {"who": "léa", "made_at": MORNING, "used": 1}
    assert tokens.use(any_store, "digest", "2026-05-06T09:00") is None
    assert tokens.use(any_store, "another", "2026-05-05T09:00") is None
    (held,) = tokens.of(any_store, "léa")
    assert held == {k: row[k] for k in ("id", "name", "made_at", "until")} | {"last_used": "2026-05-05T09:01"}
    assert not tokens.forget(any_store, "digest", "tom") and tokens.forget(any_store, "digest", "léa")
    assert tokens.of(any_store, "léa") == []


@asks("api/state")
def test_the_state_tells_versions_and_counts(any_world: Store) -> None:
    state = api.state(any_world)
    assert state is not None
    assert (state["knowledge"], state["decisions"]) == ("k1", 1)
    assert state["version"] and state["corrections"] > 0


@asks("api/firms", "api/flows", "api/resources", "api/synergies")
@pytest.mark.parametrize(
    ("kind", "wanted", "ids"),
    [
        (api.firms, {"limit": 3}, ["Hermit", "brewery", "farm"]),
        (api.firms, {"after": "farm", "limit": 2}, ["garage", "mill"]),
        (api.firms, {"commune": "91228", "limit": 9}, ["garage", "mill"]),
        (api.firms, {"nace": "46.21", "limit": 9}, ["mill"]),
        (api.firms, {"id": "press"}, ["press"]),
        (api.flows, {"firm": "brewery", "limit": 9}, ["flow-a1", "flow-a2"]),
        (api.flows, {"direction": "share", "limit": 9}, ["flow-c2", "flow-d2"]),
        (api.flows, {"resource": "used_oil", "limit": 9}, ["flow-e1"]),
        (api.flows, {"id": "flow-b1"}, ["flow-b1"]),
        (api.resources, {"kind": "equipment", "limit": 9}, ["forklift"]),
        (api.resources, {"limit": 2}, ["forklift", "pallet"]),
        (api.synergies, {"kind": "mutualisation", "limit": 9}, ["idn-truck"]),
        (api.synergies, {"judgement": "refused", "limit": 9}, ["sub-reuse"]),
        (api.synergies, {"firm": "brewery", "limit": 9}, ["sub-feed"]),
        (api.synergies, {"resource": "spent_grain", "limit": 9}, ["sub-feed"]),
        (api.synergies, {"after": "idn-truck", "limit": 1}, ["sub-feed"]),
        (api.synergies, {"origin": "nothing", "limit": 1}, []),
    ],
)
def test_pages_hold_what_is_asked_for_by_id(
    any_world: Store, kind: Any, wanted: dict[str, Any], ids: list[str]
) -> None:
    assert [row["id"] for row in kind(any_world, wanted)] == ids


def test_a_lead_comes_with_its_firms_and_reasons_and_a_resource_with_its_codes(any_world: Store) -> None:
    (lead,) = api.synergies(any_world, {"id": "sub-feed"})
    assert [(f["id"], f["role"]) for f in lead["firms"]] == [("brewery", "giver"), ("farm", "taker")]
    assert len(lead["criteria"]) == len(lead["points"]) == len(lead["left"]) == len(lead["sources"]) > 0
    (grain,) = api.resources(any_world, {"id": "spent_grain"})
    assert grain["waste_codes"] == ["02 07 04", "02 03 04"]


@asks("reading/look", "reading/properties", "reading/relation_properties")
def test_what_an_account_sees_is_told_by_label_type_and_property(any_store: Store) -> None:
    ask(any_store, "CREATE (:Firm {id: 'a', name: 'A'})-[:OFFERS {why: 'x'}]->(:Flow {id: 'w', text: 't'})")
    ask(any_store, "MATCH (a:Firm {id: 'a'}), (w:Flow {id: 'w'}) CREATE (w)-[:BARE]->(a)")
    ask(any_store, "CREATE (:Firm {id: 'b', telephone: '1'})")
    (seen,) = any_store.read("reading/look")
    assert {"Firm", "Flow"} <= set(seen["labels"]) <= {"Firm", "Flow", "Schema", "TestDatabase"}
    assert seen["version"] is None
    names = {row["label"]: sorted(row["names"]) for row in any_store.read("reading/properties")}
    assert names["Firm"] == ["id", "name", "telephone"] and names["Flow"] == ["id", "text"]
    assert_rows(any_store.read("reading/relation_properties"), "type names", [("BARE", []), ("OFFERS", ["why"])])
    ask(any_store, "CREATE (:Territory {id: 'territory', version: 'v1'})")
    assert any_store.read("reading/look")[0]["version"] == "v1"


@asks("reading/withdrawn", "flows/mark_withdrawn")
def test_flows_that_were_withdrawn_are_counted_and_marked(any_store: Store) -> None:
    ask(any_store, "CREATE (f:Firm {id: 'a'})-[:OFFERS]->(:Flow {id: 'told'}), (f)-[:WITHDREW]->(:Flow {id: 'gone'})")
    ask(any_store, "CREATE (:Flow {id: 'of_nobody'})")
    assert any_store.read("reading/withdrawn") == [{"n": 2}]
    assert any_store.write("flows/mark_withdrawn") == [{"n": 1}]
    rows = ask(any_store, "MATCH (w:Flow) RETURN w.id AS id, w.withdrawn AS withdrawn ORDER BY id")
    assert_rows(rows, "id withdrawn", [("gone", True), ("of_nobody", None), ("told", None)])
