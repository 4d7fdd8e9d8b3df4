"""Decisions change the next ranking, visibly, and can be taken back; a reason that is specific bites at once."""

import pytest

from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import Refused
from symbiosis.domain.views import Filters
from symbiosis.knowledge import Knowledge
from symbiosis.services import browse, learn
from symbiosis.services.decide import Order, decide, follow, undo
from symbiosis.services.rematch import rematch
from symbiosis.store import models, synergies
from symbiosis.store.session import Store
from tests.services.conftest import quiet


def leads(store: Store) -> set[tuple[str, ...]]:
    return {(row["resource_id"], *row["firm_ids"]) for row in synergies.standing(store)}


def named(store: Store, *firms: str) -> str:
    return str(next(row["id"] for row in synergies.standing(store) if set(firms) <= set(row["firm_ids"])))


def test_a_firm_that_declines_a_resource_is_out_of_its_other_leads_at_once_and_back_after_an_undo(
    loaded: Store, knowledge: Knowledge
) -> None:
    before = leads(loaded)
    lead = named(loaded, "f-brewery", "f-farm")
    decide(loaded, Order(lead, 1, Judgement.REFUSED, "Anne", reason="firm_declines", firm="f-brewery"))
    follow(loaded, knowledge, lead)
    at_once = leads(loaded)
    assert not [one for one in at_once if one[0] == "spent_grain" and "f-brewery" in one]
    assert {one for one in before if one[0] != "spent_grain"} == {one for one in at_once if one[0] != "spent_grain"}
    rematch(loaded, quiet)
    assert leads(loaded) == at_once
    undo(loaded, lead, 2, "Anne")
    follow(loaded, knowledge, lead)
    assert leads(loaded) == before


def test_a_member_that_declines_leaves_the_others_their_group(loaded: Store, knowledge: Knowledge) -> None:
    lead = named(loaded, "f-shop", "f-mill", "f-store")
    decide(loaded, Order(lead, 1, Judgement.REFUSED, "Anne", reason="firm_declines", firm="f-shop"))
    follow(loaded, knowledge, lead)
    assert not [one for one in leads(loaded) if one[0] == "forklift" and "f-shop" in one]


def test_other_reasons_say_nothing_beyond_their_lead(loaded: Store, knowledge: Knowledge) -> None:
    before, lead = leads(loaded), named(loaded, "f-brewery", "f-farm")
    decide(loaded, Order(lead, 1, Judgement.REFUSED, "Anne", reason="quality", firm="f-brewery"))
    assert follow(loaded, knowledge, lead) == 0
    assert len(before - leads(loaded)) == 1


def test_a_contract_lets_the_lead_come_back_at_its_end(loaded: Store) -> None:
    lead = named(loaded, "f-brewery", "f-farm")
    decide(loaded, Order(lead, 1, Judgement.REFUSED, "Anne", reason="contract", until="2020-01-01"))
    page = browse.queue(loaded, Filters(), 1)
    assert lead in {line.id for line in page.lines}


def test_nothing_is_learnt_from_nothing(loaded: Store) -> None:
    with pytest.raises(Refused, match="dix au moins"):
        learn.study(loaded)
    with pytest.raises(Refused):
        learn.revert(loaded)
    assert models.current(loaded) is None
