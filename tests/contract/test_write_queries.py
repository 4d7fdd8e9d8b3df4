"""Every writing question, run on both engines; what it changed is asked with another question."""

from typing import Any

import pytest

from symbiosis.store.session import Row, Store
from tests.contract.exact import exact
from tests.contract.registry import asks
from tests.contract.world import EVENING, MORNING, NOON
from tests.databases import ask

FLOW = {
    "id": "flow-f1", "firm": "farm", "direction": "offer", "text": "fumier", "waste_code": "020106", "quantity": 7.0,
    "unit": "t", "rhythm": "daily", "temperature_c": None, "quality": "pailleux", "use_text": "épandage",
    "provenance": "observed", "as_of": "2026",
}  # fmt: skip
PROPOSAL = {
    "id": "sub-new", "kind": "substitution", "resource": "used_oil", "flows": ["flow-e1"], "digest": "d1", "score": 2.0,
    "model": "m2", "hypothetical": True, "criteria": ["resource"], "points": [2.0], "left": ["huile"], "right": [""],
    "sources": ["test"],
}  # fmt: skip
DECISION = {"id": "decision-2", "at": EVENING, "who": "Zoë", "reason": "", "note": "vu", "until": "2027-01-01"}
IDENTIFIED = {
    "id": "idn-new", "kind": "mutualisation", "text": "Achat groupé", "use_text": "", "source": "atelier",
    "judgement": "confirmed", "resource": "pallet", "flows": [],
}  # fmt: skip


def get(store: Store, question: str, columns: str, **given: Any) -> list[tuple[Any, ...]]:
    return [tuple(row[column] for column in columns.split()) for row in store.read(question, **given)]


def pairs(store: Store, relation: str) -> set[tuple[str, str]]:
    """Return the ids at both ends of every relation of a type."""
    rows = ask(store, f"MATCH (a)-[r:{relation}]->(b) RETURN a.id AS a, b.id AS b")
    found = [(str(row["a"]), str(row["b"])) for row in rows]
    assert len(found) == len(set(found)), "a relation was made twice"
    return set(found)


def values(store: Store, label: str, node: str) -> Row:
    rows = ask(store, f"MATCH (n:{label} {{id: $id}}) RETURN properties(n) AS p", id=node)
    assert len(rows) == 1
    return dict(rows[0]["p"])  # type: ignore[call-overload, no-any-return]


@asks("communes/put")
def test_communes_are_made_and_refreshed(fresh_world: Store) -> None:
    rows = [
        {"id": "91521", "name": "Ris", "lat": 48.0, "lon": 2.0, "population": 30000},
        {"id": "91999", "name": "Œuville", "lat": 48.5, "lon": 2.5, "population": 10},
    ]
    assert fresh_world.write("communes/put", rows=rows) == []
    found = get(fresh_world, "communes/list", "id name lat lon population firms")
    assert ("91521", "Ris", 48.0, 2.0, 30000, 2) in found
    assert ("91999", "Œuville", 48.5, 2.5, 10, 0) in found
    assert len(found) == 4


@asks("firms/put")
def test_firms_are_made_and_refreshed_and_null_removes_a_value(fresh_world: Store) -> None:
    firm = {"nace": [], "commune": "", "lat": 1.0, "lon": 2.0, "headcount": 1, "activity": "a"}
    mill = {"name": "Moulin Blanc", "nace": ["10.61", "46.21"], "commune": "91228", "lat": None, "headcount": 0}
    rows = [firm | {"id": "new", "name": "Neuf"}, firm | mill | {"id": "mill"}]
    assert fresh_world.write("firms/put", rows=rows) == []
    columns = "name nace commune_name lat lon headcount activity"
    assert get(fresh_world, "firms/get", columns, id="new") == [("Neuf", [], None, 1.0, 2.0, 1, "a")]
    assert get(fresh_world, "firms/get", columns, id="mill") == [
        ("Moulin Blanc", ["10.61", "46.21"], "Évry-Courcouronnes", None, 2.0, 0, "a")
    ]


@asks("firms/put")
def test_a_firm_that_moved_or_changed_its_trade_leaves_the_old_ones(fresh_world: Store) -> None:
    mill = {"id": "mill", "name": "Moulin", "nace": ["46.21"], "commune": "91174"}
    rest = {"lat": 48.6, "lon": 2.4, "headcount": 40, "activity": ""}
    fresh_world.write("firms/put", rows=[mill | rest])
    fresh_world.write("firms/place", rows=[{"id": "mill", "commune": "91174", "inside": False}])
    assert get(fresh_world, "firms/get", "id commune_name", id="mill") == [("mill", "Corbeil-Essonnes")]
    assert {sector for firm, sector in pairs(fresh_world, "HAS_ACTIVITY") if firm == "mill"} == {"rev2:46.21"}
    assert {c for firm, c in pairs(fresh_world, "IN_COMMUNE") if firm == "brewery"} == {"91521"}


@asks("firms/place")
def test_firms_are_put_in_their_commune_once(fresh_world: Store) -> None:
    rows = [{"id": "Hermit", "commune": "91174", "inside": True}, {"id": "nobody", "commune": "91174", "inside": True}]
    for _ in range(2):
        assert fresh_world.write("firms/place", rows=rows) == []
    assert {f for f, commune in pairs(fresh_world, "IN_COMMUNE") if commune == "91174"} == {"press", "Hermit"}
    assert values(fresh_world, "Firm", "Hermit")["inside"] is True
    assert values(fresh_world, "Firm", "press")["inside"] is False


@asks("firms/employ")
def test_firms_get_activities(fresh_world: Store) -> None:
    rows = [{"id": "Hermit", "sector": "rev2:10.61", "nace": "10.61"}, {"id": "Hermit", "sector": "x", "nace": "99"}]
    for _ in range(2):
        assert fresh_world.write("firms/employ", rows=rows) == []
    assert {s for firm, s in pairs(fresh_world, "HAS_ACTIVITY") if firm == "Hermit"} == {"rev2:10.61", "x"}
    assert values(fresh_world, "Sector", "x") == {"id": "x", "nace": "99"}


@asks("flows/put")
@pytest.mark.parametrize(("direction", "relation"), [("offer", "OFFERS"), ("need", "NEEDS"), ("share", "POOLS")])
def test_flows_hang_on_their_firm_in_their_direction(fresh_world: Store, direction: str, relation: str) -> None:
    for _ in range(2):
        assert fresh_world.write("flows/put", rows=[FLOW | {"direction": direction}]) == []
    columns = "firm_id relation text waste_code quantity unit rhythm temperature_c quality use_text provenance as_of"
    assert get(fresh_world, "flows/get", columns, id="flow-f1") == [
        ("farm", relation, "fumier", "020106", 7.0, "t", "daily", None, "pailleux", "épandage", "observed", "2026")
    ]


@asks("flows/put")
def test_an_edit_keeps_the_flow_and_a_flow_of_nobody_is_not_made(fresh_world: Store) -> None:
    fresh_world.write("flows/put", rows=[FLOW, FLOW | {"quantity": None, "quality": "sec"}])
    fresh_world.write("flows/put", rows=[FLOW | {"id": "flow-f2", "firm": "nobody"}])
    assert get(fresh_world, "flows/get", "quantity quality", id="flow-f1") == [(None, "sec")]
    assert fresh_world.read("flows/get", id="flow-f2") == []


@asks("flows/link")
def test_a_flow_is_one_resource_the_last_one_said(fresh_world: Store) -> None:
    row = {"id": "flow-a2", "resource": "pallet", "confidence": 0.5, "why": "bizarre"}
    fresh_world.write("flows/link", rows=[row])
    assert fresh_world.write("flows/link", rows=[row | {"resource": "used_oil", "confidence": 0.25}]) == []
    assert get(fresh_world, "flows/get", "resource_id confidence", id="flow-a2") == [("used_oil", 0.25)]
    assert get(fresh_world, "flows/unclear_ids", "id") == []
    assert ("flow-c1", "pallet") in pairs(fresh_world, "OF")


PRECEDENT = {
    "id": "p-new", "place": "Ici", "country": "FR", "year": "2001", "giver": "Brasserie", "giver_nace": ["11.05"],
    "taker": "Ferme", "taker_nace": ["01.41"], "resource_id": "spent_grain", "use_id": "feed",
    "fr": "drêches aux vaches", "en": "spent grain to cows", "source": "Revue 2002",
}  # fmt: skip


@asks("knowledge/put_precedents")
def test_precedents_are_told_with_those_into_the_same_use_first(fresh_world: Store) -> None:
    older = PRECEDENT | {"id": "p-old", "year": "1990", "use_id": "fuel"}
    for _ in range(2):
        assert fresh_world.write("knowledge/put_precedents", rows=[PRECEDENT, older]) == []
    given = {"resource": "spent_grain", "use": "feed"}
    assert get(fresh_world, "knowledge/precedents", "id place year use_id", **given) == [
        ("riverside", "Riverside", "1999", "feed"), ("p-new", "Ici", "2001", "feed"), ("p-old", "Ici", "1990", "fuel"),
    ]  # fmt: skip
    assert fresh_world.read("knowledge/precedents", resource="pallet", use="") == []


@asks("flows/forget")
def test_a_flow_that_is_not_understood_any_more_is_no_resource(fresh_world: Store) -> None:
    assert fresh_world.write("flows/forget", ids=["flow-a1", "none"]) == []
    assert get(fresh_world, "flows/get", "text resource_id", id="flow-a1")[0][1] is None
    assert ("flow-c1", "pallet") in pairs(fresh_world, "OF")


@asks("flows/intend")
def test_a_flow_is_wanted_for_one_use_the_last_one_said(fresh_world: Store) -> None:
    fresh_world.write("flows/intend", rows=[{"id": "flow-d1", "use": "feed"}])
    assert fresh_world.write("flows/intend", rows=[{"id": "flow-d1", "use": "fuel"}]) == []
    assert pairs(fresh_world, "WANTED_FOR") == {("flow-b1", "feed"), ("flow-d1", "fuel")}


@asks("flows/unintend")
def test_a_flow_that_names_no_use_any_more_is_wanted_for_none(fresh_world: Store) -> None:
    assert fresh_world.write("flows/unintend", ids=["flow-b1", "flow-a1", "none"]) == []
    assert pairs(fresh_world, "WANTED_FOR") == set()
    assert ("flow-b1", "spent_grain") in pairs(fresh_world, "OF")


CORRECTION = {
    "id": "correction-3", "kind": "not_usable_as", "resource": "pallet", "use": "fuel", "reason": "bois traité",
    "content": "content-x", "active": True, "treatment": False,
}  # fmt: skip


@asks("corrections/put")
def test_a_correction_is_written_once_and_again_after_it_was_taken_back(fresh_world: Store) -> None:
    twin = CORRECTION | {"id": "correction-4"}
    assert fresh_world.write("corrections/put", row=CORRECTION) == [{"id": "correction-3"}]
    assert fresh_world.write("corrections/put", row=twin) == []
    fresh_world.write("corrections/withdraw", id="correction-3", by="Léa", at=NOON)
    assert fresh_world.write("corrections/put", row=twin) == [{"id": "correction-4"}]
    written = {row[0]: row[1:] for row in get(fresh_world, "corrections/list", "id kind reason active treatment")}
    assert written["correction-3"] == ("not_usable_as", "bois traité", False, False)
    assert written["correction-4"] == ("not_usable_as", "bois traité", True, False)
    assert ("pallet", "fuel") in pairs(fresh_world, "USABLE_AS"), "a shipped row was touched"


@asks("corrections/withdraw")
def test_a_correction_is_taken_back_once_and_the_knowledge_says_that_it_changed(fresh_world: Store) -> None:
    before = fresh_world.read("knowledge/version")[0]["corrections"]
    assert fresh_world.write("corrections/withdraw", id="correction-1", by="Zoë", at=NOON) == [{"id": "correction-1"}]
    for name in ("correction-1", "correction-2", "none"):
        assert fresh_world.write("corrections/withdraw", id=name, by="Anne", at=EVENING) == []
    found = get(fresh_world, "corrections/list", "id active withdrawn_by withdrawn_at")
    assert found == [("correction-2", False, "Léa", EVENING), ("correction-1", False, "Zoë", NOON)]
    assert get(fresh_world, "knowledge/version", "version corrections") == [("k1", before + 1)]


@asks("corrections/put_resource")
@asks("corrections/put_use")
def test_what_users_add_can_be_pointed_to_and_is_no_shipped_row(fresh_world: Store) -> None:
    shipped = fresh_world.read("knowledge/resources"), fresh_world.read("knowledge/uses")
    for fr in ("vieux", "neuf"):
        assert fresh_world.write("corrections/put_resource", id="resource-x", fr=fr, en="new") == []
        assert fresh_world.write("corrections/put_use", id="use-x", fr=fr, en="new") == []
    fresh_world.write("flows/link", rows=[{"id": "flow-a2", "resource": "resource-x", "confidence": 1.0, "why": "x"}])
    fresh_world.write("flows/intend", rows=[{"id": "flow-a2", "use": "use-x"}])
    assert get(fresh_world, "flows/get", "resource_id resource_fr", id="flow-a2") == [("resource-x", "neuf")]
    assert ("flow-a2", "use-x") in pairs(fresh_world, "WANTED_FOR")
    assert (fresh_world.read("knowledge/resources"), fresh_world.read("knowledge/uses")) == shipped


@asks("jobs/put")
def test_a_job_is_queued_once(fresh_world: Store) -> None:
    for kind in ("rematch", "other"):
        given = {"id": "job-new", "kind": kind, "parameter": "x", "at": NOON}
        assert fresh_world.write("jobs/put", **given) == [{"id": "job-new"}]
    columns = "id kind parameter state stage done total message queued_at started_at finished_at"
    assert get(fresh_world, "jobs/list", columns, limit=9)[1] == (
        "job-new", "rematch", "x", "queued", "", 0, 0, "", NOON, None, None
    )  # fmt: skip


@asks("jobs/claim")
def test_the_oldest_waiting_job_is_claimed_first(fresh_world: Store) -> None:
    fresh_world.write("jobs/put", id="job-late", kind="load", parameter="b", at="2027-01-01T00:00:00.000+00:00")
    assert fresh_world.write("jobs/claim", at="now", kinds=["import"]) == []
    taken = [fresh_world.write("jobs/claim", at="now", kinds=["rematch", "load"]) for _ in range(3)]
    wanted = {"id": "job-match", "kind": "rematch", "parameter": "", "attempts": 1}
    assert taken == [[wanted], [wanted | {"id": "job-late", "kind": "load", "parameter": "b"}], []]
    assert ("job-match", "running", "now") in get(fresh_world, "jobs/list", "id state started_at", limit=9)


@asks("jobs/progress")
def test_a_job_says_how_far_it_is(fresh_world: Store) -> None:
    assert fresh_world.write("jobs/progress", id="job-load", stage="read", done=3, total=7) == []
    assert get(fresh_world, "jobs/list", "id stage done total", limit=9) == [
        ("job-match", "", 0, 0), ("job-load", "read", 3, 7)
    ]  # fmt: skip


@asks("jobs/finish")
def test_a_job_is_closed(fresh_world: Store) -> None:
    assert fresh_world.write("jobs/finish", id="job-load", state="failed", message="raté", at=EVENING) == []
    assert get(fresh_world, "jobs/list", "state message finished_at", limit=9) == [
        ("queued", "", None), ("failed", "raté", EVENING)
    ]  # fmt: skip


@asks("jobs/requeue")
def test_what_a_dead_worker_left_waits_again_and_is_given_up_after_three_times(fresh_world: Store) -> None:
    assert fresh_world.write("jobs/requeue", most=3, kinds=["rematch"]) == [{"n": 0}]
    assert fresh_world.write("jobs/requeue", most=3, kinds=["load"]) == [{"n": 1}]
    assert fresh_world.write("jobs/requeue", most=3, kinds=["load"]) == [{"n": 0}]
    for _ in range(2):
        assert fresh_world.write("jobs/claim", at=NOON, kinds=["rematch", "load"])[0]["id"] == "job-load"
        fresh_world.write("jobs/requeue", most=3, kinds=["rematch", "load"])
    assert get(fresh_world, "jobs/list", "id state message", limit=9) == [
        ("job-match", "queued", ""), ("job-load", "failed", "worker_died")
    ]  # fmt: skip


@asks("knowledge/put_resources")
def test_resources_are_made_and_refreshed(fresh_world: Store) -> None:
    money = {"disposal_eur": 1.0, "purchase_eur": 2.5, "preparation_eur": 0.0, "haul_eur_km": 0.1}
    names = {"fr": "palette", "en": "pallet", "synonyms_fr": [], "synonyms_en": ["skid", "stillage"]}
    row = {"id": "pallet", "kind": "material", "unit": "t", "hazard": "mirror", "source": "s"} | money | names
    assert fresh_world.write("knowledge/put_resources", rows=[row, row | {"id": "new", "fr": "neuf"}]) == []
    columns = "id fr synonyms_en hazard disposal_eur purchase_eur waste_codes"
    found = get(fresh_world, "knowledge/resources", columns)
    assert ("pallet", "palette", ["skid", "stillage"], "mirror", 1.0, 2.5, ["15 01 03"]) in found
    assert ("new", "neuf", ["skid", "stillage"], "mirror", 1.0, 2.5, []) in found
    assert len(found) == 5


@asks("knowledge/put_codes")
def test_waste_codes_keep_the_order_of_their_rank(fresh_world: Store) -> None:
    ranks = [("16 01 07", True, 0), ("13 02 05", True, 1), ("13 02 06", False, 2)]
    rows = [{"resource": "used_oil", "code": code, "hazardous": bad, "rank": rank} for code, bad, rank in ranks]
    for _ in range(2):
        assert fresh_world.write("knowledge/put_codes", rows=rows) == []
    found = dict(get(fresh_world, "knowledge/resources", "id waste_codes"))
    assert found["used_oil"] == ["16 01 07*", "13 02 05*", "13 02 06"]


@asks("knowledge/put_uses")
def test_uses_are_made_and_refreshed(fresh_world: Store) -> None:
    row = {"id": "fuel", "fr": "bois-énergie", "en": "fuel", "treatment": False, "source": "s"}
    assert fresh_world.write("knowledge/put_uses", rows=[row, row | {"id": "new", "treatment": True}]) == []
    assert set(get(fresh_world, "knowledge/uses", "id fr treatment")) == {
        ("feed", "alimentation animale", False), ("fuel", "bois-énergie", False),
        ("new", "bois-énergie", True), ("refining", "régénération", True),
    }  # fmt: skip


@asks("knowledge/put_purposes")
def test_general_purposes_are_made_and_refreshed(fresh_world: Store) -> None:
    row = {"id": "burning", "kinds": ["energy"], "families": [], "use_ids": ["fuel"], "not_use_ids": []}
    words = {"words_fr": ["chaleur"], "words_en": ["heat"], "source": "s"}
    assert fresh_world.write("knowledge/put_purposes", rows=[row | words, row | words | {"id": "new"}]) == []
    assert get(fresh_world, "knowledge/purposes", "id kinds families words_fr") == [
        ("burning", ["energy"], [], ["chaleur"]), ("new", ["energy"], [], ["chaleur"]),
    ]  # fmt: skip


@asks("knowledge/put_sections")
def test_sections_of_the_list_of_waste_are_made_and_refreshed(fresh_world: Store) -> None:
    row = {"section": "02 07", "fr": "boissons", "en": "drinks", "naces": ["11"], "shares": [0.5], "sources": ["s"]}
    assert fresh_world.write("knowledge/put_sections", rows=[row, row | {"section": "13 02"}]) == []
    assert get(fresh_world, "knowledge/sections", "section fr en naces shares") == [
        ("02", "agriculture, aliments", "farming, food", [], []),
        ("02 07", "boissons", "drinks", ["11"], [0.5]), ("13 02", "boissons", "drinks", ["11"], [0.5]),
    ]  # fmt: skip


@asks("knowledge/put_usable_as")
def test_what_a_resource_can_become_is_said_once(fresh_world: Store) -> None:
    row = {
        "resource": "pallet",
        "use": "fuel",
        "process": "p",
        "conditions": "c",
        "process_en": "q",
        "conditions_en": None,
        "maturity": "research",
        "source": "s",
        "weight": 0.5,
        "value_high": 8.0,
        "confidence": "low",
    }
    for _ in range(2):
        assert fresh_world.write("knowledge/put_usable_as", rows=[row, row | {"use": "none"}]) == []
    found = dict(get(fresh_world, "knowledge/usable_as", "resource_id rows"))
    assert sum(map(len, found.values())) == 3
    assert exact(found["pallet"]) == exact([["fuel", "p", "c", "research", "s", 0.5, None, 8.0, "low", "q", None]])


@asks("knowledge/put_sectors")
def test_sectors_get_labels(fresh_world: Store) -> None:
    rows = [{"id": f"rev2:{nace}", "nace": nace, "fr": "x", "en": "y"} for nace in ("10.61", "01.41")]
    assert fresh_world.write("knowledge/put_sectors", rows=rows) == []
    found = get(fresh_world, "knowledge/sectors", "nace fr en")
    assert found == [("01.41", "x", "y"), ("10.61", "x", "y"), ("11.05", "brasserie", "brewery")]


@asks("knowledge/put_performs")
def test_what_a_sector_performs_is_said_once(fresh_world: Store) -> None:
    row = {"sector": "rev2:01.41", "use": "feed", "weight": 1.0, "share": 0.125, "source": "s"}
    for _ in range(2):
        assert fresh_world.write("knowledge/put_performs", rows=[row, row | {"sector": "none"}]) == []
    found = get(fresh_world, "knowledge/performs", "nace use_id weight share")
    assert exact(found) == exact([("01.41", "feed", 1.0, 0.125), ("18.12", "fuel", 0.25, 0.0)])


@asks("knowledge/put_typical_offers")
@asks("knowledge/put_typical_needs")
@asks("knowledge/put_typical_pools")
@pytest.mark.parametrize("verb", ["offers", "needs", "pools"])
def test_what_a_sector_typically_has_is_said_once(fresh_world: Store, verb: str) -> None:
    row = {"sector": "rev2:10.61", "resource": "pallet", "share_of_firms": 0.5, "share_of_resource": 1.0}
    amount = {"low": 1.0, "high": 2.5, "unit": "t", "confidence": "low", "source": "s"}
    rows = [row | amount | {"low": 9.0}, row | amount, row | amount | {"sector": "none"}]
    for _ in range(2):
        if verb == "offers":
            assert fresh_world.write("knowledge/put_typical_offers", rows=rows) == []
        elif verb == "needs":
            assert fresh_world.write("knowledge/put_typical_needs", rows=rows) == []
        else:
            assert fresh_world.write("knowledge/put_typical_pools", rows=rows) == []
    found = dict(get(fresh_world, "knowledge/typical", "nace rows"))
    assert len(found) == 4
    assert exact(found["10.61"]) == exact(
        [[f"TYPICALLY_{verb.upper()}", "pallet", 0.5, 1.0, "s", 1.0, 2.5, "t", "low"]]
    )


@asks("knowledge/put_waste")
def test_an_entry_of_the_list_is_described_and_keeps_its_resources(fresh_world: Store) -> None:
    row = {"code": "02 03 04", "hazardous": False, "mirrors": ["02 03 99"], "fr": "rebut", "en": "reject"}
    words = {"words_fr": ["écart"], "words_en": [], "nace": ["10"], "source": "s"}
    for _ in range(2):
        rows = [row | words, row | words | {"code": "20 01 21", "hazardous": True}]
        assert fresh_world.write("knowledge/put_waste", rows=rows) == []
    found = get(fresh_world, "knowledge/waste", "code hazardous mirrors fr words_fr nace")
    assert len(found) == 4
    assert exact(found[0]) == exact(("02 03 04", False, ["02 03 99"], "rebut", ["écart"], ["10"]))
    assert found[3][:2] == ("20 01 21", True)
    assert dict(get(fresh_world, "knowledge/resources", "id waste_codes"))["spent_grain"] == ["02 07 04", "02 03 04"]


@asks("knowledge/put_sharing")
def test_sharing_rules_are_made_and_refreshed(fresh_world: Store) -> None:
    rule = {
        "resource": "pallet",
        "mode": "round",
        "draws_from": ["offer"],
        "trigger_firms": 3,
        "trigger_quantity": None,
    }
    row = rule | {"id": "pallet:round", "saving_eur": 9.0, "trips": 1.0, "source": "s"}
    for _ in range(2):
        assert fresh_world.write("knowledge/put_sharing", rows=[row]) == []
    columns = "resource_id mode draws_from trigger_firms trigger_quantity saving_eur"
    assert get(fresh_world, "knowledge/sharing", columns) == [
        ("forklift", "equipment", ["share", "need"], 2, 100.0, 1200.5), ("pallet", "round", ["offer"], 3, None, 9.0)
    ]  # fmt: skip


@asks("knowledge/stamp")
def test_the_knowledge_says_its_version(fresh_world: Store) -> None:
    assert fresh_world.write("knowledge/stamp", version="k2", at=NOON) == []
    assert get(fresh_world, "knowledge/version", "version") == [("k2",)]


@asks("models/put")
def test_a_model_keeps_its_points(fresh_world: Store) -> None:
    for points in ([9.0, 9.0], [1.75, 2.0]):
        assert fresh_world.write("models/put", version="m2", criteria=["a", "b"], points=points) == []
    wanted = {"id": "m2", "criteria": ["a", "b"], "points": [1.75, 2.0]}
    assert exact(values(fresh_world, "Model", "m2")) == exact(wanted)


ANSWER = {
    "id": "question-1", "firm": "press", "resource": "pallet", "direction": "need", "answer": "later", "by": "Zoë",
    "at": NOON, "use_text": "combustible", "quantity": None, "unit": None,
}  # fmt: skip


@asks("questions/answer")
def test_a_question_that_was_put_off_is_answered_once(fresh_world: Store) -> None:
    yes = ANSWER | {"answer": "yes", "quantity": 12.5, "unit": "t", "at": EVENING}
    for row in (ANSWER, ANSWER, yes):
        assert fresh_world.write("questions/answer", row=row) == [{"id": "question-1"}]
    for row in (yes | {"by": "Léa"}, yes | {"answer": "no"}, yes | {"answer": "later"}):
        assert fresh_world.write("questions/answer", row=row) == []
    wanted = tuple(yes.values())
    assert exact(get(fresh_world, "questions/list", " ".join(yes))[0]) == exact(wanted)
    assert ("question-1", "press") in pairs(fresh_world, "ASKED_OF")
    assert ("question-1", "pallet") in pairs(fresh_world, "ASKED_ABOUT")


@asks("synergies/propose")
def test_a_lead_without_a_guessed_flow_waits_for_an_answer_of_its_taker(fresh_world: Store) -> None:
    fresh_world.write("synergies/propose", rows=[PROPOSAL], at=NOON)
    sides = [
        {"synergy": "sub-new", "firm": f, "role": r, "step": 0} for f, r in (("garage", "giver"), ("mill", "taker"))
    ]
    fresh_world.write("synergies/involve", rows=sides)
    fresh_world.write("synergies/rest_on", rows=[{"synergy": "sub-new", "flow": "flow-e1"}])
    (block,) = fresh_world.read("questions/resting")
    assert len(block["rows"]) == 2
    assert ["sub-new", 2.0, "used_oil", None, "mill", ["10.61", "46.21"], None, None, None] in block["rows"]


@asks("questions/answer")
def test_nothing_is_asked_of_nobody_or_about_nothing(fresh_world: Store) -> None:
    for row in (ANSWER | {"firm": "nobody"}, ANSWER | {"resource": "none"}):
        assert fresh_world.write("questions/answer", row=row) == []
    assert len(fresh_world.read("questions/list")) == 1


@asks("schema/record")
def test_an_applied_schema_file_is_remembered(any_store: Store) -> None:
    before = any_store.read("schema/recorded")
    assert any_store.write("schema/record", id="9999_test", checksum="abc", at=NOON) == []
    assert any_store.read("schema/recorded") == [*before, {"id": "9999_test", "checksum": "abc"}]
    ask(any_store, "MATCH (s:Schema {id: '9999_test'}) DELETE s")


@asks("synergies/propose")
def test_a_proposal_is_made_then_refreshed(fresh_world: Store) -> None:
    assert fresh_world.write("synergies/propose", rows=[PROPOSAL], at=NOON) == [{"id": "sub-new"}]
    better = PROPOSAL | {"score": 3.0, "points": [3.0], "digest": "d2"}
    assert fresh_world.write("synergies/propose", rows=[better], at=EVENING) == [{"id": "sub-new"}]
    columns = "judgement origin version score points created_at proposed_at model hypothetical"
    assert get(fresh_world, "synergies/get", columns, id="sub-new") == [
        ("proposed", "matcher", 1, 3.0, [3.0], NOON, EVENING, "m2", True)
    ]


@asks("synergies/propose")
def test_a_judged_or_identified_lead_is_not_proposed_anew(fresh_world: Store) -> None:
    before = {name: fresh_world.read("synergies/get", id=name) for name in ("sub-reuse", "idn-truck")}
    rows = [PROPOSAL | {"id": name} for name in ("sub-reuse", "sub-feed", "idn-truck")]
    assert fresh_world.write("synergies/propose", rows=rows, at=EVENING) == [{"id": "sub-feed"}]
    assert {name: fresh_world.read("synergies/get", id=name) for name in before} == before


@asks("synergies/put_identified")
def test_identified_leads_are_made_and_keep_what_people_decided(fresh_world: Store) -> None:
    rows = [IDENTIFIED, IDENTIFIED | {"id": "idn-truck", "text": "Chariot partagé", "judgement": "studied"}]
    for at in (NOON, EVENING):
        found = fresh_world.write("synergies/put_identified", rows=rows, at=at)
        assert found == [{"id": "idn-new"}, {"id": "idn-truck"}]
    columns = "id kind origin judgement version hypothetical text source created_at"
    assert get(fresh_world, "synergies/get", columns, id="idn-new") == [
        ("idn-new", "mutualisation", "identified", "confirmed", 1, False, "Achat groupé", "atelier", NOON)
    ]
    assert get(fresh_world, "synergies/get", "judgement text created_at", id="idn-truck") == [
        ("proposed", "Chariot partagé", MORNING)
    ]


@asks("synergies/involve")
def test_a_firm_takes_part_once_and_keeps_its_agreement(fresh_world: Store) -> None:
    row = {"synergy": "sub-feed", "firm": "garage", "role": "through", "step": 1}
    fresh_world.write("synergies/involve", rows=[row])
    ask(fresh_world, "MATCH (:Synergy {id: 'sub-feed'})-[i:INVOLVES]->(:Firm {id: 'garage'}) SET i.agreed = 'yes'")
    assert fresh_world.write("synergies/involve", rows=[row | {"step": 2}]) == []
    assert get(fresh_world, "synergies/parties", "id role step", id="sub-feed") == [
        ("brewery", "giver", 0), ("farm", "taker", 1), ("garage", "through", 2)
    ]  # fmt: skip
    agreed = ask(fresh_world, "MATCH (:Synergy {id: 'sub-feed'})-[i:INVOLVES]->(f) RETURN f.id AS f, i.agreed AS a")
    assert {(row["f"], row["a"]) for row in agreed} == {("brewery", "unknown"), ("farm", "unknown"), ("garage", "yes")}


@asks("synergies/rest_on")
def test_a_lead_rests_on_a_flow_once(fresh_world: Store) -> None:
    rows = [{"synergy": "sub-feed", "flow": flow} for flow in ("flow-e1", "flow-a1", "none")]
    assert fresh_world.write("synergies/rest_on", rows=rows) == []
    assert get(fresh_world, "synergies/flows", "id", id="sub-feed") == [("flow-a1",), ("flow-b1",), ("flow-e1",)]


@asks("synergies/about")
def test_a_lead_is_about_a_resource(fresh_world: Store) -> None:
    rows = [{"synergy": "sub-feed", "resource": "spent_grain"}, {"synergy": "sub-feed", "resource": "none"}]
    assert fresh_world.write("synergies/about", rows=rows) == []
    fresh_world.write("synergies/put_identified", rows=[IDENTIFIED], at=NOON)
    fresh_world.write("synergies/about", rows=[{"synergy": "idn-new", "resource": "pallet"}])
    assert get(fresh_world, "stats/resources", "id n") == [("pallet", 2), ("forklift", 1), ("spent_grain", 1)]


@asks("synergies/towards")
def test_a_lead_leads_to_a_use(fresh_world: Store) -> None:
    for _ in range(2):
        assert fresh_world.write("synergies/towards", rows=[{"synergy": "sub-reuse", "use": "fuel"}]) == []
    assert get(fresh_world, "synergies/get", "use_id use_fr", id="sub-reuse") == [("fuel", "combustible")]


@asks("synergies/unlink")
def test_unlinking_forgets_what_a_lead_points_to_and_nothing_else(fresh_world: Store) -> None:
    rows = [{"id": "sub-reuse", "firms": []}, {"id": "none", "firms": []}]
    assert fresh_world.write("synergies/unlink", rows=rows) == []
    assert fresh_world.read("synergies/parties", id="sub-reuse") == []
    assert fresh_world.read("synergies/flows", id="sub-reuse") == []
    assert get(fresh_world, "synergies/get", "resource_id score", id="sub-reuse") == [(None, 3.0)]
    assert get(fresh_world, "synergies/decisions", "id", id="sub-reuse") == [("decision-1",)]
    assert get(fresh_world, "synergies/parties", "id", id="sub-feed") == [("brewery",), ("farm",)]


@asks("synergies/unlink")
def test_a_firm_that_stays_in_a_lead_keeps_its_agreement(fresh_world: Store) -> None:
    ask(fresh_world, "MATCH (:Synergy {id: 'sub-feed'})-[i:INVOLVES]->(:Firm {id: 'farm'}) SET i.agreed = 'yes'")
    fresh_world.write("synergies/unlink", rows=[{"id": "sub-feed", "firms": ["farm"]}])
    left = ask(fresh_world, "MATCH (:Synergy {id: 'sub-feed'})-[i:INVOLVES]->(f) RETURN f.id AS f, i.agreed AS a")
    assert left == [{"f": "farm", "a": "yes"}]


@asks("synergies/decide")
def test_a_decision_counts_the_version_up_and_keeps_what_it_was_based_on(fresh_world: Store) -> None:
    given = {"id": "sub-feed", "judgement": "deferred", "until": "2027-01-01", "decision": DECISION}
    assert fresh_world.write("synergies/decide", version=1, **given) == [{"version": 2}]
    assert get(fresh_world, "synergies/get", "judgement version", id="sub-feed") == [("deferred", 2)]
    assert get(fresh_world, "synergies/decisions", "id at who before after note until rank", id="sub-feed") == [
        ("decision-2", EVENING, "Zoë", "proposed", "deferred", "vu", "2027-01-01", 2)
    ]
    kept = values(fresh_world, "Decision", "decision-2")
    assert exact([kept[key] for key in ("score", "model", "criteria", "points", "left", "right", "sources")]) == exact(
        [1.25, "m1", ["resource", "distance"], [1.75, -0.5], ["drêches", "1.3 km"], ["drêches", ""], ["ADEME 2021", ""]]
    )


@asks("synergies/decide")
def test_a_decision_on_a_version_that_is_gone_changes_nothing(fresh_world: Store) -> None:
    given = {"judgement": "confirmed", "until": "", "decision": DECISION}
    assert fresh_world.write("synergies/decide", id="sub-reuse", version=1, **given) == []
    assert get(fresh_world, "synergies/get", "judgement version", id="sub-reuse") == [("refused", 2)]
    assert get(fresh_world, "synergies/decisions", "id", id="sub-reuse") == [("decision-1",)]
    assert fresh_world.write("synergies/decide", id="sub-none", version=1, **given) == []


@asks("synergies/withdraw")
def test_only_proposals_nobody_judged_are_withdrawn(fresh_world: Store) -> None:
    every = ["sub-reuse", "sub-feed", "idn-truck", "none"]
    assert fresh_world.write("synergies/withdraw", ids=every) == [{"n": 1}]
    assert [bool(fresh_world.read("synergies/get", id=name)) for name in every] == [True, False, True, False]
    assert fresh_world.write("synergies/withdraw", ids=every) == [{"n": 0}]


TERRITORY = "name synthetic folder version loaded_at matched_at"


@asks("territory/put")
def test_the_territory_is_renamed_and_is_one(fresh_world: Store) -> None:
    given = {"name": "Grand Paris", "synthetic": False, "folder": "paris", "version": "v2"}
    assert fresh_world.write("territory/put", **given) == []
    assert get(fresh_world, "territory/get", TERRITORY) == [("Grand Paris", False, "paris", "v2", MORNING, "")]


@asks("territory/loaded")
@asks("territory/matched")
def test_a_territory_says_when_it_was_loaded_and_matched_whole(fresh_world: Store) -> None:
    assert fresh_world.write("territory/loaded", at=NOON, version="v2") == []
    assert fresh_world.write("territory/matched", at=EVENING, version="v3") == []
    assert get(fresh_world, "territory/get", TERRITORY) == [("Pays d'Évry", True, "evry", "v3", NOON, EVENING)]


@asks("territory/cover", "firms/cover")
def test_the_communes_of_a_territory_say_who_stands_in_it(fresh_world: Store) -> None:
    def inside() -> set[str]:
        return {str(row["id"]) for row in ask(fresh_world, "MATCH (f:Firm {inside: true}) RETURN f.id AS id")}

    assert fresh_world.write("territory/cover", communes=["91174"], by="Zoë", version="v2") == []
    assert fresh_world.write("firms/cover", communes=["91174"]) == []
    assert get(fresh_world, "territory/get", "communes communes_by version") == [(["91174"], "Zoë", "v2")]
    assert inside() == {"press"}
    ask(fresh_world, "MATCH (c:Commune {id: '91228'}) SET c.name = null")
    fresh_world.write("firms/cover", communes=[])
    assert inside() == {"brewery", "farm", "press"}


@asks("territory/touch")
def test_touching_the_territory_changes_its_version_and_nothing_else(fresh_world: Store) -> None:
    assert fresh_world.write("territory/touch", version="v2") == []
    assert get(fresh_world, "territory/get", "name version loaded_at") == [("Pays d'Évry", "v2", MORNING)]
