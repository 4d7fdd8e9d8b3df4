"""Which question comes before which: better and worse, never an absolute number."""

from dataclasses import replace

import pytest

from symbiosis.domain.enums import Answer, Direction, Provenance, SynergyKind
from symbiosis.domain.experience import Experience
from symbiosis.domain.knowledge import KnowledgeRows, TypicalFlow
from symbiosis.domain.questions import Answered, Guess, Question, Resting
from symbiosis.matching import guesses, suggest
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.model import probability
from symbiosis.matching.questions import LISTED, PER_RESOURCE, chance_after_yes, next_best, rank
from symbiosis.matching.territory import build
from tests.matching.worlds import (
    SAID,
    YEAR,
    World,
    firm,
    knowledge,
    need,
    offer,
    performs,
    resource,
    usable,
    use,
    world,
)

NEED, OFFER = Direction.NEED, Direction.OFFER
GUESS = {"provenance": Provenance.HYPOTHESIS}
NOTHING = knowledge()


def lead(firm_id: str, resource_id: str = "wood", score: float = 0.0, **changes: object) -> Resting:
    """Return a lead that rests on the guess that a firm needs a resource."""
    guess = Guess(firm_id, resource_id, NEED)
    plain = Resting(f"{firm_id} {resource_id} {score}", score, guess, "10.71", "fuel", "", False)
    return replace(plain, **changes)  # type: ignore[arg-type]


def asked(*leads: Resting, rows: KnowledgeRows = NOTHING, answers: tuple[Answered, ...] = ()) -> list[str]:
    return [q.guess.firm_id for q in rank(leads, rows, answers)]


def answered(firm_id: str, answer: Answer) -> Answered:
    return Answered(Guess(firm_id, "wood", NEED), answer, "Anne", "2026-01-01")


def test_a_likelier_lead_and_more_leads_come_first() -> None:
    assert asked(lead("worse", score=-1.0), lead("better", score=1.0)) == ["better", "worse"]
    assert asked(lead("one"), lead("two"), lead("two", score=0.1)) == ["two", "one"]


def test_a_likelier_yes_comes_first_and_the_most_precise_sector_says_how_likely() -> None:
    rows = knowledge(performs("10", "fuel", 0.1), performs("10.71", "fuel", 0.9), performs("16", "fuel", 0.5))
    leads = [lead("saw", nace="16.10"), lead("baker"), lead("grower", nace="10.20"), lead("nobody", nace="")]
    assert asked(*leads, rows=rows) == ["baker", "saw", "nobody", "grower"]
    chances = {q.guess.firm_id: (q.yes, q.known) for q in rank(leads, rows, ())}
    assert chances["nobody"] == (BASE_RATE, False) and chances["baker"] == (0.9, True)


def test_a_guessed_flow_is_as_likely_as_it_is_typical_not_as_its_use_is() -> None:
    often, seldom = (TypicalFlow(nace, NEED, "wood", share, 0.0, SAID) for nace, share in (("10", 0.8), ("16", 0.3)))
    rows = replace(knowledge(performs("10", "fuel", 0.01), performs("16", "fuel", 0.99)), typical=(often, seldom))
    leads = [lead("saw", nace="16.10", told=True), lead("baker", told=True)]
    assert asked(*leads, rows=rows) == ["baker", "saw"]
    offered = [replace(one, guess=Guess(one.guess.firm_id, "wood", OFFER)) for one in leads]
    assert {q.known for q in rank(offered, rows, ())} == {False}


def test_what_was_answered_is_not_asked_and_what_was_put_off_comes_last() -> None:
    leads = [lead("best", score=3.0), lead("no", score=2.0), lead("yes", score=2.0), lead("last", score=-3.0)]
    answers = (answered("no", Answer.NO), answered("yes", Answer.YES), answered("best", Answer.LATER))
    assert asked(*leads, answers=answers) == ["last", "best"]
    assert [q.postponed for q in rank(leads, NOTHING, answers)] == [False, True]


def test_the_worth_is_the_chance_of_a_yes_times_the_chances_of_the_leads() -> None:
    (found,) = rank([lead("a", score=0.5), lead("a", score=-0.5)], NOTHING, ())
    assert found.opens == pytest.approx(chance_after_yes(0.5) + chance_after_yes(-0.5))
    assert found.worth == pytest.approx(BASE_RATE * found.opens)


def test_a_yes_makes_a_lead_as_likely_as_if_the_firm_had_been_seen_to_need_it() -> None:
    told = [world([firm("a"), firm("b")], [offer("a", "wood"), need("b", "wood", provenance=p)], resource("wood"))
            for p in (Provenance.HYPOTHESIS, Provenance.OBSERVED)]  # fmt: skip
    guessed, seen = (suggest.substitutions(w.tables, []).proposals[0].score for w in told)
    assert chance_after_yes(guessed, very_thing=True) == pytest.approx(probability(SynergyKind.SUBSTITUTION, seen))


def test_the_list_is_short_and_diverse_and_keeps_the_order() -> None:
    told = [("a", "wood", 9.0), ("a", "ash", 8.0), ("b", "wood", 7.0), ("c", "wood", 6.0), ("d", "ash", 5.0)]
    ranked = rank([lead(*one) for one in told], NOTHING, ())
    chosen = [(q.guess.firm_id, q.guess.resource_id) for q in next_best(ranked)]
    assert chosen == [("a", "wood"), ("b", "wood"), ("d", "ash")] and chosen.count(("a", "ash")) < PER_RESOURCE
    many: tuple[Question, ...] = rank([lead(f"f{n}", f"r{n}", n) for n in range(2 * LISTED)], NOTHING, ())
    assert next_best(many) == many[:LISTED]


def test_the_order_of_the_leads_is_no_matter() -> None:
    leads = [lead("a"), lead("b"), lead("b", score=0.0, lead_id="x"), lead("c", score=0.3)]
    assert rank(leads, NOTHING, ()) == rank(leads[::-1], NOTHING, ())


def town(*told: object, nace: str = "10.71") -> World:
    """Return a giver of wood, and a firm of which one guesses."""
    rows = (resource("wood"), resource("chips"), use("fuel"), usable("wood", "fuel"), usable("chips", "fuel"))
    return world([firm("a"), firm("b", nace=nace)], told, *rows, performs("10", "fuel"))  # type: ignore[arg-type]


RESTING = {
    "its sector": (town(offer("a", "wood")), Guess("b", "wood", NEED)),
    "a guessed need": (town(offer("a", "wood"), need("b", "wood", **GUESS)), Guess("b", "wood", NEED)),
    "a need of something else": (
        town(offer("a", "wood"), need("b", "chips", use="fuel", **GUESS), nace=""), Guess("b", "chips", NEED)),
    "a guessed need for a use": (
        town(offer("a", "wood"), need("b", "", use="fuel", **GUESS)), Guess("b", "wood", NEED)),
    "a guessed offer": (town(offer("a", "wood", **GUESS), need("b", "wood")), Guess("a", "wood", OFFER)),
}  # fmt: skip
OTHERS = (Guess("b", "ash", NEED), Guess("b", "wood", OFFER), Guess("a", "wood", NEED), Guess("gone", "wood", NEED))


def noes(*guesses: Guess) -> Experience:
    return Experience(tuple(Answered(guess, Answer.NO, "Anne", "2026-01-01") for guess in guesses))


def proposed(w: World, *settled: Guess) -> set[tuple[str, ...]]:
    table = build(w.firms, w.flows, w.rows, YEAR, noes(*settled))
    return {p.flow_ids for p in suggest.substitutions(table, []).proposals}


@pytest.mark.parametrize(("w", "guess"), RESTING.values(), ids=RESTING)
def test_an_answered_guess_is_proposed_no_more_and_nothing_else_changes(w: World, guess: Guess) -> None:
    assert proposed(w) == proposed(w, *OTHERS) != set()
    table = build(w.firms, w.flows, w.rows, YEAR, noes(guess))
    assert guesses.offers_resting_on(table, guess).tolist() == [d == OFFER for d in _directions(w)]
    assert not any(guesses.offers_resting_on(table, other).any() for other in OTHERS)
    gone = proposed(w) - proposed(w, guess)
    assert len(gone) == 1


def _directions(w: World) -> list[Direction]:
    return [told.flow.direction for told in w.flows]


def test_what_a_firm_told_is_no_guess() -> None:
    w = town(offer("a", "wood"), need("b", "wood"))
    assert proposed(w, Guess("b", "wood", NEED), Guess("a", "wood", OFFER)) == proposed(w) != set()
