"""What elected members are told: on the screen, on one sheet of paper, as data."""

from collections import Counter

from flask import Blueprint, Response, jsonify
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.indicators import Indicators
from symbiosis.domain.pictured import Scene, Step
from symbiosis.services import indicate, picture
from symbiosis.web import indicator_data, picture_funnel, state, svg
from symbiosis.web import picture_words as words
from symbiosis.web.access import needs
from symbiosis.web.indicator_words import elipse
from symbiosis.web.pages import show
from symbiosis.web.picture_pages import IndicatorsPage, ReportPage
from symbiosis.web.state import rows, store

bp = Blueprint("indicators", __name__, url_prefix="/indicators")
BEST = 5


@bp.get("")
@needs(Right.READ)
def screen() -> str:
    """Show the indicators."""
    _scene, found = _found()
    return show(IndicatorsPage(found, now()[:10], elipse()))


@bp.get("/report")
@needs(Right.READ)
def report() -> str:
    """Show the indicators on one sheet of A4, without navigation."""
    scene, found = _found()
    reached = picture.stages(store(), scene)
    told = svg.Words(_("De la piste à la réalisation"), _("Les pistes qui ont un jour atteint chaque étape."))
    drawn = picture_funnel.draw(reached, told) if scene.leads else None
    return show(ReportPage(found, now()[:10], len(scene.firms), drawn, _best(scene)))


@bp.get("/data.json")
@needs(Right.READ)
def as_json() -> Response:
    """Give the figures as JSON."""
    _scene, found = _found()
    place = state.place()
    name, synthetic = (place.name, place.synthetic) if place else ("", False)
    return jsonify(indicator_data.as_json(found, now()[:10], name, synthetic))


@bp.get("/data.csv")
@needs(Right.READ)
def as_csv() -> Response:
    """Give the figures for a spreadsheet."""
    _scene, found = _found()
    answer = Response(indicator_data.as_csv(found, now()[:10]), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=indicateurs.csv"
    return answer


def _found() -> tuple[Scene, Indicators]:
    scene = picture.scene(store(), rows())
    return scene, indicate.indicators(store(), scene, rows())


def _best(scene: Scene) -> tuple[tuple[str, int], ...]:
    """Return the resources of the most synergies that people confirmed or did."""
    sure = {Step.CONFIRMED, Step.IMPLEMENTED}
    counted = Counter(lead.resource for lead in scene.leads if lead.resource and scene.steps[lead.id] in sure)
    return tuple((words.resource(scene.things, r), n) for r, n in counted.most_common(BEST))
