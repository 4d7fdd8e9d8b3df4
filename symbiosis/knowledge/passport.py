"""Which rules a lead meets, from `seeds/rules.csv`: questions to ask, never an answer."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from symbiosis.domain.enums import Hazard, ResourceKind, Rhythm, SynergyKind
from symbiosis.domain.passport import Case, RuleRow, Subject, Whom
from symbiosis.knowledge.seed_table import SEEDS, Cells, rows

LOADS = {  # a year, about: who brings it every day brings it every working day
    Rhythm.CONTINUOUS: 250, Rhythm.DAILY: 250, Rhythm.WEEKLY: 50, Rhythm.MONTHLY: 12, Rhythm.SEASONAL: 4,
    Rhythm.ONCE: 1,
}  # fmt: skip
DECLARED_ABOVE = {True: 0.1, False: 0.5}  # t a load, hazardous or not: R541-50
COMPOST = ("composting", "mulching", "growing_media")
BURN = ("biomass_boiler_fuel", "waste_wood_boiler", "firewood", "pellet_production", "industrial_solid_fuel")
FEED = ("cattle_feed", "pig_poultry_feed", "pet_food", "insect_rearing", "aquaculture_feed", "mineral_feed")
GIFT = ("food_aid", "local_catering")
SPREAD = ("soil_fertilising", "liming", "fertigation")
SORTED_BY_LAW = ("paper", "metal", "plastic", "glass", "wood", "construction")


def passport(subject: Subject, every: tuple[RuleRow, ...] | None = None) -> tuple[RuleRow, ...]:
    """Return the rules a lead meets, in the table's order."""
    return tuple(rule for rule in every or read_rules() if CASES[rule.applies_to](subject))


@cache
def read_rules(folder: Path = SEEDS) -> tuple[RuleRow, ...]:
    """Return the table; ValueError names the line that cannot be read."""
    return tuple(rows(folder / "rules.csv", _rule))


def hazardous(s: Subject) -> bool:
    """Tell whether what is given counts as hazardous waste: by its own code, else by what it is."""
    return _matter(s) and ("*" in s.waste_code or s.resource.hazard is Hazard.YES)


def load_t(s: Subject) -> float | None:
    """Return about how many tonnes a load has, None where quantity or rhythm is unknown."""
    loads = LOADS.get(s.rhythm) if s.rhythm else None
    return s.tonnes / loads if s.tonnes is not None and loads else None


def _matter(s: Subject) -> bool:
    return s.kind is SynergyKind.SUBSTITUTION and s.resource.kind is ResourceKind.MATERIAL


def _above(s: Subject, dangerous: bool) -> bool:
    load = load_t(s)
    return _matter(s) and hazardous(s) is dangerous and load is not None and load > DECLARED_ABOVE[dangerous]


def _use(*ids: str) -> Callable[[Subject], bool]:
    return lambda s: _matter(s) and s.use is not None and s.use.id in ids


def _family(*families: str) -> Callable[[Subject], bool]:
    return lambda s: _matter(s) and s.resource.family in families


def _kind(kind: ResourceKind) -> Callable[[Subject], bool]:
    return lambda s: s.resource.kind is kind


CASES: Mapping[Case, Callable[[Subject], bool]] = {
    Case.WASTE: _matter,
    Case.BYPRODUCT: lambda s: _matter(s) and not hazardous(s) and not (s.use and s.use.treatment),
    Case.HAZARDOUS: hazardous,
    Case.MIRROR: lambda s: _matter(s) and s.resource.hazard is Hazard.MIRROR and "*" not in s.waste_code,
    Case.LOAD_HAZARDOUS: lambda s: _above(s, True),
    Case.LOAD_OTHER: lambda s: _above(s, False),
    Case.LOAD_UNKNOWN: lambda s: _matter(s) and load_t(s) is None,
    Case.COMPOSTING: _use(*COMPOST),
    Case.DIGESTION: _use("anaerobic_digestion"),
    Case.COMBUSTION: _use(*BURN),
    Case.METAL: _family("metal"),
    Case.SORTED: _family("paper", "plastic", "wood", "textile"),
    Case.GLASS: _family("glass"),
    Case.WEEE: _family("electronic"),
    Case.TREATMENT: lambda s: _matter(s) and bool(s.use and s.use.treatment) and not hazardous(s),
    Case.SORTING: _family(*SORTED_BY_LAW),
    Case.TEXTILE: _family("textile"),
    Case.BIOWASTE: _family("food"),
    Case.FEED: _use(*FEED),
    Case.FOOD_GIFT: _use(*GIFT),
    Case.SPREADING: _use(*SPREAD),
    Case.WATER: _kind(ResourceKind.WATER),
    Case.ENERGY: lambda s: s.kind is SynergyKind.SUBSTITUTION and s.resource.kind is ResourceKind.ENERGY,
    Case.SKILL: _kind(ResourceKind.SKILL),
    Case.EQUIPMENT: _kind(ResourceKind.EQUIPMENT),
}


def _rule(c: Cells) -> RuleRow:
    texts = {name: c[name] for name in ("id", "fr", "en", "source", "date")}
    return RuleRow(**texts, applies_to=Case(c["applies_to"]), ask=Whom(c["ask"]))
