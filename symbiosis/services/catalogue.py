"""What is known of one resource, use, sector or waste code, and what a search finds among them."""

from collections.abc import Callable
from typing import TypeVar

from symbiosis.domain.errors import NotFound
from symbiosis.domain.explored import Finding, HeadingFile, ResourceFile, SectorFile, UseFile, WasteFile
from symbiosis.domain.views import Label, Page
from symbiosis.knowledge import Knowledge

PAGE, FIRST = 50, 8
Found = TypeVar("Found")


def counts(knowledge: Knowledge) -> dict[str, int]:
    """Return how many resources, uses, sectors and waste codes are known."""
    return knowledge.finder.counts()


def find(knowledge: Knowledge, text: str) -> dict[str, Page[Finding]]:
    """Return the first findings of each sort."""
    return {what: _page(knowledge.finder.find(text, what), 1, FIRST) for what in knowledge.finder.counts()}


def listed(knowledge: Knowledge, text: str, what: str, number: int) -> Page[Finding]:
    """Return a page of the findings of one sort; NotFound for a sort that does not exist."""
    if what not in knowledge.finder.counts():
        raise NotFound(what)
    return _page(knowledge.finder.find(text, what), number, PAGE)


def resource(knowledge: Knowledge, resource_id: str) -> ResourceFile:
    """Return all about a resource; NotFound when there is none."""
    return _known(knowledge.catalogue.resource, resource_id)


def use(knowledge: Knowledge, use_id: str) -> UseFile:
    """Return all about a use; NotFound when there is none."""
    return _known(knowledge.catalogue.use, use_id)


def sector(knowledge: Knowledge, nace: str) -> SectorFile:
    """Return all about a sector; NotFound when there is none."""
    return _known(knowledge.catalogue.sector, nace)


def waste(knowledge: Knowledge, code: str) -> WasteFile:
    """Return all about an entry of the List of Waste; NotFound when there is none."""
    return _known(knowledge.catalogue.waste, code)


def heading(knowledge: Knowledge, code: str) -> HeadingFile:
    """Return a chapter or a section of the List of Waste; NotFound when there is none."""
    return _known(knowledge.catalogue.heading, code)


def chapters(knowledge: Knowledge) -> tuple[Label, ...]:
    """Return the chapters of the List of Waste."""
    return knowledge.catalogue.chapters()


def _known(ask: Callable[[str], Found], key: str) -> Found:
    try:
        return ask(key)
    except KeyError:
        raise NotFound(key) from None


def _page(found: list[Finding], number: int, size: int) -> Page[Finding]:
    number = min(number, max(1, -(-len(found) // size)))
    return Page(tuple(found[(number - 1) * size : number * size]), len(found), number, size)
