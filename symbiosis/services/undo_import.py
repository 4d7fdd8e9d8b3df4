"""Take an import back: what it made is removed, what it replaced comes again, what people touched since stays."""

from collections.abc import Callable, Sequence

from symbiosis.domain.clock import now
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import KnownSynergy
from symbiosis.domain.imports import Deed, ImportState, OutcomeLine, Thing
from symbiosis.domain.sight import EVERYTHING
from symbiosis.importers.outcome import name, noun
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.identified import identified
from symbiosis.store import aliases, firms, flows, imports, perimeter, synergies, territory
from symbiosis.store.imports import Touched
from symbiosis.store.session import Store, Transaction

Progress = Callable[[str, int, int], None]
STAGE = "import_undo"
CHANGED = "modifié depuis cet import : laissé comme il est"
GONE = "n'existe plus"
TIED: dict[type[Thing], str] = {
    Firm: "des flux, des décisions ou des réponses en dépendent : laissé",
    Flow: "une piste décidée ou déjà identifiée repose dessus : laissé",
    KnownSynergy: "quelqu'un l'a décidée depuis : laissée",
}


def undo_import(store: Store, knowledge: Knowledge, import_id: str, progress: Progress) -> bool:
    """Undo an import that is being undone; tell whether it was."""
    imported = imports.get(store, import_id)
    if imported.state is not ImportState.UNDOING:
        return False
    progress(STAGE, 0, 1)

    def work(tx: Transaction) -> None:
        if imports.advance(tx, import_id, [ImportState.UNDOING], ImportState.UNDONE, now()):
            told = _take_back(tx, knowledge, imports.remembered(tx, import_id))
            imports.tell(tx, import_id, told, imported.rows_read, now())
            perimeter.uncover(tx, import_id)
            territory.touch(tx)

    store.together(work)
    progress(STAGE, 1, 1)
    return True


def _take_back(tx: Transaction, knowledge: Knowledge, wrote: Sequence[Touched]) -> list[OutcomeLine]:
    held = _held(tx)
    mine = [t for t in wrote if held.get(t.id) == t.after]
    others = [_line(Deed.KEPT, t, CHANGED if t.id in held else GONE) for t in wrote if held.get(t.id) != t.after]
    _restore(tx, knowledge, [t.before for t in mine if t.before])
    kept = _delete(tx, [t for t in mine if t.before is None])
    return [*others, *(_line(*_deed(t, kept)) for t in mine)]


def _held(tx: Transaction) -> dict[str, Thing]:
    found: dict[str, Thing] = {firm.id: firm for firm in firms.every(tx)}
    return (
        found | {linked.flow.id: linked.flow for linked in flows.every(tx, sight=EVERYTHING)} | synergies.identified(tx)
    )


def _restore(tx: Transaction, knowledge: Knowledge, things: Sequence[Thing]) -> None:
    firms.put(tx, [thing for thing in things if isinstance(thing, Firm)], perimeter.inside(tx))
    flows.put(tx, [knowledge.understand(thing) for thing in things if isinstance(thing, Flow)])
    known = [thing for thing in things if isinstance(thing, KnownSynergy)]
    synergies.put_identified(
        tx, identified(knowledge, known, flows.every(tx) if known else [], aliases.every(tx)), now()
    )


def _delete(tx: Transaction, new: Sequence[Touched]) -> frozenset[str]:
    """Delete what is new, what leans on others first; return the ids of what has to stay."""
    kept: list[str] = []
    for kind, delete in ((KnownSynergy, synergies.delete_identified), (Flow, flows.delete), (Firm, firms.delete)):
        kept.extend(delete(tx, [t.id for t in new if isinstance(t.after, kind)]))
    return frozenset(kept)


def _deed(touched: Touched, kept: frozenset[str]) -> tuple[Deed, Touched, str]:
    if touched.before:
        return Deed.RESTORED, touched, ""
    return (Deed.KEPT, touched, TIED[type(touched.after)]) if touched.id in kept else (Deed.REMOVED, touched, "")


def _line(deed: Deed, touched: Touched, remedy: str) -> OutcomeLine:
    return OutcomeLine(deed, noun(touched.after), touched.id, name(touched.after), remedy=remedy)
