"""The console: anything asked of the reading copy in Cypher, the gallery of questions, and answers as files."""

from dataclasses import replace
from itertools import chain, groupby
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, make_response, redirect, request, stream_with_context, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.answers import Cypher, Stopped, Wrong
from symbiosis.domain.clock import now
from symbiosis.domain.errors import EngineDown, NotFound
from symbiosis.domain.gallery import GalleryEntry
from symbiosis.services import console, export, gallery, saved
from symbiosis.services.export import FORMATS, NothingToDraw, Words
from symbiosis.web import console_cut, console_trouble
from symbiosis.web.access import needs
from symbiosis.web.asked import LONGEST, Asked, of_gallery, read
from symbiosis.web.console_pages import ConsolePage, GalleryAnswerPage, GalleryPage, Shown, Trouble
from symbiosis.web.console_words import code, heading
from symbiosis.web.forms import typed
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.token_person import person

bp = Blueprint("console", __name__)
LONGEST_ADDRESS, LONGEST_NAME = 7500, 80


@bp.get("/console")
@needs(Right.ANALYSE)
def page() -> Response:
    """Show the console, and the answer to the question that the address holds."""
    asked, cancelled = read(request.args), request.args.get("cancelled")
    return _console(asked, console_trouble.cancelled(cancelled == "1") if cancelled and not asked.run else None)


@bp.post("/console")
@needs(Right.ANALYSE)
def ask() -> Response:
    """Remember a question, then go to the address that holds it."""
    asked = read(request.form)
    where = asked.args()
    if len(asked.text) > LONGEST or len(urlencode(where)) > LONGEST_ADDRESS:
        return _console(asked, console_trouble.too_long(len(asked.text)), 422)
    if asked.ready:
        saved.remember(store(), person(), asked.text, asked.parameters)
    return _to(where)


@bp.post("/console/cancel")
@needs(Right.ANALYSE)
def cancel() -> Response:
    """End what this person asks at this moment, and come back with the question as it stands."""
    found = console.cancel(state().reading, person())
    return _to(read(request.form).args(run="0", cancelled="1" if found else "0"))


@bp.post("/console/saved/<saved_id>")
@needs(Right.ANALYSE)
def keep(saved_id: str) -> Response:
    """Make a question a favourite, or no more."""
    form = typed(request.form)
    wanted = form.get("favourite") == "1"
    if not saved.keep(store(), saved_id, person(), wanted, form.get("name")[:LONGEST_NAME] if wanted else ""):
        raise NotFound("saved question")
    return redirect(url_for("console.page") + "#saved", 303)  # type: ignore[return-value]


@bp.post("/console/forget")
@needs(Right.ANALYSE)
def forget() -> Response:
    """Forget this person's questions, favourites apart."""
    saved.forget(store(), person())
    return redirect(url_for("console.page"), 303)  # type: ignore[return-value]


@bp.get("/console/file/<kind>")
@needs(Right.ANALYSE)
def file(kind: str) -> Response:
    """Give an answer as a file; where there is none, the console says why."""
    asked = read(request.args)
    if not asked.ready:
        return _console(asked, status=422)
    try:
        return _file(asked, kind, _words())
    except (Wrong, Stopped, NothingToDraw) as error:
        return _console(asked, console_trouble.of(error, asked.text), 422)


@bp.get("/gallery")
@needs(Right.ANALYSE)
def every() -> str:
    """Show the explained questions."""
    themes = groupby(gallery.every(), key=lambda entry: entry.theme)
    return show(GalleryPage(tuple((theme, tuple(entries)) for theme, entries in themes)))


@bp.get("/gallery/<name>")
@needs(Right.ANALYSE)
def explained(name: str) -> str:
    """Ask a question of the gallery."""
    entry = gallery.get(name)
    asked = of_gallery(entry.text, entry.parameters, request.args)
    return _explained(entry, asked, *_answer(asked, entry))


@bp.get("/gallery/<name>/file/<kind>")
@needs(Right.ANALYSE)
def explained_file(name: str, kind: str) -> Response:
    """Give the answer to a question of the gallery as a file, for readers in their own words."""
    entry = gallery.get(name)
    asked = of_gallery(entry.text, entry.parameters, request.args)
    if not asked.ready:
        return make_response(_explained(entry, asked, None, None), 422)
    try:
        return _file(asked, kind, replace(_words(), heading=heading, code=code))
    except (Wrong, Stopped, NothingToDraw) as error:
        return make_response(_explained(entry, asked, None, console_trouble.of(error, asked.text)), 422)


def _explained(entry: GalleryEntry, asked: Asked, shown: Shown | None, trouble: Trouble | None) -> str:
    nearest = gallery.nearest(entry.text, entry.name) if shown and not shown.answer.rows else None
    return show(GalleryAnswerPage(entry, asked, console.copy(state().reading), shown, trouble, nearest))


def _to(where: dict[str, str]) -> Response:
    return redirect(f"{url_for('console.page')}?{urlencode(where)}", 303)  # type: ignore[return-value]


def _console(asked: Asked, trouble: Trouble | None = None, status: int = 200) -> Response:
    shown = None
    if trouble is None and status == 200:  # noqa: PLR2004
        shown, trouble = _answer(asked)
    empty = shown is not None and not shown.answer.rows
    nearest = gallery.nearest(asked.text) if empty else None
    page = ConsolePage(asked, console.copy(state().reading), shown, trouble, nearest, _saved())
    return make_response(show(page), status)


def _answer(asked: Asked, entry: GalleryEntry | None = None) -> tuple[Shown | None, Trouble | None]:
    if not asked.ready:
        return None, None
    try:
        return Shown(asked, console.ask(state().reading, _cypher(asked)), entry), None
    except (Wrong, Stopped) as error:
        return None, console_trouble.of(error, asked.text)


def _saved() -> tuple[saved.Saved, ...]:
    try:
        return saved.of(store(), person())
    except EngineDown:  # the question that is kept in the page is worth more than the history
        return ()


def _cypher(asked: Asked) -> Cypher:
    return Cypher(asked.text, asked.parameters, person())


def _words() -> Words:
    return Words(console_cut.in_file, console_cut.stopped)


def _file(asked: Asked, kind: str, words: Words) -> Response:
    """Return an answer as a file; what is wrong with it comes before the first piece is sent."""
    written = FORMATS.get(kind) or abort(404)
    pieces = export.export(state().reading, _cypher(asked), written, words)
    first = next(pieces, b"")
    answer = Response(stream_with_context(chain([first], pieces)), content_type=written.mimetype)
    name = f"symbiose-{now()[:10]}.{written.ending}"
    answer.headers["Content-Disposition"] = f"attachment; filename={name}"
    return answer
