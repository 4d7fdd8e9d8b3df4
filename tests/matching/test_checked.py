"""How often guesses were right: a sector that keeps saying no is asked no more, one that says yes comes first."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Provenance
from symbiosis.matching import candidates, guesses, rules, suggest
from symbiosis.matching.experience import count
from symbiosis.matching.guesses import FADED, rate
from symbiosis.matching.pairs import look_up
from tests.matching.leads import lead, pair_evidence, through
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import World, answers, firm


def kept(w: World) -> bool:
    return bool(rules.allowed(look_up(w.tables, candidates.find(w.tables)))[0])


def test_a_guess_refuted_again_and_again_fades_out_and_one_yes_brings_it_back() -> None:
    world = through()
    assert kept(world.after(*answers("nnnnn")))
    assert not kept(world.after(*answers("nnnnnn")))
    assert kept(world.after(*answers("nnnnnny")))


@pytest.mark.parametrize(
    "others", [{"nace": "10.51"}, {"resource_id": "other"}, {"direction": Direction.OFFER}, {"nace": ""}]
)
def test_other_sectors_resources_and_directions_say_nothing(others: dict[str, str]) -> None:
    world = through().after(*answers("n" * 20, **others))
    assert kept(world)
    assert pair_evidence(world, "checked").points == 0


def test_a_code_with_its_national_letter_is_of_the_same_class() -> None:
    world = through()
    lettered = replace(world, firms=(world.firms[0], firm("b", nace="10.71C")))
    assert not kept(lettered.after(*answers("n" * 9, nace="10.71D")))


def test_what_firms_said_themselves_does_not_fade() -> None:
    world = lead()
    named = replace(world, firms=tuple(firm(f.id, nace="10.71") for f in world.firms)).after(*answers("n" * 9))
    assert kept(named)
    assert pair_evidence(named, "checked").points == 0


def test_a_guessed_offer_fades_as_a_guessed_need_does() -> None:
    world = lead({"provenance": Provenance.HYPOTHESIS})
    named = replace(world, firms=tuple(firm(f.id, nace="10.71") for f in world.firms))
    assert not kept(named.after(*answers("n" * 9, direction=Direction.OFFER)))


def test_put_off_is_no_answer() -> None:
    (counted,) = count(answers("ynl"))
    assert (counted.right, counted.answers) == (1, 2)


@given(st.integers(0, 50), st.integers(0, 50), st.floats(0.01, 0.99))
def test_a_rate_lies_between_what_was_thought_and_what_was_seen(right: int, wrong: int, prior: float) -> None:
    seen = right / (right + wrong) if right + wrong else prior
    assert min(prior, seen) - 1e-9 <= float(rate(right, right + wrong, prior)) <= max(prior, seen) + 1e-9
    assert rate(right + 1, right + wrong + 1, prior) > rate(right, right + wrong + 1, prior)


def test_ten_answers_say_more_than_one() -> None:
    assert rate(0, 10) < FADED < rate(0, 1)


@patient
@given(worlds(), st.text("yn", max_size=9))
def test_answers_never_change_what_rests_on_no_guess(w: World, said: str) -> None:
    told = [p for p in suggest.substitutions(w.tables, []).proposals if not p.hypothetical]
    after = suggest.substitutions(w.after(*answers(said, "10.71")).tables, []).proposals
    assert [p for p in after if not p.hypothetical] == told


@patient
@given(worlds(), st.text("yn", min_size=1, max_size=9), st.sampled_from([Direction.OFFER, Direction.NEED]))
def test_what_an_answer_touches_is_all_that_it_changes(w: World, said: str, direction: Direction) -> None:
    asked = next((f.id for f in w.firms if f.nace == ("10.71",)), None)
    heard = answers(said, "10.71", direction=direction)
    p = look_up(w.tables, candidates.find(w.tables))
    after = look_up(w.after(*heard).tables, p.c)
    changed = set(p.c.offer[~np.isnan(guesses.confirmed_rate(after))])
    if asked is None:
        assert not changed
    else:
        reach = guesses.offers_resting_on(w.tables, replace(heard[0].guess, firm_id=asked))
        assert changed == set(np.flatnonzero(reach))
