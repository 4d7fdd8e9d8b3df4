"""A refusal that names a reason bites at once: who will not have what, how far a thing goes, until when."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Judgement, RefusalReason, SynergyKind
from symbiosis.domain.experience import Limit, Refusal
from symbiosis.matching import suggest
from tests.matching.leads import circle, lead
from tests.matching.random_worlds import FIRMS, patient, resource_ids, worlds
from tests.matching.worlds import World, firm, known_group, need, north, offer, resource, world

PAIR = SynergyKind.SUBSTITUTION


def takers(w: World) -> list[str]:
    return sorted(p.parties[-1].firm_id for p in suggest.substitutions(w.tables, []).proposals)


def three() -> World:
    told = [offer("a", "wood"), *(need(name, "wood") for name in "bcd")]
    return world(
        [firm("a"), *(firm(n, north(km)) for n, km in zip("bcd", (1, 10, 30), strict=True))], told, resource("wood")
    )


@pytest.mark.parametrize(
    ("limit", "left"),
    [
        (Limit("c", "wood"), ["b", "d"]),
        (Limit("a", "wood"), []),
        (Limit("c", "chips"), ["b", "c", "d"]),
        (Limit("z", "wood"), ["b", "c", "d"]),
        (Limit("a", "wood", beyond_km=9.9), ["b"]),
        (Limit("a", "wood", beyond_km=29.0), ["b", "c"]),
    ],
)
def test_what_a_firm_will_not_have_is_proposed_to_it_no_more(limit: Limit, left: list[str]) -> None:
    assert takers(three().after(limits=[limit])) == left


def test_a_firm_that_will_not_share_is_in_no_group() -> None:
    w = circle({}, {}, {})
    (group,) = suggest.sharing_groups(w.after(limits=[Limit("m1", "wood")]).tables, [])
    assert [party.firm_id for party in group.parties] == ["m0", "m2"]


@patient
@given(worlds(), st.sampled_from(FIRMS), resource_ids)
def test_a_refusal_takes_away_and_never_touches_what_is_about_others(w: World, name: str, about: str) -> None:
    for p in suggest.substitutions(w.after(limits=[Limit(name, about)]).tables, []).proposals:
        assert not (p.resource_id == about and name in {party.firm_id for party in p.parties})


def refusal(reason: RefusalReason, firm_id: str = "", until: str = "", km: float | None = 12.5) -> Limit | None:
    return Refusal(PAIR, "wood", ("a", "b"), reason, firm_id, until, km).limit


@pytest.mark.parametrize(
    ("said", "limit"),
    [
        (refusal(RefusalReason.FIRM_DECLINES, "b"), Limit("b", "wood")),
        (refusal(RefusalReason.FIRM_DECLINES), None),
        (refusal(RefusalReason.CONTRACT, "b", "2028-01-01"), Limit("b", "wood", "2028-01-01")),
        (refusal(RefusalReason.CONTRACT, "", "2028-01-01"), Limit("a", "wood", "2028-01-01")),
        (refusal(RefusalReason.CONTRACT, "b"), None),
        (refusal(RefusalReason.TOO_FAR), Limit("a", "wood", beyond_km=12.5)),
        (refusal(RefusalReason.TOO_FAR, km=None), None),
        (refusal(RefusalReason.COST, "b", "2028-01-01"), None),
    ],
)
def test_a_reason_says_what_it_says_and_no_more(said: Limit | None, limit: Limit | None) -> None:
    assert said == limit


def test_a_known_group_may_still_be_known_when_a_member_refuses() -> None:
    w = circle({}, {}).after(limits=[Limit("m1", "wood")])
    assert suggest.sharing_groups(w.tables, [known_group("g", "ab", Judgement.REFUSED)]) == ()


def test_a_refusal_of_one_resource_leaves_the_firm_its_other_leads() -> None:
    assert takers(lead().after(limits=[Limit("b", "stone")])) == ["b"]
