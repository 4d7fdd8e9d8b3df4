"""Files, views, the day's news, notes, letters and mergers of firms, on both engines."""

from typing import Any

from symbiosis.domain.enums import Judgement
from symbiosis.store import exports, synergies
from symbiosis.store.session import Store
from tests.contract.exact import assert_rows, exact
from tests.contract.registry import asks
from tests.contract.test_write_queries import get, pairs, values
from tests.contract.world import EVENING, MORNING, NOON
from tests.databases import ask

STEP = {
    "id": "decision-9", "at": EVENING, "who": "Zoë", "reason": "", "note": "", "until": "",
    "next_action": "", "next_on": "", "next_by": "",
}  # fmt: skip
VIEW = {"id": "view-1", "who": "Léa", "list": "queue", "name": "Été", "query": "kind=substitution", "at": NOON}
NOTE = {"id": "note-1", "kind": "call", "on": "2026-05-03", "text": "rappeler", "who": "Léa", "at": NOON}
MANUAL = {
    "id": "man-1", "kind": "mutualisation", "text": "gardiennage", "use_text": "", "source": "visite",
    "resource": "forklift", "flows": [],
}  # fmt: skip


@asks("exports/leads", "exports/flows", "exports/firms", "exports/kept_back")
def test_a_file_holds_each_lead_with_its_firms_and_flows(fresh_world: Store) -> None:
    rows = list(exports.leads(fresh_world, ["sub-feed", "none", "idn-truck"]))
    assert [row["id"] for row in rows] == ["sub-feed", "idn-truck"]
    feed = rows[0]
    assert exact(
        [feed[key] for key in ("kind", "judgement", "score", "model", "hypothetical", "proposed_at")]
    ) == exact(["substitution", "proposed", 1.25, "m1", True, MORNING])
    assert feed["parties"] == [
        {"id": "brewery", "name": "Brasserie de l'Île", "role": "giver", "commune": "Ris-Orangis"},
        {"id": "farm", "name": "Ferme d'Été", "role": "taker", "commune": "Ris-Orangis"},
    ]
    flow = {"firm": "Brasserie de l'Île", "relation": "OFFERS", "text": "drêches", "waste_code": "020704"}
    amount = {"quantity": 120.5, "unit": "t", "provenance": "declared", "as_of": "2026", "confidential": False}
    first = feed["flows"][0]
    assert first == {"id": first["id"]} | flow | amount and len(feed["flows"]) == 2
    assert (feed["resource_id"], feed["use_id"]) == ("spent_grain", "feed")
    assert exports.kept_back(fresh_world) == frozenset()
    ask(fresh_world, "MATCH (w:Flow {id: $id}) SET w.confidential = true RETURN w.id AS id", id=first["id"])
    assert exports.kept_back(fresh_world) == {"sub-feed"}
    assert [row["id"] for row in exports.leads(fresh_world, ["sub-feed", "idn-truck"])] == ["idn-truck"]


@asks("synergies/alternatives")
def test_other_leads_for_the_same_flow_are_named_best_first(fresh_world: Store) -> None:
    assert fresh_world.read("synergies/alternatives", id="sub-feed", limit=5) == []
    fresh_world.write("synergies/rest_on", rows=[{"synergy": "idn-truck", "flow": "flow-a1"}])
    fresh_world.write("synergies/rest_on", rows=[{"synergy": "sub-reuse", "flow": "flow-a1"}])
    found = get(fresh_world, "synergies/alternatives", "id flow", id="sub-feed", limit=5)
    assert found == [("sub-reuse", "flow-a1"), ("idn-truck", "flow-a1")]
    assert len(fresh_world.read("synergies/alternatives", id="sub-feed", limit=1)) == 1


@asks("synergies/put_manual")
def test_a_synergy_entered_by_hand_is_there_once_and_never_written_over(fresh_world: Store) -> None:
    assert fresh_world.write("synergies/put_manual", row=MANUAL, at=NOON) == [{"id": "man-1", "created_at": NOON}]
    again = MANUAL | {"text": "autre chose"}
    assert fresh_world.write("synergies/put_manual", row=again, at=EVENING) == [{"id": "man-1", "created_at": NOON}]
    columns = "origin judgement version text hypothetical score"
    assert get(fresh_world, "synergies/get", columns, id="man-1") == [
        ("manual", "proposed", 1, "gardiennage", False, None)
    ]


@asks("views/put", "views/of", "views/get", "views/remove")
def test_views_are_ones_own_and_opened_by_whoever_has_the_address(fresh_world: Store) -> None:
    columns = "id who list name query"
    for query in ("kind=substitution", "kind=mutualisation"):
        assert fresh_world.write("views/put", row=VIEW | {"query": query}) == []
    row = ("view-1", "Léa", "queue", "Été", "kind=mutualisation")
    assert_rows(fresh_world.read("views/of", who="Léa", list="queue"), columns, [row])
    assert_rows(fresh_world.read("views/get", id="view-1"), columns, [row])
    assert fresh_world.read("views/of", who="Zoë", list="queue") == []
    assert fresh_world.write("views/remove", id="view-1", who="Zoë") == [{"n": 0}]
    assert fresh_world.write("views/remove", id="view-1", who="Léa") == [{"n": 1}]
    assert fresh_world.read("views/get", id="view-1") == []


@asks("today/born")
def test_each_lead_of_the_matcher_says_when_it_was_born(any_world: Store) -> None:
    rows = [row for block in any_world.read("today/born") for row in block["rows"]]
    assert sorted(rows) == [["sub-feed", MORNING], ["sub-reuse", MORNING]]


@asks("today/decided")
def test_what_others_decided_since_is_told_latest_first_with_the_total(fresh_world: Store) -> None:
    assert synergies.decide(fresh_world, "sub-feed", 1, Judgement.CONFIRMED, STEP)
    rows = fresh_world.read("today/decided", since=MORNING, who="Anne", limit=1)
    assert_rows(rows, "at who after synergy_id total", [(EVENING, "Zoë", "confirmed", "sub-feed", 2)])
    assert fresh_world.read("today/decided", since=NOON, who="Zoë", limit=5) == []


@asks("today/told")
def test_flows_declared_since_a_day_are_told_with_the_total(fresh_world: Store) -> None:
    flow: dict[str, Any] = {
        "id": "flow-f1", "firm": "farm", "direction": "offer", "text": "fumier", "waste_code": "", "quantity": None,
        "unit": None, "rhythm": None, "temperature_c": None, "quality": "", "use_text": "", "provenance": "declared",
        "as_of": "2026-05-04", "quantity_text": "",
    }  # fmt: skip
    fresh_world.write("flows/put", rows=[flow, flow | {"id": "flow-f2", "as_of": "2026-05-01"}])
    rows = fresh_world.read("today/told", since="2026-05-02", limit=5)
    row = ("flow-f1", "2026-05-04", "OFFERS", "fumier", "farm", "Ferme d'Été", 1)
    assert_rows(rows, "id as_of relation text firm_id firm_name total", [row])
    assert fresh_world.read("today/told", since="2027-01-01", limit=5) == []


@asks("today/visit", "today/visited")
def test_arriving_keeps_what_came_after_the_visit_before_and_seeing_forgets_it(fresh_world: Store) -> None:
    assert fresh_world.read("today/visited", id="v") == []
    steps = [(MORNING, True, MORNING), (NOON, True, MORNING), (EVENING, True, NOON), (EVENING, False, EVENING)]
    for at, arriving, since in steps:
        given = {"id": "v", "who": "Léa", "at": at, "arriving": arriving}
        assert fresh_world.write("today/visit", **given) == [{"since": since}]
    assert fresh_world.read("today/visited", id="v") == [{"since": EVENING}]


@asks("today/stale")
def test_old_flows_are_those_told_or_seen_before_a_day(any_world: Store) -> None:
    def found(day: str) -> list[Any]:
        return sorted(any_world.read("today/stale", year=day[:4], day=day)[0]["rows"])

    assert found("2025-11-30") == []
    assert found("2026-11-30") == [["flow-a2", 0, "2025"], ["flow-c1", 1, "2025"], ["flow-d2", 1, "2025"]]


@asks("notes/put", "notes/of_firm", "notes/remove")
def test_notes_hang_on_their_firm_and_can_be_removed(fresh_world: Store) -> None:
    later = NOTE | {"id": "note-2", "on": "2026-05-04"}
    for row in (NOTE, NOTE, later):
        assert fresh_world.write("notes/put", firm="mill", row=row) == [{"id": row["id"]}]
    assert fresh_world.write("notes/put", firm="none", row=NOTE | {"id": "note-3"}) == []
    columns = "id kind on text who at"
    rows = fresh_world.read("notes/of_firm", firm="mill", limit=5)
    assert_rows(rows, columns, [tuple(row[c] for c in columns.split()) for row in (later, NOTE)])
    assert fresh_world.write("notes/remove", id="note-1", firm="press") == [{"n": 0}]
    assert fresh_world.write("notes/remove", id="note-1", firm="mill") == [{"n": 1}]
    assert len(fresh_world.read("notes/of_firm", firm="mill", limit=5)) == 1


@asks("firms/mark_edited", "firms/edited")
def test_firms_that_a_person_wrote_are_known(fresh_world: Store) -> None:
    assert fresh_world.read("firms/edited") == []
    assert fresh_world.write("firms/mark_edited", id="mill", at=NOON, by="Léa") == []
    assert fresh_world.read("firms/edited") == [{"id": "mill"}]


@asks("approaches/put", "approaches/of_lead")
def test_who_asked_which_firm_is_remembered(fresh_world: Store) -> None:
    given = {"synergy": "sub-feed", "firm": "farm", "who": "Léa"}
    assert fresh_world.write("approaches/put", id="a1", at=NOON, **given) == [{"id": "a1"}]
    assert fresh_world.write("approaches/put", id="a2", at=EVENING, **given) == [{"id": "a2"}]
    assert fresh_world.write("approaches/put", id="a3", at=NOON, **given | {"firm": "press"}) == []
    rows = fresh_world.read("approaches/of_lead", id="sub-feed")
    assert_rows(rows, "firm who at", [("farm", "Léa", EVENING), ("farm", "Léa", NOON)])


BOTH = {"gone": "press", "kept": "garage"}


@asks("mergers/preview", "mergers/record", "firms/former", "firms/became")
def test_a_firm_that_turns_out_to_be_another_one_is_remembered(fresh_world: Store) -> None:
    assert fresh_world.read("mergers/preview", **BOTH) == [{"flows": 2, "leads": 2, "judged": 1, "both": 0, "notes": 0}]
    assert fresh_world.read("mergers/preview", gone="press", kept="mill")[0]["both"] == 2
    assert fresh_world.write("mergers/record", at=NOON, by="Léa", gone="none", kept="mill") == []
    assert fresh_world.write("mergers/record", at=NOON, by="Léa", **BOTH) == [{"id": "press"}]
    assert fresh_world.read("firms/former") == [{"id": "press", "kept": "garage"}]
    assert fresh_world.read("firms/became", id="press") == [{"kept": "garage"}]
    assert fresh_world.read("firms/became", id="mill") == []
    assert values(fresh_world, "FormerFirm", "press")["name"] == "Imprimerie du Quai"


@asks("mergers/redirect")
def test_the_second_merger_leads_the_first_one_on(fresh_world: Store) -> None:
    fresh_world.write("mergers/record", at=NOON, by="Léa", **BOTH)
    assert fresh_world.write("mergers/redirect", gone="garage", kept="mill") == []
    assert fresh_world.read("firms/became", id="press") == [{"kept": "mill"}]


@asks("mergers/flows", "mergers/leads", "mergers/rest", "mergers/remove")
def test_all_that_a_firm_has_moves(fresh_world: Store) -> None:
    fresh_world.write("notes/put", firm="press", row=NOTE)
    fresh_world.write("flows/aside", id="flow-d1")
    for question in ("mergers/flows", "mergers/leads", "mergers/rest"):
        assert fresh_world.write(question, **BOTH) == []
    assert fresh_world.write("mergers/remove", gone="press") == []
    assert ("garage", "flow-d2") in pairs(fresh_world, "POOLS")
    assert ("garage", "flow-d1") in pairs(fresh_world, "WITHDREW")
    assert {s for s, firm in pairs(fresh_world, "INVOLVES") if firm == "garage"} == {"sub-reuse", "idn-truck"}
    assert get(fresh_world, "synergies/parties", "id role step", id="sub-reuse")[1] == ("garage", "taker", 1)
    assert pairs(fresh_world, "NOTED_ON") == {("note-1", "garage")}
    assert fresh_world.read("firms/get", id="press") == []
    assert get(fresh_world, "synergies/decisions", "id", id="sub-reuse") == [("decision-1",)]


@asks("mergers/own_leads")
def test_a_lead_of_a_firm_with_itself_goes_unless_somebody_judged_it(fresh_world: Store) -> None:
    assert fresh_world.write("mergers/own_leads", kept="brewery") == [{"n": 0}]
    for gone, kept in (("farm", "brewery"), ("press", "mill")):
        fresh_world.write("mergers/leads", gone=gone, kept=kept)
        assert fresh_world.write("mergers/own_leads", kept=kept) == [{"n": 1 if kept == "brewery" else 0}]
    assert fresh_world.read("synergies/get", id="sub-feed") == []
    assert len(fresh_world.read("synergies/get", id="sub-reuse")) == 1
