from collections.abc import Iterable

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import seeds
from symbiosis.store import knowledge
from symbiosis.store.session import Store


def by_content(rows: Iterable[object]) -> list[str]:
    return sorted(map(repr, rows))


def tables(rows: KnowledgeRows) -> dict[str, list[str]]:
    """Return every table of the knowledge, in an order of its own."""
    return {name: by_content(table) for name, table in vars(rows).items()}


def test_the_graph_gives_back_the_whole_knowledge_written_once_or_twice(store: Store) -> None:
    rows = seeds.read_knowledge()
    assert [name for name, table in vars(rows).items() if not table] in (
        [],
        ["transforms"],
    )  # read from the seeds alone
    knowledge.put(store, rows)
    assert tables(knowledge.get(store)) == tables(rows)
    knowledge.put(store, rows)
    assert tables(knowledge.get(store)) == tables(rows)
