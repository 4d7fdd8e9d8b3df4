"""What people say about a spreadsheet before it is loaded, and what of it is remembered for the next one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.domain.free_columns import NO_RESOURCE, TextAsked, text_key
from symbiosis.domain.imports import Deed, Import, OutcomeLine
from symbiosis.exports import annotated as given_back
from symbiosis.exports.annotated import Note, Noted
from symbiosis.importers.choices import FIELDS, Choices, SheetChoices, choices
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import key
from symbiosis.importers.free_sheet import label_of
from symbiosis.importers.grids import Grid, read_grids
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.identified import meaning
from symbiosis.store import aliases, firms, imports
from symbiosis.store.session import Store

MOST_TEXTS = 150  # on one page
__all__ = ["SheetChoices", "annotated", "explain", "look", "remember", "texts"]


def look(store: Store, import_id: str) -> tuple[Import, Choices]:
    """Return what there is to choose about an import; NotFound where its files or their sort leave no choice."""
    imported = _readable(store, import_id)
    chosen = aliases.every(store) | dict(imported.options)
    return imported, choices([Path(p) for p in imported.paths], imported.kind, firms.every(store), chosen)


def texts(store: Store, knowledge: Knowledge, found: Choices) -> tuple[TextAsked, ...]:
    """Return what each text of a synergy is taken for, the least sure first."""
    answers = aliases.every(store)
    asked = [_asked(knowledge, text, answers) for text in found.texts]
    least_sure = sorted(asked, key=lambda a: (a.answered, a.alternatives[0][1] if a.alternatives else 0))
    return tuple(least_sure[:MOST_TEXTS])


def remember(store: Store, answers: Mapping[str, str], who: str) -> None:
    """Keep which firm each written name means, for this import and all others."""
    aliases.put(store, {key(name): firm for name, firm in answers.items() if firm}, {"by": who, "at": now()})


def explain(store: Store, knowledge: Knowledge, answers: Mapping[str, str], who: str) -> list[str]:
    """Keep which resource each text means, where that is not understood anyway; return what names no resource.

    An answer is a resource's id, its name, or `NO_RESOURCE`.
    """
    means = {text: _resource(knowledge, said) for text, said in answers.items() if said}
    before = aliases.every(store)
    new = {t: r for t, r in means.items() if r and r != (meaning(knowledge, t, before) or NO_RESOURCE)}
    aliases.put(store, {text_key(text): resource for text, resource in new.items()}, {"by": who, "at": now()})
    return [answers[text] for text, resource in means.items() if not resource]


def _asked(knowledge: Knowledge, text: str, answers: Mapping[str, str]) -> TextAsked:
    links = tuple((link.resource_id, round(100 * link.confidence)) for link in knowledge.recognition.link(text))
    return TextAsked(text, meaning(knowledge, text, answers), text_key(text) in answers, links)


def _resource(knowledge: Knowledge, said: str) -> str:
    if said == NO_RESOURCE or any(resource.id == said for resource in knowledge.rows.resources):
        return said
    link = knowledge.recognition.best(said)
    return link.resource_id if link else ""


def annotated(store: Store, import_id: str, title: str) -> bytes:
    """Return the files with each refused cell coloured and explained; NotFound once they are no more kept.

    A single .xlsx comes back as it is otherwise, several files or other formats as a new workbook.
    """
    imported = _readable(store, import_id)
    wrong = [line for line in imports.every_line(store, imported) if line.deed is Deed.REFUSED]
    try:
        grids = [grid for path in imported.paths for grid in read_grids(Path(path))[0]]
    except BadFileError:
        raise NotFound(f"import {import_id}") from None
    several = len(grids) > 1
    _, found = look(store, import_id)
    own = Path(imported.paths[0]) if len(imported.paths) == 1 else None
    return given_back.annotated([_sheet(grid, several, wrong, found.sheets) for grid in grids], title, own)


def _readable(store: Store, import_id: str) -> Import:
    imported = imports.get(store, import_id)
    if imported.kind not in FIELDS or not all(Path(path).is_file() for path in imported.paths):
        raise NotFound(f"import {import_id}")
    return imported


def _sheet(grid: Grid, several: bool, wrong: Sequence[OutcomeLine], sheets: Sequence[SheetChoices]) -> Noted:
    label = label_of(grid, several)
    names = next((s.layout.names for s in sheets if s.label == (grid.sheet or grid.file)), ())
    notes = [Note(e.line, _column(names, e.column), e.remedy) for e in wrong if e.file == label and e.line]
    return Noted(grid.sheet or grid.file, grid.rows, notes)


def _column(names: Sequence[str], name: str) -> int:
    return names.index(name) + 1 if name and name in names else 0
