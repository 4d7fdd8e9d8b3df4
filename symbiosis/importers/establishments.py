"""An establishment of the French register → a firm: its name without anybody's, its trade, its place, its size."""

from dataclasses import dataclass

from symbiosis.domain.firms import Firm
from symbiosis.domain.fold import fold
from symbiosis.domain.imports import Asked
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.codes import nace_codes, naf2025_code

HIDDEN = "[ND]"  # what INSEE writes where it may not tell
REV2 = frozenset({"", "nafrev2"})
SHORTEST_WORD = 3

# From INSEE's bands (« tranche d'effectif salarié »): the lowest and the highest number of employees.
BANDS = {
    "00": (0, 0), "01": (1, 2), "02": (3, 5), "03": (6, 9), "11": (10, 19), "12": (20, 49), "21": (50, 99),
    "22": (100, 199), "31": (200, 249), "32": (250, 499), "41": (500, 999), "42": (1000, 1999), "51": (2000, 4999),
    "52": (5000, 9999), "53": (10000, 10000),
}  # fmt: skip


@dataclass(frozen=True)
class Establishment:
    """What a register says of one establishment; '' and None where it says nothing.

    `person` None: nobody said whether a person stands behind it. `words` are those of a person's name.
    """

    siret: str
    legal: str = ""
    sign: str = ""
    person: bool | None = None
    words: tuple[str, ...] = ()
    told: bool = True  # « statut de diffusion » O
    activity: str = ""
    nomenclature: str = ""
    naf2025: str = ""
    commune: str = ""
    commune_name: str = ""
    lat: float | None = None
    lon: float | None = None
    band: str = ""
    closed_at: str = ""


def shown(text: str | None) -> str:
    """Return a value of the register, '' where it is hidden."""
    return "" if text is None or HIDDEN in text else text.strip()


def firm(e: Establishment, asked: Asked, held: Firm | None) -> Firm:
    """Return the firm; `held` is the same one as the graph has it, whose name stays where the register tells none."""
    nace = rev2(e)
    return Firm(
        id=held.id if held else e.siret,
        name=held.name if held and e.person is None else _name(e, asked, nace),
        nace=nace,
        commune=e.commune,
        lat=e.lat,
        lon=e.lon,
        headcount=headcount(e.band, held.headcount if held else None),
        siret=e.siret,
        naf2025=naf2025(e),
        closed_at=e.closed_at,
    )


def rev2(e: Establishment) -> tuple[str, ...]:
    """Return the code of NAF rév. 2; none where the code is of another nomenclature or nonsense."""
    if fold(e.nomenclature).replace(" ", "") not in REV2:
        return ()
    try:
        return nace_codes(shown(e.activity))
    except BadCellError:
        return ()


def naf2025(e: Establishment) -> str:
    """Return the code of NAF 2025, dotted; it stands in its own column, or in the main one from 2027 on."""
    code = shown(e.naf2025) or (shown(e.activity) if "2025" in e.nomenclature or "25" in e.nomenclature else "")
    try:
        return naf2025_code(code)
    except BadCellError:
        return ""


def headcount(band: str, held: int | None) -> int | None:
    """Return the middle of a band of INSEE; a number known more closely that lies within it stays."""
    bounds = BANDS.get(band.strip())
    if bounds is None:
        return None
    low, high = bounds
    return held if held is not None and low <= held <= high else (low + high + 1) // 2


def _name(e: Establishment, asked: Asked, nace: tuple[str, ...]) -> str:
    legal, sign = shown(e.legal), shown(e.sign)
    if e.person is False and legal:
        return f"{legal} ({sign})" if sign and fold(sign) not in fold(legal) else legal
    if e.told and sign and not _names_somebody(sign, e.words):
        return sign
    what = "Entreprise individuelle" if e.person else "Établissement"
    trade = _trade(asked, nace)
    place = asked.commune_names.get(e.commune, "") or shown(e.commune_name).title()
    return ", ".join(filter(None, (what, trade, place)))


def _names_somebody(sign: str, words: tuple[str, ...]) -> bool:
    told = set(fold(sign).replace("-", " ").split())
    names = {part for word in words for part in fold(word).replace("-", " ").split() if len(part) >= SHORTEST_WORD}
    return bool(told & names)


def _trade(asked: Asked, nace: tuple[str, ...]) -> str:
    code = nace[0] if nace else ""
    return next((asked.sectors[code[:n]] for n in range(len(code), 1, -1) if code[:n] in asked.sectors), "")
