"""The tables of criteria, and how likely a score is to come true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import SynergyKind
from symbiosis.matching import explain, model
from symbiosis.matching.base_rate import BASE_RATE

TABLES = [
    ([c.key for c in model.SUBSTITUTION], list(explain.PAIR_VALUES)),
    ([c.key for c in model.MUTUALISATION], list(explain.GROUP_VALUES)),
]
kinds = st.sampled_from(SynergyKind)
scores = st.floats(-5, 5)


@pytest.mark.parametrize(("keys", "values"), TABLES)
def test_every_criterion_has_its_own_key_and_can_be_shown(keys: list[str], values: list[str]) -> None:
    assert len(set(keys)) == len(keys)
    assert set(keys) == set(values)


@pytest.mark.parametrize("criterion", [*model.SUBSTITUTION, *model.MUTUALISATION], ids=lambda c: str(c.key))
def test_every_criterion_can_give_points_and_names_its_source(criterion: model.Criterion[object]) -> None:
    assert criterion.points > 0
    assert criterion.source


def test_weights_hold_every_criterion_of_both_models() -> None:
    assert len(model.weights()) == len(model.SUBSTITUTION) + len(model.MUTUALISATION)
    assert {name.partition(".")[0] for name in model.weights()} == set(SynergyKind)


@pytest.mark.parametrize("kind", SynergyKind)
def test_a_typical_lead_comes_true_as_often_as_published(kind: SynergyKind) -> None:
    assert model.probability(kind, model.TYPICAL[kind]) == pytest.approx(BASE_RATE)


@given(kinds, scores, scores)
def test_a_better_score_is_never_less_likely(kind: SynergyKind, one: float, other: float) -> None:
    worse, better = sorted((one, other))
    assert model.probability(kind, worse) <= model.probability(kind, better)
    assert better - worse < 1e-6 or model.probability(kind, worse) < model.probability(kind, better)


@given(kinds, scores)
def test_nothing_is_sure_and_nothing_is_hopeless(kind: SynergyKind, score: float) -> None:
    assert 0 < model.probability(kind, score) < 1


@pytest.mark.parametrize("table", [model.SUBSTITUTION, model.MUTUALISATION])
def test_no_single_criterion_outweighs_all_the_others(table: tuple[model.Criterion[object], ...]) -> None:
    points = [c.points for c in table]
    assert max(points) < sum(points) - max(points)
