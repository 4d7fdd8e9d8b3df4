"""Notes of calls and visits, in the graph."""

from symbiosis.domain.errors import NotFound
from symbiosis.domain.firm_file import Note, NoteKind
from symbiosis.store.session import Store

MOST = 200


def put(store: Store, firm_id: str, note: Note) -> None:
    """Write a note about a firm; NotFound without the firm."""
    if not store.write("notes/put", firm=firm_id, row=dict(vars(note)) | {"kind": note.kind.value}):
        raise NotFound(f"firm {firm_id}")


def of_firm(store: Store, firm_id: str) -> tuple[Note, ...]:
    """Return the notes about a firm, latest day first."""
    rows = store.read("notes/of_firm", firm=firm_id, limit=MOST)
    return tuple(Note(**(row | {"kind": NoteKind(row["kind"])})) for row in rows)


def remove(store: Store, firm_id: str, note_id: str) -> bool:
    """Remove a note; tell whether there was one."""
    return bool(store.write("notes/remove", id=note_id, firm=firm_id)[0]["n"])
