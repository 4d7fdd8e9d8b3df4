"""The forms of the follow-up: a step, and what a synergy brought about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from symbiosis.domain.enums import Judgement, RefusalReason
from symbiosis.domain.follow_up import NEXT, Measure, Result
from symbiosis.domain.steps import NOTHING_PLANNED, NextStep
from symbiosis.web.declare_form import decimal
from symbiosis.web.forms import LATEST_YEAR, NOTE, WHO, Form, too_long, typed, with_errors
from symbiosis.web.where import whole

ACTION, SOURCE = 200, 200
EARLIEST_YEAR, MOST = 2000, 1e12


@dataclass(frozen=True)
class Step:
    """What the form says, once nothing is to be mended."""

    stage: Judgement
    reason: str
    note: str
    planned: NextStep


def stages(held: Judgement) -> tuple[Judgement, ...]:
    """Return where a lead may go from where it stands, staying first."""
    return (held, *NEXT[held])


def read_step(data: Mapping[str, str], held: Judgement, planned: NextStep, today: date) -> tuple[Form, Step | None]:
    """Return what was typed, and the step it means; a date that is past already may stay as it was `planned`."""
    form = typed(data)
    checked = with_errors(
        form, stage="" if form.get("stage") in stages(held) else _("Choisissez une étape dans la liste."),
        reason=_reason(form), note=too_long(form, "note", NOTE), next_action=_action(form),
        next_on=_day(form, planned, today), next_by=too_long(form, "next_by", WHO),
    )  # fmt: skip
    return checked, None if checked.errors else _step(checked)


def read_result(data: Mapping[str, str], who: str, this_year: int) -> tuple[Form, Result | None]:
    """Return what was typed, and the result it means."""
    form = typed(data)
    year = whole(form.get("year"), 0)
    checked = with_errors(
        form, year="" if EARLIEST_YEAR <= year <= this_year else _years(this_year),
        measure="" if form.get("measure") in set(Measure) else _("Choisissez une unité dans la liste."),
        amount=_amount(form), source=_source(form),
    )  # fmt: skip
    if checked.errors:
        return checked, None
    amount = None if form.get("withdraw") else decimal(form.get("amount"))
    return checked, Result("", year, Measure(form.get("measure")), amount, form.get("source"), who, "")


def _step(form: Form) -> Step:
    stage = Judgement(form.get("stage"))
    planned = NextStep(form.get("next_action"), form.get("next_on"), form.get("next_by"))
    abandoned = stage is Judgement.ABANDONED
    reason = form.get("reason") if abandoned else ""
    return Step(stage, reason, form.get("note"), planned if form.get("next_on") and not abandoned else NOTHING_PLANNED)


def _reason(form: Form) -> str:
    if form.get("stage") != Judgement.ABANDONED or form.get("reason") in set(RefusalReason):
        return ""
    return str(_("Choisissez une raison dans la liste."))


def _action(form: Form) -> str:
    if form.get("next_on") and not form.get("next_action"):
        return str(_("Dites ce qui est à faire à cette date."))
    return too_long(form, "next_action", ACTION)


def _day(form: Form, planned: NextStep, today: date) -> str:
    text = form.get("next_on")
    if not text:
        return str(_("Donnez une date : sans date, rien ne vous le rappellera.")) if form.get("next_action") else ""
    if text == planned.on:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return str(_("Indiquez une date, comme 2027-03-31."))
    return "" if today <= day and day.year < LATEST_YEAR else str(_("Indiquez une date à venir, avant 2100."))


def _years(this_year: int) -> str:
    return str(_("Indiquez une année, de %(first)s à %(last)s.", first=EARLIEST_YEAR, last=this_year))


def _amount(form: Form) -> str:
    if form.get("withdraw"):
        return ""
    amount = decimal(form.get("amount"))
    if amount is None:
        return str(_("« %(text)s » n'est pas un nombre : écrivez par exemple 12,5.", text=form.get("amount")[:40]))
    return "" if 0 < amount <= MOST else str(_("La quantité doit être plus grande que zéro."))


def _source(form: Form) -> str:
    if not form.get("source") and not form.get("withdraw"):
        return str(_("Dites d'où vient ce chiffre : facture, pesée, bilan, estimation…"))
    return too_long(form, "source", SOURCE)
