"""A firm's file: its people, notes of calls and visits, and the firm itself, written by hand."""

from datetime import date

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.firms import Firm
from symbiosis.domain.ids import stable_id
from symbiosis.domain.sight import EVERYTHING
from symbiosis.services import browse, firm_file
from symbiosis.web.access import needs
from symbiosis.web.firm_form import read_contact, read_firm, read_note
from symbiosis.web.firm_pages import DossierPage, WriteFirmPage
from symbiosis.web.forms import Form, with_errors
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.visitor import who

bp = Blueprint("firm_file", __name__, url_prefix="/firms")
Answer = Response | tuple[str, int]


@bp.get("/<firm_id>/file")
@needs(Right.CONFIDENTIAL)
def file(firm_id: str) -> str:
    """Show a firm's people and notes."""
    return show(_page(firm_id))


@bp.post("/<firm_id>/notes")
@needs(Right.CONFIDENTIAL)
def note(firm_id: str) -> Answer:
    """Write a note."""
    form, said = read_note(request.form, who(), _today())
    if said is None:
        return show(_page(firm_id, note=form)), 422
    firm_file.note(store(), firm_id, said)
    return _done(firm_id, "noted")


@bp.post("/<firm_id>/notes/<note_id>/remove")
@needs(Right.CONFIDENTIAL)
def forget_note(firm_id: str, note_id: str) -> Response:
    """Remove a note."""
    firm_file.forget_note(store(), firm_id, note_id)
    return _done(firm_id, "note_removed")


@bp.post("/<firm_id>/people")
@needs(Right.CONFIDENTIAL)
def person(firm_id: str) -> Answer:
    """Write a person, anew or changed."""
    form, said = read_contact(request.form, firm_id, now()[:10])
    if said is None:
        return show(_page(firm_id, person=form)), 422
    firm_file.put_contact(store(), said)
    return _done(firm_id, "person")


@bp.post("/<firm_id>/people/<contact_id>/remove")
@needs(Right.CONFIDENTIAL)
def forget_person(firm_id: str, contact_id: str) -> Response:
    """Forget a person for good."""
    firm_file.forget_contact(store(), firm_id, contact_id, EVERYTHING)
    return _done(firm_id, "person_removed")


@bp.get("/new")
@needs(Right.JUDGE)
def start() -> str:
    """Show the form of a firm written by hand."""
    return show(WriteFirmPage(None, Form(), "", tuple(browse.communes(store()))))


@bp.post("/new")
@needs(Right.JUDGE)
def add() -> Answer:
    """Write a new firm, unless it is known already."""
    communes = tuple(browse.communes(store()))
    form, firm = read_firm(request.form, {c.id for c in communes}, None)
    known = firm is not None and firm_file.held(store(), firm.id)
    if firm is None or known:
        said = with_errors(form, name=_("Cet établissement est déjà connu.")) if known else form
        return show(WriteFirmPage(None, said, "", communes, firm.id if firm and known else "")), 422
    firm_file.write(store(), firm, who())
    return _done(firm.id, "written")


@bp.get("/<firm_id>/edit")
@needs(Right.JUDGE)
def change(firm_id: str) -> str:
    """Show what can be changed of a firm."""
    firm = browse.firm(store(), firm_id).firm
    return show(WriteFirmPage(firm, Form(), _seen(firm), tuple(browse.communes(store()))))


@bp.post("/<firm_id>/edit")
@needs(Right.JUDGE)
def save(firm_id: str) -> Answer:
    """Change a firm, unless somebody else did since it was shown."""
    held, communes = browse.firm(store(), firm_id).firm, tuple(browse.communes(store()))
    form, firm = read_firm(request.form, {c.id for c in communes} | {held.commune}, held)
    if form.get("seen") != _seen(held):
        return show(WriteFirmPage(held, form, _seen(held), communes, conflict=True)), 409
    if firm is None:
        return show(WriteFirmPage(held, form, _seen(held), communes)), 422
    firm_file.write(store(), firm, who())
    return _done(firm.id, "written")


def _page(firm_id: str, note: Form | None = None, person: Form | None = None) -> DossierPage:
    dossier = firm_file.dossier(store(), firm_id, EVERYTHING)
    editing = next((p for p in dossier.people if p.id == request.args.get("person")), None)
    return DossierPage(dossier, note or Form(), person or Form(), _today(), editing)


def _seen(firm: Firm) -> str:
    """Return what tells whether a firm is still as it was shown."""
    return stable_id("seen", *(str(value) for value in vars(firm).values()))


def _today() -> date:
    return date.fromisoformat(now()[:10])


def _done(firm_id: str, what: str) -> Response:
    flash(what, "firm_file")
    return redirect(url_for("firm_file.file", firm_id=firm_id), 303)  # type: ignore[return-value]
