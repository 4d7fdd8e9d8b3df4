"""Everything people look at, one function per page."""

from symbiosis.domain.enums import Direction, Judgement, Origin, Provenance, Role, SynergyKind
from symbiosis.domain.errors import NotFound
from symbiosis.domain.firms import Commune
from symbiosis.domain.sight import NOTHING, Sight
from symbiosis.domain.views import (
    Figures,
    Filters,
    FirmFile,
    FirmLine,
    FlowLine,
    JobLine,
    Label,
    Neighbour,
    Page,
    PartyFile,
    SynergyFile,
    SynergyLine,
)
from symbiosis.matching.geometry import km_between
from symbiosis.store import firms, flows, jobs, knowledge, leads, synergies, territory, views
from symbiosis.store.session import Row, Store

PAGE = 25
NEIGHBOURS_KM, NEIGHBOURS = 2.0, 10
LEADS_OF_A_FIRM = 50
PRECEDENTS = 3
ALTERNATIVES = 8


def figures(store: Store) -> Figures:
    """Return the territory in figures; NotFound before one was loaded."""
    held, of_firms = territory.get(store), territory.firm_figures(store)
    if held is None:
        raise NotFound("territory")
    counted = leads.figures(store)
    return Figures(
        name=held["name"], synthetic=held["synthetic"], loaded_at=held["loaded_at"], firms=of_firms["firms"],
        firms_with_known_flows=of_firms["with_known_flows"],
        flows={
            (Direction(r["direction"]), Provenance(r["provenance"])): r["n"] for r in territory.flow_figures(store)
        },
        synergies=_by_status(counted), without_guess=_without_guess(counted),
        unclear_flows=flows.count_unclear(store),
    )  # fmt: skip


def _by_status(rows: list[Row]) -> dict[tuple[Origin, SynergyKind, Judgement], int]:
    totals: dict[tuple[Origin, SynergyKind, Judgement], int] = {}
    for row in rows:
        key = (Origin(row["origin"]), SynergyKind(row["kind"]), Judgement(row["judgement"]))
        totals[key] = totals.get(key, 0) + row["n"]
    return totals


def _without_guess(rows: list[Row]) -> dict[SynergyKind, int]:
    mine = [r for r in rows if r["origin"] == Origin.MATCHER and r["judgement"] == Judgement.PROPOSED]
    return {kind: sum(r["n"] for r in mine if r["kind"] == kind and not r["hypothetical"]) for kind in SynergyKind}


def queue(store: Store, filters: Filters, number: int) -> Page[SynergyLine]:
    """Return a page of leads, best first."""
    rows, total = leads.page(store, filters, (number - 1) * PAGE, PAGE)
    return Page(tuple(views.synergy(row) for row in rows), total, number, PAGE)


def synergy(store: Store, synergy_id: str, sight: Sight = NOTHING) -> SynergyFile:
    """Return a lead with its reasons, firms, flows and history; NotFound when there is none."""
    row = synergies.get(store, synergy_id)
    known = knowledge.precedents(store, row["resource_id"] or "", row["use_id"] or "")[:PRECEDENTS]
    parties, flow_rows, decisions = synergies.details(store, synergy_id, sight)
    lines = [views.flow(flow) for flow in flow_rows]
    return SynergyFile(
        line=views.synergy(row | {"parties": parties}), use=views.label(row, "use"), use_text=row["use_text"] or "",
        source=row["source"] or "", model=row["model"] or "", proposed_at=row["proposed_at"] or row["created_at"],
        evidence=views.evidence(row), parties=tuple(_party(party, lines) for party in parties),
        decisions=tuple(views.decision(decision) for decision in decisions),
        questions_fr=tuple(row["questions_fr"] or ()), questions_en=tuple(row["questions_en"] or ()),
        precedents=tuple(views.precedent(p, row["use_id"]) for p in known),
        alternatives=_alternatives(store, synergy_id),
    )  # fmt: skip


def _alternatives(store: Store, synergy_id: str) -> tuple[SynergyLine, ...]:
    ids = synergies.alternatives(store, synergy_id, ALTERNATIVES)
    rows = {row["id"]: row for row in leads.lines(store, ids)} if ids else {}
    return tuple(views.synergy(rows[i]) for i in ids if i in rows)


def _party(row: Row, lines: list[FlowLine]) -> PartyFile:
    own = tuple(flow for flow in lines if flow.firm_id == row["id"])
    return PartyFile(views.firm(row), row["commune_name"] or "", Role(row["role"]), own)


def firm(store: Store, firm_id: str, sight: Sight = NOTHING) -> FirmFile:
    """Return a firm with its flows, leads and neighbours; NotFound when there is none."""
    row = firms.get(store, firm_id)
    near = firms.near(store, row, NEIGHBOURS_KM, NEIGHBOURS)
    return FirmFile(
        firm=views.firm(row), commune_name=row["commune_name"] or "",
        flows=tuple(views.flow(flow) for flow in flows.of_firm(store, row["id"], sight)),
        synergies=tuple(views.synergy(s) for s in synergies.of_firm(store, row["id"], LEADS_OF_A_FIRM)),
        neighbours=tuple(_neighbour(row, other) for other in near),
    )  # fmt: skip


def _neighbour(row: Row, other: Row) -> Neighbour:
    km = km_between((row["lat"], row["lon"]), (other["lat"], other["lon"]))
    return Neighbour(other["id"], other["name"], tuple(other["nace"] or ()), km, other["flows"])


def firm_list(store: Store, text: str, commune: str, number: int) -> Page[FirmLine]:
    """Return a page of firms by name."""
    rows, total = firms.search(store, text.strip(), commune, (number - 1) * PAGE, PAGE)
    return Page(tuple(views.firm_line(row) for row in rows), total, number, PAGE)


def unclear(store: Store, number: int) -> Page[FlowLine]:
    """Return a page of the flows nobody understood yet, the last one where there are not so many."""
    last = max(1, -(-flows.count_unclear(store) // PAGE))
    rows, total = flows.unclear(store, (min(number, last) - 1) * PAGE, PAGE)
    return Page(tuple(views.flow(row) for row in rows), total, min(number, last), PAGE)


def communes(store: Store) -> list[Commune]:
    """Return the communes, by name."""
    rows = firms.communes(store)
    return [Commune(r["id"], r["name"] or r["id"], r["lat"], r["lon"], r["population"] or 0) for r in rows]


def resources_in_leads(store: Store) -> list[Label]:
    """Return the resources that leads are about, most first."""
    return [Label(r["id"], r["fr"], r["en"]) for r in territory.resources_in_leads(store)]


def recent_jobs(store: Store) -> list[JobLine]:
    """Return the latest background jobs."""
    return [views.job(row) for row in jobs.latest(store, 20)]
