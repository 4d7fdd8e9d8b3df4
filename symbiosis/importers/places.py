"""Points as files write them, and which communes are asked for."""

import math
import re

from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Asked
from symbiosis.importers.cells import BadCellError, number
from symbiosis.importers.decoding import BadFileError

Point = tuple[float, float]
EPCI_OF_THE_SEEDS = "245400601"  # Bassin de Pompey, whose communes the product knows
_COMMUNE = re.compile(r"[0-9][0-9AB][0-9]{3}")


def wanted_communes(asked: Asked) -> frozenset[str]:
    """Return the communes chosen, those of the territory when nothing was; BadFileError when that makes no sense."""
    epci, chosen = asked.options.get("epci", ""), asked.options.get("communes", "")
    if epci not in ("", EPCI_OF_THE_SEEDS):
        raise _wrong("epci", epci, f"EPCI inconnu ici : {EPCI_OF_THE_SEEDS}, ou donner les codes de ses communes")
    codes = frozenset(code for code in re.split(r"[\s,;]+", chosen) if code)
    for code in sorted(codes):
        if not _COMMUNE.fullmatch(code):
            raise _wrong("communes", code, "code INSEE de commune attendu : cinq caractères, comme 54115")
    found = codes or frozenset(asked.commune_names)
    if not found:
        raise _wrong("communes", "", "aucune commune connue ici : en donner les codes")
    return found


def degrees(lat: str, lon: str) -> Point | None:
    """Return (latitude, longitude) in degrees, None where they are no place."""
    y, x = number_or_none(lat), number_or_none(lon)
    if y is None or x is None or not (-90 <= y <= 90 and -180 <= x <= 180) or (x, y) == (0.0, 0.0):  # noqa: PLR2004
        return None
    return round(y, 6), round(x, 6)


def number_or_none(text: str) -> float | None:
    """Return a finite number, None for anything else."""
    try:
        value = number(text)
    except BadCellError:
        return None
    return value if math.isfinite(value) else None


def _wrong(column: str, value: str, remedy: str) -> BadFileError:
    return BadFileError(RowError("", 0, column, value[:40], remedy))
