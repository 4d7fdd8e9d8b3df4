"""What the trade knows, row by row, as it is read from the seeds or from the graph."""

from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Hazard, Maturity, ResourceKind, SharingMode, Unit

ENTRY_LETTERS = len("15 01 03")  # of a code of the List of Waste; a chapter or a section has fewer


@dataclass(frozen=True)
class Resource:
    """Something that can be exchanged or shared.

    Money is in € per `unit` (base unit per year): disposal avoided by the giver, purchase avoided by the
    taker, preparation in between; `haul_eur_km` is what moving one unit over one kilometre costs.
    """

    id: str
    kind: ResourceKind
    fr: str
    en: str
    synonyms_fr: tuple[str, ...]
    synonyms_en: tuple[str, ...]
    unit: Unit
    hazard: Hazard
    waste_codes: tuple[str, ...]
    disposal_eur: float
    purchase_eur: float
    preparation_eur: float
    haul_eur_km: float
    source: str
    family: str = ""
    form: str = ""
    questions_fr: tuple[str, ...] = ()  # what decides feasibility, asked of the giver
    questions_en: tuple[str, ...] = ()
    prevalence: float = 1.0  # how often firms exchange it, against a stream seen now and then: 0.1 to 30
    confidence: str = ""
    t_per_m3: float | None = None  # bulk density as it is usually kept
    mwh_per_t: float | None = None  # net calorific value
    kg_per_piece: float | None = None


@dataclass(frozen=True)
class Use:
    """What a resource can become; only a `treatment` may receive hazardous resources."""

    id: str
    fr: str
    en: str
    treatment: bool
    source: str
    synonyms_fr: tuple[str, ...] = ()
    synonyms_en: tuple[str, ...] = ()


@dataclass(frozen=True)
class Purpose:
    """What somebody wants in general: resources of these kinds (and families, where given), or taking these uses.

    `not_use_ids`: as far as a resource goes into these, it is wanted for something else.
    """

    id: str
    kinds: tuple[ResourceKind, ...]
    families: tuple[str, ...]
    use_ids: tuple[str, ...]
    not_use_ids: tuple[str, ...]
    words_fr: tuple[str, ...]
    words_en: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class UsableAs:
    """A resource can take a use, by a process, under conditions.

    `weight`: of all exchanges of the resource, about the share that go this way, 0 to 1. `value_low`, `value_high`:
    € per base unit to the giver, negative when the giver pays, None where unknown.
    """

    resource_id: str
    use_id: str
    process: str
    conditions: str
    maturity: Maturity
    source: str
    weight: float = 0.0
    value_low: float | None = None
    value_high: float | None = None
    confidence: str = ""  # low, medium or high, of whoever wrote the row
    process_en: str = ""
    conditions_en: str = ""


@dataclass(frozen=True)
class Performs:
    """Firms of a sector (NACE code or prefix) perform a use.

    `weight`: the share of its firms that would; `share`: of all exchanges towards the use, the share that end
    in this sector; both 0 to 1.
    """

    nace: str
    use_id: str
    weight: float
    source: str
    share: float = 0.0
    confidence: str = ""


@dataclass(frozen=True)
class TypicalFlow:
    """What firms of a sector typically offer, need or share: a hypothesis, never a fact.

    `share_of_firms`: of the sector's firms, those concerned; `share_of_resource`: of all that is offered (wanted,
    shared) of the resource, what comes from (goes to) this sector; both 0 to 1. `low`, `high`: `unit` per employee
    and year, None where unknown.
    """

    nace: str
    direction: Direction
    resource_id: str
    share_of_firms: float
    share_of_resource: float
    source: str
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None
    confidence: str = ""


@dataclass(frozen=True)
class WasteEntry:
    """A six-digit entry of the European List of Waste, with our own short labels and everyday words."""

    code: str
    hazardous: bool
    mirrors: tuple[str, ...]  # the hazardous entries it must be told apart from, or those it is the danger of
    fr: str
    en: str
    words_fr: tuple[str, ...]
    words_en: tuple[str, ...]
    nace: tuple[str, ...]  # whose waste it typically is, '' for everybody's
    source: str = ""


@dataclass(frozen=True)
class WasteHeading:
    """A chapter ('10') or section ('10 02') of the European List of Waste, with our own short labels."""

    code: str
    fr: str
    en: str


@dataclass(frozen=True)
class WasteOfSector:
    """Of what firms of an activity throw away, about the share (0 to 1) that goes under a section of the List.

    `nace` is a division or a group, '' for anybody; `section` is the first four digits ('10 02').
    """

    nace: str
    section: str
    share: float
    source: str


@dataclass(frozen=True)
class Sharing:
    """How a resource is shared and from when it pays.

    `draws_from`: the directions of the flows that may join. The group pays from `trigger_firms` firms and,
    where given, from `trigger_quantity` base units a year. `saving_eur` is a firm's saving per year and
    `trips` the yearly journeys that sharing costs: together they give the distance beyond which it is lost.
    """

    resource_id: str
    mode: SharingMode
    draws_from: tuple[Direction, ...]
    trigger_firms: int
    trigger_quantity: float | None
    saving_eur: float
    trips: float
    source: str


@dataclass(frozen=True)
class Precedent:
    """A documented real exchange or sharing, as a fact with its citation; `use_id` '' for a sharing.

    Precedents explain leads to people; nothing that ranks ever reads them.
    """

    id: str
    place: str
    country: str  # ISO 3166, two letters
    year: str
    giver: str
    giver_nace: tuple[str, ...]
    taker: str
    taker_nace: tuple[str, ...]
    resource_id: str
    use_id: str
    fr: str
    en: str
    source: str


@dataclass(frozen=True)
class Transform:
    """A use that makes another resource: `yield_low` to `yield_high` of it, in its unit, per unit of what goes in."""

    use_id: str
    resource_id: str
    yield_low: float
    yield_high: float
    fr: str
    en: str
    source: str


@dataclass(frozen=True)
class Sector:
    """A NACE division, group or class with our own short labels."""

    nace: str
    fr: str
    en: str


@dataclass(frozen=True)
class KnowledgeRows:
    """All of it; what the seeds give and the graph gives back."""

    resources: tuple[Resource, ...]
    uses: tuple[Use, ...]
    usable_as: tuple[UsableAs, ...]
    performs: tuple[Performs, ...]
    sharing: tuple[Sharing, ...]
    sectors: tuple[Sector, ...]
    typical: tuple[TypicalFlow, ...] = ()
    waste: tuple[WasteEntry, ...] = ()
    precedents: tuple[Precedent, ...] = ()
    purposes: tuple[Purpose, ...] = ()
    waste_by_sector: tuple[WasteOfSector, ...] = ()
    waste_headings: tuple[WasteHeading, ...] = ()
    transforms: tuple[Transform, ...] = ()  # of the seeds alone
