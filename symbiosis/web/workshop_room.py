"""What a workshop shows: matches on the wall and for whoever leads the room, votes, the report and its tables."""

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for

from symbiosis.domain.access import Right
from symbiosis.domain.errors import NotFound
from symbiosis.domain.workshops import conversion, next_steps
from symbiosis.services import take_away, workshops
from symbiosis.services.take_away import XLSX
from symbiosis.web.access import needs
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.visitor import who
from symbiosis.web.workshop_pages import MatchesPage, ProjectorPage, WorkshopReportPage
from symbiosis.web.workshop_tables import tables

bp = Blueprint("workshop_room", __name__, url_prefix="/workshops")


@bp.get("/<workshop_id>/matches")
@needs(Right.IMPORT)
def matches(workshop_id: str) -> str:
    """Show what the cards make, with the names, to note votes."""
    return show(MatchesPage(workshops.board(store(), workshop_id)))


@bp.post("/<workshop_id>/votes")
@needs(Right.IMPORT)
def vote(workshop_id: str) -> Response:
    """Note that a firm is interested in a lead, or that it is no more."""
    synergy, firm = request.form.get("synergy", ""), request.form.get("firm", "")
    if not synergy or not firm:
        abort(400)
    if request.form.get("take_back"):
        workshops.unvote(store(), workshop_id, synergy, firm)
    else:
        workshops.vote(store(), workshop_id, synergy, firm, who())
    address = url_for("workshop_room.matches", workshop_id=workshop_id, _anchor=synergy)
    return redirect(address, 303)  # type: ignore[return-value]


@bp.get("/<workshop_id>/projector")
@needs(Right.IMPORT)
def projector(workshop_id: str) -> str:
    """Show the room what its cards make."""
    return show(ProjectorPage(workshops.board(store(), workshop_id)))


@bp.get("/<workshop_id>/live")
@needs(Right.IMPORT)
def live(workshop_id: str) -> Response:
    """Give what is on the wall when it has changed since the `If-None-Match` of the asker, nothing otherwise."""
    workshops.one(store(), workshop_id)
    tag = workshops.version(store())
    if tag and request.if_none_match.contains(tag):
        return Response(status=304)
    page = ProjectorPage(workshops.board(store(), workshop_id))
    answer = make_response(render_template("_projector.html", page=page))
    answer.set_etag(tag)
    return answer


@bp.get("/<workshop_id>/report")
@needs(Right.IMPORT)
def report(workshop_id: str) -> str:
    """Show what the workshop gave, to be printed."""
    board = workshops.board(store(), workshop_id)
    return show(WorkshopReportPage(board, next_steps(board), conversion(board.matches)))


@bp.get("/<workshop_id>/report.xlsx")
@needs(Right.IMPORT)
def workbook(workshop_id: str) -> Response:
    """Give the report's tables as one workbook."""
    content = take_away.as_workbook(tuple(tables(workshops.board(store(), workshop_id)).values()))
    headers = {"Content-Disposition": 'attachment; filename="atelier.xlsx"'}
    return Response(content, mimetype=XLSX, headers=headers)


@bp.get("/<workshop_id>/<table>.csv")
@needs(Right.IMPORT)
def table(workshop_id: str, table: str) -> Response:
    """Give one of the report's tables."""
    found = tables(workshops.board(store(), workshop_id)).get(table)
    if found is None:
        raise NotFound(table)
    headers = {"Content-Disposition": f'attachment; filename="{table}.csv"'}
    return Response(take_away.as_csv(found), mimetype="text/csv; charset=utf-8", headers=headers)
