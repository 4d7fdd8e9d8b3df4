"""What a file takes of the graph: without whatever rests on something confidential, which is not even read."""

from collections.abc import Iterator, Sequence

from symbiosis.domain.exported import may_leave
from symbiosis.store.session import Row, Store, batches

BLOCK = 1000  # leads read at once: a file begins to leave after the first ones
LEAD = (
    "id", "kind", "origin", "judgement", "score", "model", "hypothetical", "text", "source", "use_text", "proposed_at",
    "resource", "use", "flows", "parties",
)  # fmt: skip


class Around:
    """The flows and firms of leads, each read once however many leads share it."""

    def __init__(self, store: Store) -> None:
        """Begin with none."""
        self._store = store
        self.flows: dict[str, Row] = {}
        self.firms: dict[str, Row] = {}

    def read(self, rows: Sequence[Row]) -> None:
        """Read what these leads need and what was not read yet."""
        _add(self._store, "exports/flows", self.flows, {i for row in rows for i in row["flows"]})
        _add(self._store, "exports/firms", self.firms, {party[0] for row in rows for party in row["parties"]})


def leads(store: Store, ids: Sequence[str]) -> Iterator[Row]:
    """Yield these leads, in this order, with their firms and flows; not those that may not leave."""
    around = Around(store)
    for batch in batches(ids, BLOCK):
        blocks = store.read("exports/leads", ids=batch)
        rows = [dict(zip(LEAD, row, strict=True)) for block in blocks for row in block["rows"]]
        around.read(rows)
        found = {row["id"]: row for row in rows}
        whole = (_whole(found[i], around) for i in batch if i in found)
        yield from (row for row in whole if may_leave(flow["confidential"] for flow in row["flows"]))


def kept_back(store: Store) -> frozenset[str]:
    """Return the ids of the leads that may not leave."""
    return frozenset(row["id"] for row in store.read("exports/kept_back"))


def _whole(row: Row, around: Around) -> Row:
    parties = sorted(row["parties"], key=lambda party: (party[2] or 0, party[0]))
    return row | {
        **_label("resource", row["resource"]), **_label("use", row["use"]),
        "parties": [around.firms[firm] | {"role": role} for firm, role, _step in parties if firm in around.firms],
        "flows": [around.flows[i] for i in sorted(row["flows"]) if i in around.flows],
    }  # fmt: skip


def _label(name: str, found: list[list[str]]) -> Row:
    thing, fr, en = found[0] if found else (None, None, None)
    return {f"{name}_id": thing, f"{name}_fr": fr, f"{name}_en": en}


def _add(store: Store, question: str, held: dict[str, Row], wanted: set[str]) -> None:
    held.update({row["id"]: row for row in store.read(question, ids=sorted(wanted - held.keys()))})
