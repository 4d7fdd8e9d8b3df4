"""A territory ready to be pictured: read and measured once per version, judged anew at each use."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from symbiosis.counting import funnel, network, places, sankey, spread
from symbiosis.domain.enums import Judgement, SynergyKind, Unit
from symbiosis.domain.errors import NotFound
from symbiosis.domain.firms import Commune
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.pictured import PicturedLead, Scene, Wanted
from symbiosis.domain.pictures import Flows, Funnel, Network, Places, Spread
from symbiosis.matching.geometry import distance_km
from symbiosis.store import firms, flows, leads, pictured
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Store

UNDO = "undo"
MOST_NODES, MOST_FIRMS, MOST_TIED = 6, 300, 60  # more firms tied together are a ball of wool
MOST_KEPT = 64  # answers, per scene
T = TypeVar("T")


def scene(store: Store, rows: KnowledgeRows) -> Scene:
    """Return the territory with what people judged and what the trade knows; the same one until something changes."""
    held, judged = _held(store), leads.judgements(store)
    if held.judged is None or held.rows is not rows or held.judged.judged != judged:
        things = {r.id: r for r in rows.resources}
        held.judged, held.rows = replace(held.unjudged, judged=judged, things=things), rows
    return held.judged


def flows_between(found: Scene, wanted: Wanted, kind: SynergyKind) -> Flows:
    """Return the leads from sector to resource to sector."""
    return _once(found, ("flows", wanted, kind), lambda: sankey.flows(found, wanted, kind, MOST_NODES))


def on_map(found: Scene, wanted: Wanted, commune: str) -> Places:
    """Return the communes, or the firms of one."""
    if commune:
        count = partial(places.by_firm, found, wanted, commune, MOST_FIRMS)
    else:
        count = partial(places.by_commune, found, wanted)
    return _once(found, ("map", wanted, commune), count)


def around(found: Scene, wanted: Wanted, firm: str) -> Network:
    """Return what surrounds a firm, else the resource wanted; NotFound for a firm that is none."""
    if not firm:
        return _once(found, ("resource", wanted), lambda: network.around_resource(found, wanted, MOST_TIED))
    if firm not in found.firms:
        raise NotFound(f"firm {firm}")
    return _once(found, ("firm", wanted, firm), lambda: network.around_firm(found, wanted, firm, MOST_TIED))


def how_far(found: Scene, wanted: Wanted, unit: Unit) -> Spread:
    """Return the substitutions by distance and quantity."""
    return _once(found, ("distances", wanted, unit), lambda: spread.spread(found, wanted, unit))


def stages(store: Store, found: Scene) -> Funnel:
    """Return how far leads ever got."""
    rows = pictured.history(store)
    events = (funnel.Event(r["id"], Judgement(r["after"]), r["reason"] == UNDO, r["at"] or "") for r in rows)
    return funnel.funnel(found, events)


def outlines(store: Store) -> tuple[dict[str, dict[str, object]], str]:
    """Return the official outline of each commune that has one, and where they come from."""
    held = pictured.outlines(store)
    sources = sorted({source for _, source in held.values()})
    return {commune: geometry for commune, (geometry, _) in held.items()}, " ; ".join(sources)


@dataclass
class _Held:
    """What was read for one version of the territory, and the latest scene made of it."""

    unjudged: Scene
    judged: Scene | None = None
    rows: KnowledgeRows | None = None


@per_version
def _held(store: Store) -> _Held:
    return _Held(_read(store))


_counted: WeakKeyDictionary[Scene, dict[Hashable, Any]] = WeakKeyDictionary()


def _once(found: Scene, key: Hashable, count: Callable[[], T]) -> T:
    """Count once per scene and question."""
    kept = _counted.setdefault(found, {})
    if len(kept) >= MOST_KEPT:
        kept.clear()
    if key not in kept:
        kept[key] = count()
    result: T = kept[key]
    return result


def _read(store: Store) -> Scene:
    every, known = pictured.leads(store), firms.known(store)
    placed = {f.id: (f.lat, f.lon) for f in known if f.lat is not None and f.lon is not None}
    return Scene(
        leads=every, firms={f.id: f for f in known}, flows={f.flow.id: f.flow for f in flows.every(store)},
        things={}, communes=_communes(store), km=_distances(every, placed),
    )  # fmt: skip


def _communes(store: Store) -> tuple[Commune, ...]:
    rows = firms.communes(store)
    return tuple(Commune(r["id"], r["name"] or r["id"], r["lat"], r["lon"], r["population"] or 0) for r in rows)


def _distances(every: tuple[PicturedLead, ...], placed: dict[str, tuple[float, float]]) -> dict[str, float]:
    """Return km between giver and taker, and from the middle of a group to its members on average."""
    whole = [lead for lead in every if lead.firms and set(lead.firms) <= placed.keys()]
    pairs = [lead for lead in whole if lead.kind is SynergyKind.SUBSTITUTION]
    ends = np.array([(*placed[p.firms[0]], *placed[p.firms[-1]]) for p in pairs]).reshape(-1, 4)
    between = distance_km(*ends.T) if pairs else np.array([])
    groups = [lead for lead in whole if lead.kind is SynergyKind.MUTUALISATION]
    radii = {group.id: _radius(np.array([placed[f] for f in group.firms])) for group in groups}
    return dict(zip((p.id for p in pairs), between.tolist(), strict=True)) | radii


def _radius(members: NDArray[np.float64]) -> float:
    lat, lon = members.T
    return float(distance_km(lat, lon, lat.mean(), lon.mean()).mean())
