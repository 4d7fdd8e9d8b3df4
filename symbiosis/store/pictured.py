"""What pictures are made from: every lead in one question, the history of decisions, the outlines of communes."""

import json
from collections.abc import Mapping
from typing import Any

from symbiosis.domain.enums import Origin, Role, SynergyKind
from symbiosis.domain.pictured import PicturedLead
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store


def leads(store: Store) -> tuple[PicturedLead, ...]:
    """Return every lead, ordered by id."""
    rows = (packed for block in store.read("synergies/pictured") for packed in block["rows"])
    return tuple(sorted(map(_lead, rows), key=lambda lead: lead.id))


def history(store: Store) -> list[Row]:
    """Return id (of the lead), after, reason, at of every decision, in the order they were taken."""
    return store.read("synergies/history")


def put_outlines(store: Store, outlines: Mapping[str, Any], source: str) -> list[str]:
    """Write outlines (GeoJSON geometries by commune); return the ids of the communes that are known."""
    rows = [{"id": c, "outline": json.dumps(geometry), "source": source} for c, geometry in outlines.items()]
    return [row["id"] for row in store.write("communes/outline", rows=rows)]


@per_version
def outlines(store: Store) -> dict[str, tuple[dict[str, Any], str]]:
    """Return the geometry and the source of each outline that was loaded."""
    return {row["id"]: (json.loads(row["outline"]), row["source"]) for row in store.read("communes/outlines")}


def _lead(packed: list[Any]) -> PicturedLead:
    lead_id, kind, origin, resource, hypothetical, score, flows, firms, roles = packed
    return PicturedLead(
        lead_id, SynergyKind(kind), Origin(origin), resource or "", bool(hypothetical), score, tuple(flows or ()),
        tuple(firms), tuple(Role(role) for role in roles),
    )  # fmt: skip
