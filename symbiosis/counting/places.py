"""Firms and leads by commune, or by firm inside one commune."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations
from statistics import fmean

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.pictured import PicturedLead, Place, Scene, Step, Wanted, shown
from symbiosis.domain.pictures import Pair, Places, Spot


def by_commune(scene: Scene, wanted: Wanted) -> Places:
    """Return one spot a commune. A lead draws one line per pair of its communes."""
    home = {firm.id: firm.commune for firm in scene.firms.values()}
    leads = shown(scene, wanted)
    lines, within, touched = _joined(scene, ((lead, _homes(lead, home)) for lead in leads))
    housed = Counter(home.values())
    middle = _middles(scene)
    spots = tuple(Spot(c.id, c.name, middle.get(c.id), housed[c.id], touched[c.id]) for c in scene.communes)
    return Places(spots, lines, within, len(leads), housed[""])


def by_firm(scene: Scene, wanted: Wanted, commune: str, most: int) -> Places:
    """Return the firms of a commune that leads involve, most involved first, at most so many, and lines among them."""
    leads = shown(scene, wanted)
    busy = Counter(f for lead in leads for f in dict.fromkeys(lead.firms) if _is_in(scene, f, commune))
    ranked = [firm for firm, _ in sorted(busy.items(), key=lambda item: (-item[1], item[0]))]
    placed = [f for f in ranked if _place(scene, f)]
    drawn = placed[:most]
    inside = set(drawn)
    members = ((lead, [f for f in dict.fromkeys(lead.firms) if f in inside]) for lead in leads)
    lines, within, _ = _joined(scene, members)
    spots = tuple(Spot(f, scene.firms[f].name, _place(scene, f), 1, busy[f], True) for f in drawn)
    involved = sum(any(_is_in(scene, f, commune) for f in lead.firms) for lead in leads)
    return Places(spots, lines, within, involved, len(ranked) - len(placed), len(placed) - len(drawn))


def _joined(
    scene: Scene, leads: Iterable[tuple[PicturedLead, list[str]]]
) -> tuple[tuple[tuple[Pair, Step, int], ...], dict[str, int], Counter[str]]:
    lines: Counter[tuple[Pair, Step]] = Counter()
    within: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    for lead, spots in leads:
        touched.update(spots)
        step = scene.steps[lead.id]
        if len(spots) == 1:
            within[spots[0]] += 1
        pairs = combinations(sorted(spots), 2)
        if lead.kind is SynergyKind.SUBSTITUTION and len(spots) > 1:
            pairs = iter([tuple(sorted((spots[0], spots[-1])))])  # type: ignore[assignment]
        lines.update((pair, step) for pair in pairs)
    found = tuple((pair, step, n) for (pair, step), n in sorted(lines.items()))
    return found, dict(within), touched


def _homes(lead: PicturedLead, home: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(home[f] for f in lead.firms if home.get(f)))


def _is_in(scene: Scene, firm_id: str, commune: str) -> bool:
    firm = scene.firms.get(firm_id)
    return firm is not None and firm.commune == commune


def _place(scene: Scene, firm_id: str) -> Place | None:
    firm = scene.firms[firm_id]
    return (firm.lat, firm.lon) if firm.lat is not None and firm.lon is not None else None


def _middles(scene: Scene) -> dict[str, Place]:
    """Return the centre of each commune, else the middle of its firms."""
    seen: dict[str, list[Place]] = defaultdict(list)
    for firm in scene.firms.values():
        if firm.commune and firm.lat is not None and firm.lon is not None:
            seen[firm.commune].append((firm.lat, firm.lon))
    middles = {c: (fmean(lat for lat, _ in p), fmean(lon for _, lon in p)) for c, p in seen.items()}
    return middles | {c.id: (c.lat, c.lon) for c in scene.communes if c.lat is not None and c.lon is not None}
