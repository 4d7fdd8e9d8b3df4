"""Corrections and what is wrong with them, in the reader's words."""

from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.corrections import Problem, Trouble
from symbiosis.domain.enums import CorrectionKind, Direction
from symbiosis.domain.views import Label
from symbiosis.services.correct import CorrectionLine
from symbiosis.web import labels
from symbiosis.web.i18n import named

SAID: dict[CorrectionKind, Any] = {
    CorrectionKind.RESOURCE_SYNONYM: _("« %(text)s » désigne : %(resource)s"),
    CorrectionKind.USE_SYNONYM: _("« %(text)s » désigne le débouché : %(use)s"),
    CorrectionKind.RESOURCE: _("nouvelle ressource : %(fr)s (%(en)s), comme : %(like)s"),
    CorrectionKind.USE: _("nouveau débouché : %(fr)s (%(en)s)"),
    CorrectionKind.USABLE_AS: _("%(resource)s peut devenir : %(use)s"),
    CorrectionKind.PERFORMS: _("%(nace)s pratique : %(use)s"),
    CorrectionKind.NOT_USABLE_AS: _("%(resource)s ne devient pas : %(use)s"),
    CorrectionKind.NOT_PERFORMS: _("%(nace)s ne pratique pas : %(use)s"),
    CorrectionKind.NOT_TYPICAL: _("%(nace)s, flux qui n'est pas habituel (%(direction)s) : %(resource)s"),
}
TROUBLES: dict[Trouble, Any] = {
    Trouble.EMPTY: _("Écrivez quelques mots."),
    Trouble.TOO_LONG: _("Au plus %(about)s caractères."),
    Trouble.TOO_VAGUE: _("Cette expression désignerait n'importe quoi : écrivez le nom d'une chose, en lettres."),
    Trouble.UNKNOWN_RESOURCE: _("Cette ressource n'existe pas, ou n'existe plus."),
    Trouble.UNKNOWN_USE: _("Ce débouché n'existe pas, ou n'existe plus."),
    Trouble.UNKNOWN_SECTOR: _("Ce code d'activité n'existe pas."),
    Trouble.UNKNOWN_VALUE: _("Choisissez une réponse dans la liste."),
    Trouble.TAKEN: _("Cette expression désigne déjà : %(about)s."),
    Trouble.ALREADY: _("Le service le sait déjà."),
    Trouble.ABSENT: _("Le service ne le dit pas : il n'y a rien à retirer."),
    Trouble.HAZARDOUS_USE: _("Une ressource dangereuse ne peut aller qu'à un traitement autorisé."),
    Trouble.BAD_CODE: _("Un code déchet a six chiffres, et * s'il est dangereux : 15 01 01 ou 07 01 04*."),
    Trouble.HAZARDOUS_CODE: _(
        "Ce code déchet est dangereux ou peut l'être : la ressource ne peut être dite sans danger."
    ),
}


def sentence(line: CorrectionLine) -> str:
    """Return what a correction says."""
    c = line.correction
    told = {name: _name(line.names, getattr(c, name)) for name in ("resource", "use", "like")}
    sector = f"{c.nace} {_name(line.names, c.nace)}" if c.nace in line.names else c.nace
    direction = labels.label(Direction(c.direction)) if c.direction in set(Direction) else c.direction
    told |= {"text": c.text, "fr": c.fr, "en": c.en, "nace": sector, "direction": direction}
    return str(SAID[c.kind]) % told


def trouble(problem: Problem, names: dict[str, Label]) -> str:
    """Return what is wrong with a correction."""
    return str(TROUBLES[problem.trouble]) % {"about": _name(names, problem.about)}


def _name(names: dict[str, Label], thing: str) -> str:
    return named(names[thing]) if thing in names else thing
