"""Sums for elected members: each tonne once, what is done before what is hoped for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from symbiosis.domain.effects import NOTHING, Effect, Factor, FactorKind, Measure, Range
from symbiosis.domain.enums import Direction, Judgement, SynergyKind
from symbiosis.domain.indicators import Indicators, Noted, OfCommune, OfYear, Reach, Sum, Worth
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.pictured import PicturedLead, Scene, Step
from symbiosis.domain.units import to_base

ORDER = tuple(Reach)
Brought = Mapping[Measure, Range]
TOLD_OF = (Reach.REALISED, Reach.AGREED, Reach.POTENTIAL)
OWN = (FactorKind.MONEY, FactorKind.SAVING)  # made of each resource's own figures


def worth(scene: Scene, lead: PicturedLead, resource: Resource, effects: Iterable[Effect]) -> Worth:
    """Return what a substitution may bring, given the effects of exchanging one unit."""
    told = list(effects)
    sides = {scene.flows[f].direction: scene.flows[f] for f in reversed(lead.flows) if f in scene.flows}
    named: dict[Direction, tuple[str, float | None]] = {}
    for direction, flow in sides.items():
        amount, unit = to_base(flow.quantity, flow.unit) if flow.quantity is not None and flow.unit else (None, None)
        named[direction] = (flow.id, amount if unit is resource.unit else None)
    nobody = ("", None)
    return Worth(
        *named.get(Direction.OFFER, nobody), *named.get(Direction.NEED, nobody),
        per_unit={e.measure: e.range for e in told}, factors=tuple(f for e in told for f in e.factors),
        placed=all(e.placed for e in told),
    )  # fmt: skip


def reach(scene: Scene, lead: PicturedLead) -> Reach | None:
    """Return how real a lead is, None for one that was dropped."""
    step = scene.steps[lead.id]
    if step is Step.DROPPED:
        return None
    if step is Step.IMPLEMENTED:
        return Reach.REALISED
    if step is Step.CONFIRMED:
        return Reach.AGREED
    return Reach.SUPPOSED if lead.hypothetical else Reach.POTENTIAL


@dataclass
class _Left:
    """What is left of each flow while leads are counted one after the other."""

    amounts: dict[str, float] = field(default_factory=dict)

    def take(self, w: Worth) -> Range | None:
        """Return how much may change hands of what is left, and take it; None where nobody told a quantity."""
        sides = [(flow, amount) for flow, amount in ((w.given_by, w.given), (w.wanted_by, w.wanted)) if flow]
        known = [(flow, self.amounts.setdefault(flow, amount)) for flow, amount in sides if amount is not None]
        if not known:
            return None
        most = min(amount for _, amount in known)
        for flow, amount in known:
            self.amounts[flow] = amount - most
        return Range(most if len(known) > 1 else 0.0, most)


def indicators(scene: Scene, worths: Mapping[str, Worth], noted: Mapping[str, Noted]) -> Indicators:
    """Return the sums; what follow-up noted of an implemented synergy replaces its estimate."""
    reaches = {lead.id: found for lead in scene.leads if (found := reach(scene, lead))}
    order = sorted(
        (lead for lead in scene.leads if lead.id in reaches),
        key=lambda lead: (ORDER.index(reaches[lead.id]), -(lead.score or 0.0), lead.id),
    )
    left, brought = _Left(), dict[str, Brought]()
    for lead in order:
        estimate = _brings(worths.get(lead.id, Worth()), left)
        told = noted[lead.id].latest if lead.id in noted and reaches[lead.id] is Reach.REALISED else {}
        brought[lead.id] = estimate | {measure: Range(amount, amount) for measure, amount in told.items()}
    done = [lead for lead in order if reaches[lead.id] is Reach.REALISED]
    used = [(worths[i], found) for i, found in reaches.items() if i in worths and brought[i] and found in TOLD_OF]
    return Indicators(
        sums=_sums(reaches, brought, noted), synergies=_by_status(scene), firms=_firms(order, reaches),
        communes=_by_commune(scene, order, reaches, brought), years=_by_year(done, brought, noted),
        factors=_used(used),
        unplaced=sum(not w.placed for w, _ in used),
    )  # fmt: skip


def _used(worths: list[tuple[Worth, Reach]]) -> tuple[Factor, ...]:
    """Return the factors used; the money of each resource only for what is sure, else there would be hundreds."""
    every = {f.id: f for w, found in worths for f in w.factors if found is not Reach.POTENTIAL or f.what not in OWN}
    return tuple(sorted(every.values(), key=lambda f: (f.what, f.id)))


def _brings(w: Worth, left: _Left) -> dict[Measure, Range]:
    quantity = left.take(w) if w.per_unit else None
    of_units = {m: quantity.times(each) for m, each in w.per_unit.items()} if quantity else {}
    return of_units | dict(w.fixed)


def _sums(
    reaches: Mapping[str, Reach], brought: Mapping[str, Brought], noted: Mapping[str, Noted]
) -> dict[tuple[Reach, Measure], Sum]:
    every = Counter(reaches.values())
    ranges: dict[tuple[Reach, Measure], Range] = {}
    known: Counter[tuple[Reach, Measure]] = Counter()
    measured: Counter[Measure] = Counter()
    for lead, found in reaches.items():
        for measure, amount in brought[lead].items():
            key = (found, measure)
            ranges[key] = ranges.get(key, NOTHING) + amount
            known[key] += 1
        if found is Reach.REALISED and lead in noted:
            measured.update(noted[lead].latest.keys())
    keys = [(found, measure) for found in Reach for measure in Measure]
    return {
        key: Sum(
            ranges.get(key, NOTHING),
            known[key],
            every[key[0]] - known[key],
            measured[key[1]] * (key[0] is Reach.REALISED),
        )
        for key in keys
    }


def _by_status(scene: Scene) -> dict[tuple[SynergyKind, Judgement], int]:
    return dict(Counter((lead.kind, scene.judged.get(lead.id, Judgement.PROPOSED)) for lead in scene.leads))


def _firms(order: list[PicturedLead], reaches: Mapping[str, Reach]) -> dict[Reach, int]:
    engaged: dict[Reach, set[str]] = {found: set() for found in Reach}
    for lead in order:
        engaged[reaches[lead.id]].update(lead.firms)
    return {found: len(firms) for found, firms in engaged.items()}


def _by_commune(
    scene: Scene, order: list[PicturedLead], reaches: Mapping[str, Reach], brought: Mapping[str, Brought]
) -> tuple[OfCommune, ...]:
    home = {firm.id: firm.commune for firm in scene.firms.values()}
    synergies: Counter[tuple[str, Reach]] = Counter()
    firms: dict[tuple[str, Reach], set[str]] = defaultdict(set)
    realised: dict[str, dict[Measure, Range]] = defaultdict(dict)
    for lead in order:
        found, homes = reaches[lead.id], [home.get(f, "") for f in lead.firms]
        synergies.update((commune, found) for commune in dict.fromkeys(homes))
        for firm, commune in zip(lead.firms, homes, strict=True):
            firms[commune, found].add(firm)
        if found is Reach.REALISED and homes:
            _add(realised[homes[0]], brought[lead.id])
    names = {c.id: c.name for c in scene.communes} | {"": ""}
    places = [c for c in names if c or any(synergies["", found] for found in Reach)]
    return tuple(
        OfCommune(
            c,
            names[c],
            {r: synergies[c, r] for r in Reach},
            {r: len(firms[c, r]) for r in Reach},
            realised[c],
            len(firms[c, Reach.REALISED] | firms[c, Reach.AGREED]),
        )
        for c in places
    )


def _by_year(
    done: list[PicturedLead], brought: Mapping[str, Brought], noted: Mapping[str, Noted]
) -> tuple[OfYear, ...]:
    """Return what was noted of each year, and the estimate of what started then where nothing was noted."""
    started: Counter[str] = Counter()
    sums: dict[str, dict[Measure, Range]] = defaultdict(dict)
    for told in noted.values():
        for year, amounts in told.by_year.items():
            _add(sums[year], {measure: Range(amount, amount) for measure, amount in amounts.items()})
    for lead in done:
        told = noted.get(lead.id, Noted())
        started[told.started] += 1
        if not told.by_year:
            _add(sums[told.started], brought[lead.id])
    return tuple(OfYear(year, started[year], sums[year]) for year in sorted({*started, *sums}))


def _add(sums: dict[Measure, Range], amounts: Brought) -> None:
    for measure, amount in amounts.items():
        sums[measure] = sums.get(measure, NOTHING) + amount
