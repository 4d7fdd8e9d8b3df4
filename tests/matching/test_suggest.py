"""The matcher as a whole: the same territory gives the same proposals, and each adds up."""

import re

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.ids import substitution_id
from symbiosis.domain.synergies import Proposal
from symbiosis.matching import candidates, model, suggest
from tests.matching.leads import circle, lead
from tests.matching.random_worlds import patient, shuffled, worlds
from tests.matching.worlds import UNPLACED, World, north, tonnes

LIMITS = {c.key: c.points for c in model.SUBSTITUTION} | {c.key: c.points for c in model.MUTUALISATION}
LINES = {
    SynergyKind.SUBSTITUTION: [(c.key, c.source) for c in model.SUBSTITUTION],
    SynergyKind.MUTUALISATION: [(c.key, c.source) for c in model.MUTUALISATION],
}
TOLD = {"quality", "trade"}  # told in people's words, not in canonical ones
WRITTEN = re.compile(r"|[a-z_]+|-?\d+(\.\d+)?(e[+-]\d+)?( \S+)?|\d\d(\.\d+)?")


def propose(w: World) -> tuple[Proposal, ...]:
    t = w.tables
    return (*suggest.substitutions(t, []).proposals, *suggest.sharing_groups(t, []))


@patient
@given(worlds())
def test_the_same_run_twice_gives_the_same_proposals(w: World) -> None:
    assert propose(w) == propose(w)


@patient
@given(shuffled())
def test_the_order_of_firms_and_flows_is_no_matter(pair: tuple[World, World]) -> None:
    first, other = pair
    assert propose(first) == propose(other)


@patient
@given(worlds())
def test_every_score_is_the_sum_of_its_evidence(w: World) -> None:
    for proposal in propose(w):
        assert abs(proposal.score - sum(e.points for e in proposal.evidence)) < 1e-4
        assert all(abs(e.points) <= LIMITS[e.criterion] for e in proposal.evidence)


@patient
@given(worlds())
def test_every_criterion_is_shown_with_its_source_and_canonical_values(w: World) -> None:
    for proposal in propose(w):
        assert [(e.criterion, e.source) for e in proposal.evidence] == LINES[proposal.kind]
        canonical = [e for e in proposal.evidence if e.criterion not in TOLD]
        assert all(WRITTEN.fullmatch(value) for e in canonical for value in (e.left, e.right))


@patient
@given(worlds())
def test_what_shows_nothing_weighs_nothing(w: World) -> None:
    silent = [e for proposal in propose(w) for e in proposal.evidence if not (e.left or e.right)]
    assert {e.points for e in silent} <= {0.0}


@patient
@given(worlds())
def test_every_proposal_unites_different_firms_by_their_own_flows(w: World) -> None:
    owner = {f.flow.id: f.flow.firm_id for f in w.flows}
    for proposal in propose(w):
        firms = [party.firm_id for party in proposal.parties]
        assert len(set(firms)) == len(firms) >= 2
        assert {owner[name] for name in proposal.flow_ids} <= set(firms)
        assert [party.step for party in proposal.parties] == list(range(len(firms)))


@patient
@given(worlds())
def test_no_two_proposals_have_the_same_id(w: World) -> None:
    ids = [proposal.id for proposal in propose(w)]
    assert len(set(ids)) == len(ids)


@patient
@given(worlds(), st.data())
def test_known_leads_of_an_offer_do_not_depend_on_which_other_offers_are_matched(w: World, data: st.DataObject) -> None:
    t = w.tables
    if not t.flows.ids:
        return
    row = data.draw(st.integers(0, len(t.flows.ids) - 1))
    offers = candidates.offers_that_reach(t, row)
    touched = {name for name, reached in zip(t.flows.ids, offers, strict=True) if reached}
    everything = [p for p in suggest.substitutions(t, []).proposals if p.flow_ids[0] in touched]
    alone = suggest.substitutions(t, [], offers).proposals
    assert [p for p in alone if not p.hypothetical] == [p for p in everything if not p.hypothetical]


def test_a_substitution_is_named_after_the_offered_flow_and_the_taker_alone() -> None:
    plain, changed = lead(), lead(tonnes(9) | {"as_of": "2020"}, {"id": "other", "quality": "wet"}, north(8))
    names = {p.id for w in (plain, changed) for p in suggest.substitutions(w.tables, []).proposals}
    assert names == {substitution_id("a offer wood", "b")}


def test_a_firm_without_a_place_is_still_proposed() -> None:
    assert len(suggest.substitutions(lead(place=UNPLACED).tables, []).proposals) == 1


def test_a_pair_tells_giver_and_taker_with_both_flows() -> None:
    (proposal,) = suggest.substitutions(lead().tables, []).proposals
    assert [(p.firm_id, p.role, p.step) for p in proposal.parties] == [("a", "giver", 0), ("b", "taker", 1)]
    assert proposal.flow_ids == ("a offer wood", "b need wood")
    assert (proposal.kind, proposal.resource_id, proposal.use_id) == ("substitution", "wood", "")


def test_a_group_tells_its_members_and_their_flows() -> None:
    (proposal,) = suggest.sharing_groups(circle({}, {}).tables, [])
    assert [(p.firm_id, p.role, p.step) for p in proposal.parties] == [("m0", "member", 0), ("m1", "member", 1)]
    assert proposal.flow_ids == ("m0 share wood", "m1 share wood")
    assert (proposal.kind, proposal.resource_id, proposal.hypothetical) == ("mutualisation", "wood", False)
