"""Which firms fit, in which order, and which never do."""

from collections.abc import Sequence

from symbiosis.domain.enums import Direction, Provenance
from symbiosis.domain.explored import Asked, Basis, FirmHit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.fitting import fit, search

FARM, COWS = Firm("farm", "Ferme", ("01.41",)), Firm("cows", "Vaches", ("01.41",))
OFFICE, SHOP = Firm("office", "Bureau", ("69.20",)), Firm("shop", "Atelier", ("25.62",))
FIRMS = (FARM, COWS, OFFICE, SHOP)


def told(
    firm: str, resource: str, direction: Direction = Direction.NEED, provenance: Provenance = Provenance.DECLARED
) -> LinkedFlow:
    flow = Flow(f"{firm}-{resource}", firm, direction, f"mots de {firm}", provenance=provenance)
    return LinkedFlow(flow, Link(resource, 1.0, "mots"))


def fits(
    knowledge: Knowledge, asked: Asked, flows: Sequence[LinkedFlow] = (), km: dict[str, float] | None = None
) -> list[FirmHit]:
    answer = knowledge.explorer.explore(asked)
    wanted = search(knowledge.catalogue, answer)
    return fit(knowledge.catalogue, wanted, FIRMS, flows, lambda firm: (km or {}).get(firm.id))


GRAIN = Asked("drêches de brasserie")


def test_a_firm_that_told_so_comes_before_one_whose_sector_does(knowledge: Knowledge) -> None:
    hits = fits(knowledge, GRAIN, [told("office", "spent_grain")])
    assert [(h.id, h.basis) for h in hits] == [
        ("office", Basis.SAME), ("farm", Basis.SECTOR), ("cows", Basis.SECTOR)
    ]  # fmt: skip
    assert hits[0].words == "mots de office" and hits[1].words == ""
    assert [h.provenance for h in hits[1:]] == [Provenance.HYPOTHESIS] * 2


def test_a_guessed_flow_is_worth_no_more_than_a_guess(knowledge: Knowledge) -> None:
    guess = told("office", "spent_grain", provenance=Provenance.HYPOTHESIS)
    hits = fits(knowledge, GRAIN, [guess, told("shop", "spent_grain", provenance=Provenance.OBSERVED)])
    assert [h.id for h in hits][:2] == ["shop", "office"] and hits[1].provenance is Provenance.HYPOTHESIS


def test_nearest_first_among_the_equally_sure(knowledge: Knowledge) -> None:
    assert [h.id for h in fits(knowledge, GRAIN, km={"farm": 9.0, "cows": 1.5})] == ["cows", "farm"]
    assert [h.km for h in fits(knowledge, GRAIN, km={"cows": 1.5})] == [1.5, None]


def test_another_resource_counts_where_the_firm_performs_the_common_use(knowledge: Knowledge) -> None:
    others = (o for o in knowledge.catalogue.outlets_into("cattle_feed") if o.resource.id != "spent_grain")
    feed = next(o.resource.id for o in others)
    basis = {h.id: h.basis for h in fits(knowledge, GRAIN, [told("farm", feed), told("office", feed)])}
    assert basis["farm"] is Basis.USE and "office" not in basis


def test_what_is_offered_answers_who_could_provide(knowledge: Knowledge) -> None:
    asked = Asked("drêches de brasserie", supply=True)
    flows = [told("office", "spent_grain", Direction.OFFER), told("shop", "spent_grain", Direction.NEED)]
    basis = {h.id: h.basis for h in fits(knowledge, asked, flows)}
    assert basis["office"] is Basis.SAME and "shop" not in basis


def test_things_to_share_meet_those_who_share_them(knowledge: Knowledge) -> None:
    hits = fits(knowledge, Asked("chariot élévateur"), [told("office", "forklift", Direction.SHARE)])
    assert (hits[0].id, hits[0].basis) == ("office", Basis.SAME)


def test_a_dangerous_thing_never_meets_a_need_of_the_harmless_one(knowledge: Knowledge) -> None:
    assert {h.id for h in fits(knowledge, Asked("sciure de bois"), [told("office", "sawdust")])} >= {"office"}
    asked = Asked("sciure de bois", code="03 01 04*")
    assert "office" not in {h.id for h in fits(knowledge, asked, [told("office", "sawdust")])}
