"""What people identified or judged is never proposed again."""

import pytest

from symbiosis.domain.enums import Judgement, Provenance
from symbiosis.domain.synergies import KnownLink, Proposal
from symbiosis.matching import suggest
from tests.matching.leads import circle
from tests.matching.worlds import (
    World,
    firm,
    known_group,
    known_pair,
    need,
    north,
    offer,
    performs,
    resource,
    share,
    sharing,
    usable,
    use,
    world,
)

WOOD = resource("wood")
GONE = (Judgement.REFUSED, Judgement.ABANDONED)
STILL_UNITED = tuple(j for j in Judgement if j not in GONE)


def pair() -> World:
    return world([firm("a"), firm("b"), firm("c")], [offer("a", "wood"), need("b", "wood"), need("c", "wood")], WOOD)


def takers(w: World, *known: KnownLink) -> list[str]:
    return [p.parties[1].firm_id for p in suggest.substitutions(w.tables, known).proposals]


@pytest.mark.parametrize("judgement", Judgement)
def test_a_known_pair_is_never_proposed_again_whatever_was_decided(judgement: Judgement) -> None:
    assert takers(pair(), known_pair("a", "b", judgement=judgement)) == ["c"]


def test_a_repeated_pair_is_counted() -> None:
    assert suggest.substitutions(pair().tables, [known_pair("a", "b")]).repeated == 1


def test_what_passed_through_a_third_firm_counts_from_giver_to_taker() -> None:
    through = KnownLink(**{**vars(known_pair("a", "b")), "firm_ids": ("a", "c", "b")})
    assert takers(pair(), through) == ["c"]


@pytest.mark.parametrize(
    "other",
    [
        known_pair("b", "a"),
        known_pair("a", "b", "sand"),
        known_pair("a", "elsewhere"),
        known_pair("a", "b", ""),
        known_group("g", "ab"),
    ],
)
def test_another_known_lead_keeps_nothing_from_being_proposed(other: KnownLink) -> None:
    assert takers(pair(), other) == ["b", "c"]


def test_a_known_pair_is_not_guessed_again_through_a_use() -> None:
    rows = (WOOD, use("fuel"), usable("wood", "fuel"), performs("10", "fuel"))
    w = world([firm("a"), firm("b", nace="10")], [offer("a", "wood")], *rows)
    assert (takers(w), takers(w, known_pair("a", "b"))) == (["b"], [])


def street(names: str, provenance: Provenance = Provenance.DECLARED) -> World:
    """Return firms in a row, 100 m apart, that would all share wood."""
    firms = [firm(name, north(rank / 10)) for rank, name in enumerate(names)]
    told = [share(name, "wood", provenance=provenance) for name in names]
    return world(firms, told, WOOD, sharing("wood"))


def united(w: World, judged: list[KnownLink], standing: list[KnownLink] | None = None) -> list[str]:
    found = suggest.sharing_groups(w.tables, judged, standing or [])
    return ["".join(sorted(p.firm_id for p in proposal.parties)) for proposal in found]


@pytest.mark.parametrize("judgement", Judgement)
def test_a_known_group_is_never_proposed_again_whatever_was_decided(judgement: Judgement) -> None:
    assert united(street("abcd"), [known_group("g", "abcd", judgement)]) == []


@pytest.mark.parametrize(("firms", "found"), [("ab", []), ("abcdefgh", []), ("a", ["abcd"]), ("abyz", ["abcd"])])
def test_a_group_repeats_a_refused_one_when_half_of_the_united_firms_are_common(firms: str, found: list[str]) -> None:
    assert united(street("abcd"), [known_group("g", firms, Judgement.REFUSED)]) == found


@pytest.mark.parametrize("judgement", STILL_UNITED)
def test_firms_of_a_group_nobody_refused_are_not_united_again(judgement: Judgement) -> None:
    assert united(street("abcdefgh"), [known_group("g", "abc", judgement)]) == ["defgh"]


@pytest.mark.parametrize("judgement", GONE)
def test_firms_of_a_refused_group_may_be_united_otherwise(judgement: Judgement) -> None:
    assert united(street("abcdefgh"), [known_group("g", "abc", judgement)]) == ["abcdefgh"]


@pytest.mark.parametrize("judgement", GONE)
def test_a_refused_group_itself_does_not_come_back(judgement: Judgement) -> None:
    assert united(street("abcdef"), [known_group("g", "abc", judgement)]) == []


def test_a_group_about_another_resource_unites_nobody_here() -> None:
    assert united(street("abcd"), [known_group("g", "abcd", about="sand")]) == ["abcd"]


def test_known_firms_that_left_the_territory_are_no_matter() -> None:
    assert united(street("abcd"), [known_group("g", "vwxyz")]) == ["abcd"]


def names(w: World, judged: list[KnownLink], standing: list[KnownLink]) -> list[str]:
    return [p.id for p in suggest.sharing_groups(w.tables, judged, standing)]


def as_standing(proposals: tuple[Proposal, ...]) -> list[KnownLink]:
    return [known_group(p.id, "".join(party.firm_id for party in p.parties)) for p in proposals]


def test_a_group_keeps_its_id_when_it_grows() -> None:
    before = suggest.sharing_groups(street("bcd").tables, [])
    after = street("abcde")
    assert names(after, [], as_standing(before)) == [before[0].id]


def test_a_group_keeps_its_id_when_its_first_firm_leaves() -> None:
    before = suggest.sharing_groups(street("abcd").tables, [])
    assert names(street("bcd"), [], as_standing(before)) == [before[0].id]


def test_a_group_of_mostly_other_firms_has_an_id_of_its_own() -> None:
    assert names(street("abcdefgh"), [], [known_group("old", "abc")]) != ["old"]


def test_two_groups_never_take_the_same_standing_id() -> None:
    far = [firm(name, north(100 + rank / 10)) for rank, name in enumerate("wxyz")]
    near = street("abcd")
    told = [*near.flows, *(share(f.id, "wood") for f in far)]
    w = world([*near.firms, *far], told, WOOD, sharing("wood"))
    first = names(w, [], [known_group("old", "abcd"), known_group("old", "abcd")])
    assert first.count("old") == 1
    assert len(set(first)) == 2


def test_two_ways_of_sharing_one_resource_make_two_groups_with_ids_of_their_own() -> None:
    plain = street("abcd")
    w = world(plain.firms, plain.flows, WOOD, sharing("wood"), sharing("wood", radius_km=20.0))
    assert len(set(names(w, [], []))) == 2
    assert names(w, [], [known_group("old", "abcd")]).count("old") == 1


def test_a_new_group_never_bears_the_id_of_one_that_was_judged() -> None:
    w = street("abcdefgh")
    (was,) = suggest.sharing_groups(w.tables, [])
    assert names(w, [known_group(was.id, "abz", Judgement.REFUSED)], []) != [was.id]


def test_a_new_group_never_bears_the_id_of_another_standing_one() -> None:
    w = street("abcdefgh")
    (was,) = suggest.sharing_groups(w.tables, [])
    assert names(w, [], [known_group(was.id, "uvwxyz")]) != [was.id]


def test_a_group_that_changed_its_id_keeps_the_new_one() -> None:
    w = street("abcdefgh")
    (was,) = suggest.sharing_groups(w.tables, [])
    refused = [known_group(was.id, "abz", Judgement.REFUSED)]
    (now,) = suggest.sharing_groups(w.tables, refused)
    assert suggest.sharing_groups(w.tables, refused, as_standing((now,))) == (now,)


def test_standing_pairs_name_no_group() -> None:
    w = circle({}, {})
    assert names(w, [], [known_pair("m0", "m1")]) == names(w, [], [])
