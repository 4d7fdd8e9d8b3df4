"""The questions about imports and about what an undo may delete, on both engines."""

from typing import Any

import pytest

from symbiosis.store.session import Store
from tests.contract.exact import assert_rows
from tests.contract.registry import asks
from tests.contract.test_write_queries import get, pairs, values
from tests.contract.world import EVENING, MORNING, NOON
from tests.databases import ask

ROW = {"counts": "{}", "kind": "territory", "paths": ["a.csv", "b.csv"], "sha256": "00", "who": "Zoë", "options": "{}"}
COLUMNS = "id kind paths sha256 who at state options counts rows_read done_at message"
LATEST = ("import-2", "territory", ["a.csv", "b.csv"], "00", "Zoë", NOON, "reading", "{}", "{}", 0, "", "")
EARLIER = ("import-1", *LATEST[1:5], MORNING, *LATEST[6:])


@pytest.fixture
def two(fresh_world: Store) -> Store:
    for name, at in (("import-1", MORNING), ("import-2", NOON)):
        assert fresh_world.write("imports/put", row=ROW | {"id": name, "at": at}) == []
    return fresh_world


def parts(*names: str) -> list[dict[str, Any]]:
    return [{"id": name, "rank": rank, "content": f"[{rank}]"} for rank, name in enumerate(names)]


@asks("imports/put", "imports/get", "imports/list", "imports/count")
def test_an_import_is_written_once_and_listed_latest_first(two: Store) -> None:
    two.write("imports/put", row=ROW | {"id": "import-1", "at": EVENING, "who": "Léa"})
    assert get(two, "imports/list", COLUMNS, skip=0, limit=10) == [LATEST, EARLIER]
    assert get(two, "imports/list", COLUMNS, skip=1, limit=10) == [EARLIER]
    assert get(two, "imports/get", COLUMNS, id="import-1") == [EARLIER]
    assert get(two, "imports/get", COLUMNS, id="nothing") == []
    assert get(two, "imports/count", "n") == [(2,)]


@asks("imports/advance", "imports/say", "imports/tell", "imports/choose")
def test_an_import_moves_on_once_and_says_what_it_found(two: Store) -> None:
    step = {"id": "import-1", "from": ["reading", "failed"], "to": "previewed", "at": EVENING}
    assert two.write("imports/advance", **step) == [{"id": "import-1"}]
    assert two.write("imports/advance", **step) == []
    two.write("imports/tell", id="import-1", counts='{"created": 2}', rows_read=3, at=EVENING, message="")
    two.write("imports/choose", id="import-1", options='{"epci": "1"}')
    two.write("imports/say", id="import-1", message="interrupted")
    told = values(two, "Import", "import-1")
    expected = {"state": "previewed", "counts": '{"created": 2}', "rows_read": 3, "options": '{"epci": "1"}'}
    assert expected.items() <= told.items() and told["message"] == "interrupted"
    assert values(two, "Import", "import-2")["state"] == "reading"


@asks("imports/put_parts", "imports/part", "imports/parts", "imports/drop_parts", "imports/remove")
def test_what_an_import_tells_is_kept_in_order_until_it_is_dropped(two: Store) -> None:
    two.write("imports/put_parts", id="import-1", rows=parts("a", "b", "c"))
    two.write("imports/put_parts", id="import-1", rows=parts("a"))
    two.write("imports/put_parts", id="import-2", rows=parts("d"))
    assert pairs(two, "TELLS") == {("a", "import-1"), ("b", "import-1"), ("c", "import-1"), ("d", "import-2")}
    assert get(two, "imports/part", "content", id="b") == [("[1]",)]
    assert get(two, "imports/parts", "id content", id="import-1", after="a", limit=1) == [("b", "[1]")]
    two.write("imports/drop_parts", id="import-1")
    two.write("imports/remove", id="import-1")
    assert pairs(two, "TELLS") == {("d", "import-2")} and get(two, "imports/count", "n") == [(1,)]
    two.write("imports/advance", id="import-2", **{"from": ["reading"]}, to="done", at=NOON)
    two.write("imports/remove", id="import-2")
    assert get(two, "imports/count", "n") == [(1,)]


@asks("imports/unfinished", "jobs/about")
def test_an_import_without_a_job_is_unfinished(two: Store) -> None:
    two.write("jobs/put", id="j1", kind="import", parameter="import-1", at=NOON)
    two.write("jobs/put", id="j2", kind="import", parameter="import-2", at=NOON)
    two.write("jobs/finish", id="j2", state="failed", message="", at=EVENING)
    assert get(two, "imports/unfinished", "id state") == [("import-2", "reading")]
    two.write("jobs/put", id="j3", kind="import", parameter="import-2", at=EVENING)
    assert get(two, "imports/unfinished", "id state") == []
    assert get(two, "jobs/about", "id state", parameter="import-2") == [("j3", "queued")]
    assert get(two, "jobs/about", "id state", parameter="none") == []


@asks("firms/tied", "firms/delete")
def test_a_firm_that_nothing_holds_can_go(fresh_world: Store) -> None:
    everybody = ["brewery", "farm", "mill", "garage", "press", "Hermit", "nobody"]
    assert get(fresh_world, "firms/tied", "id", ids=everybody) == [
        ("brewery",), ("farm",), ("garage",), ("mill",), ("press",)
    ]  # fmt: skip
    fresh_world.write("firms/delete", ids=["Hermit", "farm"])
    left = {row["id"] for row in ask(fresh_world, "MATCH (n) WHERE n:Firm OR n:Synergy RETURN n.id AS id")}
    assert left == {"brewery", "mill", "garage", "press", "idn-truck", "sub-reuse"}


@asks("flows/tied", "flows/delete")
def test_a_flow_goes_with_the_open_proposals_that_rest_on_it(fresh_world: Store) -> None:
    flows = ["flow-a1", "flow-a2", "flow-c1", "flow-c2", "flow-zz"]
    assert get(fresh_world, "flows/tied", "id", ids=flows) == [("flow-c1",), ("flow-c2",)]
    fresh_world.write("flows/delete", ids=["flow-a1", "flow-a2"])
    left = {row["id"] for row in ask(fresh_world, "MATCH (n) WHERE n:Flow OR n:Synergy RETURN n.id AS id")}
    assert left & {"flow-a1", "flow-a2", "sub-feed"} == set() and "flow-b1" in left and "sub-reuse" in left


@asks("synergies/identified", "synergies/delete_identified")
def test_identified_leads_are_told_as_they_were_written_and_go_unless_decided(fresh_world: Store) -> None:
    columns = "id kind text use_text source judgement firm_ids"
    assert get(fresh_world, "synergies/identified", columns) == [
        ("idn-truck", "mutualisation", "Partage d'un chariot", "manutention", "atelier 2025", "proposed",
         ["press", "mill"]),
    ]  # fmt: skip
    decision = {"id": "d9", "at": NOON, "who": "Zoë", "reason": "", "note": "", "until": ""}
    fresh_world.write("synergies/decide", id="idn-truck", version=1, judgement="confirmed", until="", decision=decision)
    assert fresh_world.write("synergies/delete_identified", ids=["idn-truck", "sub-feed"]) == []
    ask(fresh_world, "MATCH (d:Decision {id: 'd9'}) DETACH DELETE d")
    assert fresh_world.write("synergies/delete_identified", ids=["idn-truck", "sub-feed"]) == [{"id": "idn-truck"}]
    assert get(fresh_world, "synergies/identified", columns) == []


@asks("firms/employ2025")
def test_a_firm_has_one_activity_in_each_nomenclature(fresh_world: Store) -> None:
    row = {"id": "mill", "sector": "naf2025:10.61Y", "naf2025": "10.61Y"}
    for _ in range(2):
        fresh_world.write("firms/employ2025", rows=[row])
    assert {s for f, s in pairs(fresh_world, "HAS_ACTIVITY") if f == "mill"} >= {"rev2:10.61", "naf2025:10.61Y"}
    mill = {"id": "mill", "name": "Moulin", "nace": ["10.61", "46.21"], "commune": "91228", "naf2025": "10.61Y"}
    fresh_world.write("firms/put", rows=[mill])
    assert ("mill", "naf2025:10.61Y") in pairs(fresh_world, "HAS_ACTIVITY")
    fresh_world.write("firms/put", rows=[mill | {"naf2025": "46.21Y"}])
    assert ("mill", "naf2025:10.61Y") not in pairs(fresh_world, "HAS_ACTIVITY")
    assert ("mill", "rev2:10.61") in pairs(fresh_world, "HAS_ACTIVITY")


@asks("imports/sealed_parts", "imports/replace_part", "imports/parts_with")
def test_what_imports_remember_sealed_is_listed_by_pages_and_put_anew_unless_it_changed(fresh_world: Store) -> None:
    told = {"p1": '[{"sealed": "a"}]', "p2": '[{"name": "sealed"}]', "p3": '[{"sealed": "b"}, {"sealed": "c"}]'}
    for name, content in told.items():
        ask(fresh_world, "MERGE (p:ImportPart {id: $id}) SET p.content = $content", id=name, content=content)
    first = fresh_world.read("imports/sealed_parts", after="", limit=1)
    assert_rows(first, "id content", [("p1", told["p1"])])
    rows = [{"id": "p1", "old": told["p1"], "new": "new"}, {"id": "p3", "old": "other", "new": "new"}]
    assert fresh_world.write("imports/replace_part", rows=rows) == []
    found = fresh_world.read("imports/parts_with", texts=['"b"', '"c"', "name"])
    assert_rows(found, "id content", [("p2", told["p2"]), ("p3", told["p3"])])
    left = fresh_world.read("imports/sealed_parts", after="", limit=9)
    assert_rows(left, "id content", [("p3", told["p3"])])
