"""The questions under graph/queries, by name: `text("firms/find")`."""

from functools import cache
from pathlib import Path

GRAPH = Path(__file__).parents[2] / "graph"


@cache
def text(name: str) -> str:
    """Return the Cypher of one question; its name is its path without the ending."""
    return (GRAPH / "queries" / f"{name}.cypher").read_text(encoding="utf-8")


def names() -> list[str]:
    """Return every question's name, sorted."""
    folder = GRAPH / "queries"
    return sorted(str(file.relative_to(folder).with_suffix("")) for file in folder.rglob("*.cypher"))
