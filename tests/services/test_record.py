from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from symbiosis.domain.enums import Direction, Judgement, SynergyKind, Unit
from symbiosis.domain.errors import NotFound
from symbiosis.domain.flows import Flow
from symbiosis.domain.sight import EVERYTHING
from symbiosis.knowledge import Knowledge
from symbiosis.services.decide import Order, decide
from symbiosis.services.declare import declare, outcome
from symbiosis.services.record import record
from symbiosis.services.rematch import rematch
from symbiosis.store import flows, synergies
from symbiosis.store.session import Row, Store
from tests.services.conftest import quiet

NEED = Flow("flow-need", "f-store", Direction.NEED, "sciure", quantity=250, unit=Unit.TONNE, as_of="2026")
OFFER = Flow("flow-offer", "f-mill", Direction.OFFER, "palettes perdues", quantity=400, unit=Unit.PIECE, as_of="2026")
FOR_A_USE = Flow("flow-use", "f-farm", Direction.NEED, "zzz", use_text="litière animale", as_of="2026")
SHARE = Flow("flow-share", "f-office", Direction.SHARE, "chariot élévateur", as_of="2026")


def known_leads(store: Store) -> list[Row]:
    return synergies.standing(store)


TOLD = replace(NEED, id="flow-told", quality="sèche, sans colle, humidité moins de 20 %")


@pytest.mark.parametrize(
    "flow", [NEED, OFFER, SHARE, FOR_A_USE, TOLD], ids=["need", "offer", "share", "use", "quality"]
)
def test_one_declaration_gives_what_a_full_rematch_gives(loaded: Store, knowledge: Knowledge, flow: Flow) -> None:
    record(loaded, knowledge, flow)
    at_once = known_leads(loaded)
    rematch(loaded, quiet)
    assert at_once == known_leads(loaded)


def test_a_need_meets_the_offer_that_stood_there(loaded: Store, knowledge: Knowledge) -> None:
    proposals = record(loaded, knowledge, NEED).proposals
    assert ("f-mill", "f-store") in {tuple(p.firm_id for p in lead.parties) for lead in proposals}


def test_a_firm_that_would_share_joins_the_group_and_the_group_keeps_its_name(
    loaded: Store, knowledge: Knowledge
) -> None:
    before = [row for row in known_leads(loaded) if row["kind"] == SynergyKind.MUTUALISATION]
    record(loaded, knowledge, SHARE)
    after = {row["id"]: row["firm_ids"] for row in known_leads(loaded) if row["kind"] == SynergyKind.MUTUALISATION}
    assert "f-office" in after[before[0]["id"]]


def test_a_declaration_leaves_what_people_judged(loaded: Store, knowledge: Knowledge) -> None:
    lead = next(row["id"] for row in known_leads(loaded) if row["kind"] == SynergyKind.MUTUALISATION)
    decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    before = synergies.get(loaded, lead)
    record(loaded, knowledge, SHARE)
    assert synergies.get(loaded, lead) == before


def test_the_same_told_twice_at_once_is_one_flow_and_one_more_figure_makes_it_another(
    loaded: Store, knowledge: Knowledge
) -> None:
    with ThreadPoolExecutor(4) as pool:
        ids = set(pool.map(lambda _: declare(loaded, knowledge, NEED), range(4)))
    more = declare(loaded, knowledge, replace(NEED, quantity=251))
    told = {row["id"] for row in flows.of_firm(loaded, NEED.firm_id) if row["text"] == NEED.text}
    assert len(ids) == 1 and told == {*ids, more}


def test_a_flow_of_nobody_is_refused(loaded: Store, knowledge: Knowledge) -> None:
    with pytest.raises(NotFound):
        record(loaded, knowledge, replace(NEED, firm_id="nobody"))


def test_a_declaration_shows_sectors_and_rough_distances_only(loaded: Store, knowledge: Knowledge) -> None:
    seen = outcome(loaded, knowledge, declare(loaded, knowledge, NEED), EVERYTHING)
    others = [other for glimpse in seen.glimpses for other in glimpse.others]
    assert ("16", "<2") in {(o.division, o.distance) for o in others} or others
    assert all(o.distance[:1] in ("<", ">", "") for o in others)
    assert "Scierie" not in repr(seen.glimpses)


def test_words_nobody_understands_are_kept(loaded: Store, knowledge: Knowledge) -> None:
    seen = outcome(loaded, knowledge, declare(loaded, knowledge, replace(NEED, text="zzz qqq")), EVERYTHING)
    assert (seen.flow.text, seen.flow.resource, seen.glimpses) == ("zzz qqq", None, ())
