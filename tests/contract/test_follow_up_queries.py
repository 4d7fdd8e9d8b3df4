"""The follow-up, on both engines: what is followed, what is planned, what was brought about."""

from symbiosis.domain.enums import Judgement
from symbiosis.store import synergies
from symbiosis.store.session import Store
from tests.contract.exact import assert_rows
from tests.contract.registry import asks
from tests.contract.test_write_queries import get
from tests.contract.world import EVENING, MORNING, NOON

STAGES = ["confirmed", "contacted"]
STEP = {
    "id": "decision-9", "at": EVENING, "who": "Zoë", "reason": "", "note": "", "until": "",
    "next_action": "rappeler", "next_on": "2026-06-01", "next_by": "Léa",
}  # fmt: skip
TONNES = {
    "id": "realised-1", "year": 2026, "measure": "t", "amount": 12.5, "source": "pesées", "who": "Zoë", "at": NOON
}  # fmt: skip
TRACK = "id stage kind origin resource_id next_action next_on next_by moved_at"
REALISED = "synergy_id id year measure amount source who at rank"


def contact(store: Store) -> None:
    assert synergies.decide(store, "sub-feed", 1, Judgement.CONTACTED, STEP)


@asks("follow_up/tracks")
def test_what_is_followed_says_who_does_what_and_when(fresh_world: Store) -> None:
    assert fresh_world.read("follow_up/tracks", stages=STAGES) == []
    contact(fresh_world)
    row = ("sub-feed", "contacted", "substitution", "matcher", "spent_grain", "rappeler", "2026-06-01", "Léa", EVENING)
    assert_rows(fresh_world.read("follow_up/tracks", stages=STAGES), TRACK, [row])
    untouched = ("idn-truck", "proposed", "mutualisation", "identified", "forklift", None, None, None, MORNING)
    assert_rows(fresh_world.read("follow_up/tracks", stages=["proposed"]), TRACK, [untouched])


def test_a_later_step_without_a_plan_clears_the_plan_and_keeps_it_in_the_history(fresh_world: Store) -> None:
    contact(fresh_world)
    later = STEP | {"id": "decision-10", "next_action": "", "next_on": "", "next_by": ""}
    assert synergies.decide(fresh_world, "sub-feed", 2, Judgement.STUDIED, later)
    assert get(fresh_world, "follow_up/tracks", "next_on", stages=["studied"]) == [("",)]
    found = get(fresh_world, "synergies/decisions", "id next_action next_on next_by", id="sub-feed")
    assert found == [("decision-10", "", "", ""), ("decision-9", "rappeler", "2026-06-01", "Léa")]


@asks("follow_up/realise")
def test_a_result_is_noted_on_the_version_that_was_seen_and_only_while_followed(fresh_world: Store) -> None:
    given = {"id": "sub-feed", "stages": STAGES, "row": TONNES}
    assert fresh_world.write("follow_up/realise", version=1, **given) == []
    contact(fresh_world)
    assert fresh_world.write("follow_up/realise", version=1, **given) == []
    assert fresh_world.write("follow_up/realise", version=2, **given) == [{"version": 3}]
    assert get(fresh_world, "synergies/get", "version judgement", id="sub-feed") == [(3, "contacted")]
    assert len(fresh_world.read("follow_up/realised", ids=["sub-feed"])) == 1


@asks("follow_up/realised")
def test_results_are_told_latest_first_and_a_figure_taken_back_stays(fresh_world: Store) -> None:
    contact(fresh_world)
    given = {"id": "sub-feed", "stages": STAGES}
    fresh_world.write("follow_up/realise", version=2, row=TONNES, **given)
    gone = TONNES | {"id": "realised-2", "amount": None, "source": ""}
    fresh_world.write("follow_up/realise", version=3, row=gone, **given)
    assert_rows(
        fresh_world.read("follow_up/realised", ids=["idn-truck", "sub-feed"]), REALISED,
        [
            ("sub-feed", "realised-2", 2026, "t", None, "", "Zoë", NOON, 4),
            ("sub-feed", "realised-1", 2026, "t", 12.5, "pesées", "Zoë", NOON, 3),
        ],
    )  # fmt: skip
    assert fresh_world.read("follow_up/realised", ids=["none"]) == []
