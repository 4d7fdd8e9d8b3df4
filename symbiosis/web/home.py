"""The first page: the territory in figures and a door for each reader."""

from flask import Blueprint

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Direction, Judgement, Origin, Provenance, SynergyKind
from symbiosis.domain.errors import NotFound
from symbiosis.domain.views import Figures
from symbiosis.services import ask, browse
from symbiosis.web.access import needs
from symbiosis.web.pages import EmptyPage, HomePage, LeadCount, show
from symbiosis.web.state import store

bp = Blueprint("home", __name__)


@bp.get("/")
@needs(Right.PUBLIC)
def home() -> str:
    """Show the figures, or what to run when there are none yet."""
    try:
        figures = browse.figures(store())
    except NotFound:
        return show(EmptyPage())
    last = next((job for job in browse.recent_jobs(store()) if job.kind == "rematch"), None)
    share = figures.firms_with_known_flows / figures.firms if figures.firms else 0.0
    return show(HomePage(figures, _flows(figures), _leads(figures), share, last, ask.count(store())))


def _flows(figures: Figures) -> tuple[tuple[Direction, tuple[tuple[Provenance, int], ...]], ...]:
    return tuple((d, tuple((p, figures.flows.get((d, p), 0)) for p in Provenance)) for d in Direction)


def _leads(figures: Figures) -> tuple[LeadCount, ...]:
    counted = (_count(figures, origin, kind) for origin in Origin for kind in SynergyKind)
    return tuple(line for line in counted if line.open or line.judged)


def _count(figures: Figures, origin: Origin, kind: SynergyKind) -> LeadCount:
    mine = {j: n for (o, k, j), n in figures.synergies.items() if (o, k) == (origin, kind)}
    waiting = mine.pop(Judgement.PROPOSED, 0)
    return LeadCount(origin, kind, waiting, sum(mine.values()))
