"""Reads the plan that a Neo4j makes of a question, and refuses what does more than read the graph.

The plan is the server's own understanding of the question: no trick of spelling gets past it.
"""

import re
from collections.abc import Iterator
from typing import Any

from neo4j import ResultSummary

from symbiosis.domain.answers import Wrong

READS = "r"
# All else goes, of the server and of plugins: what lists labels or properties names those that are hidden too.
PROCEDURES = frozenset({"db.ping"})
CALL, CSV = "ProcedureCall", "LoadCSV"
REFUSED = {
    CSV: "LOAD CSV",
    "Administration": "Administration of the server",
    "Show": "SHOW",
    "Terminate": "TERMINATE",
    "Transaction": "CALL … IN TRANSACTIONS",
}
# A subquery inside of an expression has no operator of its own: it stands written out in that of the expression.
WRITTEN_OUT = re.compile(r"\b(?:LOAD CSV|CALL)\b|Call\(|NestedPlan")


def check(planned: ResultSummary, database: str | None) -> None:
    """Raise Wrong where a question that was explained would do more than read this database."""
    if planned.plan is None:
        raise _wrong("What has no plan")
    for operator in _operators(planned.plan):
        if refused := _refused(operator):
            raise _wrong(refused)
    if planned.query_type != READS:
        raise _wrong("Writing")
    if planned.database != database:
        raise _wrong("Another database")


def _refused(operator: dict[str, Any]) -> str:
    kind, details = operator["operatorType"], str(operator.get("args", {}).get("Details", ""))
    if kind.startswith(CALL):
        name = details.partition("(")[0].strip().replace("`", "")
        return "" if name.lower() in PROCEDURES else f"CALL {name}"
    found = [said for start, said in REFUSED.items() if kind.startswith(start)]
    if not found and WRITTEN_OUT.search(details):
        return "LOAD CSV or CALL in a subquery"
    return found[0] if found else ""


def _operators(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    waiting = [plan]
    while waiting:
        operator = waiting.pop()
        yield operator
        waiting += operator.get("children", ())


def _wrong(what: str) -> Wrong:
    return Wrong(f"{what} is not allowed here.")
