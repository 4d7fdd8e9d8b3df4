"""The read API: the territory for programs. Each address is a line here and a shape in api_models.py."""

from typing import Any, TypeVar

from flask import Blueprint, Response

from symbiosis.domain.access import Right
from symbiosis.domain.explored import Asked
from symbiosis.services import api
from symbiosis.services.explore import as_data, explore
from symbiosis.web import api_models as m
from symbiosis.web import openapi, state
from symbiosis.web.access import needs
from symbiosis.web.api_layer import endpoint
from symbiosis.web.state import store

Shape = TypeVar("Shape", bound=m.Strict)
bp = Blueprint("api", __name__, url_prefix="/api/v1")


@bp.get("/openapi.json")
@needs(Right.PUBLIC)
def described() -> Response:
    """Describe the API, for programs."""
    return openapi.document()


@endpoint(bp, "", m.Nothing, m.About)
def about(_asked: m.Nothing) -> m.About:
    """Name the territory."""
    here = state.place()
    name, synthetic = (here.name, here.synthetic) if here else ("", False)
    return m.About(territory=name, synthetic=synthetic, documentation="/api/v1/openapi.json")


@endpoint(bp, "/firms", m.FirmsQuery, m.Firms)
def firms(asked: m.FirmsQuery) -> m.Firms:
    """List firms."""
    return m.Firms.model_validate(_page("firms", asked), strict=False)


@endpoint(bp, "/firms/<thing>", m.Nothing, m.Firm)
def firm(_asked: m.Nothing, thing: str) -> m.Firm | None:
    """Give one firm."""
    return _one("firms", thing, m.Firm)


@endpoint(bp, "/flows", m.FlowsQuery, m.Flows)
def flows(asked: m.FlowsQuery) -> m.Flows:
    """List what firms offer, need or would share."""
    return m.Flows.model_validate(_page("flows", asked), strict=False)


@endpoint(bp, "/flows/<thing>", m.Nothing, m.Flow)
def flow(_asked: m.Nothing, thing: str) -> m.Flow | None:
    """Give one flow."""
    return _one("flows", thing, m.Flow)


@endpoint(bp, "/resources", m.ResourcesQuery, m.Resources)
def resources(asked: m.ResourcesQuery) -> m.Resources:
    """List resources."""
    return m.Resources.model_validate(_page("resources", asked), strict=False)


@endpoint(bp, "/resources/<thing>", m.Nothing, m.Resource)
def resource(_asked: m.Nothing, thing: str) -> m.Resource | None:
    """Give one resource."""
    return _one("resources", thing, m.Resource)


@endpoint(bp, "/synergies", m.SynergiesQuery, m.Synergies)
def synergies(asked: m.SynergiesQuery) -> m.Synergies:
    """List leads with their firms and reasons."""
    return m.Synergies.model_validate(_page("synergies", asked), strict=False)


@endpoint(bp, "/synergies/<thing>", m.Nothing, m.Synergy)
def synergy(_asked: m.Nothing, thing: str) -> m.Synergy | None:
    """Give one lead with its firms and reasons."""
    return _one("synergies", thing, m.Synergy)


@endpoint(bp, "/explore", m.ExploreQuery, m.Exploration)
def explored(asked: m.ExploreQuery) -> m.Exploration:
    """Answer who could take a thing, or provide it."""
    question = Asked(asked.q, asked.nace or "", "", asked.supply, asked.near or "")
    found = explore(store(), state.state().known.current(store()), question, asked.page)
    return m.Exploration.model_validate(as_data(found))


def _page(kind: str, asked: m.Paged) -> dict[str, Any]:
    found = api.page(store(), kind, asked.model_dump(mode="json", exclude_none=True))
    return {"items": found.rows, "next": found.next}


def _one(kind: str, thing: str, shape: type[Shape]) -> Shape | None:
    row = api.one(store(), kind, thing)
    return shape.model_validate(row, strict=False) if row else None
