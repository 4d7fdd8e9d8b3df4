"""Read the files of an import: first to say what they would change, then, once confirmed, to change it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from symbiosis.domain.clock import now
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow, LinkedFlow
from symbiosis.domain.folder import KnownSynergy, RowError
from symbiosis.domain.imports import OWN, Asked, Found, Held, Import, ImportKind, ImportState, Plan
from symbiosis.domain.sight import EVERYTHING
from symbiosis.importers.belonging import only_own
from symbiosis.importers.kinds import IMPORTERS
from symbiosis.importers.outcome import lines
from symbiosis.importers.plan import first_of, plan
from symbiosis.knowledge import Knowledge, seeds
from symbiosis.knowledge.amounts import of_anything
from symbiosis.knowledge.identified import identified, meaning
from symbiosis.store import aliases, erasures, firms, flows, imports, perimeter, synergies, territory, trades
from symbiosis.store import told as touched
from symbiosis.store.imports import Touched
from symbiosis.store.session import Row, Store, Transaction

Progress = Callable[[str, int, int], None]
T = TypeVar("T", Firm, Flow, KnownSynergy)
MOST_WRITTEN = 60_000  # rows: an import is one transaction, whole or not at all; the rest is for the next one
STAGES = ("import_read", "import_compare", "import_write")


def preview(store: Store, knowledge: Callable[[], Knowledge], import_id: str, progress: Progress) -> None:
    """Say what an import would do, row by row; writes nothing else. Refused where it is not to be previewed.

    `knowledge` is asked for where texts are to be understood.
    """
    imported = imports.get(store, import_id)
    found, made = _plan(store, imported, progress)
    means = _means(knowledge(), made, _answers(store, imported)) if _things(made, KnownSynergy) else {}
    imports.tell(store, import_id, lines(made, means), found.rows_read, now())
    imports.advance(store, import_id, [ImportState.READING], ImportState.PREVIEWED, now())


def carry_out(store: Store, knowledge: Knowledge, import_id: str, progress: Progress) -> bool:
    """Do what an import says against what the graph holds now; all of it becomes visible at once, or nothing.

    Tells whether there was something to do: an import that is done is not done again.
    """
    imports.advance(store, import_id, [ImportState.QUEUED], ImportState.RUNNING, now())
    imported = imports.get(store, import_id)
    if imported.state is not ImportState.RUNNING:
        return False
    found, made = _plan(store, imported, progress)
    progress(STAGES[2], 2, 3)
    inside, place = found.communes or perimeter.inside(store), territory.get(store)
    linked, answers = _understood(knowledge, made), _answers(store, imported)

    def work(tx: Transaction) -> None:
        if not imports.advance(tx, import_id, [ImportState.RUNNING], ImportState.DONE, now()):
            return
        firms.put(tx, _things(made, Firm), inside, import_id)
        flows.put(tx, linked, import_id)
        known = [*flows.every(store), *linked] if _things(made, KnownSynergy) else []
        synergies.put_identified(tx, identified(knowledge, _things(made, KnownSynergy), known, answers), now())
        imports.tell(tx, import_id, lines(made, _means(knowledge, made, answers)), found.rows_read, now())
        imports.remember(tx, import_id, (Touched(s.id, s.before, s.after) for s in made.writes()))
        if found.communes:
            perimeter.cover(tx, found.communes, import_id)
        _settle(tx, found, place)

    store.together(work)
    progress(STAGES[2], 3, 3)
    return True


def _settle(tx: Transaction, found: Found, place: Row | None) -> None:
    """Say that the territory has changed; a folder names the one that has no folder yet, and starts a missing one."""
    if not found.name:
        return territory.touch(tx)
    if place is None or not place["folder"]:
        territory.put(tx, place["name"] if place else found.name, bool(found.synthetic), found.name)
    return territory.loaded(tx, now())


def _plan(store: Store, imported: Import, progress: Progress) -> tuple[Found, Plan]:
    progress(STAGES[0], 0, 3)
    told = {linked.flow.id: linked.flow for linked in flows.every(store, sight=EVERYTHING)}
    asked = _asked(store, imported, told, progress)
    found = _read(store, imported, asked)
    progress(STAGES[1], 1, 3)
    held = Held(
        {f.id: f for f in asked.firms}, told, synergies.identified(store), touched.touched(store) | firms.edited(store),
        erasures.erased(store), firms.former(store),
    )  # fmt: skip
    return found, first_of(plan(found, held, IMPORTERS[imported.kind].keep), MOST_WRITTEN)


def _asked(store: Store, imported: Import, told: Mapping[str, Flow], progress: Progress) -> Asked:
    """Return what a reader may know: what people said of this file counts more than what they said of others.

    Of a firm's own workbook it knows that firm alone, so that no name or flow of others can be asked for by guessing.
    """
    own = imported.options.get(OWN, "")
    return Asked(
        tuple(firm for firm in firms.every(store) if own in ("", firm.id)), _communes(store), trades.names(store),
        _answers(store, imported), lambda done, total: progress(STAGES[0], done, total), of_anything,
        {flow.id: flow.firm_id for flow in told.values() if own in ("", flow.firm_id)},
        seeds.read_intercommunalities(), perimeter.chosen(store),
    )  # fmt: skip


def _answers(store: Store, imported: Import) -> dict[str, str]:
    """Return what people said of this file, and of others where they said nothing of this one."""
    own = imported.options.get(OWN, "")
    return {key: firm for key, firm in aliases.every(store).items() if own in ("", firm)} | dict(imported.options)


def _means(knowledge: Knowledge, made: Plan, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the name of the resource that each text of a synergy is taken for, '' for none."""
    names = {resource.id: resource.fr for resource in knowledge.rows.resources}
    texts = {synergy.resource_text for synergy in _things(made, KnownSynergy)}
    return {text: names.get(meaning(knowledge, text, answers), "") for text in texts}


def _read(store: Store, imported: Import, asked: Asked) -> Found:
    paths = [Path(path) for path in imported.paths]
    missing = [path for path in paths if not path.exists()]
    if missing:
        remedy = "fichier disparu depuis : le joindre de nouveau"
        return Found(errors=tuple(RowError(path.name, 0, "", "", remedy) for path in missing))
    importer, place = IMPORTERS[imported.kind], territory.get(store)
    if place:
        found = importer.read(paths, asked)
        return only_own(found, importer, (place["name"], place["folder"]), bool(place["synthetic"]))
    first = importer.read(paths, asked) if imported.kind is ImportKind.TERRITORY else Found()
    remedy = "aucun territoire ici : en commencer un avec flask symbiosis territory new NOM"
    return first if first.name else Found(errors=(RowError("", 0, "", "", remedy),))


def _communes(store: Store) -> dict[str, str]:
    """Return the territory's communes; those met only as a firm's address have no name."""
    return {c["id"]: c["name"] for c in firms.communes(store) if c["name"]}


def _understood(knowledge: Knowledge, made: Plan) -> list[LinkedFlow]:
    return [knowledge.understand(flow) for flow in _things(made, Flow)]


def _things(made: Plan, kind: type[T]) -> list[T]:
    return [step.after for step in made.writes() if isinstance(step.after, kind)]
