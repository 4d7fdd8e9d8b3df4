"""What the trade knows, row by row, as it is read from the seeds or from the graph."""

from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Hazard, Maturity, ResourceKind, SharingMode, Unit


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


@dataclass(frozen=True)
class Use:
    """What a resource can become; only a `treatment` may receive hazardous resources."""

    id: str
    fr: str
    en: str
    treatment: bool
    source: str


@dataclass(frozen=True)
class UsableAs:
    """A resource can take a use, by a process, under conditions."""

    resource_id: str
    use_id: str
    process: str
    conditions: str
    maturity: Maturity
    source: str


@dataclass(frozen=True)
class Performs:
    """Firms of a sector (NACE code or prefix) perform a use; `weight` is the share that would, 0 to 1."""

    nace: str
    use_id: str
    weight: float
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
