"""Files of exactly what a list shows: CSV for a French spreadsheet, or a workbook."""

from datetime import date

from flask import Blueprint, Response, request, stream_with_context

from symbiosis.domain.access import Right
from symbiosis.domain.clock import now
from symbiosis.domain.exported import Table
from symbiosis.services import take_away
from symbiosis.web import tables
from symbiosis.web import where as addresses
from symbiosis.web.access import needs
from symbiosis.web.firms import LONGEST
from symbiosis.web.follow_up_pages import read_wanted
from symbiosis.web.state import place, store

bp = Blueprint("take_away", __name__)
TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": take_away.XLSX}


@bp.get("/synergies/export.<any(csv, xlsx):ending>")
@needs(Right.READ)
def queue(ending: str) -> Response:
    """Give the leads of the review under the address's filters."""
    taken = take_away.queue(store(), addresses.read(request.args).filters)
    return _file(ending, "pistes", (tables.leads(taken),), taken.left_out)


@bp.get("/follow-up/export.<any(csv, xlsx):ending>")
@needs(Right.READ)
def followed(ending: str) -> Response:
    """Give the followed leads under the address's filters."""
    taken = take_away.followed(store(), read_wanted(request.args))
    return _file(ending, "suivi", (tables.followed(taken), tables.results(taken)), taken.left_out)


@bp.get("/firms/export.<any(csv, xlsx):ending>")
@needs(Right.READ)
def firms(ending: str) -> Response:
    """Give the firms that the search finds."""
    text, commune = request.args.get("q", "").strip()[:LONGEST], request.args.get("commune", "")[:20]
    found = take_away.firm_list(store(), text, commune)
    return _file(ending, "etablissements", (tables.firms(found),), 0)


def _file(ending: str, name: str, held: tuple[Table, ...], left_out: int) -> Response:
    today = now()[:10]
    written = take_away.as_csv(held[0]) if ending == "csv" else take_away.as_workbook(_sheets(held, today, left_out))
    answer = Response(stream_with_context(written), mimetype=TYPES[ending])
    answer.headers["Content-Disposition"] = f"attachment; filename={name}-{today}.{ending}"
    answer.headers["X-Left-Out"] = str(left_out)
    return answer


def _sheets(held: tuple[Table, ...], today: str, left_out: int) -> tuple[Table, ...]:
    here, first = place(), tables.Counted(held[0])
    facts = (here.name if here else "", request.full_path.rstrip("?"), date.fromisoformat(today))
    return first.table, *held[1:], tables.about(facts, first, left_out)
