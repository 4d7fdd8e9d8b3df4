"""The pictures: flows, map, network, distances, funnel. Each is drawn on the server, told in words and tabled."""

from enum import StrEnum

from flask import Blueprint, request
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.enums import ResourceKind, SynergyKind, Unit
from symbiosis.domain.pictured import SHOWN, Scene, Wanted
from symbiosis.domain.views import Label
from symbiosis.services import browse, picture
from symbiosis.web import picture_flows, picture_funnel, picture_map, picture_network, picture_spread
from symbiosis.web.access import needs
from symbiosis.web.pages import show
from symbiosis.web.picture_pages import Asked, PicturesPage
from symbiosis.web.state import rows, store

bp = Blueprint("pictures", __name__, url_prefix="/pictures")
UNITS = (Unit.TONNE, Unit.CUBIC_METRE, Unit.MEGAWATT_HOUR, Unit.PIECE)
MOST_FOUND = 10


@bp.get("")
@needs(Right.READ)
def index() -> str:
    """Show which pictures there are."""
    doors = (
        ("pictures.flows", _("Flux entre secteurs"), _("Qui donne quoi à qui, de secteur à ressource à secteur.")),
        ("pictures.places", _("Carte"), _("Les communes, leurs établissements et les synergies entre elles.")),
        ("pictures.network", _("Réseau"), _("Ce qui entoure un établissement ou une ressource.")),
        ("pictures.distances", _("Distances et quantités"), _("Combien de substitutions, et à quelle distance.")),
        ("pictures.funnel", _("Entonnoir"), _("De la piste à la réalisation, comparé au taux national.")),
    )
    return show(PicturesPage(doors))


@bp.get("/flows")
@needs(Right.READ)
def flows() -> str:
    """Show the Sankey of flows."""
    kind = SynergyKind(_one_of(SynergyKind, "form") or SynergyKind.SUBSTITUTION)
    return show(picture_flows.page(_scene(), Asked(_wanted(), _resources(), kinds=tuple(SynergyKind), kind=kind)))


@bp.get("/map")
@needs(Right.READ)
def places() -> str:
    """Show the communes, or the firms of one."""
    scene, commune = _scene(), request.args.get("commune", "")
    commune = commune if any(c.id == commune for c in scene.communes) else ""
    asked = Asked(_wanted(), _resources(), communes=scene.communes, commune=commune)
    return show(picture_map.page(scene, asked, picture.outlines(store())))


@bp.get("/network")
@needs(Right.READ)
def network() -> str:
    """Show what surrounds a firm or a resource; firms are searched by name."""
    text, firm = request.args.get("q", "").strip()[:100], request.args.get("firm", "")[:80]
    found = browse.firm_list(store(), text, "", 1).lines[:MOST_FOUND] if text else ()
    asked = Asked(_wanted(), _resources(), text=text, found=found, firm=firm)
    return show(picture_network.page(_scene(), asked, firm))


@bp.get("/distances")
@needs(Right.READ)
def distances() -> str:
    """Show substitutions by distance and quantity."""
    unit = Unit(_one_of(Unit, "unit") or Unit.TONNE)
    return show(picture_spread.page(_scene(), Asked(_wanted(), _resources(), units=UNITS, unit=unit)))


@bp.get("/funnel")
@needs(Right.READ)
def funnel() -> str:
    """Show how far leads get."""
    return show(picture_funnel.page(picture.stages(store(), _scene()), Asked(Wanted())))


def _scene() -> Scene:
    return picture.scene(store(), rows())


def _wanted() -> Wanted:
    step = _one_of_list("step", tuple(SHOWN))
    return Wanted(_one_of(ResourceKind, "kind"), step, request.args.get("resource", "")[:80])


def _resources() -> tuple[Label, ...]:
    return tuple(browse.resources_in_leads(store()))


def _one_of(closed: type[StrEnum], name: str) -> str:
    return _one_of_list(name, tuple(closed))


def _one_of_list(name: str, closed: tuple[StrEnum, ...]) -> str:
    text = request.args.get(name, "")
    return text if text in set(closed) else ""
