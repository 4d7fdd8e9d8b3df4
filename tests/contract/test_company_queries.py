"""Invitations, introductions, drafts and erasures, on both engines."""

from symbiosis.domain.introductions import ASKED
from symbiosis.store.session import Store
from tests.contract.exact import assert_rows
from tests.contract.registry import asks
from tests.contract.test_write_queries import pairs
from tests.contract.world import EVENING, MORNING, NOON
from tests.databases import ask

JUDGED = {"judgements": list(ASKED)}
INVITED = {"id": "inv-1", "firm": "mill", "made_at": MORNING, "made_by": "Léa", "until": EVENING}


@asks("invitations/put", "invitations/of_firm", "invitations/get", "invitations/use", "invitations/revoke")
def test_an_invitation_is_used_once_in_its_time_until_it_is_taken_back(fresh_world: Store) -> None:
    for name, made in (("inv-1", MORNING), ("inv-2", NOON), ("inv-3", EVENING)):
        row = INVITED | {"id": name, "made_at": made}
        assert_rows(fresh_world.write("invitations/put", row=row), "id", [(name,)])
    assert fresh_world.write("invitations/put", row=INVITED | {"firm": "nobody"}) == []
    assert_rows(fresh_world.write("invitations/use", id="inv-1", at=NOON), "id", [("inv-1",)])
    assert fresh_world.write("invitations/use", id="inv-1", at=NOON) == []
    assert fresh_world.write("invitations/use", id="inv-2", at=EVENING) == []
    assert_rows(fresh_world.write("invitations/revoke", id="inv-3", at=NOON, by="Léa"), "id", [("inv-3",)])
    assert fresh_world.write("invitations/revoke", id="inv-3", at=EVENING, by="Zoë") == []
    assert fresh_world.write("invitations/use", id="inv-3", at=NOON) == []
    assert_rows(
        fresh_world.read("invitations/of_firm", firm="mill"), "id made_at made_by until used_at revoked_at",
        [("inv-3", EVENING, "Léa", EVENING, None, NOON), ("inv-2", NOON, "Léa", EVENING, None, None),
         ("inv-1", MORNING, "Léa", EVENING, NOON, None)],
    )  # fmt: skip
    columns = "id firm firm_name made_at made_by until used_at revoked_at"
    wanted = [("inv-1", "mill", "Moulin Noir", MORNING, "Léa", EVENING, NOON, None)]
    assert_rows(fresh_world.read("invitations/get", id="inv-1"), columns, wanted)
    assert fresh_world.read("invitations/get", id="none") == []


@asks("drafts/put", "drafts/get", "drafts/forget")
def test_a_firm_has_one_draft(fresh_world: Store) -> None:
    for sealed in ("s", "t"):
        assert fresh_world.write("drafts/put", id="d", firm="mill", sealed=sealed) == []
    assert_rows(fresh_world.read("drafts/get", id="d"), "sealed", [("t",)])
    assert pairs(fresh_world, "DRAFT_OF") == {("d", "mill")}
    fresh_world.write("drafts/forget", id="d")
    assert fresh_world.read("drafts/get", id="d") == []


@asks(
    "introductions/of_firm", "introductions/agree", "introductions/introduce", "introductions/state",
    "introductions/partners",
)  # fmt: skip
def test_firms_know_each_others_names_once_all_agreed_and_they_were_introduced(fresh_world: Store) -> None:
    assert fresh_world.read("introductions/of_firm", firm="brewery", **JUDGED) == []
    assert fresh_world.write("introductions/agree", id="sub-feed", firm="farm", agreed="yes", at=NOON, **JUDGED) == []
    ask(fresh_world, "MATCH (s:Synergy {id: 'sub-feed'}) SET s.judgement = 'confirmed'")
    before = fresh_world.read("introductions/of_firm", firm="brewery", **JUDGED)
    assert [(row["id"], row["role"], row["agreed"]) for row in before] == [("sub-feed", "giver", "unknown")]
    farm = {
        "id": None,
        "name": None,
        "commune": None,
        "nace": ["01.41"],
        "lat": 48.66,
        "lon": 2.42,
        "agreed": "unknown",
    }
    assert before[0]["others"] == [farm]
    for firm, agreed in (("farm", "no"), ("brewery", "yes"), ("farm", "yes")):
        assert fresh_world.write("introductions/introduce", id="sub-feed", at=NOON, by="Léa", **JUDGED) == []
        given = {"id": "sub-feed", "firm": firm, "agreed": agreed, "at": NOON}
        assert_rows(fresh_world.write("introductions/agree", **given, **JUDGED), "id", [("sub-feed",)])
    rows = fresh_world.write("introductions/introduce", id="sub-feed", at=EVENING, by="Léa", **JUDGED)
    assert_rows(rows, "id", [("sub-feed",)])
    assert fresh_world.write("introductions/introduce", id="sub-feed", at=EVENING, by="Zoë", **JUDGED) == []
    assert fresh_world.write("introductions/agree", id="sub-feed", firm="farm", agreed="no", at=NOON, **JUDGED) == []
    after = fresh_world.read("introductions/of_firm", firm="brewery", **JUDGED)[0]["others"][0]
    assert (after["id"], after["name"], after["commune"]) == ("farm", "Ferme d'Été", "Ris-Orangis")
    assert_rows(
        fresh_world.read("introductions/state", id="sub-feed"), "introduced_at introduced_by judgement parties",
        [(EVENING, "Léa", "confirmed", [
            {"id": "brewery", "name": "Brasserie de l'Île", "agreed": "yes", "agreed_at": NOON},
            {"id": "farm", "name": "Ferme d'Été", "agreed": "yes", "agreed_at": NOON},
        ])],
    )  # fmt: skip
    assert_rows(fresh_world.read("introductions/partners", firm="farm"), "id", [("brewery",)])


@asks("erasures/ask", "erasures/list", "erasures/take_back", "erasures/empty_firm", "erasures/erased")
def test_a_firm_asks_for_its_erasure_once_and_may_take_that_back_until_it_is_done(fresh_world: Store) -> None:
    for at in (MORNING, NOON):
        assert fresh_world.write("erasures/ask", firm="mill", at=at, by="Moulin") == []
    columns = "firm firm_name at by done_at done_by"
    assert_rows(fresh_world.read("erasures/list"), columns, [("mill", "Moulin Noir", MORNING, "Moulin", None, None)])
    assert fresh_world.write("erasures/take_back", firm="mill") == []
    assert fresh_world.read("erasures/list") == [] and fresh_world.read("erasures/erased") == []
    assert fresh_world.write("erasures/empty_firm", firm="mill", name="–", at=NOON, by="Léa") == []
    assert_rows(fresh_world.read("erasures/erased"), "id", [("mill",)])
    fresh_world.write("erasures/take_back", firm="mill")
    assert_rows(fresh_world.read("erasures/list"), columns, [("mill", "–", NOON, "", NOON, "Léa")])
    row = fresh_world.read("firms/get", id="mill")[0]
    assert {k: row[k] for k in ("name", "nace", "lat", "headcount", "activity", "commune")} == {
        "name": "–", "nace": [], "lat": None, "headcount": None, "activity": "", "commune": "91228",
    }  # fmt: skip
    assert not [pair for pair in pairs(fresh_world, "HAS_ACTIVITY") if pair[0] == "mill"]


@asks("erasures/flows", "erasures/empty_flows", "erasures/remove_flows", "erasures/remove_proposals")
def test_what_was_judged_keeps_an_empty_flow_and_the_rest_goes(fresh_world: Store) -> None:
    found = fresh_world.read("erasures/flows", firm="mill")
    assert_rows(found, "id judged", [("flow-c1", True), ("flow-c2", True)])
    assert_rows(fresh_world.read("erasures/flows", firm="farm"), "id judged", [("flow-b1", False)])
    assert fresh_world.write("erasures/empty_flows", ids=["flow-c1"]) == []
    kept = fresh_world.read("flows/get", id="flow-c1")[0]
    assert (kept["text"], kept["quantity"], kept["waste_code"], kept["resource_id"]) == ("palette", None, "", "pallet")
    fresh_world.write("flows/aside", id="flow-c2")
    fresh_world.write("erasures/empty_flows", ids=["flow-c2"])
    emptied = fresh_world.read("flows/told", ids=["flow-c2"])[0]["properties"]
    assert (emptied["withdrawn"], emptied.get("quantity")) == (True, None)  # it stays hidden from who may not see it
    assert fresh_world.write("erasures/remove_flows", ids=["flow-b1"]) == []
    assert fresh_world.read("flows/get", id="flow-b1") == []
    assert fresh_world.read("synergies/get", id="sub-feed") == []
    fresh_world.write("erasures/remove_proposals", firm="mill")
    assert len(fresh_world.read("synergies/get", id="sub-reuse")) == 1
    ask(
        fresh_world,
        "MATCH (d:Decision)-[:ON]->(s:Synergy {id: 'sub-reuse'}) DETACH DELETE d SET s.judgement = 'proposed'",
    )
    assert fresh_world.write("erasures/remove_proposals", firm="mill") == []
    assert fresh_world.read("synergies/get", id="sub-reuse") == []


@asks("erasures/remove_around")
def test_people_drafts_versions_questions_and_invitations_of_a_firm_go(fresh_world: Store) -> None:
    fresh_world.write("contacts/put", id="c", firm="mill", sealed="s")
    fresh_world.write("contacts/put", id="other", firm="farm", sealed="s")
    fresh_world.write("drafts/put", id="d", firm="mill", sealed="s")
    fresh_world.write("flows/seal", rows=[{"id": "flow-c1", "sealed": "s"}])
    kept = {"id": "v", "flow": "flow-c2", "rank": 1, "change": "edited", "at": NOON, "by": "Léa", "sealed": "s"}
    fresh_world.write("flows/keep_version", **kept)
    fresh_world.write("invitations/put", row=INVITED)
    assert fresh_world.write("erasures/remove_around", firm="mill") == []
    assert [row["id"] for row in ask(fresh_world, "MATCH (s:Secret) RETURN s.id AS id")] == ["other"]
    assert ask(fresh_world, "MATCH (i:Invitation) RETURN count(i) AS n")[0]["n"] == 0
    assert len(fresh_world.read("firms/get", id="mill")) == 1


@asks("invitations/ask_again", "invitations/asked_again")
def test_a_new_link_is_asked_for_until_one_is_made(fresh_world: Store) -> None:
    fresh_world.write("invitations/put", row=INVITED)
    assert fresh_world.read("invitations/asked_again") == []
    assert fresh_world.write("invitations/ask_again", id="none", at=NOON) == []
    for at in (NOON, EVENING):
        assert_rows(fresh_world.write("invitations/ask_again", id=INVITED["id"], at=at), "id", [(INVITED["id"],)])
    (waiting,) = fresh_world.read("invitations/asked_again")
    assert (waiting["firm"], waiting["asked_at"]) == (INVITED["firm"], EVENING)
    fresh_world.write("invitations/put", row=INVITED | {"id": "inv-new", "made_at": EVENING})
    assert fresh_world.read("invitations/asked_again") == []
    fresh_world.write("invitations/revoke", id=INVITED["id"], at=EVENING, by="Léa")
    assert fresh_world.write("invitations/ask_again", id=INVITED["id"], at=EVENING) == []


@asks("introductions/willing")
def test_those_who_all_agreed_wait_to_be_introduced(fresh_world: Store) -> None:
    assert fresh_world.read("introductions/willing", **JUDGED) == []
    ask(
        fresh_world,
        "MATCH (s:Synergy {id: 'sub-feed'})-[i:INVOLVES]->() SET s.judgement = 'confirmed', i.agreed = 'yes'",
    )
    assert_rows(fresh_world.read("introductions/willing", **JUDGED), "id", [("sub-feed",)])
    ask(fresh_world, "MATCH (s:Synergy {id: 'sub-feed'}) SET s.introduced_at = $at", at=NOON)
    assert fresh_world.read("introductions/willing", **JUDGED) == []


@asks(
    "erasures/remove_said",
    "erasures/forget_former",
    "erasures/forget_aliases",
    "erasures/forget_traces",
    "firms/around",
)
def test_notes_cards_votes_former_names_aliases_and_traces_of_a_firm_go(fresh_world: Store) -> None:
    ask(
        fresh_world,
        "MATCH (f:Firm {id: 'mill'}), (g:Firm {id: 'farm'}) "
        "CREATE (:Note {id: 'n'})-[:NOTED_ON]->(f), (:Note {id: 'other'})-[:NOTED_ON]->(g), "
        "(:Card {id: 'k'})-[:HANDED_IN_BY]->(f), (:Vote {id: 'v'})-[:VOICE_OF]->(f), "
        "(:Approach {id: 'a'})-[:APPROACHES]->(f), (:FormerFirm {id: 'old', kept: 'mill', name: 'Moulin Vieux'}), "
        "(:FirmAlias {id: 'x', firm: 'mill'}), (:FirmAlias {id: 'y', firm: 'farm'}), "
        "(:Account {id: 'acc'})-[:SPEAKS_FOR]->(f), (:Trace {id: 't', account: 'acc', who: 'Moulin'}), "
        "(:Trace {id: 'u', account: 'else', who: 'Zoé'})",
    )
    assert_rows(fresh_world.read("firms/around", firm="mill"), "label id properties",
                [("Approach", "a", {"id": "a"}), ("Card", "k", {"id": "k"}), ("Note", "n", {"id": "n"})])  # fmt: skip
    assert fresh_world.write("erasures/forget_traces", firm="mill", name="nobody") == []
    for question in ("remove_said", "forget_former", "forget_aliases"):
        assert fresh_world.write(f"erasures/{question}", firm="mill") == []
    for label, left in (("Note", ["other"]), ("Card", []), ("Vote", []), ("Approach", []), ("FirmAlias", ["y"])):
        assert [row["id"] for row in ask(fresh_world, f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id")] == left
    assert ask(fresh_world, "MATCH (g:FormerFirm {id: 'old'}) RETURN g.name AS name, g.kept AS kept") == [
        {"name": "", "kept": "mill"}
    ]
    assert_rows(ask(fresh_world, "MATCH (t:Trace) RETURN t.id AS id, t.who AS who ORDER BY id"), "id who",
                [("t", "nobody"), ("u", "Zoé")])  # fmt: skip


@asks("erasures/forget_views", "erasures/forget_asked")
def test_what_people_kept_is_found_by_words(fresh_world: Store) -> None:
    ask(
        fresh_world,
        "CREATE (:SavedView {id: 'a', query: 'q=Moulin+Gris', name: 'x'}), "
        "(:SavedView {id: 'b', query: 'q=z', name: 'y'}), "
        "(:SavedQuery {id: 'c', text: 'MATCH (f {id: $id})', parameters: '{\"id\": \"mill\"}'}), "
        "(:SavedQuery {id: 'd', text: 'RETURN 1'})",
    )
    words = ["mill", "Moulin Gris", "Moulin+Gris"]
    for question in ("forget_views", "forget_asked"):
        assert fresh_world.write(f"erasures/{question}", words=words) == []
    assert [r["id"] for r in ask(fresh_world, "MATCH (v:SavedView) RETURN v.id AS id")] == ["b"]
    assert [r["id"] for r in ask(fresh_world, "MATCH (q:SavedQuery) RETURN q.id AS id")] == ["d"]
