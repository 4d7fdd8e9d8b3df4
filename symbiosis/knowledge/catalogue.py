"""All the rows that speak of one resource, use, sector or waste code, side by side."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeVar

from symbiosis.domain.explored import Entry, HeadingFile, Outlet, ResourceFile, SectorFile, UseFile, WasteFile
from symbiosis.domain.knowledge import KnowledgeRows, Precedent, TypicalFlow, UsableAs
from symbiosis.domain.views import Label

Key = TypeVar("Key")
Held = TypeVar("Held")
DIVISION, GROUP = 2, 4
CHAPTER, SECTION = len("15"), len("15 01")


class Catalogue:
    """Answers what is known of one thing; made once from the rows. KeyError for what does not exist."""

    def __init__(self, rows: KnowledgeRows) -> None:
        """Index the rows by what they speak of."""
        self.rows = rows
        self.resources = {r.id: r for r in rows.resources}
        self.uses = {u.id: u for u in rows.uses}
        self.entries = {e.code: e for e in rows.waste}
        self.headings = {h.code: Label(h.code, h.fr, h.en) for h in rows.waste_headings}
        self.sectors = {s.nace: Label(s.nace, s.fr, s.en) for s in rows.sectors}
        by_weight = sorted(rows.usable_as, key=lambda e: (-e.weight, e.resource_id, e.use_id))
        self._from = _by(by_weight, lambda e: e.resource_id)
        self._into = _by(by_weight, lambda e: e.use_id)
        performs = sorted(rows.performs, key=lambda p: (-p.share, p.nace, p.use_id))
        self._performers, self._performs = _by(performs, lambda p: p.use_id), _by(performs, lambda p: p.nace)
        self._performing = {(p.nace, p.use_id) for p in rows.performs}
        typical = sorted(rows.typical, key=lambda f: (-f.share_of_resource, f.nace, f.resource_id))
        self._typical_of, self._typical = _by(typical, lambda f: f.resource_id), _by(typical, lambda f: f.nace)
        self._coded = _by(
            ((code.rstrip("*"), r.id) for r in rows.resources for code in r.waste_codes), lambda pair: pair[0]
        )

    def resource(self, resource_id: str) -> ResourceFile:
        """Return all about a resource."""
        held = self.resources[resource_id]
        known = (self.entry(code.rstrip("*")) for code in held.waste_codes if code.rstrip("*") in self.entries)
        sharing = tuple(s for s in self.rows.sharing if s.resource_id == resource_id)
        documented = self.precedents([resource_id], [])
        return ResourceFile(
            held, self.outlets_of(resource_id), tuple(known), self._of_sectors(resource_id), sharing, documented
        )

    def use(self, use_id: str) -> UseFile:
        """Return all about a use."""
        performers = tuple((p, self.sector_label(p.nace)) for p in self._performers[use_id])
        outlets = tuple(self._outlet(e) for e in self._into[use_id])
        return UseFile(self.uses[use_id], outlets, performers, self.precedents([], [use_id]))

    def sector(self, nace: str) -> SectorFile:
        """Return all about a sector."""
        around = (label for code, label in self.sectors.items() if code[:DIVISION] == nace[:DIVISION] and code != nace)
        performs = tuple((p, self.use_label(p.use_id)) for p in self._wider(self._performs, nace, lambda p: p.use_id))
        flows = self._wider(self._typical, nace, lambda f: f"{f.direction} {f.resource_id}")
        typical = sorted(flows, key=lambda f: (-f.share_of_firms, f.resource_id))
        codes = (self.entry(e.code) for e in self.rows.waste if any(nace.startswith(part) for part in e.nace))
        named = tuple((f, self.resource_label(f.resource_id)) for f in typical)
        return SectorFile(self.sectors[nace], tuple(around), performs, named, tuple(codes))

    def waste(self, code: str) -> WasteFile:
        """Return all about an entry of the List of Waste."""
        held = self.entries[code]
        beside = (e for e in self.rows.waste if e.code[:SECTION] == code[:SECTION] and e.code != code)
        return WasteFile(
            held, tuple(self.entry(other) for other in held.mirrors if other in self.entries),
            tuple(self.resource_label(resource) for _, resource in self._coded[code]),
            tuple(_code_label(e.code, e.fr, e.en, e.hazardous) for e in beside), self._within(code),
        )  # fmt: skip

    def heading(self, code: str) -> HeadingFile:
        """Return a chapter or a section of the List of Waste with what stands under it."""
        inside = (h for h in self.headings.values() if h.id.startswith(code) and h.id != code)
        entries = (self.entry(e.code) for e in self.rows.waste if e.code[:SECTION] == code)
        shares = (
            (self.sector_label(w.nace), w.share) for w in self.rows.waste_by_sector if w.section == code and w.nace
        )
        ranked = sorted(shares, key=lambda pair: (-pair[1], pair[0].id))
        return HeadingFile(self.headings[code], self._within(code), tuple(inside), tuple(entries), tuple(ranked))

    def chapters(self) -> tuple[Label, ...]:
        """Return the chapters of the List of Waste, in its order."""
        return tuple(label for code, label in sorted(self.headings.items()) if len(code) == CHAPTER)

    def _within(self, code: str) -> tuple[Label, ...]:
        above = (code[:length] for length in (CHAPTER, SECTION) if length < len(code))
        return tuple(self.headings[part] for part in above if part in self.headings)

    def entry(self, code: str, why: str = "") -> Entry:
        """Return an entry of the list with its mirrors."""
        held = self.entries[code]
        mirrors = (self.entries[other] for other in held.mirrors if other in self.entries)
        return Entry(
            Label(held.code, held.fr, held.en), held.hazardous,
            tuple(_code_label(m.code, m.fr, m.en, m.hazardous) for m in mirrors), why,
        )  # fmt: skip

    def outlets_of(self, resource_id: str) -> tuple[Outlet, ...]:
        """Return what a resource can become, the most usual first."""
        return tuple(self._outlet(e) for e in self._from[resource_id])

    def outlets_into(self, use_id: str) -> tuple[Outlet, ...]:
        """Return what can become a use."""
        return tuple(self._outlet(e) for e in self._into[use_id])

    def precedents(self, resources: Iterable[str], uses: Iterable[str]) -> tuple[Precedent, ...]:
        """Return the documented exchanges of any of these resources or into any of these uses, both first."""
        mine, into = set(resources), set(uses)
        fits = ((p, (p.resource_id in mine) + (p.use_id in into)) for p in self.rows.precedents)
        found = sorted(((p, n) for p, n in fits if n), key=lambda pair: (-pair[1], pair[0].year, pair[0].id))
        return tuple(p for p, _ in found)

    def typical(self, resource_id: str) -> tuple[TypicalFlow, ...]:
        """Return who typically offers, needs or shares a resource, the largest share first."""
        return tuple(self._typical_of[resource_id])

    def performs(self, codes: Iterable[str], use_id: str) -> bool:
        """Tell whether firms of one of these activities perform a use."""
        return any(
            (part, use_id) in self._performing for code in codes for part in (code, code[:GROUP], code[:DIVISION])
        )

    def resource_label(self, resource_id: str) -> Label:
        """Return a resource's name."""
        held = self.resources[resource_id]
        return Label(held.id, held.fr, held.en)

    def use_label(self, use_id: str) -> Label:
        """Return a use's name."""
        held = self.uses[use_id]
        return Label(held.id, held.fr, held.en)

    def sector_label(self, nace: str) -> Label:
        """Return a sector's name: its own, or that of the nearest wider one."""
        tries = (nace[:length] for length in range(len(nace), 1, -1))
        wider = next((self.sectors[part] for part in tries if part in self.sectors), None)
        return Label(nace, wider.fr, wider.en) if wider else Label(nace, nace, nace)

    def _wider(self, told: defaultdict[str, list[Held]], nace: str, what: Callable[[Held], str]) -> list[Held]:
        """Return what is told of a sector, and what is told only of the wider ones it is part of."""
        found = {what(row): row for part in (nace[:DIVISION], nace[:GROUP], nace) for row in told[part]}
        return list(found.values())

    def _of_sectors(self, resource_id: str) -> tuple[tuple[TypicalFlow, Label], ...]:
        return tuple((f, self.sector_label(f.nace)) for f in self.typical(resource_id))

    def _outlet(self, e: UsableAs) -> Outlet:
        return Outlet(
            self.resource_label(e.resource_id), self.use_label(e.use_id), e.process, e.conditions, e.maturity, e.weight,
            e.value_low, e.value_high, self.resources[e.resource_id].unit.value, self.uses[e.use_id].treatment,
            e.source, e.confidence, e.process_en, e.conditions_en,
        )  # fmt: skip


def _by(rows: Iterable[Held], key: Callable[[Held], Key]) -> defaultdict[Key, list[Held]]:
    found: defaultdict[Key, list[Held]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _code_label(code: str, fr: str, en: str, hazardous: bool) -> Label:
    return Label(code + "*" * hazardous, fr, en)
