"""What people identified or judged already: never proposed again. And what stands: proposals that keep their name."""

from collections.abc import Iterable, Sequence

import numpy as np

from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.synergies import KnownLink
from symbiosis.domain.tables import Bools, Ints, Territory
from symbiosis.matching.groups import Served
from symbiosis.matching.pairs import Pairs

SAME_GROUP = 0.5  # at least half of the united firms are common
NO_LONGER_UNITED = (Judgement.REFUSED, Judgement.ABANDONED)
Group = tuple[str, frozenset[str]]  # resource, firms


def repeats_pair(p: Pairs, known: Iterable[KnownLink]) -> Bools:
    """Return which pairs have the resource, giver and taker of a known substitution."""
    t = p.t
    ours = _key(t, p.resource, t.flows.firm[p.c.offer], p.c.taker)
    return np.isin(ours, _pair_keys(t, known))


def _pair_keys(t: Territory, known: Iterable[KnownLink]) -> Ints:
    firm = {name: row for row, name in enumerate(t.firms.ids)}
    resource = {name: row for row, name in enumerate(t.resources.ids)}
    rows = [
        (resource[link.resource_id], firm[link.firm_ids[0]], firm[link.firm_ids[-1]])
        for link in known
        if link.kind is SynergyKind.SUBSTITUTION and link.resource_id in resource and _all_in(link, firm)
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return _key(t, table[:, 0], table[:, 1], table[:, 2])


def _key(t: Territory, resource: Ints, giver: Ints, taker: Ints) -> Ints:
    firms = len(t.firms.ids)
    return (resource * firms + giver) * firms + taker


def _all_in(link: KnownLink, firms: dict[str, int]) -> bool:
    return all(firm in firms for firm in link.firm_ids)


def groups_of(known: Iterable[KnownLink]) -> list[Group]:
    """Return the known sharing groups."""
    return [(link.resource_id, frozenset(link.firm_ids)) for link in known if link.kind is SynergyKind.MUTUALISATION]


def served(t: Territory, known: Iterable[KnownLink]) -> Served:
    """Return, per resource, the firms that a group which nobody refused already unites."""
    firm = {name: row for row, name in enumerate(t.firms.ids)}
    united: dict[str, set[int]] = {}
    for link in known:
        if link.kind is SynergyKind.MUTUALISATION and link.judgement not in NO_LONGER_UNITED:
            united.setdefault(link.resource_id, set()).update(firm[f] for f in link.firm_ids if f in firm)
    return {row: frozenset(united.get(name, ())) for row, name in enumerate(t.resources.ids)}


def same_group(a: Group, others: Sequence[Group]) -> int | None:
    """Return the position of the first group about the same resource that shares at least half of the firms."""
    for position, other in enumerate(others):
        if a[0] == other[0] and len(a[1] & other[1]) >= SAME_GROUP * len(a[1] | other[1]):
            return position
    return None
