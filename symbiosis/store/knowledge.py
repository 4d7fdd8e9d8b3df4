"""What the trade knows, in the graph."""

from symbiosis.domain.enums import Direction
from symbiosis.domain.knowledge import KnowledgeRows, Sector, WasteHeading
from symbiosis.store import knowledge_gone
from symbiosis.store import knowledge_rows as rows_of
from symbiosis.store.knowledge_rows import sector_id
from symbiosis.store.session import Row, Store

__all__ = ["get", "precedents", "put", "sector_id", "stamp", "version"]


def put(store: Store, rows: KnowledgeRows) -> None:
    """Write the knowledge, in place of what was written before."""
    held = get(store)
    store.write_rows("knowledge/put_resources", (rows_of.plain(r) for r in rows.resources))
    store.write_rows("knowledge/put_codes", rows_of.code_rows(rows.resources))
    store.write_rows("knowledge/put_waste", (rows_of.plain(e) for e in rows.waste))
    store.write_rows("knowledge/put_uses", (rows_of.plain(u) for u in rows.uses))
    store.write_rows("knowledge/put_usable_as", (rows_of.usable_row(e) for e in rows.usable_as))
    store.write_rows("knowledge/put_sectors", (rows_of.plain(s) | {"id": sector_id(s.nace)} for s in rows.sectors))
    store.write_rows("knowledge/put_performs", (rows_of.performs_row(p) for p in rows.performs))
    store.write_rows("knowledge/put_precedents", (rows_of.plain(p) for p in rows.precedents))
    store.write_rows("knowledge/put_sections", rows_of.section_rows(rows.waste_headings, rows.waste_by_sector))
    store.write_rows("knowledge/put_purposes", (rows_of.plain(p) for p in rows.purposes))
    store.write_rows("knowledge/put_sharing", (rows_of.sharing_row(s) for s in rows.sharing))
    _put_typical(store, rows)
    knowledge_gone.drop(store, held, rows)


def _put_typical(store: Store, rows: KnowledgeRows) -> None:
    told = {d: [rows_of.typical_row(f) for f in rows.typical if f.direction is d] for d in Direction}
    store.write_rows("knowledge/put_typical_offers", told[Direction.OFFER])
    store.write_rows("knowledge/put_typical_needs", told[Direction.NEED])
    store.write_rows("knowledge/put_typical_pools", told[Direction.SHARE])


def get(store: Store, guesses: bool = True) -> KnowledgeRows:
    """Read the knowledge back; without `guesses`, all but what firms of a sector typically have."""
    sections = store.read("knowledge/sections")
    return KnowledgeRows(
        resources=tuple(rows_of.resource(r) for r in store.read("knowledge/resources")),
        uses=tuple(rows_of.use(r) for r in store.read("knowledge/uses")),
        usable_as=tuple(
            rows_of.usable_as(block["resource_id"], packed)
            for block in store.read("knowledge/usable_as")
            for packed in sorted(block["rows"])
        ),
        performs=tuple(rows_of.performs(r) for r in store.read("knowledge/performs")),
        sharing=tuple(rows_of.sharing(r) for r in store.read("knowledge/sharing")),
        sectors=tuple(Sector(**r) for r in store.read("knowledge/sectors")),
        typical=tuple(
            rows_of.typical(block["nace"], packed)
            for block in (store.read("knowledge/typical") if guesses else ())
            for packed in sorted(block["rows"])
        ),
        waste=tuple(rows_of.waste(r) for r in store.read("knowledge/waste")),
        precedents=tuple(rows_of.precedent(r) for r in store.read("knowledge/every_precedent")),
        waste_by_sector=tuple(of_sector for r in sections for of_sector in rows_of.waste_of_sectors(r)),
        waste_headings=tuple(WasteHeading(r["section"], r["fr"], r["en"]) for r in sections),
        purposes=tuple(rows_of.purpose(r) for r in store.read("knowledge/purposes")),
    )


def precedents(store: Store, resource_id: str, use_id: str) -> list[Row]:
    """Return the documented exchanges of a resource, those into the use first."""
    return store.read("knowledge/precedents", resource=resource_id, use=use_id)


def version(store: Store) -> str:
    """Return which knowledge the graph holds, '' before any was written."""
    rows = store.read("knowledge/version")
    return str(rows[0]["version"] or "") if rows else ""


def state(store: Store) -> tuple[str, int]:
    """Return what changes whenever the knowledge does: which one was written, and how often users corrected it."""
    rows = store.read("knowledge/version")
    return (str(rows[0]["version"] or ""), int(rows[0]["corrections"])) if rows else ("", 0)


def stamp(store: Store, which: str, at: str) -> None:
    """Say which knowledge the graph holds from now on."""
    store.write("knowledge/stamp", version=which, at=at)
