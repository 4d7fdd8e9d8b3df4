"""Leads from sector to resource to sector."""

from collections import Counter
from collections.abc import Iterable, Sequence

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.pictured import PicturedLead, Scene, Step, Wanted, shown
from symbiosis.domain.pictures import OTHERS, UNKNOWN_SECTOR, Flows, Pair

DIVISION = 2  # digits of a NACE division


def flows(scene: Scene, wanted: Wanted, kind: SynergyKind, most: int) -> Flows:
    """Return the flows of one kind of lead with at most `most` nodes a column, and one for all others."""
    leads = [lead for lead in shown(scene, wanted) if lead.kind is kind]
    paths = [(path, scene.steps[lead.id]) for lead in leads if lead.firms for path in _paths(scene, lead)]
    width = 3 if kind is SynergyKind.SUBSTITUTION else 2
    kept = [_kept((path[column] for path, _ in paths), most) for column in range(width)]
    counted: Counter[tuple[Pair, int, Step]] = Counter()
    for path, step in paths:
        merged = [node if node in kept[column] else OTHERS for column, node in enumerate(path)]
        counted.update(((merged[c], merged[c + 1]), c, step) for c in range(width - 1))
    columns = tuple(_order(nodes, counted, column) for column, nodes in enumerate(kept))
    links = tuple((ends, column, step, n) for (ends, column, step), n in sorted(counted.items()))
    return Flows(columns, links, len(leads), sum(not lead.firms for lead in leads))


def sector(scene: Scene, firm_id: str) -> str:
    """Return the NACE division of a firm, '' where unknown."""
    firm = scene.firms.get(firm_id)
    return firm.nace[0][:DIVISION] if firm and firm.nace else UNKNOWN_SECTOR


def _paths(scene: Scene, lead: PicturedLead) -> list[tuple[str, ...]]:
    if lead.kind is SynergyKind.SUBSTITUTION:
        return [(sector(scene, lead.firms[0]), lead.resource, sector(scene, lead.firms[-1]))]
    return [(sector(scene, firm), lead.resource) for firm in lead.firms]


def _kept(nodes: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the largest nodes; where one more would be left alone among the others, it is kept too."""
    ranked = [node for node, _ in sorted(Counter(nodes).items(), key=lambda item: (-item[1], item[0]))]
    return tuple(ranked if len(ranked) <= most + 1 else ranked[:most])


def _order(nodes: Sequence[str], counted: Counter[tuple[Pair, int, Step]], column: int) -> tuple[str, ...]:
    gathered = any(ends[column - c] == OTHERS for ends, c, _ in counted if 0 <= column - c <= 1)
    return (*nodes, OTHERS) if gathered else tuple(nodes)
