"""The page of the Sankey."""

from flask import url_for
from flask_babel import gettext as _

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.pictured import SHOWN, Scene
from symbiosis.domain.pictures import Flows
from symbiosis.services import picture
from symbiosis.web import chart_flows, svg
from symbiosis.web import picture_words as words
from symbiosis.web.i18n import number
from symbiosis.web.picture_pages import Asked, PicturePage, Table, cut


def page(scene: Scene, asked: Asked) -> PicturePage:
    """Return the flows of one kind of synergy."""
    found = picture.flows_between(scene, asked.wanted, asked.kind or SynergyKind.SUBSTITUTION)

    def name(column: int, node: str) -> str:
        return words.resource(scene.things, node) if column == 1 else words.sector(node)

    title = _("Flux entre secteurs")
    what = _("Du secteur qui donne à la ressource, puis au secteur qui reçoit. L'épaisseur est le nombre de synergies.")
    if len(found.columns) == 2:  # noqa: PLR2004
        what = _("Du secteur qui participe à la ressource partagée. L'épaisseur est le nombre de participations.")
    drawn = chart_flows.sankey(svg.Words(title, what), found, name, _address) if found.links else None
    return PicturePage("pictures.flows", title, what, drawn, asked, SHOWN, _notes(found), _table(found, name))


def _address(resource: str) -> str:
    return url_for("pictures.network", resource=resource)


def _notes(found: Flows) -> tuple[str, ...]:
    notes = [_("Synergies comptées : %(n)s.", n=number(found.total))]
    if found.unplaced:
        notes.append(_("Sans établissement connu, donc pas dessinées : %(n)s.", n=number(found.unplaced)))
    return tuple(notes)


def _table(found: Flows, name: chart_flows.Namer) -> Table:
    lines = [(a, b, words.step(step), number(n)) for a, b, step, n in chart_flows.table(found, name)]
    return cut(Table(_("Flux dessinés"), (_("De"), _("Vers"), _("Sûreté"), _("Synergies")), tuple(lines)))
