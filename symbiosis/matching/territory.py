"""Rows of firms, flows and knowledge, turned into the column tables everything else computes on."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from math import isfinite

import numpy as np

from symbiosis.domain.enums import (
    Direction,
    Hazard,
    Maturity,
    Provenance,
    ResourceKind,
    Rhythm,
    SharingMode,
    Unit,
    WaterGrade,
)
from symbiosis.domain.experience import Experience
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows, Resource, Sharing, Transform
from symbiosis.domain.tables import (
    FirmTable,
    Floats,
    FlowTable,
    Ints,
    ResourceTable,
    SharingTable,
    Territory,
    UseTable,
    silent,
)
from symbiosis.domain.units import to_base, to_unit_of
from symbiosis.matching import experience

NAN = float("nan")
ROAD_EUR_KM = 0.6  # one light vehicle, € per km, there and back counted apart: expert estimate
NOTHING_YET = Experience()
Rank = Mapping[str, int]


def build(
    firms: Sequence[Firm],
    flows: Sequence[LinkedFlow],
    rows: KnowledgeRows,
    this_year: int,
    past: Experience = NOTHING_YET,
) -> Territory:
    """Return the tables of a territory; closed firms and flows that were not understood are left out."""
    resources, uses = _ranks(r.id for r in rows.resources), _ranks(u.id for u in rows.uses)
    firms = [f for f in firms if not f.closed_at]
    firm_ranks = _ranks(f.id for f in firms)
    table = _firms(firms)
    understood = [
        f for f in flows if f.flow.firm_id in firm_ranks and (f.use_id or (f.link and f.link.resource_id in resources))
    ]
    return Territory(
        firms=table,
        flows=_flows(understood, firm_ranks, rows, resources, uses),
        resources=_resources(rows.resources),
        uses=_uses(rows, resources, uses),
        sharing=_sharing(rows.sharing, resources),
        settled=experience.settled(past.answers, firm_ranks, resources),
        checked=experience.checked(past.answers, table.sectors, resources),
        limits=experience.limits(past.limits, firm_ranks, resources),
        learnt=experience.learnt(past.model, table.sectors, uses),
        said=silent(len(understood), len(rows.uses)),
        points=past.model.points if past.model else {},
        this_year=this_year,
    )


def _ranks(ids: Iterable[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(ids)}


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _floats(values: Iterable[float | None]) -> Floats:
    return np.fromiter((NAN if v is None or not isfinite(v) else v for v in values), dtype=np.float64)


def _position(value: StrEnum | None) -> int:
    return -1 if value is None else _positions(type(value))[value]


@cache
def _positions(closed: type[StrEnum]) -> dict[StrEnum, int]:
    return {value: place for place, value in enumerate(closed)}


def _firms(firms: Sequence[Firm]) -> FirmTable:
    sectors = sorted({_sector(f) for f in firms})
    rank = _ranks(sectors)
    return FirmTable(
        ids=tuple(f.id for f in firms),
        sectors=tuple(sectors),
        sector=_ints(rank[_sector(f)] for f in firms),
        lat=_floats(f.lat for f in firms),
        lon=_floats(f.lon for f in firms),
    )


def _sector(firm: Firm) -> str:
    return firm.nace[0] if firm.nace else ""


def _flows(flows: Sequence[LinkedFlow], firms: Rank, rows: KnowledgeRows, resources: Rank, uses: Rank) -> FlowTable:
    known = {r.id: r for r in rows.resources}
    base = [_counted(f, known.get(f.link.resource_id) if f.link else None) for f in flows]
    told = [_counted(f, None) for f in flows]
    return FlowTable(
        ids=tuple(f.flow.id for f in flows),
        firm=_ints(firms[f.flow.firm_id] for f in flows),
        direction=_ints(_position(f.flow.direction) for f in flows),
        resource=_ints(resources.get(f.link.resource_id, -1) if f.link else -1 for f in flows),
        use=_ints(uses.get(f.use_id, -1) for f in flows),
        confidence=_floats(f.link.confidence if f.link else NAN for f in flows),
        quantity=_floats(q for q, _ in base),
        unit=_ints(u for _, u in base),
        told=_floats(q for q, _ in told),
        told_unit=_ints(u for _, u in told),
        rhythm=_ints(_position(f.flow.rhythm) for f in flows),
        temperature=_floats(f.flow.temperature_c for f in flows),
        provenance=_ints(_position(f.flow.provenance) for f in flows),
        year=_floats(int(f.flow.as_of[:4]) if f.flow.as_of[:4].isdecimal() else None for f in flows),
    )


def _counted(linked: LinkedFlow, resource: Resource | None) -> tuple[float, int]:
    """Return a flow's quantity and the position of its unit: the resource's own wherever a density leads there."""
    flow = linked.flow
    if flow.quantity is None or flow.unit is None or flow.quantity <= 0:
        return NAN, -1
    told = (flow.quantity, flow.unit)
    quantity, unit = to_unit_of(resource, *told) if resource else to_base(*told)
    return quantity, _position(unit)


def _resources(resources: Sequence[Resource]) -> ResourceTable:
    return ResourceTable(
        ids=tuple(r.id for r in resources),
        kind=_ints(_position(r.kind) for r in resources),
        hazard=_ints(_position(r.hazard) for r in resources),
        gain=_floats(r.disposal_eur + r.purchase_eur - r.preparation_eur for r in resources),
        haul=_floats(r.haul_eur_km for r in resources),
        unit=_ints(_position(r.unit) for r in resources),
    )


def _uses(rows: KnowledgeRows, resources: Rank, uses: Rank) -> UseTable:
    return UseTable(
        ids=tuple(u.id for u in rows.uses),
        treatment=np.fromiter((u.treatment for u in rows.uses), dtype=np.bool_),
        usable_resource=_ints(resources[e.resource_id] for e in rows.usable_as),
        usable_use=_ints(uses[e.use_id] for e in rows.usable_as),
        usable_maturity=_ints(_position(e.maturity) for e in rows.usable_as),
        performs_sector=tuple(p.nace for p in rows.performs),
        performs_use=_ints(uses[p.use_id] for p in rows.performs),
        performs_weight=_floats(p.weight for p in rows.performs),
        transform_use=_ints(uses[m.use_id] for m in _makes(rows, resources, uses)),
        transform_resource=_ints(resources[m.resource_id] for m in _makes(rows, resources, uses)),
    )


def _makes(rows: KnowledgeRows, resources: Rank, uses: Rank) -> list[Transform]:
    return [m for m in rows.transforms if m.use_id in uses and m.resource_id in resources]


def _sharing(rows: Sequence[Sharing], resources: Rank) -> SharingTable:
    return SharingTable(
        resource=_ints(resources[s.resource_id] for s in rows),
        mode=_ints(_position(s.mode) for s in rows),
        draws=_ints(sum(1 << _position(d) for d in s.draws_from) for s in rows),
        trigger_firms=_ints(s.trigger_firms for s in rows),
        trigger_quantity=_floats(s.trigger_quantity for s in rows),
        radius_km=_floats(s.saving_eur / (s.trips * ROAD_EUR_KM * 2) for s in rows),
    )


# The tables hold positions in these closed lists; a criterion that needs one by name reads it here.
DIRECTIONS, PROVENANCES, RHYTHMS = tuple(Direction), tuple(Provenance), tuple(Rhythm)
HAZARDS, MATURITIES, KINDS = tuple(Hazard), tuple(Maturity), tuple(ResourceKind)
UNITS, MODES, WATERS = tuple(Unit), tuple(SharingMode), tuple(WaterGrade)
