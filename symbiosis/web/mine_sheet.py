"""A firm's own workbook: taken away filled, sent back, looked at row by row, and only then kept."""

from dataclasses import dataclass
from typing import BinaryIO, ClassVar, cast

from flask import Blueprint, Response, make_response, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.errors import NotFound
from symbiosis.domain.imports import OWN, ImportKind
from symbiosis.services import imports
from symbiosis.services.imports import ImportFile
from symbiosis.services.receive import Sent, receive
from symbiosis.web import firm_sheet
from symbiosis.web.access import needs
from symbiosis.web.forms import Form, with_errors
from symbiosis.web.import_pages import BUSY, deed_asked
from symbiosis.web.jobs import RENEWED_SECONDS
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import firm_id, who
from symbiosis.web.where import page_number

bp = Blueprint("mine_sheet", __name__, url_prefix="/mine/sheet")


@dataclass(frozen=True)
class SheetPage:
    """Where the workbook is taken and sent; `file` is what was sent and what it would change, None before."""

    template: ClassVar[str] = "mine_sheet.html"
    form: Form
    file: ImportFile | None = None

    @property
    def busy(self) -> bool:
        """Tell whether the file is being read or kept."""
        return self.file is not None and self.file.imported.state in BUSY


@bp.get("")
@needs(Right.OWN_FIRM)
def start() -> str:
    """Show where the workbook is taken and sent."""
    return show(SheetPage(Form()))


@bp.get("/workbook.xlsx")
@needs(Right.OWN_FIRM)
def workbook() -> Response:
    """Give the firm's workbook, filled with what it told; what is confidential stays out."""
    return firm_sheet.filled(firm_id())


@bp.post("")
@needs(Right.OWN_FIRM)
def send() -> Response | tuple[str, int]:
    """Keep the file and prepare its preview, which knows no other firm."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return show(SheetPage(with_errors(Form(), file=_("Choisissez un fichier.")))), 422
    streams = [(file.filename, cast(BinaryIO, file.stream))]
    options = {OWN: firm_id(), "firm": firm_id()}
    import_id = receive(store(), state().home, Sent(ImportKind.WORKBOOK, who(), streams, options))
    return _to(import_id)


@bp.get("/<import_id>")
@needs(Right.OWN_FIRM)
def one(import_id: str) -> Response:
    """Show what a file would change, or did; the page renews itself meanwhile, unless asked not to."""
    page = SheetPage(Form(), _own(import_id))
    answer = make_response(show(page))
    if page.busy and request.args.get("live") != "0":
        answer.headers["Refresh"] = str(RENEWED_SECONDS)
    return answer


@bp.post("/<import_id>/confirm")
@needs(Right.OWN_FIRM)
def confirm(import_id: str) -> Response:
    """Keep what the file says, as it was previewed."""
    imports.confirm(store(), _own(import_id).imported.id)
    return _to(import_id)


@bp.post("/<import_id>/give-up")
@needs(Right.OWN_FIRM)
def give_up(import_id: str) -> Response:
    """Forget a file that changed nothing."""
    imports.give_up(store(), _own(import_id).imported.id)
    return redirect(url_for("mine_sheet.start"), 303)  # type: ignore[return-value]


def _own(import_id: str) -> ImportFile:
    """Return what the firm itself sent; NotFound for what others did."""
    found = imports.look(store(), import_id, deed_asked(request.args), page_number(request.args))
    if found.imported.options.get(OWN) != firm_id():
        raise NotFound(import_id)
    return found


def _to(import_id: str) -> Response:
    return redirect(url_for("mine_sheet.one", import_id=import_id), 303)  # type: ignore[return-value]
