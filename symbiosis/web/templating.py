"""What every template may use."""

from collections.abc import Callable
from typing import Any

from flask import Flask, request

from symbiosis.domain import enums, firm_file, follow_up
from symbiosis.domain.errors import EngineDown
from symbiosis.domain.imports import ImportKind
from symbiosis.domain.indicators import MEASURES_TOLD, Reach
from symbiosis.domain.pictured import SHOWN
from symbiosis.services.place import Place
from symbiosis.web import (
    ask,
    assets,
    console_words,
    correction_words,
    doors,
    guard,
    i18n,
    import_changes,
    import_words,
    indicator_words,
    labels,
    lead,
    picture_words,
    plan,
    read_from,
    state,
    svg,
    values,
    visitor,
    worth,
)
from symbiosis.web.lacking_words import lacks

FILTERS: dict[str, Callable[..., str]] = {
    "label": labels.label, "reason": labels.reason, "named": i18n.named, "either": i18n.either, "number": i18n.number,
    "signed": i18n.signed, "percent": i18n.percent, "day": i18n.day, "moment": i18n.moment,
    "read_from": read_from.read_from,
    "lasting": i18n.lasting, "km": values.length,
    "quoted": values.quoted, "counted": values.counted, "amount": values.amount, "asked": i18n.asked,
    "sector": values.sector, "sectors": values.sectors, "distance": values.distance,
    "what": lead.what, "firms": lead.firms, "lacks": lacks,
    "source": lambda code: labels.known(labels.SOURCES, code), "job": lambda code: labels.known(labels.JOBS, code),
    "stage": lambda code: labels.known(labels.STAGES, code),
    "outcome": labels.outcome, "sort": lambda what: labels.known(labels.SORTS, what),
    "share": i18n.share,
    "sureness": lambda code: labels.known(labels.CONFIDENCE, code), "unit": labels.unit,
    "correction": correction_words.sentence, "trouble": correction_words.trouble,
    "question": ask.words, "step": picture_words.step, "reach": picture_words.reach, "swatch": svg.swatch,
    "measure": indicator_words.measure, "measure_unit": indicator_words.unit, "method": indicator_words.method,
    "interval": indicator_words.interval, "factor": i18n.named, "span": worth.span, "euros": plan.euros,
    **console_words.FILTERS, **import_words.FILTERS, **import_changes.FILTERS,
}  # fmt: skip


def install(app: Flask) -> None:
    """Teach the templates our words."""
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(
        asset=assets.address, quantity=values.quantity, enums=enums, follow_up=follow_up, firm_file=firm_file,
        opens=guard.opens, invites=guard.invites, kinds=tuple(ImportKind),
        steps_shown=SHOWN, reaches=tuple(Reach), measures_told=MEASURES_TOLD,
    )  # fmt: skip
    app.context_processor(_about)


def _about() -> dict[str, Any]:
    here = request.full_path.rstrip("?") if request.method == "GET" else "/"
    held = visitor.known()
    return {
        "lang": i18n.language(), "languages": i18n.LANGUAGES, "place": _place(), "here": here, "holder": held,
        "who": held.name if held else "", "sections": doors.sections(),
    }  # fmt: skip


def _place() -> Place | None:
    try:
        return state.place()
    except EngineDown:
        return state.state().place
