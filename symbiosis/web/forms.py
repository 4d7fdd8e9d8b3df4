"""What people type, read by hand: what was typed is kept as it is, with what to mend field by field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from flask_babel import gettext as _

from symbiosis.domain.enums import RefusalReason

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
NOTE, WHO = 500, 60
LATEST_YEAR = 2100


@dataclass(frozen=True)
class Form:
    """A form as it was typed; `errors` by field, in the reader's words."""

    values: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """Return what was typed in a field."""
        return self.values.get(name, "")


@dataclass(frozen=True)
class Decision:
    """What a decision form says besides its kind."""

    reason: str = ""
    note: str = ""
    until: str = ""
    firm: str = ""


def typed(data: Mapping[str, str]) -> Form:
    """Return what was typed, without control characters or outer spaces."""
    return Form({name: CONTROL.sub("", text.replace("\r\n", "\n")).strip() for name, text in data.items()})


def with_errors(form: Form, **checks: Any) -> Form:
    """Return the form with the messages of the checks that found something."""
    return replace(form, errors={name: str(message) for name, message in checks.items() if message})


def read_refusal(data: Mapping[str, str], today: date) -> tuple[Form, Decision]:
    """Return a refusal, its reason one of the closed list; a contract may have its end, after today."""
    form = typed(data)
    known = form.get("reason") in set(RefusalReason)
    bound = form.get("reason") == RefusalReason.CONTRACT
    checked = with_errors(
        form,
        reason="" if known else _("Choisissez une raison dans la liste."),
        note=too_long(form, "note", NOTE),
        until=_future(form.get("until"), today) if bound and form.get("until") else "",
    )
    until = _iso(form.get("until")) if bound else ""
    return checked, Decision(form.get("reason"), form.get("note"), until, form.get("firm"))


def read_deferral(data: Mapping[str, str], today: date) -> tuple[Form, Decision]:
    """Return a deferral, its date after today."""
    form = typed(data)
    checked = with_errors(form, until=_future(form.get("until"), today), note=too_long(form, "note", NOTE))
    return checked, Decision(until=_iso(form.get("until")), note=form.get("note"))


def too_long(form: Form, name: str, most: int) -> str:
    """Return what to say of a text that is too long."""
    length = len(form.get(name))
    if length <= most:
        return ""
    return str(_("Au plus %(most)s caractères (il y en a %(length)s).", most=most, length=length))


def _future(text: str, today: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return str(_("Indiquez une date, comme 2027-03-31."))
    if today < day and day.year < LATEST_YEAR:
        return ""
    return str(_("Indiquez une date à venir, avant 2100."))


def _iso(typed: str) -> str:
    """Return a day as it is stored and compared, whichever ISO form was typed; as it is where it is no day."""
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return typed
