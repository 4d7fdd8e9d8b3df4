"""The page of the map."""

from typing import Any

from flask import url_for
from flask_babel import gettext as _

from symbiosis.domain.pictured import SHOWN, Scene
from symbiosis.domain.pictures import Places, Spot
from symbiosis.services import picture
from symbiosis.web import chart_map, svg
from symbiosis.web import picture_words as words
from symbiosis.web.i18n import number
from symbiosis.web.picture_pages import Asked, PicturePage, Table, cut

Outlines = tuple[dict[str, dict[str, Any]], str]


def page(scene: Scene, asked: Asked, outlines: Outlines) -> PicturePage:
    """Return the communes, or the firms of one."""
    commune = asked.commune
    found = picture.on_map(scene, asked.wanted, commune)
    name = next((c.name for c in scene.communes if c.id == commune), "")
    title = _("Carte : %(commune)s", commune=name) if commune else _("Carte du territoire")
    what = _("Un cercle par commune, plus grand si elle a plus d'établissements ; une ligne par lien entre communes.")
    if commune:
        what = _("Les établissements de la commune que des synergies concernent, et les synergies entre eux.")

    def address(spot: str) -> str:
        if commune:
            return url_for("firms.firm", firm_id=spot)
        return url_for("pictures.places", **{"commune": spot} | asked.args())  # type: ignore[arg-type]

    mine = {c: geometry for c, geometry in outlines[0].items() if not commune or c == commune}
    drawn, unnamed, hidden = None, list[Spot](), 0
    if any(spot.place for spot in found.spots):
        drawn, unnamed, hidden = chart_map.draw(svg.Words(title, what), found, mine, address)
    borders = [_source(bool(mine), outlines[1])] if mine or not commune else []
    notes = (*borders, *_left_out(found, hidden, unnamed if not commune else []))
    return PicturePage("pictures.places", title, what, drawn, asked, SHOWN, notes, _table(found))


def _source(official: bool, source: str) -> str:
    if official:
        return str(_("Contours officiels : %(source)s.", source=source))
    return str(_("Contours schématiques, faits par nous : ce ne sont pas des limites officielles."))


def _left_out(found: Places, hidden: int, unnamed: list[Spot]) -> list[str]:
    notes = [_("Synergies comptées : %(n)s.", n=number(found.total))]
    if unnamed:
        ranks = {spot.id: rank for rank, spot in enumerate((s for s in found.spots if s.place), start=1)}
        notes.append(" ; ".join(f"{ranks[spot.id]} {spot.name}" for spot in unnamed))
    if hidden:
        notes.append(_("Liens plus faibles, pas dessinés : %(n)s.", n=number(hidden)))
    if found.left_out:
        notes.append(_("Établissements de moins de synergies, laissés de côté : %(n)s.", n=number(found.left_out)))
    lost = ", ".join(spot.name for spot in found.spots if not spot.place)
    if lost:
        notes.append(_("Sans lieu connu, donc pas sur la carte : %(names)s.", names=lost))
    if found.unplaced:
        notes.append(_("Établissements sans lieu connu : %(n)s.", n=number(found.unplaced)))
    return notes


def _table(found: Places) -> Table:
    names = {spot.id: spot.name for spot in found.spots}
    between = sorted(found.lines, key=lambda line: (-line[2], line[0]))
    lines = [(names[a], names[b], words.step(step), number(n)) for (a, b), step, n in between]
    inside = sorted((c for c in found.within if c in names), key=lambda c: (-found.within[c], c))
    lines += [(names[c], names[c], _("toutes"), number(found.within[c])) for c in inside]
    heads = (_("Lieu"), _("Autre lieu"), _("Sûreté"), _("Synergies"))
    return cut(Table(_("Synergies entre deux lieux, puis à l'intérieur d'un seul"), heads, tuple(lines)))
