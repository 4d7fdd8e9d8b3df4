"""A firm's flows after they were told: every change is what a full rematch would say, and nothing told is lost."""

from dataclasses import replace

import pytest

from symbiosis.domain.enums import Direction, FlowChange, Judgement, Provenance, SynergyKind, Unit
from symbiosis.domain.errors import FlowChanged, NotFound
from symbiosis.domain.flows import Flow
from symbiosis.domain.sight import EVERYTHING, NOTHING, Sight
from symbiosis.knowledge import Knowledge
from symbiosis.services import own
from symbiosis.services.decide import Order, decide
from symbiosis.services.own import Seen
from symbiosis.services.record import record
from symbiosis.services.rematch import rematch
from symbiosis.store import flows, synergies, told
from symbiosis.store.session import Row, Store
from tests import territories
from tests.databases import ask
from tests.services.conftest import quiet

NEED = Flow("flow-need", "f-store", Direction.NEED, "sciure", quantity=250, unit=Unit.TONNE, as_of="2026")
SHARE = Flow("flow-share", "f-office", Direction.SHARE, "chariot élévateur", as_of="2026")
FIRST = Seen("flow-need", "f-store", 1, "Anne")
CHANGES = {
    "less": replace(NEED, quantity=90.0),
    "another thing": replace(NEED, text="palettes perdues", quantity=400, unit=Unit.PIECE),
    "the other way": replace(NEED, direction=Direction.OFFER),
    "for a use": replace(NEED, text="zzz", use_text="litière animale"),
    "not understood": replace(NEED, text="zzz"),
    "to share": replace(SHARE, quantity=10.0, unit=Unit.HOUR),
    "confidential": replace(NEED, confidential=True),
}


def leads(store: Store) -> list[Row]:
    return synergies.standing(store)


@pytest.mark.parametrize("said", CHANGES.values(), ids=CHANGES)
def test_a_correction_gives_what_a_full_rematch_gives_and_going_back_too(
    loaded: Store, knowledge: Knowledge, said: Flow
) -> None:
    record(loaded, knowledge, NEED)
    before = leads(loaded)
    own.edit(loaded, knowledge, FIRST, said)
    at_once = leads(loaded)
    rematch(loaded, quiet)
    assert at_once == leads(loaded)
    own.edit(loaded, knowledge, replace(FIRST, version=2), NEED)
    assert [row["id"] for row in leads(loaded)] == [row["id"] for row in before]


@pytest.mark.parametrize("flow", [NEED, SHARE], ids=["need", "share"])
def test_withdrawn_is_as_if_never_told_and_restored_as_before(loaded: Store, knowledge: Knowledge, flow: Flow) -> None:
    without = leads(loaded)
    record(loaded, knowledge, flow)
    told_leads = leads(loaded)
    assert told_leads != without
    seen = Seen(flow.id, flow.firm_id, 1, "Anne")
    own.withdraw(loaded, knowledge, seen)
    assert [(r["id"], r["digest"]) for r in leads(loaded)] == [(r["id"], r["digest"]) for r in without]
    assert flow.id not in [row["id"] for row in flows.of_firm(loaded, flow.firm_id)]
    assert told.get(loaded, flow.id, NOTHING).withdrawn
    own.restore(loaded, knowledge, replace(seen, version=2))
    assert leads(loaded) == told_leads
    assert [e.change for e in told.history(loaded, flow.id, EVERYTHING)] == [FlowChange.RESTORED, FlowChange.WITHDRAWN]


def test_two_who_change_the_same_version_one_is_told(loaded: Store, knowledge: Knowledge) -> None:
    record(loaded, knowledge, NEED)
    own.edit(loaded, knowledge, FIRST, replace(NEED, quantity=90.0))
    with pytest.raises(FlowChanged):
        own.edit(loaded, knowledge, replace(FIRST, who="Bruno"), replace(NEED, quantity=10.0))
    with pytest.raises(FlowChanged):
        own.withdraw(loaded, knowledge, replace(FIRST, who="Bruno"))
    assert told.get(loaded, "flow-need", NOTHING).flow.quantity == 90.0
    own.edit(loaded, knowledge, FIRST, replace(NEED, quantity=90.0))  # the second click of a double click
    assert told.get(loaded, "flow-need", NOTHING).version == 2


def test_another_firms_flow_cannot_be_changed(loaded: Store, knowledge: Knowledge) -> None:
    record(loaded, knowledge, NEED)
    for act in (own.confirm, own.withdraw, own.restore):
        with pytest.raises(NotFound):
            act(loaded, knowledge, replace(FIRST, firm_id="f-mill"))
    with pytest.raises(NotFound):
        own.one(loaded, knowledge, "flow-need", Sight(firm_id="f-mill"))


def test_history_says_what_was_told_before_to_those_who_may_see_it(loaded: Store, knowledge: Knowledge) -> None:
    record(loaded, knowledge, NEED)
    own.edit(loaded, knowledge, FIRST, replace(NEED, quantity=90.0, text="sciure fine"))
    own.confirm(loaded, knowledge, replace(FIRST, version=2, who="Bruno"))
    history = own.one(loaded, knowledge, "flow-need", Sight(firm_id="f-store")).history
    assert [(e.flow.text, e.flow.quantity, e.change, e.by) for e in history] == [
        ("sciure fine", 90.0, "confirmed", "Bruno"),
        ("sciure", 250, "edited", "Anne"),
    ]
    assert told.history(loaded, "flow-need", NOTHING) == ()


@pytest.mark.parametrize(("by_firm", "source"), [(True, Provenance.DECLARED), (False, Provenance.OBSERVED)])
def test_a_guess_that_is_confirmed_is_one_no_more(
    loaded: Store, knowledge: Knowledge, by_firm: bool, source: Provenance
) -> None:
    record(loaded, knowledge, replace(NEED, provenance=Provenance.HYPOTHESIS))
    own.confirm(loaded, knowledge, replace(FIRST, own=by_firm))
    assert told.get(loaded, NEED.id, NOTHING).flow.provenance is source
    mine = [row for row in leads(loaded) if NEED.id in row["flow_ids"]]
    assert mine and not any(row["hypothetical"] for row in mine)


def test_loading_the_folder_again_leaves_what_people_changed(
    loaded: Store, knowledge: Knowledge, tmp_path: object
) -> None:
    offers = [f for f in flows.every(loaded) if f.flow.direction is Direction.OFFER]
    kept, gone = offers[0].flow, offers[1].flow
    own.edit(loaded, knowledge, Seen(kept.id, kept.firm_id, 1, "Anne"), replace(kept, quantity=1.5))
    own.withdraw(loaded, knowledge, Seen(gone.id, gone.firm_id, 1, "Anne"))
    territories.load(loaded, knowledge, territories.write(tmp_path / "again"))  # type: ignore[operator]
    assert told.get(loaded, kept.id, NOTHING).flow.quantity == 1.5
    assert told.get(loaded, gone.id, NOTHING).withdrawn


def everything(store: Store) -> str:
    nodes = ask(store, "MATCH (n) WHERE NOT n:Resource AND NOT n:Use RETURN properties(n) AS p")
    edges = ask(store, "MATCH (:Flow)-[r]->() RETURN properties(r) AS p")
    return repr(nodes) + repr(edges)


SECRET = replace(NEED, text="sciure de hêtre étuvé", quantity=271.828, quality="granulométrie 3 mm", confidential=True)


def test_a_confidential_flow_is_matched_and_nowhere_in_clear(loaded: Store, knowledge: Knowledge) -> None:
    record(loaded, knowledge, SECRET)
    mine = [row for row in leads(loaded) if SECRET.id in row["flow_ids"]]
    assert mine
    rematch(loaded, quiet)
    for kept in ("271.828", "hêtre", "étuvé", "granulo"):
        assert kept not in everything(loaded)
    file = synergies.get(loaded, mine[0]["id"])
    quantity = file["criteria"].index("quantity")
    assert (file["left"][quantity], file["right"][quantity]) == ("confidential", "confidential")
    for sight, text in ((NOTHING, ""), (Sight(firm_id="f-mill"), ""), (EVERYTHING, SECRET.text)):
        assert flows.get(loaded, SECRET.id, sight)["text"] == text
        assert [r["text"] for r in flows.of_firm(loaded, "f-store", sight) if r["id"] == SECRET.id] == [text]
        parts = synergies.details(loaded, mine[0]["id"], sight)[1]
        assert [r["text"] for r in parts if r["id"] == SECRET.id] == [text]
    assert flows.get(loaded, SECRET.id, Sight(firm_id="f-store"))["quantity"] == 271.828


def test_what_becomes_confidential_leaves_judged_leads_judged_and_says_its_value_no_more(
    loaded: Store, knowledge: Knowledge
) -> None:
    record(loaded, knowledge, replace(SECRET, confidential=False))
    lead = next(r["id"] for r in leads(loaded) if SECRET.id in r["flow_ids"] and r["kind"] == SynergyKind.SUBSTITUTION)
    decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    before = synergies.get(loaded, lead)
    assert "271.8" in repr(before) and "271.828" in everything(loaded)
    own.edit(loaded, knowledge, FIRST, SECRET)
    after = synergies.get(loaded, lead)
    assert {k: after[k] for k in ("judgement", "points", "score", "version")} == {
        k: before[k] for k in ("judgement", "points", "score", "version")
    }
    for kept in ("271.828", "hêtre", "granulo"):
        assert kept not in everything(loaded)
    own.edit(loaded, knowledge, replace(FIRST, version=2), replace(SECRET, confidential=False))
    assert flows.get(loaded, SECRET.id)["quantity"] == 271.828
    assert ask(loaded, "MATCH (s:Secret {kind: 'flow'}) RETURN count(s) AS n")[0]["n"] == 0


def test_relinking_and_loading_never_write_a_confidential_value(loaded: Store, knowledge: Knowledge) -> None:
    record(loaded, knowledge, SECRET)
    flows.put(loaded, flows.every(loaded))
    flows.put(loaded, flows.every(loaded, sight=EVERYTHING))
    flows.put(loaded, [knowledge.understand(replace(SECRET, confidential=False))])
    assert "hêtre" not in everything(loaded)
    assert flows.get(loaded, SECRET.id, EVERYTHING)["text"] == SECRET.text
