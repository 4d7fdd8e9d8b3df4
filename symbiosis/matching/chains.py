"""Chains of three firms: what one gives, a second turns into what a third wants."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Role, SynergyKind
from symbiosis.domain.ids import stable_id
from symbiosis.domain.synergies import Evidence, KnownLink, Party, Proposal
from symbiosis.domain.tables import Bools, Floats, Ints, Territory
from symbiosis.matching import candidates, explain, model, pairs, rules
from symbiosis.matching.candidates import HYPOTHESIS, NEED, OFFER, Candidates
from symbiosis.matching.pairs import Pairs
from symbiosis.matching.select import rank_within

PER_OFFER, PER_TRANSFORMER = 1, 3
SHARE = 0.5  # of its points that each step gives: a chain weighs as the mean of its steps
THIRD_FIRM = -0.3  # points: three firms to bring together rather than two, expert estimate
CHAIN, THEN = "chain", "then."


@dataclass(frozen=True)
class Steps:
    """n steps with their points; `maker` is the offered flow of the transformer that each passes through."""

    p: Pairs
    points: Floats
    maker: Ints

    @property
    def score(self) -> Floats:
        """Return the points of each step."""
        total: Floats = self.points.sum(axis=1)
        return total


def find(t: Territory) -> tuple[Proposal, ...]:
    """Return the best chains: at most one per offer and three per transformer.

    A transformer is a firm that offers the product and whose sector does the transformation; all three are told or
    seen, but for the transformer's wish to take the matter, which is a hypothesis unless it said so.
    """
    first, last = _towards(t), _from(t)
    if not (first.p.c.size and last.p.c.size):
        return ()
    left, right = candidates.join(first.maker, last.maker)
    giver, taker = t.flows.firm[first.p.c.offer[left]], last.p.c.taker[right]
    left, right = left[giver != taker], right[giver != taker]
    score = SHARE * (first.score[left] + last.score[right])
    order = _best_first(t, (first, last), (left, right), score)
    order = order[rank_within(first.p.c.offer[left[order]]) < PER_OFFER]
    order = order[rank_within(first.p.c.taker[left[order]]) < PER_TRANSFORMER]
    return tuple(_proposal(t, (first, last), int(left[row]), int(right[row])) for row in order)


def fresh(t: Territory, judged: Sequence[KnownLink]) -> tuple[Proposal, ...]:
    """Return the best chains, without those that people judged or that repeat a known lead of giver and taker."""
    known = {link.id for link in judged}
    ends = {(link.resource_id, link.firm_ids[0], link.firm_ids[-1]) for link in judged if link.firm_ids}
    return tuple(
        p
        for p in find(t)
        if p.id not in known and (p.resource_id, p.parties[0].firm_id, p.parties[-1].firm_id) not in ends
    )


def _towards(t: Territory) -> Steps:
    """Return the steps from an offer to a transformer."""
    makers, made = _makers(t)
    offers = np.flatnonzero((t.flows.direction == OFFER) & (t.flows.provenance != HYPOTHESIS) & (t.flows.resource >= 0))
    at, edge = candidates.join(t.flows.resource[offers], t.uses.usable_resource)
    left, right = candidates.join(t.uses.usable_use[edge], t.uses.transform_use[made])
    offer, maker, edge = offers[at[left]], makers[right], edge[left]
    use, firm = t.uses.usable_use[edge], t.flows.firm[maker]
    weight = candidates.sector_weights(t)[t.firms.sector[firm], use]
    c = Candidates(offer, _asked(t, firm, t.flows.resource[offer], use), firm, use, edge, weight)
    different = (t.flows.firm[offer] != firm) & (t.flows.resource[offer] != t.flows.resource[maker])
    return _weighed(t, c.take(different), maker[different])


def _from(t: Territory) -> Steps:
    """Return the steps from a transformer to who wants the product."""
    makers, _ = _makers(t)
    offered = np.zeros(len(t.flows.ids), dtype=np.bool_)
    offered[makers] = True
    c = candidates.same_resource(t, offered)
    c = c.take((t.flows.provenance[c.need] != HYPOTHESIS) & (t.flows.firm[c.offer] != c.taker))
    return _weighed(t, c, c.offer)


def _weighed(t: Territory, c: Candidates, maker: Ints) -> Steps:
    every = pairs.look_up(t, c)
    keep = rules.allowed(every) if c.size else np.zeros(0, dtype=np.bool_)
    kept = pairs.look_up(t, c.take(keep))
    points = model.points(model.learnt(model.SUBSTITUTION, t.points), kept)
    return Steps(kept, points, maker[keep])


def _makers(t: Territory) -> tuple[Ints, Ints]:
    """Return the known offers of a product by firms whose sector makes it, and which transformation that is."""
    known: Bools = (t.flows.direction == OFFER) & (t.flows.provenance != HYPOTHESIS)
    flows = np.flatnonzero(known & (t.flows.resource >= 0))
    left, made = candidates.join(t.flows.resource[flows], t.uses.transform_resource)
    sector = t.firms.sector[t.flows.firm[flows[left]]]
    does = candidates.sector_weights(t)[sector, t.uses.transform_use[made]] > 0
    return flows[left[does]], made[does]


def _asked(t: Territory, firm: Ints, resource: Ints, use: Ints) -> Ints:
    """Return the flow by which each transformer said that it wants the matter, -1 for none."""
    known = np.flatnonzero((t.flows.direction == NEED) & (t.flows.provenance != HYPOTHESIS))
    wanted = sorted(known.tolist(), key=lambda row: t.flows.ids[row])
    by_thing = {(int(t.flows.firm[r]), int(t.flows.resource[r])): int(r) for r in reversed(wanted)}
    by_use = {(int(t.flows.firm[r]), int(t.flows.use[r])): int(r) for r in reversed(wanted) if t.flows.use[r] >= 0}
    found = (
        by_thing.get((f, r), by_use.get((f, u), -1))
        for f, r, u in zip(firm.tolist(), resource.tolist(), use.tolist(), strict=True)
    )
    return np.fromiter(found, dtype=np.int64)


def _best_first(t: Territory, steps: tuple[Steps, Steps], rows: tuple[Ints, Ints], score: Floats) -> Ints:
    """Return the chains best first; ties are broken by ids, so the order of firms is no matter."""
    (first, last), (left, right) = steps, rows
    names = np.array(t.flows.ids)
    ends = (names[last.p.c.need[right]], names[first.maker[left]], names[first.p.c.offer[left]])
    return np.lexsort((*ends, -score.round(4)))


def _proposal(t: Territory, steps: tuple[Steps, Steps], left: int, right: int) -> Proposal:
    first, last = steps
    offer, through, need = first.p.c.offer[left], first.p.c.need[left], last.p.c.need[right]
    maker, use = first.maker[left], int(first.p.c.use[left])
    firms = [t.firms.ids[t.flows.firm[row]] for row in (offer, maker, need)]
    roles = (Role.GIVER, Role.THROUGH, Role.TAKER)
    flows = [offer, *([through] if through >= 0 else []), maker, need]
    return Proposal(
        id=stable_id(CHAIN, t.flows.ids[offer], firms[1], firms[2], t.uses.ids[use]),
        kind=SynergyKind.SUBSTITUTION,
        resource_id=t.resources.ids[t.flows.resource[offer]],
        use_id=t.uses.ids[use],
        parties=tuple(Party(firm, role, step) for step, (firm, role) in enumerate(zip(firms, roles, strict=True))),
        flow_ids=tuple(t.flows.ids[row] for row in flows),
        evidence=(*_evidence(first, left, ""), *_evidence(last, right, THEN), _third()),
        hypothetical=bool(through < 0),
    )


def _evidence(steps: Steps, row: int, step: str) -> tuple[Evidence, ...]:
    table = model.learnt(model.SUBSTITUTION, steps.p.t.points)
    one = np.array([row])
    [lines] = explain.evidence(table, (SHARE * steps.points[one]).round(4), explain.PAIR_VALUES, steps.p.take(one))
    return tuple(e._replace(criterion=step + e.criterion) for e in lines)


def _third() -> Evidence:
    return Evidence(CHAIN, THIRD_FIRM, "3 firms", "2 firms", model.EXPERT)
