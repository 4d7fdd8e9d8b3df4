"""The rules that a lead meets: which question to ask whom. Never whether it is allowed."""

from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.enums import Rhythm, SynergyKind
from symbiosis.domain.knowledge import Resource, Use


class Whom(StrEnum):
    """Who can answer."""

    GIVER = "giver"
    TAKER = "taker"
    BOTH = "both"
    CARRIER = "carrier"
    DREAL = "dreal"
    DDPP = "ddpp"
    ARS = "ars"


class Case(StrEnum):
    """What a lead must be for a rule to concern it."""

    WASTE = "waste"
    BYPRODUCT = "byproduct"
    HAZARDOUS = "hazardous"
    MIRROR = "mirror"
    LOAD_HAZARDOUS = "load_hazardous"
    LOAD_OTHER = "load_other"
    LOAD_UNKNOWN = "load_unknown"
    COMPOSTING = "composting"
    DIGESTION = "digestion"
    COMBUSTION = "combustion"
    METAL = "metal"
    SORTED = "sorted"
    GLASS = "glass"
    WEEE = "weee"
    TREATMENT = "treatment"
    SORTING = "sorting"
    TEXTILE = "textile"
    BIOWASTE = "biowaste"
    FEED = "feed"
    FOOD_GIFT = "food_gift"
    SPREADING = "spreading"
    WATER = "water"
    ENERGY = "energy"
    SKILL = "skill"
    EQUIPMENT = "equipment"


@dataclass(frozen=True)
class RuleRow:
    """A question the law raises, in both languages, whom it is for and where it comes from."""

    id: str
    applies_to: Case
    ask: Whom
    fr: str
    en: str
    source: str
    date: str


@dataclass(frozen=True)
class Subject:
    """What the rules look at; `tonnes` a year, None unknown; `waste_code` as the giver told it, '' untold."""

    kind: SynergyKind
    resource: Resource
    use: Use | None = None
    tonnes: float | None = None
    rhythm: Rhythm | None = None
    waste_code: str = ""
