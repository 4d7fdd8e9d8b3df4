"""What every service says of itself: whose it is, how accessible, where everything stands."""

from dataclasses import dataclass
from typing import ClassVar

from flask import Blueprint

from symbiosis.domain.access import Right
from symbiosis.web.access import needs
from symbiosis.web.pages import show
from symbiosis.web.state import state

bp = Blueprint("about", __name__)


@dataclass(frozen=True)
class LegalPage:
    """Whose service it is; `publisher` and `contact` are '' where the settings do not say."""

    template: ClassVar[str] = "legal.html"
    publisher: str
    contact: str


@dataclass(frozen=True)
class AccessibilityPage:
    """How accessible it is, said by whom."""

    template: ClassVar[str] = "accessibility.html"
    publisher: str
    contact: str


@dataclass(frozen=True)
class MapPage:
    """Every page one can go to from anywhere."""

    template: ClassVar[str] = "site_map.html"


@bp.get("/legal")
@needs(Right.PUBLIC)
def legal() -> str:
    """Say whose service it is, and what becomes of personal data."""
    return show(LegalPage(state().rules.publisher, state().rules.contact))


@bp.get("/accessibility")
@needs(Right.PUBLIC)
def accessibility() -> str:
    """Say how accessible the service is, and what to do where it is not."""
    return show(AccessibilityPage(state().rules.publisher, state().rules.contact))


@bp.get("/site-map")
@needs(Right.PUBLIC)
def site_map() -> str:
    """Show every page the reader may open."""
    return show(MapPage())
