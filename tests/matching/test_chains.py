"""Chains: three firms, the one in the middle makes what the last one wants of what the first one gives."""

from dataclasses import replace

import pytest
from hypothesis import given

from symbiosis.domain.enums import Direction, Provenance
from symbiosis.domain.knowledge import Transform
from symbiosis.domain.synergies import Proposal
from symbiosis.matching import chains
from tests.matching.random_worlds import ROWS, patient, shuffled, worlds
from tests.matching.worlds import (
    SAID,
    Place,
    World,
    firm,
    flow,
    need,
    north,
    offer,
    performs,
    resource,
    usable,
    use,
    world,
)  # fmt: skip

COMPOSTING = Transform("composting", "compost", 0.3, 0.5, "", "", SAID)
RANDOM = replace(
    ROWS,
    transforms=(Transform("fuel", "chips", 0.5, 0.9, "", "", SAID), Transform("panels", "ash", 0.5, 0.9, "", "", SAID)),
)


NEAR, FARTHER = north(1), north(2)


def town(*more: object, middle: Place = NEAR, last: Place = FARTHER, nace: str = "38.21") -> World:
    """Return grass, a composter that offers compost, and a gardener who wants some."""
    rows = (
        resource("grass"),
        resource("compost"),
        use("composting"),
        usable("grass", "composting"),
        performs("38.21", "composting"),
    )
    told = [offer("a", "grass"), offer("t", "compost"), need("g", "compost"), *more]
    w = world([firm("a"), firm("t", middle, nace), firm("g", last), firm("h", last)], told, *rows)  # type: ignore[arg-type]
    return replace(w, rows=replace(w.rows, transforms=(COMPOSTING,)))


def found(w: World) -> tuple[Proposal, ...]:
    return chains.find(w.tables)


def test_grass_becomes_compost_for_a_gardener_and_the_composter_is_to_be_asked() -> None:
    (chain,) = found(town())
    assert [(p.firm_id, p.role) for p in chain.parties] == [("a", "giver"), ("t", "through"), ("g", "taker")]
    assert (chain.resource_id, chain.use_id, chain.hypothetical) == ("grass", "composting", True)


def test_a_composter_that_said_it_wants_grass_is_no_hypothesis() -> None:
    (chain,) = found(town(need("t", "grass")))
    assert not chain.hypothetical
    assert chain.flow_ids == ("a offer grass", "t need grass", "t offer compost", "g need compost")
    assert chain.score > found(town())[0].score


@pytest.mark.parametrize(
    "w",
    [
        town(nace="10.71"),
        town(middle=north(60)),
        town(last=north(60)),
        replace(town(), rows=replace(town().rows, transforms=())),
    ],
    ids=["another sector", "too far to it", "too far from it", "no such transformation"],
)
def test_no_chain_where_a_link_is_missing(w: World) -> None:
    assert found(w) == ()


@pytest.mark.parametrize("name", ["a", "t", "g"])
def test_no_link_may_be_a_guess_but_the_wish_of_the_transformer(name: str) -> None:
    w = town()
    guessed = [
        replace(f, flow=replace(f.flow, provenance=Provenance.HYPOTHESIS)) if f.flow.firm_id == name else f
        for f in w.flows
    ]
    assert found(replace(w, flows=tuple(guessed))) == ()


def test_the_nearer_chain_is_the_one_proposed() -> None:
    (chain,) = found(town(flow("h", Direction.NEED, "compost", as_of="2020")))
    assert chain.parties[-1].firm_id == "g"


def test_a_chain_weighs_less_than_its_steps() -> None:
    (chain,) = found(town(need("t", "grass")))
    steps = [e.points for e in chain.evidence if e.criterion != chains.CHAIN]
    assert chain.score == pytest.approx(sum(steps) + chains.THIRD_FIRM, abs=1e-3)


def test_nobody_gives_to_oneself_through_others() -> None:
    assert all(c.parties[0].firm_id != c.parties[-1].firm_id for c in found(town(need("a", "compost"))))


@patient
@given(shuffled())
def test_the_order_of_firms_and_flows_is_no_matter(pair: tuple[World, World]) -> None:
    first, other = (found(replace(w, rows=RANDOM)) for w in pair)
    assert first == other


@patient
@given(worlds())
def test_every_chain_is_capped_adds_up_and_unites_three_firms(w: World) -> None:
    every = found(replace(w, rows=RANDOM))
    for chain in every:
        assert len({p.firm_id for p in chain.parties}) == 3
        assert abs(chain.score - sum(e.points for e in chain.evidence)) < 1e-3
    offers = [chain.flow_ids[0] for chain in every]
    assert len(set(offers)) == len(offers) and len({c.id for c in every}) == len(every)
