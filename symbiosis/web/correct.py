"""Corrections of the knowledge by its users: the list, the forms, the table to take away."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.enums import CorrectionKind
from symbiosis.services import correct
from symbiosis.services.correct import CorrectionLine
from symbiosis.web.access import needs
from symbiosis.web.correct_form import FIELDS, Filled, filled, prefilled, refused
from symbiosis.web.pages import CorrectionsPage, CorrectPage, show
from symbiosis.web.state import rows, state, store
from symbiosis.web.visitor import who

bp = Blueprint("correct", __name__, url_prefix="/knowledge")


@bp.get("/corrections")
@needs(Right.CORRECT)
def corrections() -> str:
    """Show every correction, latest first."""
    return show(CorrectionsPage(_lines(), _offered()))


@bp.get("/corrections.csv")
@needs(Right.CORRECT)
def table() -> Response:
    """Give every correction as a file that a spreadsheet opens."""
    known = state().known
    text = correct.table(store(), known.current(store()), known.standing(store()))
    answer = Response("\ufeff" + text, mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=corrections.csv"
    return answer


@bp.get("/corrections/new")
@needs(Right.CORRECT)
def start() -> str:
    """Show the form of a correction."""
    kind = _kind()
    return _form(kind, prefilled(request.args, kind, state().known.current(store())))


@bp.post("/corrections/new")
@needs(Right.CORRECT)
def send() -> Response | tuple[str, int]:
    """Write a correction, or say what to mend."""
    kind, knowledge = _kind(), state().known.current(store())
    said = filled(request.form, kind, knowledge, who())
    if said.correction is None:
        return _form(kind, said), 422 if said.form.errors else 200
    problem = correct.correct(store(), knowledge, said.correction)
    if problem:
        return _form(kind, refused(said, problem, correct.names(knowledge))), 422
    return _done("added")


@bp.post("/corrections/<correction_id>/withdraw")
@needs(Right.CORRECT)
def withdraw(correction_id: str) -> Response:
    """Take a correction back."""
    correct.withdraw(store(), correction_id, who())
    return _done("withdrawn")


def _done(what: str) -> Response:
    flash(what, "corrected")
    return redirect(url_for("correct.corrections"), 303)  # type: ignore[return-value]


def _form(kind: CorrectionKind, said: Filled) -> str:
    return show(CorrectPage(kind, said.form, FIELDS[kind], said.choices))


def _kind() -> CorrectionKind:
    kind = request.args.get("kind", "")
    if kind not in set(CorrectionKind):
        abort(404)
    return CorrectionKind(kind)


def _lines() -> tuple[CorrectionLine, ...]:
    known = state().known
    return correct.listed(store(), known.current(store()), known.standing(store()))


def _offered() -> tuple[CorrectionKind, ...]:
    """Return the kinds that have something to correct here."""
    return tuple(k for k in CorrectionKind if k is not CorrectionKind.NOT_TYPICAL or rows().typical)
