"""What a lead would bring a year, how much of it may be expected, and the rules it meets."""

from dataclasses import dataclass

from symbiosis.domain.effects import Effect, Range
from symbiosis.domain.enums import Direction, Role, SynergyKind
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.passport import RuleRow, Subject
from symbiosis.domain.views import FlowLine, PartyFile, SynergyFile
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.factors import effects, exchanged, in_unit, read_factors, shared_saving
from symbiosis.knowledge.passport import passport
from symbiosis.matching.geometry import km_between


@dataclass(frozen=True)
class Brought:
    """One measure of what a lead brings a year, and that times the chance that it comes true, None unknown."""

    effect: Effect
    expected: Range | None


@dataclass(frozen=True)
class Appraisal:
    """What a lead is worth and which rules it meets; `measured` is False where no quantity is known."""

    brought: tuple[Brought, ...]
    measured: bool
    rules: tuple[RuleRow, ...]


NOTHING_KNOWN = Appraisal((), False, ())


def appraise(knowledge: Knowledge, file: SynergyFile, chance: float | None) -> Appraisal:
    """Return what a lead is worth, as far as its flows tell; `chance` that it comes true, 0 to 1, None unknown."""
    wanted = file.line.resource.id if file.line.resource else ""
    resource = next((r for r in knowledge.rows.resources if r.id == wanted), None)
    if resource is None:
        return NOTHING_KNOWN
    found = _shared(knowledge, file) if file.line.kind is SynergyKind.MUTUALISATION else _given(file, resource)
    times = None if chance is None else Range(chance, chance)
    brought = tuple(Brought(effect, effect.range.times(times) if times else None) for effect in found)
    return Appraisal(brought, bool(found), passport(_subject(knowledge, file, resource)))


def _given(file: SynergyFile, resource: Resource) -> tuple[Effect, ...]:
    given, wanted = _flow(file, Role.GIVER), _flow(file, Role.TAKER)
    amounts = [in_unit(resource, f.quantity, f.unit) if f else None for f in (given, wanted)]
    through = any(party.role is Role.THROUGH for party in file.parties)  # its taker counts in another resource
    quantity = exchanged(amounts[0], None if through else amounts[1])
    return effects(read_factors(), resource, quantity, _km(file.parties)) if quantity else ()


def _shared(knowledge: Knowledge, file: SynergyFile) -> tuple[Effect, ...]:
    about = file.line.resource.id if file.line.resource else ""
    rule = next((s for s in knowledge.rows.sharing if s.resource_id == about), None)
    return (shared_saving(read_factors(), rule, len(file.parties), _km(file.parties)),) if rule else ()


def _subject(knowledge: Knowledge, file: SynergyFile, resource: Resource) -> Subject:
    given = _flow(file, Role.GIVER)
    use = next((u for u in knowledge.rows.uses if file.use and u.id == file.use.id), None)
    tonnes = in_unit(resource, given.quantity, given.unit) if given and resource.unit == "t" else None
    rhythm, code = (given.rhythm, given.waste_code) if given else (None, "")
    return Subject(file.line.kind, resource, use, tonnes, rhythm, code)


def _flow(file: SynergyFile, role: Role) -> FlowLine | None:
    direction = Direction.OFFER if role is Role.GIVER else Direction.NEED
    flows = (f for party in file.parties if party.role is role for f in party.flows if f.direction is direction)
    return next(flows, None)


def _km(parties: tuple[PartyFile, ...]) -> float | None:
    """Return how far the others are from the first firm, on average; None where no place is known."""
    places = [(p.firm.lat, p.firm.lon) for p in parties if p.firm.lat is not None and p.firm.lon is not None]
    if len(places) < 2 or len(places) < len(parties):  # noqa: PLR2004  two ends
        return None
    first, *others = [(float(lat or 0), float(lon or 0)) for lat, lon in places]
    return sum(km_between(first, other) for other in others) / len(others)
