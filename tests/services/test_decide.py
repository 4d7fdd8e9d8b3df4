import pytest

from symbiosis.domain.enums import Judgement, Role, SynergyKind
from symbiosis.domain.errors import AlreadyDecided, NotFound, Refused
from symbiosis.domain.lacking import Lacking
from symbiosis.domain.synergies import Evidence, Party, Proposal
from symbiosis.domain.views import Filters
from symbiosis.services import browse
from symbiosis.services.decide import Order, decide, undo
from symbiosis.services.rematch import rematch
from symbiosis.store import synergies
from symbiosis.store.session import Store
from tests.databases import ask
from tests.services.conftest import quiet


def first_lead(store: Store) -> str:
    return str(ask(store, "MATCH (s:Synergy {origin: 'matcher'}) RETURN s.id AS id ORDER BY s.id LIMIT 1")[0]["id"])


def judgement(store: Store, synergy: str) -> Judgement:
    return browse.synergy(store, synergy).line.judgement


def test_a_decision_sticks_through_a_rematch_with_what_it_was_based_on(loaded: Store) -> None:
    lead = first_lead(loaded)
    before = browse.synergy(loaded, lead)
    decide(loaded, Order(lead, 1, Judgement.REFUSED, "Anne", reason="quality", note="trop humide"))
    rematch(loaded, quiet)
    after = browse.synergy(loaded, lead)
    assert (after.line.judgement, after.line.version) == (Judgement.REFUSED, 2)
    assert after.evidence == before.evidence
    kept = ask(loaded, "MATCH (d:Decision) RETURN d.criteria AS c, d.points AS p, d.score AS s, d.reason AS r")[0]
    assert kept["c"] == [e.criterion for e in before.evidence]
    assert kept["s"] == before.line.score and kept["r"] == "quality"


def test_the_second_of_two_people_is_told_who_decided(loaded: Store) -> None:
    lead = first_lead(loaded)
    decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    with pytest.raises(AlreadyDecided) as told:
        decide(loaded, Order(lead, 1, Judgement.REFUSED, "Bruno", reason="cost"))
    assert (told.value.who, told.value.judgement) == ("Anne", "confirmed")
    assert judgement(loaded, lead) is Judgement.CONFIRMED


def test_a_group_that_lacks_firms_cannot_be_confirmed_and_may_be_refused(loaded: Store) -> None:
    members = (Party("f-mill", Role.MEMBER, 0), Party("f-store", Role.MEMBER, 1))
    short = (Evidence("partners", -0.2, "2 firms", "4 firms", ""), Evidence("closeness", 0.1, "1 km", "3 km", ""))
    group = Proposal("grp-short", SynergyKind.MUTUALISATION, "forklift", "", members, (), short, hypothetical=False)
    synergies.refresh(loaded, [group], [], {"model": "m", "at": "2026-11-30"})
    assert browse.synergy(loaded, "grp-short").line.lacking == Lacking(2, 3.0)
    with pytest.raises(Refused):
        decide(loaded, Order("grp-short", 1, Judgement.CONFIRMED, "Anne"))
    assert judgement(loaded, "grp-short") is Judgement.PROPOSED
    decide(loaded, Order("grp-short", 1, Judgement.REFUSED, "Anne", reason="cost"))
    assert judgement(loaded, "grp-short") is Judgement.REFUSED


def test_a_double_click_is_one_decision(loaded: Store) -> None:
    lead = first_lead(loaded)
    for _ in range(2):
        decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    assert len(browse.synergy(loaded, lead).decisions) == 1


def test_undo_is_a_new_line_of_the_history(loaded: Store) -> None:
    lead = first_lead(loaded)
    decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    assert undo(loaded, lead, 2, "Anne") is Judgement.PROPOSED
    assert [(d.before, d.after) for d in browse.synergy(loaded, lead).decisions] == [
        (Judgement.CONFIRMED, Judgement.PROPOSED),
        (Judgement.PROPOSED, Judgement.CONFIRMED),
    ]


def test_a_double_click_on_undo_takes_one_decision_back(loaded: Store) -> None:
    lead = first_lead(loaded)
    decide(loaded, Order(lead, 1, Judgement.REFUSED, "Anne", reason="cost"))
    decide(loaded, Order(lead, 2, Judgement.CONFIRMED, "Anne"))
    assert [undo(loaded, lead, 3, "Anne") for _ in range(2)] == [Judgement.REFUSED] * 2
    assert len(browse.synergy(loaded, lead).decisions) == 3


def test_undoing_what_followed_a_deferral_brings_its_date_back(loaded: Store) -> None:
    lead = first_lead(loaded)
    decide(loaded, Order(lead, 1, Judgement.DEFERRED, "Anne", until="2999-01-01"))
    decide(loaded, Order(lead, 2, Judgement.CONFIRMED, "Anne"))
    undo(loaded, lead, 3, "Anne")
    assert ask(loaded, "MATCH (s:Synergy {id: $id}) RETURN s.until AS u", id=lead) == [{"u": "2999-01-01"}]


def test_a_deferred_lead_is_open_again_on_its_day(loaded: Store) -> None:
    lead = first_lead(loaded)
    for version, until, judgement in ((1, "2999-01-01", Judgement.DEFERRED), (2, "2020-01-01", Judgement.PROPOSED)):
        decide(loaded, Order(lead, version, Judgement.DEFERRED, "Anne", until=until))
        assert lead in {line.id for line in browse.queue(loaded, Filters(judgement=judgement), 1).lines}


def test_undo_of_a_stale_version_takes_nothing_back(loaded: Store) -> None:
    lead = first_lead(loaded)
    decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    decide(loaded, Order(lead, 2, Judgement.REFUSED, "Bruno", reason="cost"))
    with pytest.raises(AlreadyDecided):
        undo(loaded, lead, 2, "Anne")
    assert judgement(loaded, lead) is Judgement.REFUSED


def test_nothing_to_undo_is_said(loaded: Store) -> None:
    with pytest.raises(Refused):
        undo(loaded, first_lead(loaded), 1, "Anne")


def test_an_unknown_lead_is_not_found(loaded: Store) -> None:
    with pytest.raises(NotFound):
        decide(loaded, Order("sub-nothing", 1, Judgement.CONFIRMED, "Anne"))
