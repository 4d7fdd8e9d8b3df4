"""Which of the leads a person sees."""

from collections import Counter

from hypothesis import given

from symbiosis.domain.enums import Maturity, Provenance
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.synergies import Nominee, Proposal
from symbiosis.matching import candidates, model, rules, select, suggest
from symbiosis.matching.pairs import look_up
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import (
    World,
    firm,
    need,
    north,
    offer,
    performs,
    resource,
    tonnes,
    usable,
    use,
    world,
)

WOOD: Resource = resource("wood")
FUEL = (WOOD, use("fuel"), usable("wood", "fuel"), performs("10", "fuel"))
GUESS = Provenance.HYPOTHESIS


def proposals(w: World) -> tuple[Proposal, ...]:
    return suggest.substitutions(w.tables, []).proposals


def takers(w: World) -> list[str]:
    return [p.parties[1].firm_id for p in proposals(w)]


def test_an_offer_is_proposed_to_its_best_takers_alone() -> None:
    firms = [firm("a"), *(firm(f"t{km}", north(km)) for km in (9, 1, 7, 3, 5))]
    w = world(firms, [offer("a", "wood"), *(need(f.id, "wood") for f in firms[1:])], WOOD)
    assert takers(w) == ["t1", "t3", "t5"]


def test_one_guess_at_most_comes_beside_what_is_known() -> None:
    firms = [firm("a"), *(firm(f"k{km}", north(km)) for km in (1, 2)), firm("g1", nace="10"), firm("g2", nace="10")]
    w = world(firms, [offer("a", "wood"), need("k1", "wood"), need("k2", "wood")], *FUEL)
    assert takers(w) == ["k1", "k2", "g1"]


def test_guesses_come_after_what_is_known_however_good() -> None:
    firms = [firm("a"), firm("far", north(49)), firm("near", nace="10")]
    old = need("far", "wood", as_of="2001", confidence=0.61, **tonnes(1000))
    w = world(firms, [offer("a", "wood", **tonnes(51)), old], *FUEL)
    known, guess = proposals(w)
    assert (known.parties[1].firm_id, guess.parties[1].firm_id) == ("far", "near")
    assert guess.score > known.score
    assert (known.hypothetical, guess.hypothetical) == (False, True)


def test_a_need_that_is_a_hypothesis_makes_the_lead_hypothetical() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "wood"), need("b", "wood", provenance=GUESS)], WOOD)
    assert [p.hypothetical for p in proposals(w)] == [True]


def test_an_offer_that_is_a_hypothesis_makes_the_lead_hypothetical() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "wood", provenance=GUESS), need("b", "wood")], WOOD)
    assert [p.hypothetical for p in proposals(w)] == [True]


def test_a_firm_to_be_asked_is_not_asked_by_everybody() -> None:
    givers = [firm(f"a{rank}", north(rank)) for rank in range(6)]
    w = world([*givers, firm("asked", nace="10")], [offer(g.id, "wood") for g in givers], *FUEL)
    assert [p.parties[0].firm_id for p in proposals(w)] == ["a0", "a1", "a2"]


def test_of_several_paths_to_one_taker_the_best_is_told() -> None:
    rows = (WOOD, use("fuel"), use("art"), usable("wood", "art", Maturity.RESEARCH), usable("wood", "fuel"))
    w = world(
        [firm("a"), firm("b", nace="10")], [offer("a", "wood")], *rows, performs("10", "art"), performs("10", "fuel")
    )
    assert [p.use_id for p in proposals(w)] == ["fuel"]


def test_of_several_needs_of_one_taker_the_best_is_told() -> None:
    wanted = [need("b", "wood", id=f"n{size}", **tonnes(size)) for size in (150.0, 11.0, 40.0)]
    w = world([firm("a"), firm("b")], [offer("a", "wood", **tonnes(10)), *wanted], WOOD)
    assert [p.flow_ids for p in proposals(w)] == [("a offer wood", "n11.0")]


def test_equal_leads_are_told_in_the_order_of_their_ids() -> None:
    names = ("d", "c", "b", "e")
    w = world(
        [firm("a"), *map(firm, names)],
        [offer("a", "wood"), *(need(name, "wood", id=f"need {rank}") for rank, name in enumerate(names))],
        WOOD,
    )
    assert takers(w) == ["b", "c", "d"]


@patient
@given(worlds())
def test_no_offer_or_taker_has_more_than_its_share(w: World) -> None:
    found = proposals(w)
    known = Counter(p.flow_ids[0] for p in found if not p.hypothetical)
    guessed = Counter(p.flow_ids[0] for p in found if p.hypothetical)
    asked = Counter(p.parties[1].firm_id for p in found if p.hypothetical)
    assert max(known.values(), default=0) <= select.PER_OFFER
    assert max(guessed.values(), default=0) <= select.GUESSES_PER_OFFER
    assert max(asked.values(), default=0) <= select.GUESSES_PER_TAKER


@patient
@given(worlds())
def test_known_leads_come_first_and_each_kind_best_first(w: World) -> None:
    found = proposals(w)
    assert list(found) == sorted(found, key=lambda p: (p.hypothetical, -p.score))


@patient
@given(worlds())
def test_no_path_between_an_offer_and_a_taker_beats_the_one_proposed(w: World) -> None:
    t = w.tables
    p = look_up(t, candidates.find(t))
    p = look_up(t, p.c.take(rules.allowed(p)))
    score, guess = model.points(model.SUBSTITUTION, p).sum(axis=1), select.rests_on_guess(p)
    best: dict[tuple[str, str], tuple[bool, float]] = {}
    for row in range(p.c.size):
        key = t.flows.ids[p.c.offer[row]], t.firms.ids[p.c.taker[row]]
        best[key] = min(best.get(key, (True, 99.0)), (bool(guess[row]), -float(score[row])))
    for proposal in proposals(w):
        hypothetical, least = best[proposal.flow_ids[0], proposal.parties[1].firm_id]
        assert proposal.hypothetical == hypothetical
        assert abs(proposal.score + least) < 1e-3


def test_guesses_that_other_offers_make_of_a_firm_leave_less_room_and_the_better_ones_stay() -> None:
    firms = [firm("a"), firm("b", nace="10")]
    w = world(firms, [offer("a", "wood"), offer("a", "wood", id="z")], *FUEL)
    best = max(n.score for n in suggest.substitutions(w.tables, []).nominees)
    for better, shown in ((0, 2), (1, 2), (2, 1), (3, 0), (9, 0)):
        rivals = [Nominee(f"better{n}", "b", best + 1) for n in range(better)]
        rivals += [Nominee(f"worse{n}", "b", best - 1) for n in range(3)]
        found = suggest.substitutions(w.tables, [], None, rivals)
        assert len(found.proposals) == shown
        assert len(found.asking) == select.GUESSES_PER_TAKER
        assert not any(name.startswith("worse") for name in found.asking) or better + shown < select.GUESSES_PER_TAKER


def test_guesses_about_another_firm_take_no_room() -> None:
    w = world([firm("a"), firm("b", nace="10")], [offer("a", "wood")], *FUEL)
    rivals = [Nominee(f"other{n}", "a", 99.0) for n in range(9)]
    assert suggest.substitutions(w.tables, [], None, rivals).proposals == proposals(w)
