"""Which firms of a territory fit an answer: those that told so first, then those whose sector usually does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Hazard, Provenance
from symbiosis.domain.explored import Answer, Basis, FirmHit, SectorLine, Verdict
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.views import Label
from symbiosis.knowledge.catalogue import Catalogue
from symbiosis.knowledge.question import sure

Away = Callable[[Firm], float | None]  # km from the place that was asked for, None without one
BASES, PROVENANCES = list(Basis), list(Provenance)
LIKELY = 0.1  # a sector less likely than this beside the likeliest names no firm: near is not enough
USUAL = 0.1  # below this share of a resource's exchanges a use does not make two resources the same to a firm
GUESS = len(BASES)


@dataclass(frozen=True)
class Search:
    """What flows to look for: these resources in this direction, and, of the first ones, to be shared."""

    answer: Answer
    same: frozenset[str]
    alike: frozenset[str]  # other resources for the same use
    uses: frozenset[str]

    @property
    def direction(self) -> Direction:
        """Return what a firm that fits would have told."""
        return Direction.OFFER if self.answer.asked.supply else Direction.NEED


def search(catalogue: Catalogue, answer: Answer) -> Search:
    """Return what to look for; what is hazardous only ever meets resources that may be so too."""
    same = frozenset(u.label.id for u in sure(answer.understood) if u.kind) if answer.understood else frozenset()
    uses = frozenset(o.use.id for o in answer.outlets if o.share >= USUAL)
    reach = (o for use in uses for o in catalogue.outlets_into(use) if o.share >= USUAL)
    found = Search(answer, same, frozenset(o.resource.id for o in reach) - same, uses)
    if answer.verdict is not Verdict.YES or answer.asked.supply:
        return found
    same, alike = (_may_be_hazardous(catalogue, ids) for ids in (found.same, found.alike))
    return Search(answer, same, alike, uses)


def fit(
    catalogue: Catalogue, wanted: Search, firms: Sequence[Firm], told: Iterable[LinkedFlow], away: Away
) -> list[FirmHit]:
    """Return the firms that fit, one line each: told before guessed, then nearest, then best by sector."""
    by_id = {firm.id: firm for firm in firms}
    best = max((line.share for line in wanted.answer.sectors), default=0.0)
    sectors = {line.nace: line for line in wanted.answer.sectors if line.share >= LIKELY * best}
    found: dict[str, tuple[tuple[object, ...], FirmHit]] = {}
    for hit in (*_tellers(catalogue, wanted, by_id, told), *_likely(sectors, firms)):
        firm = by_id[hit.id]
        km = away(firm)
        placed = FirmHit(**(vars(hit) | {"km": km}))
        key = (_tier(hit), km if km is not None else float("inf"), -_share(sectors, firm), firm.name, firm.id)
        if hit.id not in found or key < found[hit.id][0]:
            found[hit.id] = (key, placed)
    return [hit for _, hit in sorted(found.values(), key=lambda pair: pair[0])]


def _tellers(
    catalogue: Catalogue, wanted: Search, firms: dict[str, Firm], told: Iterable[LinkedFlow]
) -> Iterable[FirmHit]:
    for linked in told:
        firm = firms.get(linked.flow.firm_id)
        basis = _basis(catalogue, wanted, firm, linked) if firm else None
        if firm and basis and linked.link:
            label = catalogue.resource_label(linked.link.resource_id)
            yield _hit(firm, basis, linked.flow.text, linked.flow.provenance, label)


def _basis(catalogue: Catalogue, wanted: Search, firm: Firm, linked: LinkedFlow) -> Basis | None:
    resource = linked.link.resource_id if linked.link else ""
    if resource in wanted.same and linked.flow.direction in (wanted.direction, Direction.SHARE):
        return Basis.SAME
    if resource not in wanted.alike or linked.flow.direction is not wanted.direction:
        return None
    if wanted.answer.asked.supply:
        return Basis.USE
    common = wanted.uses & {o.use.id for o in catalogue.outlets_of(resource)}
    performed = linked.use_id in common or any(catalogue.performs(firm.nace, use) for use in common)
    return Basis.USE if performed else None


def _likely(sectors: dict[str, SectorLine], firms: Iterable[Firm]) -> Iterable[FirmHit]:
    for firm in firms:
        line = _best(sectors, firm)
        if line:
            yield _hit(firm, Basis.SECTOR, "", Provenance.HYPOTHESIS, line.label)


def _hit(firm: Firm, basis: Basis, words: str, provenance: Provenance, why: Label) -> FirmHit:
    resource, sector = (None, why) if basis is Basis.SECTOR else (why, None)
    nace = firm.nace[0] if firm.nace else ""
    return FirmHit(firm.id, firm.name, nace, firm.commune, None, basis, words, provenance, resource, sector)


def _best(sectors: dict[str, SectorLine], firm: Firm) -> SectorLine | None:
    """Return the most likely of the answer's sectors that the firm is in."""
    mine = (sectors[part] for code in firm.nace for part in (code, code[:4], code[:2]) if part in sectors)
    return max(mine, key=lambda line: line.share, default=None)


def _share(sectors: dict[str, SectorLine], firm: Firm) -> float:
    line = _best(sectors, firm)
    return line.share if line else 0.0


def _tier(hit: FirmHit) -> tuple[int, int]:
    """Return how sure a firm is: a flow that is itself a guess is worth no more than its sector."""
    if hit.provenance is Provenance.HYPOTHESIS:
        return GUESS, BASES.index(hit.basis)
    return BASES.index(hit.basis), PROVENANCES.index(hit.provenance)


def _may_be_hazardous(catalogue: Catalogue, ids: Iterable[str]) -> frozenset[str]:
    return frozenset(i for i in ids if catalogue.resources[i].hazard is not Hazard.NO)
