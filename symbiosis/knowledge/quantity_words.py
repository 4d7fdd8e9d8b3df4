"""The words of quantities: patterns on folded text, French and English side by side."""

from collections.abc import Callable

from symbiosis.domain.enums import Unit

NUMBER_WORDS: dict[str, float] = {
    **dict.fromkeys(("un", "une", "one", "a", "an"), 1.0),
    **dict.fromkeys(("deux", "two"), 2.0),
    **dict.fromkeys(("trois", "three"), 3.0),
    **dict.fromkeys(("quatre", "four"), 4.0),
    **dict.fromkeys(("cinq", "five"), 5.0),
    "six": 6.0,
    **dict.fromkeys(("sept", "seven"), 7.0),
    **dict.fromkeys(("huit", "eight"), 8.0),
    **dict.fromkeys(("neuf", "nine"), 9.0),
    **dict.fromkeys(("dix", "ten", "une dizaine", "dizaine"), 10.0),
    **dict.fromkeys(("douze", "twelve", "une douzaine", "a dozen"), 12.0),
    **dict.fromkeys(("quinze", "fifteen", "une quinzaine"), 15.0),
    **dict.fromkeys(("vingt", "twenty", "une vingtaine"), 20.0),
    **dict.fromkeys(("trente", "thirty", "une trentaine"), 30.0),
    **dict.fromkeys(("onze", "eleven"), 11.0),
    **dict.fromkeys(("quarante", "forty", "une quarantaine"), 40.0),
    **dict.fromkeys(("cinquante", "fifty", "une cinquantaine"), 50.0),
    **dict.fromkeys(("soixante", "sixty", "une soixantaine"), 60.0),
    **dict.fromkeys(("seventy", "soixante dix"), 70.0),
    **dict.fromkeys(("eighty", "quatre vingts"), 80.0),
    **dict.fromkeys(("ninety", "quatre vingt dix"), 90.0),
    **dict.fromkeys(("cent", "a hundred", "one hundred", "une centaine"), 100.0),
    **dict.fromkeys(("mille", "a thousand", "un millier"), 1000.0),
}

UNITS: tuple[tuple[str, Unit, float], ...] = (
    (r"gwh", Unit.MEGAWATT_HOUR, 1000.0),
    (r"mwh", Unit.MEGAWATT_HOUR, 1.0),
    (r"kwh", Unit.KILOWATT_HOUR, 1.0),
    (
        r"(?:loose |stacked )?(?:m3|m ?cubes?|metres? cubes?|cubic (?:metre|meter)s?|map|m\^3|steres?)",
        Unit.CUBIC_METRE,
        1.0,
    ),
    (r"hl|hectos?|hectolitres?|hectoliters?", Unit.LITRE, 100.0),
    (r"l|lt|ltr|litres?|liters?", Unit.LITRE, 1.0),
    (r"kgs?|kilos?|kilogram(?:me)?s?", Unit.KILOGRAM, 1.0),
    (r"kt|kilotonnes?", Unit.TONNE, 1000.0),
    (r"tonnes?|tons?|t\.|t|to(?! [a-z])", Unit.TONNE, 1.0),
    (r"grammes?|grams?|g", Unit.KILOGRAM, 0.001),
    (r"heures?|hours?|hrs?|h", Unit.HOUR, 1.0),
    (r"pieces?|pcs?|pces?|unites?|units?|u\.?|exemplaires?", Unit.PIECE, 1.0),
)

CONTAINERS = (
    r"big[ -]?bags?|bigbags?|bennes?|skips?|ibcs?|grvs?|cubitainers?|conteneurs?|containers?|futs?|drums?|barrels?"
    r"|bidons?|jerricans?|jerrycans?|cans?|tins?|pots?|seaux?|buckets?|sacs?|bags?|sacks?|bacs?|bins?|tubs?|crates?"
    r"|caisses?(?:[- ]palettes?)?|pal(?:ette)?[- ]?box(?:es)?|pallet box(?:es)?|palbox|octabins?|rolls?|caddies?"
    r"|trolleys?|cuves?|tanks?|citernes?|tankers?|bottes?|bales?|balles?|boites?|box(?:es)?|cartons?|bouteilles?"
    r"|bottles?|cylinders?|camions?|semis?|artics?|truck ?loads?|lorr(?:y|ies)|remorques?|trailers?|colis|poubelles?"
)
STANDARD_LITRES = {"ibc": 1000.0, "grv": 1000.0, "cubitainer": 1000.0}
COUNTED_ELSEWHERE = (  # people, beds, seats: the size of the firm, not of the flow
    r"\s*(?:lits?|beds?|couverts?|meals?|repas|pers\b|pers\.|personnes?|people|salaries?|staff|jours?\b|jrs?\b"
    r"|j\b|days?\b|postes?|places?|seats?"
    r"|boites\b|pme|firms?|entreprises?|voisins?|neighbours?|market gardeners|maraichers|ans\b|years? old|kw|kva|cv)"
)

_N = r"(?:\d+|[a-z]+)"
_EVERY = r"(?:(?:tou(?:s|te?s)|ts|tt|ttes|tte?s?) les |every |/ ?|par |chaque )"


def _each(times_a_year: float) -> Callable[[float], float]:
    return lambda n: times_a_year / n if n else 1.0


def _as_is(_: float) -> float:
    return 1.0


def _times(n: float) -> float:
    return n


def _fixed(factor: float) -> Callable[[float], float]:
    return lambda _: factor


_COUNTED = r"(?:\d+|deux|trois|quatre|six|two|three|four|six)"
_TIMES = rf"(?:{_COUNTED} ?(?:fois|x|times)|twice|once)"
_YEAR = r"(?:ans?\b|annees?\b|years?\b|yr\b)"
_MONTH = r"(?:mois\b|months?\b)"
_WEEK = r"(?:semaines?\b|sems?\b\.?|weeks?\b|wk\b|hebdo\b)"
_DAY = r"(?:jours?\b|jrs?\b|j\b|days?\b|d\b|matins?\b|mornings?\b)"
_QUARTER = r"(?:trimestres?\b|trim\b\.?|quarters?\b)"
_BARE_DAY = r"(?:jours?\b|days?\b|matins?\b|mornings?\b)"
_DAY_NAME = (
    r"(?:lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tues|weds?|thurs|fri)\b"
)
_A = r"(?:/ ?|par |per |a |chaque |each |every |l'|le )"

_SEASON = r"(?:hivers?|etes?|saisons?|campagnes?|winters?|summers?|seasons?)\b"


def _on_days(count: int) -> str:
    """Return how so many days of the week are told: « le mardi et le vendredi »."""
    several = r"(?:,| et| and| &) (?:les? )?".join([_DAY_NAME] * count)
    return rf"(?:les? |tous les |chaque |every |each |on |(?<=[a-z0-9] )){several}"


PERIODS: tuple[tuple[str, Callable[[float], float], str], ...] = (
    *((_on_days(n), _fixed(n), "week") for n in (3, 2)),
    (
        rf"{_EVERY}(?:15|quinze|fifteen) ?{_DAY}|(?:par |une? |a |every |/ ?)(?:quinzaine|fortnight)\b",
        _fixed(0.5),
        "week",
    ),
    (r"\btwice (?:a|per) year\b", _fixed(2.0), "year"),
    (r"\btwice (?:a|per) month\b", _fixed(2.0), "month"),
    (r"\btwice (?:a|per) week\b", _fixed(2.0), "week"),
    (rf"\b{_TIMES} ?{_A}{_YEAR}", _times, "year"),
    (rf"\b{_TIMES} ?{_A}{_MONTH}", _times, "month"),
    (rf"\b{_TIMES} ?{_A}{_WEEK}", _times, "week"),
    (rf"\b{_TIMES} ?{_A}{_DAY}", _times, "day"),
    (rf"{_EVERY}{_COUNTED} {_YEAR}", _each(1.0), "year"),
    (rf"{_EVERY}{_COUNTED} {_MONTH}", _each(1.0), "month"),
    (rf"{_EVERY}{_COUNTED} {_WEEK}", _each(1.0), "week"),
    (rf"{_EVERY}{_COUNTED} {_DAY}", _each(1.0), "day"),
    (rf"{_A}{_QUARTER}|\bquarterly\b|\btrimestriel\w*", _fixed(4.0), "year"),
    (r"\b(?:par |per |a )semestre\b|every six months", _fixed(2.0), "year"),
    (
        rf"(?:/ ?|par |per |each |every |chaque |(?<!ici )l'){_SEASON}|\ban? (?:winter|summer|season)\b|/ ?y\b"
        rf"|(?:{_A}|tous les |\b){_YEAR}|\bannuel\w*|\byearly\b|\bannually\b",
        _as_is,
        "year",
    ),
    (rf"(?:{_A}|tous les |\b){_MONTH}|\bmensuel\w*|\bmonthly\b", _as_is, "month"),
    (rf"(?:{_A}|toutes les |ttes les |\b){_WEEK}|\bhebdomadaire\w*|\bweekly\b", _as_is, "week"),
    (rf"(?:{_A}|tous les |ts les ){_DAY}|\b{_BARE_DAY}|\bquotidien\w*|\bdaily\b|\bjournalier\w*", _as_is, "day"),
)
