"""Files to take away: exactly what a list shows under its filters, without what is confidential."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement, Origin, Provenance, Role, SynergyKind, Unit
from symbiosis.domain.exported import Table
from symbiosis.domain.follow_up import Result, Track, Wanted, standing
from symbiosis.domain.taken import FlowTaken, FollowedTaken, LeadTaken, PartyTaken, Taken
from symbiosis.domain.views import Filters, FirmLine
from symbiosis.exports.csv_file import french_csv
from symbiosis.exports.xlsx_file import Page, workbook
from symbiosis.store import exports, firms, follow_up, leads, views
from symbiosis.store.directions import DIRECTION
from symbiosis.store.session import Row, Store

MOST_FIRMS = 1_000_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def queue(store: Store, filters: Filters) -> Taken[LeadTaken]:
    """Return the leads of the review under these filters, best first."""
    return _leaving(store, leads.passing(store, filters))


def followed(store: Store, wanted: Wanted) -> Taken[FollowedTaken]:
    """Return the followed leads under these filters, most urgent first."""
    today = date.fromisoformat(now()[:10])
    inside = leads.in_commune(store, wanted.commune) if wanted.commune else None
    every = [t for t in follow_up.tracks(store) if wanted.passes(t, today) and (inside is None or t.id in inside)]
    tracks = {t.id: t for t in sorted(every, key=lambda t: t.urgency(today, wanted.days))}
    taken, results = _leaving(store, list(tracks)), follow_up.results(store, list(tracks))
    rows = tuple(_followed(row, tracks[row.id], results.get(row.id, ())) for row in taken.rows)
    return Taken(rows, taken.left_out)


def firm_list(store: Store, text: str, commune: str) -> tuple[FirmLine, ...]:
    """Return all firms by name that hold every word of the text."""
    rows, _ = firms.search(store, text.strip(), commune, 0, MOST_FIRMS)
    return tuple(views.firm_line(row) for row in rows)


def as_csv(table: Table) -> Iterator[bytes]:
    """Yield a table as CSV for a French spreadsheet, piece by piece."""
    return french_csv(table.header, table.rows)


def as_workbook(tables: Iterable[Table]) -> Iterator[bytes]:
    """Yield tables as an XLSX workbook, piece by piece."""
    return workbook(Page(table.name, table.header, table.rows) for table in tables)


def _leaving(store: Store, ids: list[str]) -> Taken[LeadTaken]:
    """Return the leads that may leave, read as the file is written; the first at once, lest the engine be down."""
    back = exports.kept_back(store)
    kept = [i for i in ids if i not in back]
    rows = (_lead(row) for row in exports.leads(store, kept))
    return Taken(chain(list(islice(rows, 1)), rows), len(ids) - len(kept))


def _followed(lead: LeadTaken, track: Track, results: tuple[Result, ...]) -> FollowedTaken:
    return FollowedTaken(lead, track.moved_at, track.step, standing(results))


def _lead(row: Row) -> LeadTaken:
    return LeadTaken(
        id=row["id"], kind=SynergyKind(row["kind"]), origin=Origin(row["origin"]),
        judgement=Judgement(row["judgement"]), score=row["score"], model=row["model"] or "",
        hypothetical=bool(row["hypothetical"]), resource=views.label(row, "resource"), text=row["text"] or "",
        use=views.label(row, "use"), use_text=row["use_text"] or "", source=row["source"] or "",
        proposed_at=row["proposed_at"] or "",
        parties=tuple(
            PartyTaken(p["id"], p["name"], Role(p["role"]), p["commune"] or "") for p in row["parties"] if p["id"]
        ),
        flows=tuple(_flow(flow) for flow in row["flows"] if flow["relation"]),
    )  # fmt: skip


def _flow(row: Row) -> FlowTaken:
    return FlowTaken(
        row["firm"], DIRECTION[row["relation"]], row["text"] or "", row["waste_code"] or "", row["quantity"],
        Unit(row["unit"]) if row["unit"] else None, Provenance(row["provenance"]), row["as_of"] or "",
    )  # fmt: skip
