"""What users change in the knowledge, in the graph, apart from the shipped rows."""

from symbiosis.domain.corrections import Correction
from symbiosis.domain.enums import CorrectionKind
from symbiosis.domain.errors import NotFound
from symbiosis.store.session import Row, Store, Transaction


def put(store: Store, correction: Correction) -> bool:
    """Write a correction; tell whether it was, for one with the same content may be in force already."""
    return store.together(lambda tx: _put(tx, correction))


def withdraw(store: Store, correction_id: str, by: str, at: str) -> bool:
    """Take a correction back; tell whether that was to be done. NotFound when there is none."""
    if store.write("corrections/withdraw", id=correction_id, by=by, at=at):
        return True
    if all(c.id != correction_id for c in every(store)):
        raise NotFound(f"correction {correction_id}")
    return False


def every(store: Store) -> list[Correction]:
    """Return all corrections, latest first, those taken back included."""
    return [_correction(row) for row in store.read("corrections/list")]


def _put(tx: Transaction, c: Correction) -> bool:
    if not tx.run("corrections/put", row=dict(vars(c)) | {"kind": c.kind.value, "content": c.content}):
        return False
    if c.kind is CorrectionKind.RESOURCE:
        tx.run("corrections/put_resource", id=c.made, fr=c.fr, en=c.en)
    if c.kind is CorrectionKind.USE:
        tx.run("corrections/put_use", id=c.made, fr=c.fr, en=c.en)
    return True


def _correction(row: Row) -> Correction:
    return Correction(**row | {"kind": CorrectionKind(row["kind"])})
