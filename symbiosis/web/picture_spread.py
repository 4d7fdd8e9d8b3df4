"""The page of distances and quantities."""

from flask_babel import gettext as _

from symbiosis.domain.enums import Unit
from symbiosis.domain.pictured import Scene
from symbiosis.domain.pictures import AMOUNTS, KM, UNKNOWN, Spread
from symbiosis.services import picture
from symbiosis.web import chart_spread, labels, svg
from symbiosis.web.i18n import number
from symbiosis.web.picture_pages import Asked, PicturePage, Table


def page(scene: Scene, asked: Asked) -> PicturePage:
    """Return the substitutions by distance and by quantity, for one unit."""
    unit = asked.unit or Unit.TONNE
    found = picture.how_far(scene, asked.wanted, unit)
    name = labels.label(unit)
    title = _("Distances et quantités")
    what = _("Combien de substitutions, selon la distance à vol d'oiseau et la quantité qui peut changer de mains.")
    columns = chart_spread.bands(KM, [number(km) for km in KM], "?")
    rows = chart_spread.bands(AMOUNTS, [number(amount) for amount in AMOUNTS], _("inconnue"))
    corner = _("distance, en km"), _("%(unit)s par an", unit=name)
    drawn = chart_spread.heat(svg.Words(title, what), found, columns, rows, corner) if found.cells else None
    table = _table(found, columns, rows, corner)
    return PicturePage("pictures.distances", title, what, drawn, asked, (), _notes(found), table)


def _notes(found: Spread) -> tuple[str, ...]:
    notes = [
        _("La quantité est le plus petit des deux côtés, par an ; « ? » et « inconnue » : personne ne l'a dit."),
        _("Substitutions comptées : %(n)s.", n=number(sum(found.cells.values()))),
    ]
    if found.other_units:
        notes.append(_("Dites dans une autre unité, donc pas ici : %(n)s.", n=number(found.other_units)))
    return tuple(notes)


def _table(found: Spread, columns: chart_spread.Bands, rows: chart_spread.Bands, corner: tuple[str, str]) -> Table:
    heads = (corner[1], *(f"{name} km" if band != UNKNOWN else _("distance inconnue") for band, name in columns))
    lines = tuple((name, *(number(found.cells.get((c, r), 0)) for c, _name in columns)) for r, name in rows)
    return Table(_("Nombre de substitutions"), heads, lines, len(columns))
