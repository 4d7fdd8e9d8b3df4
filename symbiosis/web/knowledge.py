"""What the trade knows, to look around in: resources, uses, sectors, waste codes."""

from flask import Blueprint, request

from symbiosis.domain.access import Right
from symbiosis.domain.knowledge import ENTRY_LETTERS
from symbiosis.services import catalogue
from symbiosis.web.access import needs
from symbiosis.web.explore_pages import HeadingPage, KnowledgePage, ResourcePage, SectorPage, UsePage, WastePage
from symbiosis.web.pages import show
from symbiosis.web.state import state, store
from symbiosis.web.where import page_number

bp = Blueprint("knowledge", __name__, url_prefix="/knowledge")
LONGEST, WASTE = 100, "waste"


@bp.get("")
@needs(Right.LEARN)
def search() -> str:
    """Show what is known, all of one sort, or what a text finds."""
    text, what = request.args.get("q", "").strip()[:LONGEST], request.args.get("of", "")
    known = state().known.current(store())
    counts = catalogue.counts(known)
    if what in counts:
        found = {what: catalogue.listed(known, text, what, page_number(request.args))}
    else:
        what, found = "", catalogue.find(known, text) if text else {}
    chapters = catalogue.chapters(known) if what == WASTE and not text else ()
    return show(KnowledgePage(text, what, counts, found, chapters))


@bp.get("/resources/<thing>")
@needs(Right.LEARN)
def resources(thing: str) -> str:
    """Show all about a resource."""
    return show(ResourcePage(thing, catalogue.resource(state().known.current(store()), thing)))


@bp.get("/uses/<thing>")
@needs(Right.LEARN)
def uses(thing: str) -> str:
    """Show all about a use."""
    return show(UsePage(thing, catalogue.use(state().known.current(store()), thing)))


@bp.get("/sectors/<thing>")
@needs(Right.LEARN)
def sectors(thing: str) -> str:
    """Show all about a sector."""
    return show(SectorPage(thing, catalogue.sector(state().known.current(store()), thing)))


@bp.get("/waste/<thing>")
@needs(Right.LEARN)
def waste(thing: str) -> str:
    """Show all about an entry of the List of Waste, or what stands under one of its chapters or sections."""
    code = thing.rstrip("*")
    if len(code) < ENTRY_LETTERS:
        return show(HeadingPage(code, catalogue.heading(state().known.current(store()), code)))
    return show(WastePage(code, catalogue.waste(state().known.current(store()), code)))
