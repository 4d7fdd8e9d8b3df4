"""The page of the funnel."""

from flask_babel import gettext as _
from markupsafe import Markup

from symbiosis.domain.pictures import NATIONAL_ALL, NATIONAL_DONE, NATIONAL_RATE, Funnel, Stage
from symbiosis.web import chart_funnel, svg
from symbiosis.web import picture_words as words
from symbiosis.web.i18n import number, percent, share
from symbiosis.web.picture_pages import Asked, PicturePage, Table


def page(found: Funnel, asked: Asked) -> PicturePage:
    """Return how far leads get."""
    title = _("De la piste à la réalisation")
    what = _(
        "Les pistes qui ont un jour atteint chaque étape. Plein : nommées par des personnes ; hachuré : par la machine."
    )
    drawn = draw(found, svg.Words(title, what)) if found.count(Stage.LEADS) else None
    return PicturePage("pictures.funnel", title, what, drawn, asked, (), _notes(), _table(found))


def draw(found: Funnel, told: svg.Words) -> Markup:
    """Return the funnel alone."""
    scales = (_("Sur toutes les pistes connues"), _("Sur celles qui ont été retenues"))
    mark = _("▲ taux national : %(rate)s", rate=percent(NATIONAL_RATE))
    return chart_funnel.draw(told, found, chart_funnel.Said(_line, scales, mark))


def _line(stage: Stage, n: int, part: float | None) -> str:
    name = str(words.STAGES[stage])
    return f"{name} : {number(n)}" if part is None or not n else f"{name} : {number(n)} ({share(part)})"


def _notes() -> tuple[str, ...]:
    told = {"rate": percent(NATIONAL_RATE), "done": NATIONAL_DONE, "all": NATIONAL_ALL}
    return (
        _("Retenues : identifiées par des personnes, ou confirmées. Une décision annulée ne compte pas."),
        _("Repère national : %(rate)s, soit %(done)s réalisées sur %(all)s (programme national 2015-17).", **told),
        _("Ce taux porte sur des synergies retenues et suivies ; il ne dit rien des pistes que nul n'a examinées."),
    )


def _counts(found: Funnel, stage: Stage) -> tuple[int, int, int]:
    return found.reached.get((stage, True), 0), found.reached.get((stage, False), 0), found.count(stage)


def _table(found: Funnel) -> Table:
    lines = [(str(words.STAGES[stage]), *map(number, _counts(found, stage))) for stage in Stage]
    heads = (_("Étape"), _("Nommées par des personnes"), _("Proposées par la machine"), _("Ensemble"))
    return Table(_("Pistes qui ont atteint chaque étape"), heads, tuple(lines), 3)
