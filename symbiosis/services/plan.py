"""The portfolio of the territory: worked out by the background worker, read by people."""

from collections.abc import Callable
from dataclasses import dataclass

from symbiosis.domain.clock import now
from symbiosis.domain.effects import FactorKind, Range
from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.portfolio import Option, Portfolio
from symbiosis.domain.views import SynergyLine
from symbiosis.knowledge.corrections import apply
from symbiosis.knowledge.factors import in_unit, read_factors
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.geometry import km_between
from symbiosis.matching.model import probability
from symbiosis.matching.portfolio import choose, size
from symbiosis.store import corrections, firms, flows, knowledge, leads, models, portfolio, territory, views
from symbiosis.store.portfolio import PROMISED
from symbiosis.store.session import Row, Store

Progress = Callable[[str, int, int], None]
SHOWN = 50


@dataclass(frozen=True)
class PlannedLine:
    """A lead of the set, how much of it a year in a unit, and the € that may be expected."""

    line: SynergyLine
    amount: float
    unit: str
    value: Range


@dataclass(frozen=True)
class Plan:
    """The set as it is shown: the most valuable lines, how many there are in all, and what they bring together."""

    at: str
    lines: tuple[PlannedLine, ...]
    leads: int
    left_out: int
    total: Range


def plan(store: Store, progress: Progress) -> Portfolio:
    """Work out the best set of leads and remember it."""
    progress("portfolio", 0, 1)
    options = _options(store, apply(knowledge.get(store), corrections.every(store)))
    unknown = sum(size(option) is None for option in options)
    made = Portfolio(now(), choose(options), unknown)
    portfolio.put(store, made)
    territory.touch(store)
    return made


def shown(store: Store) -> Plan | None:
    """Return the set as it was last worked out, without the leads that are gone since; None before."""
    made = portfolio.get(store)
    if made is None:
        return None
    off = read_factors().general(FactorKind.MONEY).range
    rows = {row["id"]: row for row in leads.lines(store, [p.id for p in made.planned[:SHOWN]])}
    lines = tuple(
        PlannedLine(views.synergy(rows[p.id]), p.amount, p.unit, Range(p.value, p.value).times(off))
        for p in made.planned[:SHOWN]
        if p.id in rows
    )
    total = sum(p.value for p in made.planned)
    return Plan(made.at, lines, len(made.planned), made.left_out, Range(total, total).times(off))


def _options(store: Store, rows: KnowledgeRows) -> list[Option]:
    resources, placed = {r.id: r for r in rows.resources}, {f.id: f for f in firms.every(store)}
    told = {f.flow.id: f for f in flows.every(store)}
    held = models.current(store)
    found = []
    for row in portfolio.leads(store):
        ends = [told[name] for name in row["flows"] or () if name in told]
        if row["kind"] == SynergyKind.SUBSTITUTION and len(ends) > 1 and row["resource"] in resources:
            score = row["score"]
            chance = BASE_RATE if score is None else probability(SynergyKind.SUBSTITUTION, score, held)
            found.append(_option(row, ends, resources[row["resource"]], (placed, chance)))
    return found


def _option(row: Row, ends: list[LinkedFlow], resource: Resource, about: tuple[dict[str, Firm], float]) -> Option:
    placed, chance = about
    given, wanted = ends[0].flow, ends[1].flow
    gain = resource.disposal_eur + resource.purchase_eur - resource.preparation_eur
    km = _km(placed[given.firm_id], placed[wanted.firm_id])
    amounts = [in_unit(resource, flow.quantity, flow.unit) for flow in (given, wanted)]
    value = chance * (gain - resource.haul_eur_km * km)
    promised = Judgement(row["judgement"]) in PROMISED
    return Option(row["id"], given.id, wanted.id, amounts[0], amounts[1], value, resource.unit.value, promised)


def _km(one: Firm, other: Firm) -> float:
    """Return the distance, 0 where it is unknown: then carrying is left out, as everywhere."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    return km_between((one.lat, one.lon), (other.lat, other.lon))
