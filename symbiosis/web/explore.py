"""The explorer: who could take a thing, who could provide it; as a page, or as data for whoever accepts JSON."""

import re
from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, Response, json, make_response, request

from symbiosis.domain.access import Right
from symbiosis.domain.explored import Asked
from symbiosis.domain.views import Label, Page
from symbiosis.services import browse
from symbiosis.services.explore import Exploration, as_data, explore
from symbiosis.web import state
from symbiosis.web.access import needs
from symbiosis.web.explore_pages import ExplorePage
from symbiosis.web.forms import typed
from symbiosis.web.pages import show
from symbiosis.web.state import store
from symbiosis.web.visitor import may
from symbiosis.web.where import page_number

bp = Blueprint("explore", __name__)
LONGEST, SHORT = 300, 80
ACTIVITY = re.compile(r"(\d\d)(?:\.?(\d{1,2}))?[A-Za-z]?", re.ASCII)
HTML, JSON = "text/html", "application/json"
DIVISION = 2


@bp.get("/explore")
@needs(Right.LEARN)
def ask() -> Response:
    """Answer a question, or show where to ask one."""
    asked = _read(request.args) if may(Right.READ) else _without_firm(_read(request.args))
    knowledge = state.state().known.current(store())
    found = explore(store(), knowledge, asked, page_number(request.args)) if asked.text or asked.code else None
    if found and not may(Right.READ):
        found = replace(found, firms=Page((), 0, 1, 1))
    if request.accept_mimetypes.best_match([HTML, JSON], HTML) == JSON:
        answer = _data(found)
    else:
        answer = make_response(show(ExplorePage(asked, found, tuple(browse.communes(store())), _divisions())))
    answer.headers["Vary"] = "Accept, Accept-Language, Cookie"
    return answer


def _without_firm(asked: Asked) -> Asked:
    """Return the question without a firm as its place: a name would answer."""
    return asked if asked.near in {c.id for c in browse.communes(store())} else replace(asked, near="")


def activity(text: str) -> str:
    """Return an activity code as we write it ('10.71'), '' for what is none.

    >>> activity("1071Z"), activity("10"), activity("bakery")
    ('10.71', '10', '')
    """
    found = ACTIVITY.fullmatch(text.strip())
    return ".".join(part for part in found.groups() if part) if found else ""


def _read(args: Mapping[str, str]) -> Asked:
    form = typed(args)
    return Asked(
        form.get("q")[:LONGEST], activity(form.get("nace")[:SHORT]), form.get("code")[:SHORT],
        form.get("ask") == "supply", form.get("near")[:SHORT],
    )  # fmt: skip


def _divisions() -> tuple[Label, ...]:
    return tuple(Label(s.nace, s.fr, s.en) for s in state.rows().sectors if len(s.nace) == DIVISION)


def _data(found: Exploration | None) -> Response:
    data = as_data(found) if found else {"recognised": False}
    return Response(json.dumps(data, ensure_ascii=False), mimetype=JSON)
