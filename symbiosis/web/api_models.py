"""The shapes of the API, strict both ways: what one may ask, what one gets. The OpenAPI document is made from them."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from symbiosis.domain.enums import (
    Direction,
    Hazard,
    Judgement,
    Origin,
    Provenance,
    ResourceKind,
    Rhythm,
    Role,
    SynergyKind,
    Unit,
)

ID = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_:-][A-Za-z0-9_.:-]*$")]
Word = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$")]
Activity = Annotated[str, Field(pattern=r"^[0-9]{2}(\.[0-9]{1,2})?$")]


class Strict(BaseModel):
    """Nothing is turned into something else, nothing unknown is passed over."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Paged(Strict):
    """Which page."""

    after: ID | None = Field(None, description="`next` of the page before; without it, the first page")
    limit: Annotated[int, Field(ge=1, le=200)] = Field(50, description="how many at most")


class FirmsQuery(Paged):
    """Which firms."""

    commune: Annotated[str, Field(pattern=r"^[0-9AB]{5}$")] | None = Field(None, description="INSEE code")
    nace: Activity | None = Field(None, description="activity code, NACE rev. 2, exactly")


class FlowsQuery(Paged):
    """Which flows."""

    firm: ID | None = None
    resource: ID | None = None
    direction: Direction | None = None
    provenance: Provenance | None = None


class ResourcesQuery(Paged):
    """Which resources."""

    kind: ResourceKind | None = None


class SynergiesQuery(Paged):
    """Which leads."""

    kind: SynergyKind | None = None
    origin: Origin | None = None
    judgement: Judgement | None = None
    resource: ID | None = None
    firm: ID | None = None


class ExploreQuery(Strict):
    """Who could take a thing, or provide it; firms come 20 a page, at most 200."""

    q: Word = Field(description="what it is, in plain words, French or English")
    supply: bool = Field(False, description="true: who could provide it")
    nace: Activity | None = None
    near: ID | None = Field(None, description="id of a firm or a commune to measure distances from")
    page: Annotated[int, Field(ge=1, le=10)] = 1


class Nothing(Strict):
    """No parameter."""


class Firm(Strict):
    """A firm of the territory; lat and lon in degrees (WGS 84)."""

    id: str
    name: str
    nace: list[str] | None
    commune: str | None
    commune_name: str | None
    lat: float | None
    lon: float | None
    headcount: int | None
    activity: str | None


class Flow(Strict):
    """What a firm offers, needs or would share; quantity in `unit` a year; a hypothesis says so in `provenance`."""

    id: str
    firm: str
    direction: Direction
    text: str
    waste_code: str | None
    quantity: float | None
    unit: Unit | None
    rhythm: Rhythm | None
    temperature_c: float | None
    quality: str | None
    confidential: bool = Field(description="true: words and figures are kept back, and empty here")
    provenance: Provenance
    as_of: str | None
    resource: str | None
    confidence: float | None = Field(description="how surely the text means the resource, 0 to 1")


class Resource(Strict):
    """What can be exchanged or shared."""

    id: str
    kind: ResourceKind | None
    fr: str
    en: str
    unit: Unit | None
    hazard: Hazard | None
    source: str | None
    waste_codes: list[str]


class Party(Strict):
    """A firm's part in a lead."""

    id: str
    name: str
    role: Role


class Reason(Strict):
    """One reason for or against: the two values compared, its points (log-odds), its source."""

    criterion: str
    points: float
    left: str
    right: str
    source: str


class Synergy(Strict):
    """A lead; `score` is the sum of the points of its evidence, null for one that people identified."""

    id: str
    kind: SynergyKind
    origin: Origin
    judgement: Judgement
    version: int
    score: float | None
    model: str | None
    hypothetical: bool
    text: str | None
    resource: str | None
    use: str | None
    firms: list[Party]
    evidence: list[Reason]


class Exploration(BaseModel):
    """An answer of the explorer, as `GET /explore` with `Accept: application/json` gives it."""

    model_config = ConfigDict(extra="allow")
    recognised: bool
    firms: dict[str, Any]


class About(Strict):
    """The territory, and whether it is made up."""

    territory: str
    synthetic: bool
    documentation: str


class Problem(Strict):
    """What is wrong with a request (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class Firms(Strict):
    """A page of firms."""

    items: list[Firm]
    next: str | None


class Flows(Strict):
    """A page of flows."""

    items: list[Flow]
    next: str | None


class Resources(Strict):
    """A page of resources."""

    items: list[Resource]
    next: str | None


class Synergies(Strict):
    """A page of leads."""

    items: list[Synergy]
    next: str | None
