"""What if: a firm that comes brings what it makes possible, one that closes takes it along."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.synergies import Proposal
from symbiosis.matching import suggest
from symbiosis.matching.what_if import Difference, compare
from tests.matching.random_worlds import patient, worlds
from tests.matching.worlds import World, firm, need, north, offer, resource, share, sharing, world


def without(w: World, name: str) -> World:
    firms = tuple(f for f in w.firms if f.id != name)
    return replace(w, firms=firms, flows=tuple(f for f in w.flows if f.flow.firm_id != name))


def difference(w: World, name: str) -> Difference:
    return compare(without(w, name).tables, w.tables, name, [])


def test_an_offer_meets_the_needs_that_wait_for_it() -> None:
    w = world([firm("a"), firm("b")], [offer("a", "wood"), need("b", "wood")], resource("wood"))
    for name in "ab":
        (won,) = difference(w, name).only_with
        assert [p.firm_id for p in won.parties] == ["a", "b"]
        assert difference(w, name).only_without == ()


def test_a_better_taker_takes_the_place_of_the_fourth() -> None:
    firms = [firm("a"), *(firm(name, north(km)) for name, km in zip("bcde", (1, 2, 3, 20), strict=True))]
    w = world(firms, [offer("a", "wood"), *(need(name, "wood") for name in "bcde")], resource("wood"))
    found = difference(w, "b")
    assert [p.parties[-1].firm_id for p in found.only_with] == ["b"]
    assert [p.parties[-1].firm_id for p in found.only_without] == ["e"]


def test_a_member_more_changes_the_group() -> None:
    firms = [firm(name, north(rank)) for rank, name in enumerate("abc")]
    w = world(firms, [share(name, "wood") for name in "abc"], resource("wood"), sharing("wood"))
    found = difference(w, "c")
    assert {len(p.parties) for p in found.only_with} == {3} and {len(p.parties) for p in found.only_without} == {2}


def test_a_firm_without_flows_changes_nothing() -> None:
    w = world([firm("a"), firm("b"), firm("c")], [offer("a", "wood"), need("b", "wood")], resource("wood"))
    assert difference(w, "c") == Difference((), ())


@patient
@given(worlds(), st.data())
def test_known_leads_won_and_lost_are_those_of_two_full_runs(w: World, data: st.DataObject) -> None:
    if not w.firms:
        return
    name = data.draw(st.sampled_from([f.id for f in w.firms]))
    found = difference(w, name)
    both = [
        {p.id: p for p in suggest.substitutions(each.tables, []).proposals if not p.hypothetical}
        for each in (w, without(w, name))
    ]
    has, has_not = both
    assert _known(found.only_with) == {i for i in has if i not in has_not}
    assert _known(found.only_without) == {i for i in has_not if i not in has}


def _known(said: tuple[Proposal, ...]) -> set[str]:
    return {p.id for p in said if not p.hypothetical and p.kind == "substitution"}
