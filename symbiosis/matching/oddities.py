"""What a run found odd in the data, counted: each has its result, and none stops the run (docs/matching.md)."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.tables import Ints, Territory
from symbiosis.domain.units import BASE, to_unit_of
from symbiosis.matching.candidates import HYPOTHESIS, OFFER

ENORMOUS = 1e9  # t, m3, MWh, pieces or hours a year: more than any one firm moves
ODD = ("no_place", "no_quantity", "not_positive", "enormous", "other_unit", "no_temperature", "no_taker")
HEAT = "heat"  # the family of what a temperature tells apart


def count(firms: Iterable[Firm], flows: Sequence[LinkedFlow], rows: KnowledgeRows) -> dict[str, int]:
    """Return how many firms have no place, and how many flows are odd in their quantity or are heat of no temperature.

    Every key of ODD but `no_taker`.
    """
    resources = {r.id: r for r in rows.resources}
    found = Counter(kind for f in flows if (kind := _odd(f, resources)))
    unplaced = sum((f.lat is None or f.lon is None) and not f.closed_at for f in firms)
    tepid = sum(_is_heat_of_no_temperature(f, resources) for f in flows)
    return {key: found[key] for key in ODD[:-1]} | {"no_place": unplaced, "no_temperature": tepid}


def without_taker(t: Territory, offers: Ints) -> int:
    """Return how many declared or observed offers are in no pair, `offers` being those of the pairs."""
    told = np.flatnonzero((t.flows.direction == OFFER) & (t.flows.provenance != HYPOTHESIS))
    return int((~np.isin(told, offers)).sum())


def _meant(linked: LinkedFlow, resources: dict[str, Resource]) -> Resource | None:
    return resources.get(linked.link.resource_id) if linked.link else None


def _is_heat_of_no_temperature(linked: LinkedFlow, resources: dict[str, Resource]) -> bool:
    resource = _meant(linked, resources)
    return resource is not None and resource.family == HEAT and linked.flow.temperature_c is None


def _odd(linked: LinkedFlow, resources: dict[str, Resource]) -> str:
    flow = linked.flow
    if flow.quantity is None or flow.unit is None:
        return "no_quantity"
    if not flow.quantity > 0:
        return "not_positive"
    if flow.quantity * BASE[flow.unit][1] > ENORMOUS:
        return "enormous"
    resource = _meant(linked, resources)
    same = resource is None or to_unit_of(resource, flow.quantity, flow.unit)[1] is BASE[resource.unit][0]
    return "" if same else "other_unit"
