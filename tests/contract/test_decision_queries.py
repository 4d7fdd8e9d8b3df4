"""What decisions and models say to the matcher, on both engines."""

from symbiosis.domain.enums import Judgement
from symbiosis.domain.experience import LearntShare, Limit, Model
from symbiosis.store import experience, models, synergies
from symbiosis.store.session import Store
from tests.contract.registry import asks
from tests.contract.world import EVENING, MODEL, NOON

CONTRACT = {
    "id": "decision-9", "at": EVENING, "who": "Zoë", "reason": "contract", "note": "", "until": "2999-01-01",
    "firm": "farm",
}  # fmt: skip


@asks("decisions/limits")
def test_refusals_in_force_say_who_will_not_have_what(fresh_world: Store) -> None:
    (row,) = fresh_world.read("decisions/limits")
    assert row == {
        "id": "sub-reuse", "kind": "substitution", "resource": "pallet", "firm_ids": ["mill", "press"],
        "reason": "too_far", "firm": "", "until": "", "criteria": ["resource", "quantity"],
        "left": ["palettes cassées", "10 t"],
    }  # fmt: skip
    assert experience.limits(fresh_world) == []  # how far that was is not told
    assert synergies.decide(fresh_world, "sub-feed", 1, Judgement.REFUSED, CONTRACT)
    assert experience.limits(fresh_world) == [Limit("farm", "spent_grain", "2999-01-01")]
    undo = CONTRACT | {"id": "decision-10", "reason": "undo", "until": "", "firm": ""}
    assert synergies.decide(fresh_world, "sub-feed", 2, Judgement.PROPOSED, undo)
    assert experience.limits(fresh_world) == []


def test_a_contract_that_came_to_its_end_says_nothing_any_more(fresh_world: Store) -> None:
    assert synergies.decide(fresh_world, "sub-feed", 1, Judgement.REFUSED, CONTRACT | {"until": "2020-01-01"})
    assert experience.limits(fresh_world) == []


@asks("decisions/decided")
def test_decided_leads_come_with_the_reasons_that_were_shown(fresh_world: Store) -> None:
    (lead,) = experience.decided(fresh_world)
    assert (lead.id, lead.judgement, lead.reason, lead.model, lead.score) == (
        "sub-reuse", Judgement.REFUSED, "too_far", "m1", 3.0
    )  # fmt: skip
    assert [(e.criterion, e.points) for e in lead.evidence] == [("resource", 2.0), ("quantity", 1.0)]
    assert (lead.nace, lead.use_id) == ("18.12", "")


@asks("models/learn", "models/current", "models/use", "models/list", "models/points")
def test_a_learnt_model_is_in_force_until_another_is(fresh_world: Store) -> None:
    assert models.current(fresh_world) is None
    first = Model(
        "m2", {"a": 0.5}, (LearntShare("10.71", "feed", 0.25),), {"substitution": -1.5}, {"substitution": 0.5}, 60, NOON
    )
    second = Model("m3", {"a": 1.0}, at=EVENING)
    models.learn(fresh_world, first, {"auc": 0.75})
    assert models.current(fresh_world) == first
    models.learn(fresh_world, second, {})
    assert models.current(fresh_world) == second
    assert [(r["id"], r["before"], r["measures"], r["figures"]) for r in models.history(fresh_world)] == [
        ("m3", "m2", [], []), ("m2", "", ["auc"], [0.75])
    ]  # fmt: skip
    models.use(fresh_world, "m2")
    assert models.current(fresh_world) == first
    models.use(fresh_world, "")
    assert models.current(fresh_world) is None
    assert models.points_of(fresh_world) == {"m1": MODEL, "m2": {"a": 0.5}, "m3": {"a": 1.0}}
