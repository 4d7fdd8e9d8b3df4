"""The demonstration, matched in memory: how many leads there are, and that each could be defended."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from symbiosis.domain.enums import Direction, Hazard, Judgement, Origin, SynergyKind
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.folder import TerritoryRows
from symbiosis.domain.knowledge import Resource, Use
from symbiosis.domain.synergies import KnownLink, Proposal
from symbiosis.domain.tables import Territory
from symbiosis.domain.units import to_base
from symbiosis.importers.territory import read_folder
from symbiosis.knowledge import build, seeds
from symbiosis.matching import suggest
from symbiosis.matching.heat import MOST_LIFT, PUMP_FROM, PUMP_TO
from symbiosis.matching.territory import build as build_tables

YEAR = 2026


@dataclass(frozen=True)
class Matched:
    """The demonstration with its leads."""

    rows: TerritoryRows
    flows: dict[str, LinkedFlow]
    resources: dict[str, Resource]
    uses: dict[str, Use]
    identified: list[KnownLink]
    pairs: tuple[Proposal, ...]
    groups: tuple[Proposal, ...]
    table: Territory


@pytest.fixture(scope="module")
def matched() -> Matched:
    knowledge, rows = build(seeds.read_knowledge()), read_folder(seeds.SEEDS / "demonstration")
    flows = [knowledge.understand(flow) for flow in rows.flows]
    identified = [
        KnownLink(str(i), s.kind, Origin.IDENTIFIED, Judgement.PROPOSED, link.resource_id if link else "", s.firm_ids)
        for i, s in enumerate(rows.synergies)
        for link in [knowledge.linker.best(s.resource_text)]
    ]
    table = knowledge.listener.listen(build_tables(rows.firms, flows, knowledge.rows, YEAR), flows)
    return Matched(
        rows,
        {f.flow.id: f for f in flows},
        {r.id: r for r in knowledge.rows.resources},
        {u.id: u for u in knowledge.rows.uses},
        identified,
        suggest.substitutions(table, identified).proposals,
        suggest.sharing_groups(table, identified),
        table,
    )


def test_there_are_2000_new_leads_500_without_hypothesis_500_groups(matched: Matched) -> None:
    every = (*matched.pairs, *matched.groups)
    assert len(every) >= 2000
    assert sum(not p.hypothetical for p in every) >= 500
    assert len(matched.groups) >= 500


def test_every_identified_synergy_is_understood(matched: Matched) -> None:
    assert len(matched.identified) == 300
    assert all(link.resource_id for link in matched.identified)


def test_hazardous_things_only_go_to_treatments(matched: Matched) -> None:
    dangerous = [p for p in matched.pairs if matched.resources[p.resource_id].hazard is Hazard.YES]
    assert dangerous
    assert all(p.use_id and matched.uses[p.use_id].treatment for p in dangerous)


def test_no_heat_goes_where_hotter_is_wanted_than_a_heat_pump_reaches(matched: Matched) -> None:
    for flows in two_sides(matched):
        offered, wanted = (f.flow.temperature_c for f in flows)
        if offered is not None and wanted is not None and offered >= 12:
            assert offered >= wanted or (offered >= PUMP_FROM and wanted - offered <= MOST_LIFT and wanted <= PUMP_TO)


def test_no_quantity_drowns_the_other(matched: Matched) -> None:
    for left, right in two_sides(matched):
        a, b = base(left), base(right)
        if a and b and a[1] == b[1]:
            assert 1 / 20 <= a[0] / b[0] <= 20


def test_none_repeats_an_identified_one(matched: Matched) -> None:
    pairs = {(k.resource_id, k.firm_ids[0], k.firm_ids[-1]) for k in matched.identified if len(k.firm_ids) > 1}
    assert not pairs & {(p.resource_id, p.parties[0].firm_id, p.parties[-1].firm_id) for p in matched.pairs}
    known = [(k.resource_id, set(k.firm_ids)) for k in matched.identified if k.kind is SynergyKind.MUTUALISATION]
    for group in matched.groups:
        firms = {party.firm_id for party in group.parties}
        same = [other for resource, other in known if resource == group.resource_id]
        assert all(2 * len(firms & other) < len(firms | other) for other in same)


def test_sharing_groups_rest_on_what_somebody_said_or_saw(matched: Matched) -> None:
    for group in matched.groups:
        assert len({party.firm_id for party in group.parties}) == len(group.flow_ids) >= 2
        assert all(matched.flows[f].flow.provenance != "hypothesis" for f in group.flow_ids)


def two_sides(matched: Matched) -> list[tuple[LinkedFlow, LinkedFlow]]:
    sides = [tuple(matched.flows[f] for f in p.flow_ids) for p in matched.pairs]
    return [(s[0], s[1]) for s in sides if len(s) == 2 and s[0].flow.direction is Direction.OFFER]


def base(linked: LinkedFlow) -> tuple[float, str] | None:
    flow = linked.flow
    return to_base(flow.quantity, flow.unit) if flow.quantity and flow.unit else None


FIRST = 10  # suggestions of a donor that a person would read


LEAST_AGAIN, LEAST_ALIKE = 0.6, 0.5  # docs/matching.md says why


def test_held_out_fifths_of_what_people_identified_are_found_again(matched: Matched) -> None:
    again, alike = dict.fromkeys(SynergyKind, 0), 0
    for fold in range(5):
        held = [link for rank, link in enumerate(matched.identified) if rank % 5 == fold]
        kept = [link for rank, link in enumerate(matched.identified) if rank % 5 != fold]
        pairs, groups = (
            suggest.substitutions(matched.table, kept).proposals,
            suggest.sharing_groups(matched.table, kept),
        )
        for link in held:
            if link.kind is SynergyKind.SUBSTITUTION:
                again[link.kind] += found_again(link, pairs)
            else:
                again[link.kind] += any(2 * len(common) >= len(link.firm_ids) for common, _ in united(link, groups))
                alike += any(2 * len(common) >= len(both) for common, both in united(link, groups))
    count = Counter(link.kind for link in matched.identified)
    for kind in SynergyKind:
        assert again[kind] >= LEAST_AGAIN * count[kind], (kind, again[kind])
    assert alike >= LEAST_ALIKE * count[SynergyKind.MUTUALISATION]


def first(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return those of a firm's suggestions that a person would read."""
    return sorted(proposals, key=lambda p: (p.hypothetical, -p.score, p.id))[:FIRST]


def united(link: KnownLink, groups: tuple[Proposal, ...]) -> list[tuple[set[str], set[str]]]:
    """Return, of each group for the same thing that one of its firms reads first, the common firms and all of both."""
    firms = set(link.firm_ids)
    read = {g.id: g for name in firms for g in first(g for g in groups if name in {p.firm_id for p in g.parties})}
    same = [{p.firm_id for p in g.parties} for g in read.values() if g.resource_id == link.resource_id]
    return [(firms & other, firms | other) for other in same]


def found_again(link: KnownLink, pairs: tuple[Proposal, ...]) -> bool:
    """Tell whether a known pair is among the first suggestions of its donor."""
    best = first([p for p in pairs if p.parties[0].firm_id == link.firm_ids[0]])
    return any(p.parties[-1].firm_id == link.firm_ids[-1] and p.resource_id == link.resource_id for p in best)
