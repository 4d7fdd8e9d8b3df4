"""Flows that people change, withdraw or keep confidential, on both engines."""

from symbiosis.store.session import Store
from tests.contract.exact import assert_rows
from tests.contract.registry import asks
from tests.contract.test_write_queries import pairs
from tests.contract.world import NOON
from tests.databases import ask

ROW = {
    "id": "flow-a1", "firm": "brewery", "direction": "offer", "text": "drêches", "waste_code": "", "quantity": None,
    "unit": None, "rhythm": None, "temperature_c": None, "quality": "", "use_text": "", "provenance": "declared",
    "as_of": "2026",
}  # fmt: skip


@asks("flows/told", "flows/aside", "flows/told_by", "flows/unclear_ids")
def test_a_withdrawn_flow_is_out_of_every_list_and_can_still_be_read(fresh_world: Store) -> None:
    before = fresh_world.read("flows/told", ids=["flow-a1"])[0]
    assert (before["firm"], before["relation"], before["withdrawn"], before["version"]) == (
        "brewery", "OFFERS", False, 1,
    )  # fmt: skip
    assert (before["resource"], before["confidence"], before["properties"]["quantity"]) == ("spent_grain", 0.95, 120.5)
    for flow in ("flow-a1", "flow-a2"):
        assert fresh_world.write("flows/aside", id=flow) == []
    told = fresh_world.read("flows/told", ids=["flow-a1"])[0]
    assert (told["relation"], told["withdrawn"], told["properties"]["withdrawn"]) == ("OFFERS", True, True)
    assert fresh_world.read("flows/of_firm", firm="brewery") == []
    assert fresh_world.read("flows/get", id="flow-a1") == []
    assert fresh_world.read("flows/unclear_ids") == []
    assert_rows(fresh_world.read("flows/told_by", firm="brewery"), "id", [("flow-a1",), ("flow-a2",)])
    assert [row["withdrawn"] for row in fresh_world.read("synergies/flows", id="sub-feed")] == [True, False]
    assert fresh_world.read("flows/told", ids=["none"]) == []


@asks("flows/put", "flows/turn")
def test_a_withdrawn_flow_comes_back_when_it_is_told_again_and_a_turned_one_goes_one_way(fresh_world: Store) -> None:
    fresh_world.write("flows/aside", id="flow-a1")
    fresh_world.write("flows/put", rows=[ROW])
    assert ("brewery", "flow-a1") in pairs(fresh_world, "OFFERS") and not pairs(fresh_world, "WITHDREW")
    assert fresh_world.read("flows/told", ids=["flow-a1"])[0]["properties"].get("withdrawn") is None
    fresh_world.write("flows/put", rows=[ROW | {"direction": "need"}])
    assert fresh_world.write("flows/turn", id="flow-a1", relation="NEEDS") == []
    assert ("brewery", "flow-a1") in pairs(fresh_world, "NEEDS") - pairs(fresh_world, "OFFERS")


@asks("flows/take_version", "flows/keep_version", "flows/versions", "flows/touched")
def test_a_version_is_taken_once_and_what_was_said_before_is_kept(fresh_world: Store) -> None:
    assert_rows(fresh_world.write("flows/take_version", id="flow-a1", version=1, change="x"), "version", [(2,)])
    assert fresh_world.write("flows/take_version", id="flow-a1", version=1, change="y") == []
    for rank in (1, 2, 2):
        kept = {"id": f"v{rank}", "flow": "flow-a1", "rank": rank, "change": "edited", "at": NOON, "by": "Léa"}
        assert fresh_world.write("flows/keep_version", **kept, sealed=f"s{rank}") == []
    assert_rows(
        fresh_world.read("flows/versions", id="flow-a1"), "rank change at by sealed",
        [(2, "edited", NOON, "Léa", "s2"), (1, "edited", NOON, "Léa", "s1")],
    )  # fmt: skip
    assert_rows(fresh_world.read("flows/touched"), "id", [("flow-a1",)])


@asks("flows/seal", "flows/unseal", "flows/sealed", "flows/every_sealed")
def test_what_is_sealed_beside_a_flow_is_found_and_goes_with_its_secrecy(fresh_world: Store) -> None:
    fresh_world.write("flows/seal", rows=[{"id": "flow-a1", "sealed": "s"}, {"id": "none", "sealed": "t"}])
    assert fresh_world.write("flows/seal", rows=[{"id": "flow-a1", "sealed": "u"}]) == []
    assert_rows(fresh_world.read("flows/sealed", ids=["flow-a1", "flow-a2"]), "id sealed", [("flow-a1", "u")])
    assert_rows(fresh_world.read("flows/every_sealed"), "id sealed", [("flow-a1", "u")])
    assert fresh_world.read("flows/get", id="flow-a1")[0]["confidential"] is True
    assert_rows(fresh_world.read("flows/touched"), "id", [("flow-a1",)])
    assert fresh_world.write("flows/unseal", ids=["flow-a1", "flow-a2"]) == []
    assert fresh_world.read("flows/every_sealed") == []
    assert fresh_world.read("flows/get", id="flow-a1")[0]["confidential"] is False


@asks("synergies/keep_back")
def test_judged_leads_and_their_decisions_show_compared_values_no_more(fresh_world: Store) -> None:
    before = fresh_world.read("synergies/get", id="sub-reuse")[0]
    assert before["criteria"] == ["resource", "quantity"]
    ask(
        fresh_world,
        "MATCH (d:Decision)-[:ON]->(s:Synergy {id: 'sub-reuse'}) SET d.criteria = s.criteria, d.left = s.left, "
        "d.right = s.right",
    )
    fresh_world.write("synergies/keep_back", flow="flow-c1", criteria=["quantity"])
    after = fresh_world.read("synergies/get", id="sub-reuse")[0]
    for side in ("left", "right"):
        assert after[side] == [before[side][0], "confidential" if before[side][1] else ""]
    kept = ask(fresh_world, "MATCH (d:Decision)-[:ON]->(:Synergy {id: 'sub-reuse'}) RETURN d.left AS left")
    assert [row["left"] for row in kept] == [after["left"]] * len(kept) and kept
    assert {k: v for k, v in after.items() if k not in ("left", "right")} == {
        k: v for k, v in before.items() if k not in ("left", "right")
    }


@asks("questions/of_firm", "questions/keep_back")
def test_answers_forget_how_much_was_told(fresh_world: Store) -> None:
    every = ask(fresh_world, "MATCH (q:Question) RETURN q.id AS id, q.firm AS firm ORDER BY id")
    assert every
    for row in every:
        assert row["id"] in [q["id"] for q in fresh_world.read("questions/of_firm", firm=row["firm"])]
    ids = [row["id"] for row in every]
    assert fresh_world.write("questions/keep_back", ids=ids) == []
    assert {(q["quantity"], q["unit"], q["use_text"]) for q in fresh_world.read("questions/list")} == {(None, None, "")}
