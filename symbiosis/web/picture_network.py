"""The page of the network around a firm or a resource."""

from flask import url_for
from flask_babel import gettext as _

from symbiosis.domain.pictured import SHOWN, Scene
from symbiosis.domain.pictures import Network
from symbiosis.services import picture
from symbiosis.web import chart_network, svg
from symbiosis.web import picture_words as words
from symbiosis.web.i18n import number
from symbiosis.web.picture_pages import Asked, PicturePage, Table, cut

HEADS = 4


def page(scene: Scene, asked: Asked, firm: str) -> PicturePage:
    """Return what surrounds a firm, else a resource; only the search where neither is asked for."""
    resource = asked.wanted.resource
    what = _("Au centre ce qui est demandé, autour les établissements liés par des synergies, du proche au lointain.")
    if not firm and not resource:
        nothing = Table(_("Synergies dessinées"), (), ())
        return PicturePage("pictures.network", _("Réseau"), what, None, asked, (), (), nothing)
    found = picture.around(scene, asked.wanted, firm)
    centre = scene.firms[firm].name if firm else words.resource(scene.things, resource)
    names = {f.id: f.name for f in scene.firms.values()} | {found.centre: centre}
    title = _("Réseau autour de %(name)s", name=centre)
    drawn = chart_network.draw(svg.Words(title, what), found, names, _address) if found.leads else None
    return PicturePage("pictures.network", title, what, drawn, asked, SHOWN, _notes(found), _table(found, names))


def _address(firm: str) -> str:
    return url_for("pictures.network", firm=firm)


def _notes(found: Network) -> tuple[str, ...]:
    firms = sum(map(len, found.rings)) + bool(found.centre)
    notes = [
        _("Dessinés : %(firms)s établissements et %(leads)s synergies.", firms=number(firms), leads=number(found.leads))
    ]
    if any(found.left_out):
        lost = {"firms": number(found.left_out[0]), "leads": number(found.left_out[1])}
        notes.append(_("Non dessinés : %(firms)s établissements et %(leads)s synergies.", **lost))
    return tuple(notes)


def _table(found: Network, names: dict[str, str]) -> Table:
    ties = sorted(found.ties, key=lambda tie: (SHOWN.index(tie[1]), -tie[2], tie[0]))
    lines = tuple((names[a], names[b], words.step(step), number(n)) for (a, b), step, n in ties)
    heads = (_("Établissement"), _("Autre établissement"), _("Sûreté"), _("Synergies"))
    return cut(Table(_("Synergies dessinées"), heads, lines))
