"""Which offers meet which firms, and by what path."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Provenance
from symbiosis.matching import candidates
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import World, firm, need, offer, performs, resource, usable, use, world

GUESS = Provenance.HYPOTHESIS
WOOD = resource("wood")
KNOWN_USE = (WOOD, resource("straw"), use("bedding"), usable("wood", "bedding"), usable("straw", "bedding"))
Path = tuple[str, str, str, str]


def paths(w: World) -> set[Path]:
    """Return (offer, need or '', taker, use or '') of every candidate."""
    t = w.tables
    c = candidates.find(t)
    return {
        (
            t.flows.ids[c.offer[row]],
            t.flows.ids[c.need[row]] if c.need[row] >= 0 else "",
            t.firms.ids[c.taker[row]],
            t.uses.ids[c.use[row]] if c.use[row] >= 0 else "",
        )
        for row in range(c.size)
    }


def test_an_offer_meets_a_need_of_the_same_resource() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "wood"), need("b", "wood")], WOOD)
    assert paths(w) == {("a offer wood", "b need wood", "b", "")}


def test_different_resources_without_a_common_use_do_not_meet() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "wood"), need("b", "sand")], WOOD, resource("sand"))
    assert paths(w) == set()


def test_an_offer_meets_the_need_of_another_resource_with_the_same_use() -> None:
    told = [offer("a", "wood"), need("farm", "straw")]
    w = world([firm("a"), firm("farm", nace="01.41")], told, *KNOWN_USE, performs("01", "bedding"))
    assert ("a offer wood", "farm need straw", "farm", "bedding") in paths(w)


def test_a_firm_of_unknown_sector_meets_nothing_through_a_use_it_did_not_name() -> None:
    told = [offer("a", "wood"), need("b", "straw")]
    w = world([firm("a"), firm("b")], told, *KNOWN_USE, performs("01", "bedding"))
    assert paths(w) == set()


def test_a_need_meets_through_a_use_only_what_its_sector_performs() -> None:
    farm, bakery = firm("farm", nace="01.41"), firm("bakery", nace="10.71")
    told = [offer("a", "wood"), need("farm", "straw"), need("bakery", "straw")]
    w = world([firm("a", nace="16"), farm, bakery], told, *KNOWN_USE, performs("01", "bedding"))
    assert {wanted for _, wanted, _, _ in paths(w) if wanted} == {"farm need straw"}


def test_a_need_that_names_its_use_needs_no_resource_and_no_sector() -> None:
    told = [offer("a", "wood"), need("b", "", use="bedding")]
    w = world([firm("a"), firm("b", nace="99")], told, *KNOWN_USE)
    assert paths(w) == {("a offer wood", "b need ", "b", "bedding")}


def test_a_need_that_names_its_use_is_not_given_another() -> None:
    told = [offer("a", "wood"), need("farm", "straw", use="fuel")]
    w = world([firm("a"), firm("farm", nace="01")], told, *KNOWN_USE, use("fuel"), performs("01", "bedding"))
    assert paths(w) == {("a offer wood", "", "farm", "bedding")}


def test_a_firm_without_flows_is_asked_when_its_sector_performs_the_use() -> None:
    w = world([firm("a"), firm("farm", nace="01.41")], [offer("a", "wood")], *KNOWN_USE, performs("01", "bedding"))
    assert paths(w) == {("a offer wood", "", "farm", "bedding")}


def test_a_firm_of_unknown_sector_is_not_asked() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "wood")], *KNOWN_USE, performs("01", "bedding"))
    assert paths(w) == set()


def test_a_class_of_weight_zero_overrides_its_division() -> None:
    rows = (*KNOWN_USE, performs("01", "bedding"), performs("01.41", "bedding", 0.0))
    w = world([firm("a"), firm("farm", nace="01.41")], [offer("a", "wood")], *rows)
    assert paths(w) == set()


def test_two_guesses_never_meet() -> None:
    told = [offer("a", "wood", provenance=GUESS), need("b", "wood", provenance=GUESS)]
    w = world([firm("a"), firm("b", nace="01")], told, *KNOWN_USE, performs("01", "bedding"))
    assert paths(w) == set()


@pytest.mark.parametrize(("given_by", "wanted_by"), [(GUESS, Provenance.DECLARED), (Provenance.OBSERVED, GUESS)])
def test_one_guess_may_meet_what_somebody_told(given_by: Provenance, wanted_by: Provenance) -> None:
    told = [offer("a", "wood", provenance=given_by), need("b", "wood", provenance=wanted_by)]
    assert len(paths(world([firm("a"), firm("b")], told, WOOD))) == 1


def test_a_firm_never_meets_itself() -> None:
    told = [offer("a", "wood"), need("a", "wood"), need("a", "straw")]
    w = world([firm("a", nace="01")], told, *KNOWN_USE, performs("01", "bedding"))
    assert paths(w) == set()


def test_chosen_offers_alone_are_searched() -> None:
    w = world([firm("a"), firm("b"), firm("c")], [offer("a", "wood"), offer("b", "wood"), need("c", "wood")], WOOD)
    found = candidates.find(w.tables, np.array([False, True, False]))
    assert [w.tables.flows.ids[row] for row in found.offer] == ["b offer wood"]


@pytest.mark.parametrize("sector", ["10.71", "10.7", "10", "11", ""])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_longest_prefix_of_an_activity_code_wins(sector: str, order: tuple[int, ...]) -> None:
    rows = [performs("10", "fuel", 0.1), performs("10.7", "fuel", 0.2), performs("10.71", "fuel", 0.3)]
    w = world([firm("a", nace=sector)], [], use("fuel"), *(rows[row] for row in order))
    expected = {"10.71": 0.3, "10.7": 0.2, "10": 0.1, "11": 0.0, "": np.nan}[sector]
    assert np.array_equal(candidates.sector_weights(w.tables), [[expected]], equal_nan=True)


def test_a_precise_code_overrides_its_division_for_that_use_alone() -> None:
    rows = (use("fuel"), use("feed"), performs("10", "fuel", 0.1), performs("10", "feed", 0.4))
    w = world([firm("a", nace="10.71")], [], *rows, performs("10.71", "fuel", 0.9))
    assert candidates.sector_weights(w.tables).tolist() == [[0.9, 0.4]]


def test_a_path_through_a_use_is_that_of_the_offered_resource() -> None:
    told = [offer("a", "wood"), need("b", "", use="bedding")]
    w = world([firm("a"), firm("b")], told, *KNOWN_USE[:3], usable("straw", "bedding"), usable("wood", "bedding"))
    assert candidates.find(w.tables).edge.tolist() == [1]


@given(st.lists(st.integers(-1, 4), max_size=12), st.lists(st.integers(-1, 4), max_size=12))
def test_join_equals_a_join_by_brute_force(left: list[int], right: list[int]) -> None:
    expected = {(i, j) for i, a in enumerate(left) for j, b in enumerate(right) if a == b >= 0}
    rows, columns = candidates.join(np.array(left, dtype=np.int64), np.array(right, dtype=np.int64))
    found = list(zip(rows.tolist(), columns.tolist(), strict=True))
    assert set(found) == expected
    assert len(found) == len(expected)


@patient
@given(worlds(), st.data())
def test_the_offers_a_flow_reaches_are_those_of_its_candidates(w: World, data: st.DataObject) -> None:
    t = w.tables
    if not t.flows.ids:
        return
    row = data.draw(st.integers(0, len(t.flows.ids) - 1))
    c = candidates.find(t)
    mine = {int(o) for o, n in zip(c.offer, c.need, strict=True) if row in (o, n)}
    assert mine <= set(np.flatnonzero(candidates.offers_that_reach(t, row)).tolist())
