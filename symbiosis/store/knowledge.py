"""What the trade knows, in the graph."""

from collections.abc import Iterable

from symbiosis.domain.enums import Direction, Hazard, Maturity, ResourceKind, SharingMode, Unit
from symbiosis.domain.knowledge import KnowledgeRows, Performs, Precedent, Resource, Sector, Sharing, UsableAs, Use
from symbiosis.store.session import Row, Store

LISTS = ("synonyms_fr", "synonyms_en", "waste_codes", "questions_fr", "questions_en")


def put(store: Store, rows: KnowledgeRows) -> None:
    """Write the knowledge, in place of what the same rows said before."""
    store.write_rows("knowledge/put_resources", (_resource_row(r) for r in rows.resources))
    store.write_rows("knowledge/put_codes", _code_rows(rows.resources))
    store.write_rows("knowledge/put_uses", (_plain(u) for u in rows.uses))
    store.write_rows("knowledge/put_usable_as", (_usable_row(e) for e in rows.usable_as))
    store.write_rows("knowledge/put_sectors", (_plain(s) | {"id": sector_id(s.nace)} for s in rows.sectors))
    store.write_rows("knowledge/put_performs", (_performs_row(p) for p in rows.performs))
    store.write_rows("knowledge/put_precedents", (_precedent_row(p) for p in rows.precedents))
    store.write_rows("knowledge/put_sharing", (_sharing_row(s) for s in rows.sharing))


def get(store: Store) -> KnowledgeRows:
    """Read the knowledge back."""
    return KnowledgeRows(
        resources=tuple(_resource(r) for r in store.read("knowledge/resources")),
        uses=tuple(Use(**r) for r in store.read("knowledge/uses")),
        usable_as=tuple(
            UsableAs(**r | {"maturity": Maturity(r["maturity"])}) for r in store.read("knowledge/usable_as")
        ),
        performs=tuple(Performs(**r) for r in store.read("knowledge/performs")),
        sharing=tuple(_sharing(r) for r in store.read("knowledge/sharing")),
        sectors=tuple(Sector(**r) for r in store.read("knowledge/sectors")),
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


def sector_id(nace: str) -> str:
    """Return the id of a sector: its nomenclature and its code."""
    return f"rev2:{nace}"


def _plain(row: object) -> Row:
    return dict(vars(row))


def _resource_row(r: Resource) -> Row:
    return _plain(r) | {
        "synonyms_fr": list(r.synonyms_fr),
        "synonyms_en": list(r.synonyms_en),
        "waste_codes": None,
        **_questions(r),
    }


def _questions(r: Resource) -> Row:
    return {"questions_fr": list(r.questions_fr), "questions_en": list(r.questions_en)}


def _code_rows(resources: Iterable[Resource]) -> Iterable[Row]:
    for resource in resources:
        for rank, code in enumerate(resource.waste_codes):
            yield {"resource": resource.id, "code": code.rstrip("*"), "hazardous": code.endswith("*"), "rank": rank}


def _precedent_row(p: Precedent) -> Row:
    return _plain(p) | {"giver_nace": list(p.giver_nace), "taker_nace": list(p.taker_nace)}


def _usable_row(e: UsableAs) -> Row:
    return _plain(e) | {"resource": e.resource_id, "use": e.use_id}


def _performs_row(p: Performs) -> Row:
    return {"sector": sector_id(p.nace), "use": p.use_id, "weight": p.weight, "source": p.source}


def _sharing_row(s: Sharing) -> Row:
    named = {"id": f"{s.resource_id}:{s.mode}", "resource": s.resource_id, "draws_from": list(s.draws_from)}
    return _plain(s) | named


def _resource(r: Row) -> Resource:
    lists = {key: tuple(r[key]) for key in LISTS}
    closed = {"kind": ResourceKind(r["kind"]), "unit": Unit(r["unit"]), "hazard": Hazard(r["hazard"])}
    return Resource(**(r | lists | closed))


def _sharing(r: Row) -> Sharing:
    draws = tuple(Direction(d) for d in r["draws_from"])
    return Sharing(**(r | {"mode": SharingMode(r["mode"]), "draws_from": draws}))
