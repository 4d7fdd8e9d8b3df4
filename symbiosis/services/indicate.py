"""The indicators of a territory: what is done, agreed, possible and supposed, each with its range."""

from dataclasses import dataclass, field

from symbiosis.counting import indicators as counting
from symbiosis.domain.effects import Measure, Range
from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.follow_up import Result, standing
from symbiosis.domain.indicators import Indicators, Noted, Worth
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.pictured import PicturedLead, Scene
from symbiosis.knowledge import factors
from symbiosis.store import follow_up, pictured
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Store

ONE = Range(1.0, 1.0)


def indicators(store: Store, scene: Scene, rows: KnowledgeRows) -> Indicators:
    """Return the indicators of a scene; summed anew when the territory, the knowledge or a judgement changed."""
    kept, noted = _kept(store), _noted(store, scene)
    if kept.rows is not rows:
        kept.rows, kept.worths, kept.told = rows, _work_out(scene, rows), None
    told = (dict(scene.judged), noted)
    if kept.told != told or kept.found is None:
        kept.found, kept.told = counting.indicators(scene, kept.worths, noted), told
    return kept.found


def _noted(store: Store, scene: Scene) -> dict[str, Noted]:
    """Return what follow-up says of what is implemented, and of what once was."""
    done = (r for r in pictured.history(store) if r["after"] == Judgement.IMPLEMENTED)
    started = {r["id"]: (r["at"] or "")[:4] for r in done}
    ids = sorted({*started, *(i for i, judgement in scene.judged.items() if judgement is Judgement.IMPLEMENTED)})
    results = follow_up.results(store, ids)
    return {i: Noted(started.get(i, ""), _by_year(results.get(i, ()))) for i in ids}


def _by_year(results: tuple[Result, ...]) -> dict[str, dict[Measure, float]]:
    found: dict[str, dict[Measure, float]] = {}
    for result in standing(results):
        if result.amount is not None:
            found.setdefault(str(result.year), {})[Measure(result.measure.value)] = result.amount
    return found


@dataclass
class _Kept:
    """What was worked out for one version of the territory: the worth of each lead, then the sums."""

    rows: KnowledgeRows | None = None
    worths: dict[str, Worth] = field(default_factory=dict)
    told: tuple[dict[str, Judgement], dict[str, Noted]] | None = None
    found: Indicators | None = None


@per_version
def _kept(_store: Store) -> _Kept:
    return _Kept()


def _work_out(scene: Scene, rows: KnowledgeRows) -> dict[str, Worth]:
    known = [lead for lead in scene.leads if lead.resource in scene.things]
    pairs = {p.id: _pair(scene, p) for p in known if p.kind is SynergyKind.SUBSTITUTION}
    ways = {way.resource_id: way for way in rows.sharing}
    table = factors.read_factors()
    groups = {}
    for group in (g for g in known if g.kind is SynergyKind.MUTUALISATION and g.resource in ways):
        saved = factors.shared_saving(table, ways[group.resource], len(group.firms), scene.km.get(group.id))
        groups[group.id] = Worth(fixed={saved.measure: saved.range}, factors=saved.factors, placed=saved.placed)
    return pairs | groups


def _pair(scene: Scene, lead: PicturedLead) -> Worth:
    resource = scene.things[lead.resource]
    unit = factors.effects(factors.read_factors(), resource, ONE, scene.km.get(lead.id))
    return counting.worth(scene, lead, resource, unit)
