"""Reads the CSV rows we wrote under seeds/; every mistake in them stops with the file and line."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from symbiosis.domain.enums import Direction, Hazard, Maturity, ResourceKind, SharingMode, Unit
from symbiosis.domain.firms import Commune, Intercommunality
from symbiosis.domain.knowledge import (
    ENTRY_LETTERS,
    KnowledgeRows,
    Performs,
    Precedent,
    Purpose,
    Resource,
    Sector,
    Sharing,
    TypicalFlow,
    UsableAs,
    Use,
    WasteEntry,
    WasteHeading,
    WasteOfSector,
)
from symbiosis.knowledge.seed_table import SEEDS, Cells, listed, rows

T = TypeVar("T")
__all__ = ["SEEDS", "read_communes", "read_intercommunalities", "read_knowledge", "version"]
LAYOUT = b"4"  # raised when the graph must be written again although no seed has changed


def read_knowledge(folder: Path = SEEDS) -> KnowledgeRows:
    """Return what the seeds know; ValueError names the file and the line that cannot be read."""
    of_list = _read(folder / "waste_codes.csv", _waste)
    return KnowledgeRows(
        resources=_read(folder / "resources.csv", _resource),
        uses=_read(folder / "uses.csv", _use),
        usable_as=_read(folder / "usable_as.csv", _usable_as),
        performs=_read(folder / "performs.csv", _performs),
        sharing=_read(folder / "sharing.csv", _sharing),
        sectors=_read(folder / "sectors.csv", _sector),
        typical=_read(folder / "typical_flows.csv", _typical),
        precedents=_read(folder / "precedents.csv", _precedent),
        purposes=_read(folder / "purposes.csv", _purpose),
        waste_by_sector=_read(folder / "waste_by_sector.csv", _waste_of_sector),
        waste=tuple(entry for entry in of_list if len(entry.code) == ENTRY_LETTERS),
        waste_headings=tuple(WasteHeading(e.code, e.fr, e.en) for e in of_list if len(e.code) < ENTRY_LETTERS),
    )


def read_communes(folder: Path = SEEDS) -> tuple[Commune, ...]:
    """Return the communes of the territory."""
    return _read(folder / "communes.csv", _commune)


def read_intercommunalities(folder: Path = SEEDS) -> dict[str, Intercommunality]:
    """Return the intercommunalities whose communes are known, by their SIREN."""
    found: dict[str, Intercommunality] = {}
    told = _read(folder / "intercommunalities.csv", lambda c: (c["epci"], c["name"], c["commune"]))
    for siren, name, commune in told:
        others = found[siren].communes if siren in found else frozenset()
        found[siren] = Intercommunality(name, others | {commune})
    return found


def _read(file: Path, make: Callable[[Cells], T]) -> tuple[T, ...]:
    return tuple(rows(file, make))


def _resource(c: Cells) -> Resource:
    return Resource(
        id=c["id"],
        kind=ResourceKind(c["kind"]),
        fr=c["fr"],
        en=c["en"],
        synonyms_fr=listed(c["synonyms_fr"]),
        synonyms_en=listed(c["synonyms_en"]),
        unit=Unit(c["unit"]),
        hazard=Hazard(c["hazard"]),
        waste_codes=listed(c["waste_codes"]),
        disposal_eur=float(c["disposal_eur"]),
        purchase_eur=float(c["purchase_eur"]),
        preparation_eur=float(c["preparation_eur"]),
        haul_eur_km=float(c["haul_eur_km"]),
        source=c["source"],
        family=c["family"],
        form=c["form"],
        questions_fr=listed(c["questions_fr"]),
        questions_en=listed(c["questions_en"]),
        prevalence=float(c["prevalence"]),
        confidence=c.get("confidence", ""),
        **{factor: _maybe(c[factor]) for factor in ("t_per_m3", "mwh_per_t", "kg_per_piece")},
    )


def _use(c: Cells) -> Use:
    synonyms = listed(c["synonyms_fr"]), listed(c["synonyms_en"])
    return Use(c["id"], c["fr"], c["en"], c["treatment"] == "true", c["source"], *synonyms)


def _purpose(c: Cells) -> Purpose:
    kinds = tuple(ResourceKind(kind) for kind in listed(c["kinds"]))
    names = ("families", "use_ids", "not_use_ids", "words_fr", "words_en")
    return Purpose(id=c["id"], kinds=kinds, source=c["source"], **{name: listed(c[name]) for name in names})


def _usable_as(c: Cells) -> UsableAs:
    told = (c["process"], c["conditions"], Maturity(c["maturity"]), c["source"], float(c["weight"]))
    value = _maybe(c["value_low_eur"]), _maybe(c["value_high_eur"])
    english = c["process_en"], c["conditions_en"]
    return UsableAs(c["resource_id"], c["use_id"], *told, *value, c.get("confidence", ""), *english)


def _performs(c: Cells) -> Performs:
    return Performs(c["nace"], c["use_id"], float(c["weight"]), c["source"], float(c["share"]), c.get("confidence", ""))


def _typical(c: Cells) -> TypicalFlow:
    shares = float(c["share_of_firms"]), float(c["share_of_resource"])
    amount = _maybe(c["low_per_employee"]), _maybe(c["high_per_employee"])
    named = c["nace"], Direction(c["direction"]), c["resource_id"]
    return TypicalFlow(*named, *shares, c["source"], *amount, Unit(c["unit"]), c.get("confidence", ""))


def _precedent(c: Cells) -> Precedent:
    names = ("id", "place", "country", "year", "giver", "taker", "resource_id", "use_id", "source")
    return Precedent(
        **{name: c[name] for name in names},
        giver_nace=listed(c["giver_nace"]),
        taker_nace=listed(c["taker_nace"]),
        fr=c["what_fr"],
        en=c["what_en"],
    )


def _waste(c: Cells) -> WasteEntry:
    return WasteEntry(
        code=c["code"],
        hazardous=c["hazardous"] == "true",
        mirrors=listed(c["mirror_of"]) or listed(c["mirrored_by"]),
        fr=c["fr"],
        en=c["en"],
        words_fr=listed(c["words_fr"]),
        words_en=listed(c["words_en"]),
        nace=listed(c["nace"]),
        source=c["source"],
    )


def _waste_of_sector(c: Cells) -> WasteOfSector:
    return WasteOfSector(c["nace"], c["section"], float(c["share"]), c["source"])


def _sharing(c: Cells) -> Sharing:
    return Sharing(
        resource_id=c["resource_id"],
        mode=SharingMode(c["mode"]),
        draws_from=tuple(Direction(d) for d in listed(c["draws_from"])),
        trigger_firms=int(c["trigger_firms"]),
        trigger_quantity=_maybe(c["trigger_quantity"]),
        saving_eur=float(c["saving_eur"]),
        trips=float(c["trips"]),
        source=c["source"],
    )


def _sector(c: Cells) -> Sector:
    return Sector(c["nace"], c["fr"], c["en"])


def _commune(c: Cells) -> Commune:
    return Commune(c["insee"], c["name"], float(c["lat"]), float(c["lon"]), int(c["population"]))


def _maybe(cell: str) -> float | None:
    return float(cell) if cell else None


def version(folder: Path = SEEDS) -> str:
    """Return what changes whenever a row of the seeds changes."""
    digest = hashlib.sha256(LAYOUT)
    for file in sorted(folder.glob("*.csv")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]
