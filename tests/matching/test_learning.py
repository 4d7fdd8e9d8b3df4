"""Learning: decisions move the points the right way, little while they are few, and never below nothing."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Judgement, Origin, RefusalReason, SynergyKind
from symbiosis.domain.experience import Decided, Model
from symbiosis.domain.synergies import Evidence
from symbiosis.matching import learning, lesson, model, suggest
from symbiosis.matching.base_rate import BASE_RATE
from tests.matching.leads import lead
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import World, north, performs

USED = {model.VERSION: model.weights()}
KIND = SynergyKind.SUBSTITUTION
DISTANCE = f"{KIND}.distance"


def decided(rank: int, judgement: Judgement, near: float, reason: str = "") -> Decided:
    """Return a decided lead of which only the distance is known, from -1 (far) to 1 (next door)."""
    points = near * model.weights()[DISTANCE]
    told = tuple(Evidence(c.key, points if c.key == "distance" else 0.0, "", "", c.source) for c in model.SUBSTITUTION)
    return Decided(
        f"lead {rank}", KIND, Origin.MATCHER, judgement, False, reason, model.VERSION, "fuel", "10.71", points, told
    )


def near_is_good(n: int) -> list[Decided]:
    return [
        decided(i, Judgement.CONFIRMED, 0.9) if i % 2 else decided(i, Judgement.REFUSED, -0.9, "cost") for i in range(n)
    ]


def learnt(leads: list[Decided]) -> float:
    return lesson.learn(leads, USED, None, ()).model.points[DISTANCE]


def test_what_people_heed_weighs_more_and_what_they_gainsay_weighs_less() -> None:
    expert = model.weights()[DISTANCE]
    gainsaid = [
        replace(d, judgement=Judgement.CONFIRMED if d.judgement is Judgement.REFUSED else Judgement.REFUSED)
        for d in near_is_good(200)
    ]
    assert learnt(gainsaid) < expert < learnt(near_is_good(200))


def test_more_decisions_move_more_and_ten_cannot_wreck_anything() -> None:
    expert = model.weights()[DISTANCE]
    moved = [learnt(near_is_good(n)) - expert for n in (10, 50, 400)]
    assert 0 < moved[0] < moved[1] < moved[2]
    assert moved[0] < expert / 4


def test_what_decisions_say_nothing_of_stays() -> None:
    points = lesson.learn(near_is_good(100), USED, None, ()).model.points
    assert {k: v for k, v in points.items() if k != DISTANCE} == {
        k: pytest.approx(v) for k, v in model.weights().items() if k != DISTANCE
    }


@patient
@given(st.lists(st.tuples(st.sampled_from(Judgement), st.floats(-1, 1)), min_size=12, max_size=40))
def test_no_decisions_whatever_make_better_worse(said: list[tuple[Judgement, float]]) -> None:
    leads = [decided(i, judgement, near, "cost") for i, (judgement, near) in enumerate(said)]
    if lesson.enough(leads):
        found = lesson.learn(leads, USED, None, ())
        assert all(p >= 0 for p in found.model.points.values())
        assert found == lesson.learn(leads, USED, None, ())


@pytest.mark.parametrize("reason", [RefusalReason.FIRM_DECLINES, RefusalReason.CONTRACT, RefusalReason.ALREADY_DONE])
def test_a_refusal_for_other_causes_teaches_nothing_about_the_reasons(reason: RefusalReason) -> None:
    assert learning.verdict(decided(0, Judgement.REFUSED, 1, reason)) is None


def test_a_deferral_weighs_half_a_refusal() -> None:
    assert learning.verdict(decided(0, Judgement.DEFERRED, 1)) == (0.0, 0.5)


def test_nothing_is_learnt_from_few_decisions_or_from_one_side() -> None:
    assert not lesson.enough(near_is_good(9))
    assert lesson.enough(near_is_good(10))
    assert not lesson.enough([decided(i, Judgement.CONFIRMED, 1) for i in range(99)])


def test_a_rule_that_holds_is_foretold_better_and_noise_is_not() -> None:
    found = lesson.learn(near_is_good(200), USED, None, ())
    assert found.better and found.after.log_loss < found.before.log_loss
    dice = np.random.default_rng(1)
    noise = [
        decided(i, Judgement.CONFIRMED if dice.random() < 0.5 else Judgement.REFUSED, dice.uniform(-1, 1), "cost")
        for i in range(60)
    ]
    found = lesson.learn(noise, USED, None, ())
    assert abs(found.after.auc - 0.5) < 0.2


def test_a_sector_that_confirms_performs_the_use_more_often_than_thought() -> None:
    leads = near_is_good(20)
    good = [lead for lead in leads if lead.judgement is Judgement.CONFIRMED]
    bad = [lead for lead in leads if lead.judgement is Judgement.REFUSED]
    known = (performs("10", "fuel", 0.3),)
    (up,), (down,) = lesson.shares(good, known), lesson.shares(bad, known)
    assert (up.nace, up.use_id) == ("10.71", "fuel")
    assert down.share < 0.3 < up.share < 1


def test_a_probability_follows_decisions_from_fifty_on_and_confirming_is_no_success() -> None:
    rare = [decided(i, Judgement.CONTACTED if i % 3 else Judgement.REFUSED, 0.2, "cost") for i in range(60)]
    held = lesson.learn(rare, USED, None, ()).model
    assert model.probability(KIND, 0.0, held) > model.probability(KIND, 0.0) and held.decisions == 60
    assert lesson.calibrate(rare[:49], USED, {}) == ({}, {})
    turned = {Judgement.CONTACTED: Judgement.CONFIRMED}
    only_confirmed = [replace(d, judgement=turned.get(d.judgement, d.judgement)) for d in rare]
    assert lesson.calibrate(only_confirmed, USED, {}) == ({}, {})


@given(st.floats(-5, 5), st.floats(0, 3))
def test_a_better_score_is_never_less_likely(score: float, more: float) -> None:
    held = Model("m", intercept={KIND: -1.0}, slope={KIND: 0.4})
    assert model.probability(KIND, score, held) <= model.probability(KIND, score + more, held)
    assert model.probability(KIND, model.TYPICAL[KIND]) == pytest.approx(BASE_RATE)


@patient
@given(worlds())
def test_learnt_points_change_points_and_nothing_else(w: World) -> None:
    heavier = {name: 2 * p for name, p in model.weights().items()}
    for proposal in suggest.substitutions(w.after(model=Model("m", heavier)).tables, []).proposals:
        assert abs(proposal.score - sum(e.points for e in proposal.evidence)) < 1e-4
    assert suggest.substitutions(w.after(model=Model("m", model.weights())).tables, []) == suggest.substitutions(
        w.tables, []
    )


def test_a_learnt_weight_of_distance_is_what_a_lead_shows() -> None:
    w = lead(place=north(5))
    plain = suggest.substitutions(w.tables, []).proposals[0]
    learnt_ = suggest.substitutions(w.after(model=Model("m", {DISTANCE: 0.8})).tables, []).proposals[0]
    told = [next(e.points for e in p.evidence if e.criterion == "distance") for p in (plain, learnt_)]
    assert told[1] == pytest.approx(2 * told[0], abs=1e-3)
