"""Rows of knowledge as the graph keeps them, and back."""

from collections.abc import Iterable, Mapping
from typing import Any

from symbiosis.domain.enums import Direction, Hazard, Maturity, ResourceKind, SharingMode, Unit
from symbiosis.domain.knowledge import (
    Performs,
    Precedent,
    Purpose,
    Resource,
    Sharing,
    TypicalFlow,
    UsableAs,
    Use,
    WasteEntry,
    WasteHeading,
    WasteOfSector,
)

Row = dict[str, Any]
RELATION = {
    "TYPICALLY_OFFERS": Direction.OFFER,
    "TYPICALLY_NEEDS": Direction.NEED,
    "TYPICALLY_POOLS": Direction.SHARE,
}
PURPOSE_LISTS = ("families", "use_ids", "not_use_ids", "words_fr", "words_en")
RESOURCE_LISTS = ("synonyms_fr", "synonyms_en", "waste_codes", "questions_fr", "questions_en")
WASTE_LISTS = ("mirrors", "words_fr", "words_en", "nace")


def sector_id(nace: str) -> str:
    """Return the id of a sector: its nomenclature and its code."""
    return f"rev2:{nace}"


def sector_2025(code: str) -> str:
    """Return the id of a sector of NAF 2025."""
    return f"naf2025:{code}"


def plain(row: object) -> Row:
    """Return a row's fields, with lists where it has tuples: what the driver takes."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in vars(row).items()}


def code_rows(resources: Iterable[Resource]) -> Iterable[Row]:
    """Yield under which waste codes each resource goes, the first one first."""
    for resource in resources:
        for rank, code in enumerate(resource.waste_codes):
            yield {"resource": resource.id, "code": code.rstrip("*"), "hazardous": code.endswith("*"), "rank": rank}


def usable_row(e: UsableAs) -> Row:
    """Return what a resource can become."""
    return plain(e) | {"resource": e.resource_id, "use": e.use_id}


def performs_row(p: Performs) -> Row:
    """Return what a sector performs."""
    return plain(p) | {"sector": sector_id(p.nace), "use": p.use_id}


def typical_row(f: TypicalFlow) -> Row:
    """Return what a sector typically has; its direction is the relation's type."""
    return plain(f) | {"sector": sector_id(f.nace), "resource": f.resource_id}


def sharing_id(s: Sharing) -> str:
    """Return the id of a sharing rule: its resource and the way to share."""
    return f"{s.resource_id}:{s.mode}"


def sharing_row(s: Sharing) -> Row:
    """Return a sharing rule."""
    return plain(s) | {"id": sharing_id(s), "resource": s.resource_id}


def section_rows(headings: Iterable[WasteHeading], rows: Iterable[WasteOfSector]) -> Iterable[Row]:
    """Yield the chapters and sections of the List of Waste, each with the trades that fill it."""
    told: dict[str, Row] = {
        h.code: {"section": h.code, "fr": h.fr, "en": h.en, "naces": [], "shares": [], "sources": []} for h in headings
    }
    for row in rows:
        section = told[row.section]
        for name, value in (("naces", row.nace), ("shares", row.share), ("sources", row.source)):
            section[name].append(value)
    return told.values()


def waste_of_sectors(r: Row) -> Iterable[WasteOfSector]:
    """Yield what a section's row says of each trade."""
    for nace, share, source in zip(r["naces"], r["shares"], r["sources"], strict=True):
        yield WasteOfSector(nace, r["section"], share, source)


def resource(r: Row) -> Resource:
    """Return the resource of a row."""
    closed = {"kind": ResourceKind(r["kind"]), "unit": Unit(r["unit"]), "hazard": Hazard(r["hazard"])}
    told = {"confidence": r["confidence"] or "", "prevalence": r["prevalence"] or 1.0}
    return Resource(**(r | _tuples(r, RESOURCE_LISTS) | closed | told))


def purpose(r: Row) -> Purpose:
    """Return the general purpose of a row."""
    return Purpose(**(r | _tuples(r, PURPOSE_LISTS) | {"kinds": tuple(ResourceKind(kind) for kind in r["kinds"])}))


def use(r: Row) -> Use:
    """Return the use of a row."""
    return Use(**(r | _tuples(r, ("synonyms_fr", "synonyms_en"))))


def usable_as(resource_id: str, packed: list[Any]) -> UsableAs:
    """Return what a packed list says a resource can become."""
    use_id, process, conditions, maturity, source, weight, low, high, confidence, process_en, conditions_en = packed
    return UsableAs(
        resource_id, use_id, process, conditions, Maturity(maturity), source, weight or 0.0, low, high,
        confidence or "", process_en or "", conditions_en or "",
    )  # fmt: skip


def performs(r: Row) -> Performs:
    """Return what a row says a sector performs."""
    return Performs(**_told(r))


def typical(nace: str, packed: list[Any]) -> TypicalFlow:
    """Return a typical flow of a packed list."""
    relation, resource_id, of_firms, of_resource, source, low, high, unit, confidence = packed
    return TypicalFlow(
        nace, RELATION[relation], resource_id, of_firms, of_resource, source, low, high, Unit(unit) if unit else None,
        confidence or "",
    )  # fmt: skip


def waste(r: Row) -> WasteEntry:
    """Return the entry of the List of Waste of a row."""
    return WasteEntry(**(r | _tuples(r, WASTE_LISTS)))


def sharing(r: Row) -> Sharing:
    """Return the sharing rule of a row."""
    draws = tuple(Direction(d) for d in r["draws_from"])
    return Sharing(**(r | {"mode": SharingMode(r["mode"]), "draws_from": draws}))


def precedent(r: Row) -> Precedent:
    """Return the documented exchange of a row."""
    return Precedent(**(r | _tuples(r, ("giver_nace", "taker_nace"))))


def _tuples(row: Mapping[str, Any], names: Iterable[str]) -> Row:
    return {name: tuple(row[name] or ()) for name in names}


def _told(row: Row) -> Row:
    """Return the row without what nobody told: then the field keeps what it says by itself."""
    return {name: value for name, value in row.items() if value is not None}
