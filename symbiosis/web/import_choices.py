"""Before a spreadsheet is loaded: which column is which, who a name is; and the file given back with notes."""

from dataclasses import dataclass
from typing import Any, ClassVar

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.free_columns import Column, NameAsked, TextAsked
from symbiosis.domain.imports import Import
from symbiosis.domain.views import Label
from symbiosis.services import import_choices
from symbiosis.services.receive import choose
from symbiosis.services.take_away import XLSX
from symbiosis.web.access import needs
from symbiosis.web.column_words import COLUMNS
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who

bp = Blueprint("import_choices", __name__)
LONGEST = 100  # characters of what named no resource


@dataclass(frozen=True)
class ChoicesPage:
    """What a person may say about a spreadsheet."""

    template: ClassVar[str] = "import_choices.html"
    imported: Import
    sheets: tuple[import_choices.SheetChoices, ...]
    fields: tuple[Column, ...]
    names: tuple[NameAsked, ...]
    words: dict[str, Any]
    texts: tuple[TextAsked, ...] = ()
    resources: tuple[Label, ...] = ()


@bp.get("/imports/<import_id>/choices")
@needs(Right.IMPORT)
def choices(import_id: str) -> str:
    """Show the columns as they were understood, and the names to be linked."""
    imported, found = import_choices.look(store(), import_id)
    knowledge = state().known.current(store())
    texts = import_choices.texts(store(), knowledge, found)
    resources = tuple(Label(r.id, r.fr, r.en) for r in knowledge.rows.resources) if texts else ()
    return show(ChoicesPage(imported, found.sheets, found.fields, found.names, COLUMNS, texts, resources))


@bp.post("/imports/<import_id>/choices")
@needs(Right.IMPORT)
def chosen(import_id: str) -> Response:
    """Keep what was said, and make the preview again with it."""
    imported, _found = import_choices.look(store(), import_id)
    said = request.form.to_dict()
    names = {name.removeprefix("name:"): firm for name, firm in said.items() if name.startswith("name:")}
    typed = {name.removeprefix("other:"): firm.strip() for name, firm in said.items() if name.startswith("other:")}
    names |= {name: firm for name, firm in typed.items() if firm}
    columns = {name: value for name, value in said.items() if name.startswith("column:")}
    import_choices.remember(store(), names, who())
    texts = {name.removeprefix("text:"): what for name, what in said.items() if name.startswith("text:")}
    texts |= {
        n.removeprefix("means:"): what.strip() for n, what in said.items() if n.startswith("means:") and what.strip()
    }
    for what in import_choices.explain(store(), state().known.current(store()), texts, who()):
        flash(what[:LONGEST], "no_resource")
    firm = {"firm": said["firm"].strip()} if "firm" in said else {}
    choose(store(), import_id, dict(imported.options) | columns | firm)
    return redirect(url_for("imports.one", import_id=import_id), 303)  # type: ignore[return-value]


@bp.get("/imports/<import_id>/annotated.xlsx")
@needs(Right.IMPORT)
def annotated(import_id: str) -> Response:
    """Give the file back, each refused cell coloured and explained."""
    content = import_choices.annotated(store(), import_id, str(_("À corriger")))
    headers = {"Content-Disposition": 'attachment; filename="a-corriger.xlsx"'}
    return Response(content, mimetype=XLSX, headers=headers)
