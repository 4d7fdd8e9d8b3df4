"""How pictures name things: steps, sectors, resources."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.indicators import Reach
from symbiosis.domain.knowledge import Resource
from symbiosis.domain.pictured import Step
from symbiosis.domain.pictures import OTHERS, Stage
from symbiosis.domain.views import Label
from symbiosis.web import state
from symbiosis.web.i18n import named

STEPS: dict[Step, Any] = {
    Step.SUGGESTED: _("proposée par la machine, à vérifier"),
    Step.IDENTIFIED: _("identifiée par des personnes, pas encore jugée"),
    Step.CONFIRMED: _("confirmée, en discussion ou à l'étude"),
    Step.IMPLEMENTED: _("réalisée"),
    Step.DROPPED: _("refusée ou abandonnée"),
}
STAGES: dict[Stage, Any] = {
    Stage.LEADS: _("Pistes connues"), Stage.EXAMINED: _("Examinées"),
    Stage.KEPT: _("Retenues"), Stage.CONTACTED: _("Établissements contactés"),
    Stage.STUDIED: _("Étudiées"), Stage.IMPLEMENTED: _("Réalisées"),
}  # fmt: skip
REACHES: dict[Reach, Any] = {
    Reach.REALISED: _("Réalisé"), Reach.AGREED: _("Confirmé, pas encore réalisé"),
    Reach.POTENTIAL: _("Potentiel, d'après des flux connus"),
    Reach.SUPPOSED: _("Potentiel supposé (hypothèses à vérifier)"),
}  # fmt: skip


def step(value: Step) -> str:
    """Return how sure a lead is, in words."""
    return str(STEPS[value])


def reach(value: Reach) -> str:
    """Return how real a figure is, in words."""
    return str(REACHES[value])


def sector(division: str) -> str:
    """Return the name of a NACE division, of the others, or of none."""
    if division == OTHERS:
        return str(_("autres secteurs"))
    label = state.sector_label(division) if division else None
    return named(label) if label else division or str(_("secteur inconnu"))


def resource(things: Mapping[str, Resource], resource_id: str) -> str:
    """Return the name of a resource, of the others, or of what nobody understood."""
    if resource_id == OTHERS:
        return str(_("autres ressources"))
    thing = things.get(resource_id)
    return named(Label(thing.id, thing.fr, thing.en)) if thing else resource_id or str(_("ressource à préciser"))
