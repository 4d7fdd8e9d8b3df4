"""What if a firm came to the territory, or closed? Nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from symbiosis.domain.clock import this_year
from symbiosis.domain.enums import Direction, Provenance, Role, SynergyKind
from symbiosis.domain.errors import NotFound
from symbiosis.domain.experience import Experience
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, Link, LinkedFlow
from symbiosis.domain.knowledge import TypicalFlow
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.tables import Territory
from symbiosis.domain.views import Label, PartyLine
from symbiosis.knowledge import Knowledge
from symbiosis.matching import what_if
from symbiosis.matching.territory import build
from symbiosis.store import experience, firms, flows, synergies
from symbiosis.store.per_version import Latest, per_version
from symbiosis.store.session import Store

COMING = "what-if"
OFTEN, MOST = 0.3, 12  # share of a sector's firms that have a flow for it to be supposed; flows supposed at most


@dataclass(frozen=True)
class Coming:
    """A firm that might come: its activity, commune, head-count, and what it would offer, need or share, in words.

    Without words, what its sector typically offers, needs and shares is supposed.
    """

    nace: str
    commune: str
    headcount: int | None = None
    told: tuple[tuple[Direction, str], ...] = ()


@dataclass(frozen=True)
class SupposedLead:
    """A lead in a supposition; `hypothetical` as everywhere."""

    kind: SynergyKind
    resource: Label
    parties: tuple[PartyLine, ...]
    score: float
    hypothetical: bool


@dataclass(frozen=True)
class Supposed:
    """What a supposition changes: flows supposed, leads won and lost; `typical`: the flows are those of its sector."""

    name: str
    flows: tuple[tuple[Direction, Label | None, str], ...]
    typical: bool
    won: tuple[SupposedLead, ...]
    lost: tuple[SupposedLead, ...]


@dataclass(frozen=True)
class _Here:
    """The territory as it is: its firms, what their flows say in the open, and the last table made of it."""

    firms: list[Firm]
    flows: list[LinkedFlow]
    table: Latest[Territory] = field(default_factory=Latest)


@per_version
def _here(store: Store) -> _Here:
    return _Here(firms.known(store), flows.every(store))


def arrive(store: Store, knowledge: Knowledge, coming: Coming) -> Supposed:
    """Return what a firm that comes would make possible, and what would give way; NotFound for an unknown commune."""
    place = next((c for c in firms.communes(store) if c["id"] == coming.commune), None)
    if place is None:
        raise NotFound(f"commune {coming.commune}")
    firm = Firm(COMING, COMING, (coming.nace,), coming.commune, place["lat"], place["lon"], coming.headcount)
    own = _told(knowledge, coming) or _typical(knowledge, coming)
    found = _compare(store, knowledge, firm, own)
    return _supposed(store, knowledge, own, not coming.told, found)


def close(store: Store, knowledge: Knowledge, firm_id: str) -> Supposed:
    """Return the leads that a firm takes with it when it closes, and those that come in their place; NotFound."""
    firms.get(store, firm_id)
    here = _here(store)
    firm = next(f for f in here.firms if f.id == firm_id)
    own = [f for f in here.flows if f.flow.firm_id == firm_id]
    found = _compare(store, knowledge, firm, own)
    turned = what_if.Difference(found.only_without, found.only_with)
    return replace(_supposed(store, knowledge, own, False, turned), name=firm.name)


def _compare(store: Store, knowledge: Knowledge, firm: Firm, own: Sequence[LinkedFlow]) -> what_if.Difference:
    here, past = _here(store), experience.get(store)
    others = [f for f in here.firms if f.id != firm.id]
    rest = [f for f in here.flows if f.flow.firm_id != firm.id]
    comes = len(others) == len(here.firms)
    whole = _whole(here, knowledge, past)
    without = whole if comes else _table((others, rest), knowledge, past)
    with_firm = _table(([*others, firm], [*rest, *own]), knowledge, past) if comes else whole
    judged = [link for link in synergies.known(store) if firm.id not in link.firm_ids]
    return what_if.compare(without, with_firm, firm.id, judged)


def _whole(here: _Here, knowledge: Knowledge, past: Experience) -> Territory:
    """Return the table of the territory as it is, made once per version, knowledge and experience."""
    return here.table.of((knowledge, past), lambda: _table((here.firms, here.flows), knowledge, past))


def _table(held: tuple[Sequence[Firm], Sequence[LinkedFlow]], knowledge: Knowledge, past: Experience) -> Territory:
    who, told = held
    return knowledge.listener.listen(build(tuple(who), tuple(told), knowledge.rows, this_year(), past), tuple(told))


def _told(knowledge: Knowledge, coming: Coming) -> list[LinkedFlow]:
    return [
        knowledge.understand(Flow(f"{COMING}-{rank}", COMING, direction, text, as_of=str(this_year())))
        for rank, (direction, text) in enumerate(coming.told)
    ]


def _typical(knowledge: Knowledge, coming: Coming) -> list[LinkedFlow]:
    """Return what the most precise code known of the sector says, as if the firm had said it."""
    names = {r.id: r.fr for r in knowledge.rows.resources}
    best: dict[tuple[Direction, str], TypicalFlow] = {}
    for row in knowledge.rows.typical:
        key, held = (row.direction, row.resource_id), best.get((row.direction, row.resource_id))
        if coming.nace.startswith(row.nace) and (held is None or len(row.nace) > len(held.nace)):
            best[key] = row
    usual = sorted(
        (r for r in best.values() if r.share_of_firms >= OFTEN), key=lambda r: (-r.share_of_firms, r.resource_id)
    )
    return [_flow(row, rank, names[row.resource_id], coming.headcount) for rank, row in enumerate(usual[:MOST])]


def _flow(row: TypicalFlow, rank: int, text: str, headcount: int | None) -> LinkedFlow:
    known = row.low is not None and row.high is not None and headcount
    quantity = (row.low + row.high) / 2 * headcount if known else None  # type: ignore[operator]
    flow = Flow(
        f"{COMING}-{rank}", COMING, row.direction, text, quantity=quantity, unit=row.unit if known else None,
        provenance=Provenance.OBSERVED, as_of=str(this_year()),
    )  # fmt: skip
    return LinkedFlow(flow, Link(row.resource_id, 1.0, text))


def _supposed(
    store: Store, knowledge: Knowledge, own: Sequence[LinkedFlow], typical: bool, found: what_if.Difference
) -> Supposed:
    labels = {r.id: Label(r.id, r.fr, r.en) for r in knowledge.rows.resources}
    named = {f.id: f.name for f in firms.known(store)}
    lines = tuple((f.flow.direction, labels.get(f.link.resource_id) if f.link else None, f.flow.text) for f in own)

    def line(p: Proposal) -> SupposedLead:
        parties = tuple(PartyLine(x.firm_id, named.get(x.firm_id, ""), Role(x.role)) for x in p.parties)
        return SupposedLead(p.kind, labels[p.resource_id], parties, p.score, p.hypothetical)

    return Supposed("", lines, typical, tuple(map(line, found.only_with)), tuple(map(line, found.only_without)))
