"""What if a firm came, or closed? A page that answers and writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint, request

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Direction
from symbiosis.domain.errors import NotFound
from symbiosis.domain.firms import Commune
from symbiosis.services import browse
from symbiosis.services import what_if as supposing
from symbiosis.services.what_if import Coming, Supposed
from symbiosis.web.access import needs
from symbiosis.web.explore import activity
from symbiosis.web.forms import Form, typed
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.where import whole

bp = Blueprint("what_if", __name__)
LINES, LONGEST, MOST_PEOPLE = 10, 200, 100_000
FIELDS = {"offers": Direction.OFFER, "wanted": Direction.NEED, "shares": Direction.SHARE}


@dataclass(frozen=True)
class WhatIfPage:
    """A supposition and what it changes; `trouble`: which field to mend, '' for none."""

    template: ClassVar[str] = "what_if.html"
    form: Form
    communes: tuple[Commune, ...]
    found: Supposed | None
    trouble: str


@bp.get("/what-if")
@needs(Right.READ)
def suppose() -> str:
    """Answer a supposition, or show where to make one."""
    form = typed(request.args)
    found, trouble = _answer(form)
    return show(WhatIfPage(form, tuple(browse.communes(store())), found, trouble))


def _answer(form: Form) -> tuple[Supposed | None, str]:
    known = state().known.current(store())
    try:
        if form.get("firm"):
            return supposing.close(store(), known, form.get("firm")[:80]), ""
        if form.get("nace") and not activity(form.get("nace")):
            return None, "nace"
        if form.get("nace"):
            return supposing.arrive(store(), known, _coming(form)), ""
    except NotFound:
        return None, "firm" if form.get("firm") else "commune"
    return None, ""


def _coming(form: Form) -> Coming:
    people = whole(form.get("headcount"), 0)
    told = tuple((way, text) for name, way in FIELDS.items() for text in _lines(form.values, name))
    return Coming(activity(form.get("nace")), form.get("commune"), min(people, MOST_PEOPLE) or None, told)


def _lines(values: Mapping[str, str], name: str) -> list[str]:
    """Return the first lines that were typed in a field."""
    lines = (line.strip()[:LONGEST] for line in values.get(name, "").splitlines())
    return [line for line in lines if line][:LINES]
