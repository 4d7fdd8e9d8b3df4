"""A declaration sent twice is one declaration: the same words and figures, from the same firm, on the same day."""

from dataclasses import replace

from symbiosis.domain.clock import now
from symbiosis.domain.flows import Flow
from symbiosis.knowledge import Knowledge
from symbiosis.services.record import record
from symbiosis.store import flows, views
from symbiosis.store.session import Store

TOLD = (
    "direction", "text", "waste_code", "quantity", "unit", "rhythm", "temperature_c", "quality", "use_text",
    "provenance", "as_of",
)  # fmt: skip


def declare_once(store: Store, knowledge: Knowledge, flow: Flow) -> str:
    """Record what a firm tells today, unless it told exactly that today; return the flow's id.

    NotFound without the firm. Holds across worker processes: it compares what is told, not a form's number.
    """
    told = replace(flow, as_of=now()[:10])
    for row in flows.of_firm(store, flow.firm_id):
        if _same(views.flow(row), told):
            return str(row["id"])
    return record(store, knowledge, told).flow.flow.id


def _same(held: object, told: Flow) -> bool:
    return all(getattr(held, name) == getattr(told, name) for name in TOLD)
