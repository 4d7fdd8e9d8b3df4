"""What the graph still says and the knowledge does not: taken away, so that a new version leaves nothing behind."""

from collections.abc import Iterable

from symbiosis.domain.enums import Direction
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.store.knowledge_rows import RELATION, code_rows, sector_id, sharing_id
from symbiosis.store.session import Row, Writer

Edge = tuple[str, str, str]  # where it starts, its type, where it ends
OF: dict[Direction, str] = {direction: relation for relation, direction in RELATION.items()}


def drop(store: Writer, held: KnowledgeRows, rows: KnowledgeRows) -> None:
    """Take away the relations, sharing rules and precedents of `held` that are not in `rows`.

    Resources, uses and sectors stay: flows and leads may speak of them.
    """
    store.write_rows("knowledge/drop_of_resources", _edges(_of_resources(held) - _of_resources(rows)))
    store.write_rows("knowledge/drop_of_sectors", _edges(_of_sectors(held) - _of_sectors(rows)))
    sharing = {sharing_id(s) for s in held.sharing} - {sharing_id(s) for s in rows.sharing}
    store.write_rows("knowledge/drop_sharing", ({"id": gone} for gone in sorted(sharing)))
    precedents = {p.id for p in held.precedents} - {p.id for p in rows.precedents}
    store.write_rows("knowledge/drop_precedents", ({"id": gone} for gone in sorted(precedents)))


def _of_resources(rows: KnowledgeRows) -> set[Edge]:
    usable = {(e.resource_id, "USABLE_AS", e.use_id) for e in rows.usable_as}
    return usable | {(c["resource"], "CODED_AS", c["code"]) for c in code_rows(rows.resources)}


def _of_sectors(rows: KnowledgeRows) -> set[Edge]:
    performs = {(sector_id(p.nace), "PERFORMS", p.use_id) for p in rows.performs}
    return performs | {(sector_id(f.nace), OF[f.direction], f.resource_id) for f in rows.typical}


def _edges(edges: Iterable[Edge]) -> Iterable[Row]:
    return (dict(zip(("start", "relation", "end"), edge, strict=True)) for edge in sorted(edges))
