"""The review: a queue of leads, one of them open, and a lead alone."""

from dataclasses import replace

from flask import Blueprint, request

from symbiosis.domain.access import Right
from symbiosis.domain.saved_views import Listed
from symbiosis.domain.views import Page, SynergyLine
from symbiosis.services import browse, keep_view
from symbiosis.services.progress import by_judgement
from symbiosis.web import where as addresses
from symbiosis.web.access import needs
from symbiosis.web.forms import Form
from symbiosis.web.lead import lead
from symbiosis.web.pages import Choices, LeadPage, ReviewPage, show
from symbiosis.web.sight import sight
from symbiosis.web.state import store
from symbiosis.web.visitor import who
from symbiosis.web.where import Where

bp = Blueprint("review", __name__)
Queue = Page[SynergyLine]


@bp.get("/synergies")
@needs(Right.READ)
def queue() -> str:
    """Show the queue and one lead."""
    return show(review_page(addresses.read(request.args)))


@bp.get("/synergies/<synergy_id>")
@needs(Right.READ)
def synergy(synergy_id: str) -> str:
    """Show one lead alone."""
    return show(lead_page(synergy_id))


def lead_page(synergy_id: str) -> LeadPage:
    """Return a lead alone."""
    back = Where(selected=synergy_id, alone=True).args()
    return LeadPage(lead(browse.synergy(store(), synergy_id, sight())), {name: back[name] for name in ("alone",)})


def review_page(where: Where) -> ReviewPage:
    """Return the queue as the address asks for it."""
    page = _page(where)
    where = replace(where, page=page.number)
    ids = [line.id for line in page.lines]
    where = replace(where, **_selection(where, ids))  # type: ignore[arg-type]
    return ReviewPage(
        where=where, queue=page, choices=_choices(where), back=where.args(selected=""),
        lead=lead(browse.synergy(store(), where.selected, sight())) if where.selected else None,
        following=_following(where, page), previous=_neighbour(where, ids, -1),
        views=keep_view.of(store(), who(), Listed.QUEUE),
    )  # fmt: skip


def with_forms(page: ReviewPage | LeadPage, refusal: Form, deferral: Form) -> ReviewPage | LeadPage:
    """Return the page with forms to mend."""
    return replace(page, refusal=refusal, deferral=deferral)


def _page(where: Where) -> Queue:
    page = browse.queue(store(), where.filters, where.page)
    if not page.lines and page.total:
        return browse.queue(store(), where.filters, page.pages)
    return page


def _selection(where: Where, ids: list[str]) -> dict[str, object]:
    if where.selected in ids:
        return {"at": ids.index(where.selected)}
    if where.selected or not ids:
        return {}
    at = min(where.at, len(ids) - 1)
    return {"at": at, "selected": ids[at]}


def _neighbour(where: Where, ids: list[str], step: int) -> dict[str, str] | None:
    at = where.at + step
    return where.to(ids[at], at) if 0 <= at < len(ids) else None


def _following(where: Where, page: Queue) -> dict[str, str] | None:
    on_page = _neighbour(where, [line.id for line in page.lines], 1)
    return on_page or (where.turn(page.number + 1) if page.number < page.pages else None)


def _choices(where: Where) -> Choices:
    counts = by_judgement(store(), where.filters)
    return Choices(counts, tuple(browse.communes(store())), tuple(browse.resources_in_leads(store())))
