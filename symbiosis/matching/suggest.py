"""The matcher as pure functions: a territory and what people already know in, proposals out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Role, SynergyKind
from symbiosis.domain.ids import group_id, substitution_id
from symbiosis.domain.synergies import Evidence, KnownLink, Nominee, Party, Proposal
from symbiosis.domain.tables import Bools, Floats, Ints, Territory
from symbiosis.matching import candidates, explain, groups, known, model, oddities, pairs, rules, select
from symbiosis.matching.groups import Groups
from symbiosis.matching.pairs import Pairs

AT_ONCE = 50_000  # pairs: their columns stay in the processor's cache
NAMED_AFTER = 2  # a group keeps the name made of its first two firms


@dataclass(frozen=True)
class Suggestions:
    """What the matcher proposes; `rejected` counts the pairs each rule dropped, for the run's report."""

    proposals: tuple[Proposal, ...]
    candidates: int
    rejected: dict[str, int]
    repeated: int
    no_taker: int  # offers that somebody told and that are in no pair
    nominees: tuple[Nominee, ...]  # the guess that each offer makes, shown or not
    asking: frozenset[str]  # the offers whose guess is shown, also of those that were not looked at


def substitutions(
    t: Territory, judged: Sequence[KnownLink], offers: Bools | None = None, rivals: Iterable[Nominee] = ()
) -> Suggestions:
    """Return the pairs worth proposing, for all offered flows or the chosen ones.

    `rivals`: the guesses of the offered flows that are not chosen.
    """
    every = pairs.look_up(t, candidates.find(t, offers))
    table = model.learnt(model.SUBSTITUTION, t.points)
    kept, scores, rejected = _weighed(every, table)
    lawful = every.take(kept)
    repeated = known.repeats_pair(lawful, judged)
    left = lawful.take(~repeated)
    chosen = select.choose(left, scores[~repeated], rivals)
    best = left.take(chosen.rows)
    proposals = pairs_as_proposals(best, model.points(table, best), chosen.hypothetical)
    return Suggestions(
        proposals, every.c.size, rejected, int(repeated.sum()), oddities.without_taker(t, every.c.offer),
        chosen.nominees, chosen.asking,
    )  # fmt: skip


def _weighed(every: Pairs, table: tuple[model.Criterion[Pairs], ...]) -> tuple[Ints, Floats, dict[str, int]]:
    """Return the pairs that every rule keeps and the sum of their points; how many each rule drops."""
    kept, scores, rejected = [np.zeros(0, np.int64)], [np.zeros(0)], Counter(dict.fromkeys(rules.KEYS, 0))
    for start in range(0, every.c.size, AT_ONCE):
        block = every.take(slice(start, start + AT_ONCE))
        keep, dropped = rules.sift(block)
        kept.append(start + np.flatnonzero(keep))
        scores.append(model.points(table, block.take(keep)).sum(axis=1))
        rejected.update(dropped)
    return np.concatenate(kept), np.concatenate(scores), dict(rejected)


def sharing_groups(
    t: Territory, judged: Sequence[KnownLink], standing: Sequence[KnownLink] = (), resources: Bools | None = None
) -> tuple[Proposal, ...]:
    """Return the groups worth proposing, for all resources or the chosen ones, then those that lack a few firms.

    A group that grew out of a `standing` proposal keeps that one's id.
    """
    served = known.served(t, judged)
    complete = groups.find(t, served, resources)
    found = groups.together(complete, groups.nearly(t, complete, served, resources))
    had = known.groups_of(judged)
    new = np.array([known.same_group(_firms(found, row), had) is None for row in range(len(found.members))], bool)
    left = found.take(new)
    if not left.members:
        return ()
    scores = model.points(model.learnt(model.MUTUALISATION, t.points), left)
    lines = explain.evidence(model.MUTUALISATION, scores, explain.GROUP_VALUES, left)
    named = zip(lines, _names(left, judged, standing), strict=True)
    return tuple(_group(left, row, its, name) for row, (its, name) in enumerate(named))


def pairs_as_proposals(p: Pairs, scores: Floats, guess: Bools) -> tuple[Proposal, ...]:
    """Return each pair as a proposal; `guess` when a side of it was told by nobody."""
    lines = explain.evidence(model.SUBSTITUTION, scores, explain.PAIR_VALUES, p)
    return tuple(_pair(p, row, its, told) for row, (its, told) in enumerate(zip(lines, guess.tolist(), strict=True)))


def _pair(p: Pairs, row: int, evidence: tuple[Evidence, ...], guess: bool) -> Proposal:
    t, need = p.t, int(p.c.need[row])
    offer_id, taker = t.flows.ids[p.c.offer[row]], t.firms.ids[p.c.taker[row]]
    giver = t.firms.ids[t.flows.firm[p.c.offer[row]]]
    use = int(p.c.use[row])
    return Proposal(
        id=substitution_id(offer_id, taker),
        kind=SynergyKind.SUBSTITUTION,
        resource_id=t.resources.ids[p.resource[row]],
        use_id=t.uses.ids[use] if use >= 0 else "",
        parties=(Party(giver, Role.GIVER, 0), Party(taker, Role.TAKER, 1)),
        flow_ids=(offer_id,) if need < 0 else (offer_id, t.flows.ids[need]),
        evidence=evidence,
        hypothetical=guess,
    )


def _group(g: Groups, row: int, evidence: tuple[Evidence, ...], name: str) -> Proposal:
    flows = g.t.flows
    firms = [g.t.firms.ids[flows.firm[m]] for m in g.members[row]]
    return Proposal(
        id=name,
        kind=SynergyKind.MUTUALISATION,
        resource_id=g.t.resources.ids[g.resource[row]],
        use_id="",
        parties=tuple(Party(firm, Role.MEMBER, step) for step, firm in enumerate(firms)),
        flow_ids=tuple(flows.ids[m] for m in g.members[row]),
        evidence=evidence,
        hypothetical=False,
    )


def _firms(g: Groups, row: int) -> known.Group:
    firms = frozenset(g.t.firms.ids[g.t.flows.firm[m]] for m in g.members[row])
    return g.t.resources.ids[g.resource[row]], firms


def _names(g: Groups, judged: Sequence[KnownLink], standing: Sequence[KnownLink]) -> Iterator[str]:
    """Yield each group's id: that of the standing group it grew out of, or one that no other group bears."""
    taken = {link.id for link in (*judged, *standing)}
    shared = [link for link in standing if link.kind is SynergyKind.MUTUALISATION]
    left = list(zip([link.id for link in shared], known.groups_of(shared), strict=True))
    for row in range(len(g.members)):
        resource, firms = _firms(g, row)
        before = known.same_group((resource, firms), [group for _, group in left])
        name = _new_name(g, row, taken) if before is None else left.pop(before)[0]
        taken.add(name)
        yield name


def _new_name(g: Groups, row: int, taken: Set[str]) -> str:
    """Return the id made of the first two firms, or of as many as it takes to be nobody else's."""
    resource = g.t.resources.ids[g.resource[row]]
    firms = tuple(g.t.firms.ids[g.t.flows.firm[m]] for m in g.members[row])
    names = (group_id(resource, firms[:most]) for most in range(NAMED_AFTER, len(firms) + 1))
    return next((name for name in names if name not in taken), group_id(resource, (*firms, *sorted(taken))))
