"""Numbers with their units in a text, and whether what is offered is enough for what is wanted."""

import re
from dataclasses import dataclass

from symbiosis.domain.fold import fold

NUMBER = r"(-?\d+(?:[ \u00a0]\d{3})*(?:[.,]\d+)?)"
PER = r"(?: ?(?:/|par|per|a|each|chaque) ?(an|annee|year|yr|mois|month|semaine|sem|week|jour|j|day|h|heure|hour)\b)?"
AT_MOST = re.compile(r"(moins de|max\w*|maxi|below|under|less than|at most|jusqu(?: a)?|inferieure? a|<|<=) ?(?:a )?$")
AT_LEAST = re.compile(r"\b(?:min\w*|au moins|plus de|a partir de|at least|over|more than)[ :](?:de |of )?$")
AT_LEAST_AFTER = re.compile(
    r"\s?(?:(?:par|/|per|a|each) ?\w+ )?(?:min\w*\b|au moins|par fournisseur|par apporteur"
    r"|per supplier|par livraison|or more|et plus)"
)
UNITS = {
    "temperature": r"°? ?(?:c\b|°|degres?|degrees?)",
    "bar": r"bars?\b",
    "percent": r"%",
    "kva": r"k(?:va|w)\b(?!h)",
    "mw": r"mw\b(?!h)",
    "metre": r"m\b(?!\d)|metres?\b",
    "area": r"m2\b",
    "seats": r"(?:places|personnes|people|seats|postes|stagiaires|couverts|convives|participants|trainees"
    r"|adherents|eleves|invites|guests|attendees|ouvriers|salaries|employes|collegues|repas|workers|employees|staff|meals"
    r"|lunches|covers|delegates|enfants|children|kids)\b",
    "slots": r"(?:euro ?)?(?:palettes|pallets)\b",
    "m3": r"m3\b|metres? cubes?\b|cubic met\w+",
    "pieces": r"(?:pcs|pces?|pieces?|unites?|units)\b",
    "ton": r"t\b(?!/?h)|tonnes?\b|tons?\b",
    "kg": r"kg\b|kilos?\b",
    "litre": r"(?:l\b|litres?\b)",
    "mm": r"mm\b",
}
AMOUNTS = {unit: re.compile(rf"(?<![\w.,/]){NUMBER} ?(?:{names}){PER}") for unit, names in UNITS.items()}
DIGIT = re.compile(r"\d")
READ = 2_000  # letters
YEAR = {"an": 1, "ye": 1, "yr": 1, "mo": 12, "se": 52, "we": 52, "jo": 250, "j": 250, "da": 250, "h": 4000, "he": 4000}
CENTILITRES = re.compile(r"\b(\d+(?:[.,]\d+)?) ?cl\b")
MOISTURE = re.compile(r"humid|moist|siccite|dry matter|matiere seche")
SIGNED = re.compile(r"(?<![\w.,])([+-]\d{1,2})(?![\d.,]*\d)(?! ?(?:%|m\b|mm|cm|kg|t\b|h\b))")
CHILLED = re.compile(
    r"\b(froid\w*|frigo\w*|surgel\w*|congel\w*|refriger\w*|cold|freez\w*|frozen|chill\w*|fridge)\b|\ba[t]? [+-]\d"
)
HECTARES = re.compile(r"\b(\d+(?:[.,]\d+)?) ?(?:ha|hectares?)\b")
RANGE = re.compile(r"(?<![\w.,/-])(\d{1,5}) ?[-–] ?(\d{1,5})(?= ?(?:kg|kilos?|t\b|tonnes?|l\b|litres?|m3|pcs|pieces?))")
PACKED = (
    "sacs? bags? cartons? box(?:es)? bidons? futs? drums? seaux buckets pots tubs rouleaux rolls palettes pallets"
    " caisses? crates? bouteilles bottles"
)
PACKS = re.compile(  # "10 sacs de 15 kg"
    rf"\b(\d{{1,4}}) (?:big bags?|{PACKED.replace(' ', '|')})(?: (?:de|of))?(?: \w+){{0,2}}?"
    r" (\d+(?:[.,]\d+)?) ?(kg|l|t)\b"
)
GRADING = re.compile(r"\b(\d{1,3}(?:[.,]\d+)?)/(\d{1,3}(?:[.,]\d+)?)\b(?! ?(?:h|j|sem|mois|an|7)\b)")


@dataclass(frozen=True)
class Amount:
    """A number as written; `per` '' when for no period; `most`, `least` when the text sets it as a bound."""

    value: float
    per: str = ""
    most: bool = False
    least: bool = False

    @property
    def a_year(self) -> float:
        """Return the number for a year, itself where it is for no period."""
        return self.value * YEAR.get(self.per[:2], 1)


@dataclass(frozen=True)
class Measures:
    """The numbers of a text by unit, and what its percentages are about."""

    amounts: dict[str, tuple[Amount, ...]]
    moisture: float | None  # %
    gradings: tuple[tuple[float, float], ...]  # mm

    @property
    def told(self) -> bool:
        """Return whether any number is told."""
        return bool(self.amounts or self.gradings)

    def greatest(self, unit: str) -> float | None:
        """Return the greatest number in this unit, None when there is none."""
        return max((a.value for a in self.amounts.get(unit, ())), default=None)

    def least(self, unit: str) -> float | None:
        """Return the smallest number in this unit, None when there is none."""
        return min((a.value for a in self.amounts.get(unit, ())), default=None)


def measures(text: str) -> Measures:
    """Return the numbers of a text."""
    if not DIGIT.search(fold(text[:READ])):
        return Measures({}, None, ())
    plain = CENTILITRES.sub(lambda said: f"{number(said[1]) / 100:g} l", fold(text[:READ]))
    plain = re.sub(r"\bmoins (\d+ ?(?:°|degres))", r"-\1", plain)
    plain = re.sub(r"\b(?:room|salle|hall)s? (?:for|de|pour) (\d+)\b(?! ?m)", r"\1 places", plain)
    plain = re.sub(r"entre (-?\d+) et (-?\d+)", r"\1 ° \2", plain)
    plain = HECTARES.sub(lambda said: f"{number(said[1]) * 10_000:g} m2", plain)
    plain = RANGE.sub(r"\1 ° \2", plain)
    plain = PACKS.sub(lambda said: f"{float(said[1]) * number(said[2]):g} {said[3]}", plain)
    amounts = {unit: tuple(_amounts(plain, pattern)) for unit, pattern in AMOUNTS.items()}
    signed = tuple(Amount(number(n)) for n in SIGNED.findall(plain)) if CHILLED.search(plain) else ()
    if signed and "temperature" not in {unit for unit, its in amounts.items() if its}:
        amounts["temperature"] = signed
    gradings = tuple((number(a), number(b)) for a, b in GRADING.findall(plain) if number(a) < number(b))
    return Measures(
        {unit: its for unit, its in amounts.items() if its},
        _moisture(plain, amounts["percent"]),
        gradings,
    )


def tonnes_per_year(found: Measures) -> float | None:
    """Return the greatest mass in tonnes, per year where the period is told."""
    masses = [(a, 1.0) for a in found.amounts.get("ton", ())] + [(a, 0.001) for a in found.amounts.get("kg", ())]
    return max((a.a_year * unit for a, unit in masses), default=None)


def _amounts(plain: str, unit: re.Pattern[str]) -> list[Amount]:
    return [
        Amount(number(h[1]), h[2] or "", bool(AT_MOST.search(plain[: h.start()])), _bounds_below(plain, h))
        for h in unit.finditer(plain)
    ]


def _bounds_below(plain: str, hit: re.Match[str]) -> bool:
    return bool(AT_LEAST.search(plain[: hit.start()]) or AT_LEAST_AFTER.match(plain[hit.end() :]))


def _moisture(plain: str, percents: tuple[Amount, ...]) -> float | None:
    found = MOISTURE.search(plain)
    if not found or not percents:
        return None
    dry = found[0] in ("siccite", "dry matter", "matiere seche")
    return 100 - percents[0].value if dry else percents[0].value


def number(written: str) -> float:
    """Return a number as the French or the English write it."""
    return float(re.sub(r"[ \u00a0]", "", written).replace(",", "."))
