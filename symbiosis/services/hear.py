"""What somebody says in plain words, understood and proposed back: nothing is written before they agree."""

from dataclasses import dataclass, replace

from symbiosis.domain.enums import Direction, Rhythm, Unit
from symbiosis.domain.flows import Flow
from symbiosis.domain.views import Label
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.declaration import Understood

TIMES_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 250, "once": 1}  # a day is a working day
RHYTHM = {"month": Rhythm.MONTHLY, "week": Rhythm.WEEKLY, "day": Rhythm.DAILY, "once": Rhythm.ONCE}
SUGGESTED = 5


@dataclass(frozen=True)
class Heard:
    """One thing that was named, with what it seems to be; `quantity` per year in `unit`; suggestions best first."""

    text: str
    direction: Direction
    resources: tuple[Label, ...]
    codes: tuple[Label, ...]
    quantity: float | None
    unit: Unit | None
    rhythm: Rhythm | None


def hear(knowledge: Knowledge, text: str, direction: str = "", nace: str = "", lang: str = "fr") -> tuple[Heard, ...]:
    """Return the things a text names, at least one; `direction` where it was said, `nace` of who speaks."""
    things = knowledge.declarations.understand(text, nace, direction, lang)
    return tuple(_heard(knowledge, thing, text) for thing in things)


def meaning(knowledge: Knowledge, flow: Flow, resource_id: str) -> Flow:
    """Return the flow in words that mean the resource somebody chose; their own words are kept.

    Nothing changes where the words mean it already, or where no resource was chosen.
    """
    named = next((r for r in knowledge.rows.resources if r.id == resource_id), None)
    if named is None or _means(knowledge, flow, resource_id):
        return flow
    both = replace(flow, text=f"{flow.text} ({named.fr})")
    if _means(knowledge, both, resource_id):
        return both
    own = " ; ".join(part for part in (flow.text, flow.quality) if part)
    return replace(flow, text=named.fr, quality=own)


def _means(knowledge: Knowledge, flow: Flow, resource_id: str) -> bool:
    link = knowledge.understand(flow).link
    return link is not None and link.resource_id == resource_id


def _heard(knowledge: Knowledge, thing: Understood, whole: str) -> Heard:
    amount = thing.quantity
    known = {entry.code: entry for entry in knowledge.rows.waste}
    codes = (known[code] for code in thing.waste_codes[:SUGGESTED] if code in known)
    return Heard(
        text=thing.text or whole, direction=thing.kind,
        resources=tuple(Label(m.resource.id, m.resource.fr, m.resource.en) for m in thing.resources[:SUGGESTED]),
        codes=tuple(Label(f"{e.code}*" if e.hazardous else e.code, e.fr, e.en) for e in codes),
        quantity=float(f"{amount.value * TIMES_A_YEAR[amount.per]:.6g}") if amount else None,
        unit=amount.unit if amount else None, rhythm=RHYTHM.get(amount.per) if amount else None,
    )  # fmt: skip
