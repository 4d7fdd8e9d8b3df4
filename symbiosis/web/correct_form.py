"""The form of a correction: things are named in plain words, and chosen where the words mean several."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask_babel import gettext as _

from symbiosis.domain.corrections import Correction, Problem, Trouble
from symbiosis.domain.enums import CorrectionKind as Kind
from symbiosis.domain.enums import Maturity
from symbiosis.domain.views import Label
from symbiosis.services.correct import choices, exactly
from symbiosis.web.correction_words import trouble
from symbiosis.web.forms import Form, typed
from symbiosis.web.i18n import language, named

PICKED = ("resource", "use", "nace", "like")
FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.RESOURCE_SYNONYM: ("text", "resource", "language"),
    Kind.USE_SYNONYM: ("text", "use", "language"),
    Kind.RESOURCE: ("fr", "en", "like", "hazard", "waste_code"),
    Kind.USE: ("fr", "en", "treatment"),
    Kind.USABLE_AS: ("resource", "use", "maturity"),
    Kind.PERFORMS: ("nace", "use"),
    Kind.NOT_USABLE_AS: ("resource", "use"),
    Kind.NOT_PERFORMS: ("nace", "use"),
    Kind.NOT_TYPICAL: ("nace", "direction", "resource"),
}
PLAIN = ("text", "fr", "en", "hazard", "maturity", "direction", "language")
LONGEST_PREFILL = 300
Choices = dict[str, tuple[Label, ...]]


@dataclass(frozen=True)
class Filled:
    """A form as filled in, what may be chosen in it, and the correction it means when nothing is to be mended."""

    form: Form
    choices: Choices = field(default_factory=dict)
    correction: Correction | None = None


def prefilled(args: Mapping[str, str], kind: Kind, knowledge: Any) -> Filled:
    """Return the form as an address asks for it, with what its words may mean to choose from."""
    asked = {name: text[:LONGEST_PREFILL] for name, text in args.items()}
    values = {name: asked[name] for name in PLAIN if name in asked} | {"language": asked.get("language", language())}
    if kind in (Kind.RESOURCE, Kind.USE):
        values.setdefault("fr", asked.get("text", ""))
    values.setdefault("maturity", Maturity.COMMON.value)
    offered: Choices = {}
    for name in (name for name in FIELDS[kind] if name in PICKED):
        known = exactly(knowledge, name, asked.get(name, ""))
        if known:
            values |= {name: known.id, f"{name}_text": named(known), f"{name}_for": named(known)}
        offered[name] = (known,) if known else choices(knowledge, name, values.get("text", ""))
    return Filled(typed(values), offered)


def filled(data: Mapping[str, str], kind: Kind, knowledge: Any, who: str) -> Filled:
    """Return what was filled in; every field that names a thing has to name one that exists."""
    form = typed(data)
    picked = {name: _picked(form, name, knowledge) for name in FIELDS[kind] if name in PICKED}
    offered = {name: _offered(form, name, found, knowledge) for name, found in picked.items()}
    errors = {f"{name}_text": _missing(form, name, offered[name]) for name, found in picked.items() if not found}
    if not form.get("reason"):
        errors["reason"] = trouble(Problem(Trouble.EMPTY, "reason"), {})
    values = dict(form.values) | {name: found.id for name, found in picked.items() if found}
    values |= {f"{name}_for": form.get(f"{name}_text") for name in picked}
    if form.get("look"):  # only the choices are asked for
        return Filled(Form(values), offered)
    form = Form(values, errors)
    return Filled(form, offered, None if errors else _correction(form, kind, who))


def refused(said: Filled, problem: Problem, names: dict[str, Label]) -> Filled:
    """Return the form with what is wrong beside the field to mend."""
    name = f"{problem.field}_text" if problem.field in PICKED else problem.field
    return replace(said, form=replace(said.form, errors={name: trouble(problem, names)}))


def _picked(form: Form, name: str, knowledge: Any) -> Label | None:
    words = form.get(f"{name}_text")
    if form.get(name) and form.get(f"{name}_for") == words:  # chosen among what these very words may mean
        return exactly(knowledge, name, form.get(name))
    return exactly(knowledge, name, words)


def _offered(form: Form, name: str, found: Label | None, knowledge: Any) -> tuple[Label, ...]:
    words = form.get(f"{name}_text") or form.get("text")
    may_be = choices(knowledge, name, words)
    return may_be if found is None or found in may_be else (found, *may_be)


def _missing(form: Form, name: str, offered: tuple[Label, ...]) -> str:
    if not form.get(f"{name}_text"):
        return str(_("Écrivez quelques mots, puis choisissez."))
    if offered:
        return str(_("Choisissez ci-dessous, ou essayez d'autres mots."))
    return str(_("Rien ne ressemble à ces mots : essayez-en d'autres."))


def _correction(form: Form, kind: Kind, who: str) -> Correction:
    told: dict[str, Any] = {name: form.get(name) for name in FIELDS[kind] if name != "treatment"}
    return Correction(kind=kind, reason=form.get("reason"), by=who, treatment=form.get("treatment") == "1", **told)
