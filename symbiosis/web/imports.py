"""Load files: send them, see what they would change, confirm, follow, take back."""

from typing import BinaryIO, cast

from flask import Blueprint, Response, flash, make_response, redirect, request, stream_with_context, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.errors import Refused
from symbiosis.domain.imports import Deed, ImportKind
from symbiosis.services import imports, perimeter
from symbiosis.services.receive import Sent, choose, receive
from symbiosis.web.access import needs
from symbiosis.web.forms import Form, typed, with_errors
from symbiosis.web.import_pages import ImportPage, ImportsPage, deed_asked
from symbiosis.web.import_words import HEAD
from symbiosis.web.jobs import RENEWED_SECONDS
from symbiosis.web.labels import label
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who
from symbiosis.web.where import page_number

bp = Blueprint("imports", __name__)
MOST_FILES, LONGEST_CHOICE = 10, 10_000


@bp.get("/imports")
@needs(Right.IMPORT)
def history() -> str:
    """Show what can be loaded and who loaded what."""
    return _page(Form(), page_number(request.args))


@bp.post("/imports")
@needs(Right.IMPORT)
def send() -> Response | tuple[str, int]:
    """Keep the files and prepare their preview, or say what to mend."""
    form = typed(request.form)
    files = [file for file in request.files.getlist("files") if file.filename]
    known = form.get("kind") in set(ImportKind)
    checked = with_errors(
        form, kind="" if known else _("Choisissez ce que contient le fichier."), files=_wrong(len(files))
    )
    if checked.errors:
        return _page(checked), 422
    streams = [(str(file.filename), cast(BinaryIO, file.stream)) for file in files]
    options = {"communes": form.get("communes")[:LONGEST_CHOICE]}
    import_id = receive(store(), state().home, Sent(ImportKind(form.get("kind")), who(), streams, options))
    return _to(import_id)


@bp.post("/imports/communes")
@needs(Right.IMPORT)
def communes() -> Response | tuple[str, int]:
    """Say which communes are the territory's, or what to mend."""
    form = typed(request.form)
    try:
        perimeter.choose(store(), form.get("territory_communes")[:LONGEST_CHOICE], who())
    except Refused as refused:
        return _page(with_errors(form, territory_communes=str(refused))), 422
    flash("kept", "communes")
    return redirect(url_for("imports.history"), 303)  # type: ignore[return-value]


@bp.get("/imports/<import_id>")
@needs(Right.IMPORT)
def one(import_id: str) -> Response:
    """Show one import: its preview, how far it is, or what became of it; the page renews itself meanwhile."""
    found = imports.look(store(), import_id, deed_asked(request.args), page_number(request.args))
    page = ImportPage(found, request.args.get("live") != "0")
    answer = make_response(show(page))
    if page.live:
        answer.headers["Refresh"] = str(RENEWED_SECONDS)
    return answer


@bp.get("/imports/<import_id>/report.csv")
@needs(Right.IMPORT)
def report(import_id: str) -> Response:
    """Give every line of the report as a table."""
    words = {deed: label(deed) for deed in Deed}
    pieces = imports.report(store(), import_id, words, tuple(str(name) for name in HEAD))
    headers = {"Content-Disposition": f'attachment; filename="{import_id[:15]}.csv"'}
    return Response(stream_with_context(pieces), mimetype="text/csv", headers=headers)


@bp.post("/imports/<import_id>/confirm")
@needs(Right.IMPORT)
def confirm(import_id: str) -> Response:
    """Carry the import out as it was previewed."""
    return _after(import_id, imports.confirm(store(), import_id))


@bp.post("/imports/<import_id>/again")
@needs(Right.IMPORT)
def again(import_id: str) -> Response:
    """Make the preview again."""
    found = imports.look(store(), import_id, None, 1)
    return _after(import_id, choose(store(), import_id, found.imported.options))


@bp.post("/imports/<import_id>/undo")
@needs(Right.IMPORT)
def undo(import_id: str) -> Response:
    """Take the import back."""
    return _after(import_id, imports.undo(store(), import_id))


@bp.post("/imports/<import_id>/give-up")
@needs(Right.IMPORT)
def give_up(import_id: str) -> Response:
    """Forget an import that wrote nothing."""
    if not imports.give_up(store(), import_id):
        return _after(import_id, False)
    return redirect(url_for("imports.history"), 303)  # type: ignore[return-value]


def _page(form: Form, number: int = 1) -> str:
    return show(ImportsPage(imports.history(store(), number), form, perimeter.look(store())))


def _wrong(files: int) -> str:
    if not files:
        return str(_("Choisissez au moins un fichier."))
    return str(_("Au plus %(most)s fichiers à la fois.", most=MOST_FILES)) if files > MOST_FILES else ""


def _after(import_id: str, done: bool) -> Response:
    if not done:
        flash("late", "imports")
    return _to(import_id)


def _to(import_id: str) -> Response:
    return redirect(url_for("imports.one", import_id=import_id), 303)  # type: ignore[return-value]
