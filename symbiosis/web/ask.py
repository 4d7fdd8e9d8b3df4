"""Whom to ask what: the call list, and the three answers."""

from flask import Blueprint, Response, abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.amounts import Amount
from symbiosis.domain.enums import Answer, Direction
from symbiosis.domain.errors import AlreadyAnswered
from symbiosis.services import ask
from symbiosis.services.ask import QuestionLine, Said
from symbiosis.web.access import needs
from symbiosis.web.declare_form import amount_errors, told_amount
from symbiosis.web.forms import typed, with_errors
from symbiosis.web.i18n import named
from symbiosis.web.pages import QuestionsPage, show
from symbiosis.web.state import state, store
from symbiosis.web.visitor import who

bp = Blueprint("ask", __name__)


@bp.get("/questions")
@needs(Right.READ)
def questions() -> str:
    """Show the ten questions that would open the most."""
    return show(QuestionsPage(_calls()))


@bp.post("/questions/<question_id>")
@needs(Right.JUDGE)
def answer(question_id: str) -> Response | tuple[str, int]:
    """Note what a firm answered, or say what to mend."""
    form = typed(request.form)
    if form.get("answer") not in set(Answer):
        abort(400)
    said = Answer(form.get("answer"))
    checked = with_errors(form, **(amount_errors(form) if said is Answer.YES else {}))
    if checked.errors:
        return show(QuestionsPage(_calls(), question_id, checked)), 422
    amount = told_amount(form) if said is Answer.YES else Amount()
    return _note(question_id, Said(said, who(), amount.value, amount.unit))


def words(line: QuestionLine) -> str:
    """Return the question as one would put it on the telephone."""
    resource = named(line.resource)
    if line.question.guess.direction is Direction.OFFER:
        return str(_("Avez-vous « %(resource)s » à céder ?", resource=resource))
    if line.use is None:
        return str(_("Cherchez-vous « %(resource)s » ?", resource=resource))
    told = {"resource": resource, "use": named(line.use)}
    return str(_("Pourriez-vous reprendre « %(resource)s », pour « %(use)s » ?", **told))


def _note(question_id: str, said: Said) -> Response:
    try:
        leads = ask.answer(store(), state().known.current(store()), question_id, said)
        flash({"answer": said.answer.value, "leads": leads}, "answered")  # type: ignore[arg-type]
    except AlreadyAnswered:
        flash({"answer": "", "leads": 0}, "answered")  # type: ignore[arg-type]
    return redirect(url_for("ask.questions"), 303)  # type: ignore[return-value]


def _calls() -> ask.CallList:
    return ask.call_list(store(), state().known.current(store()))
